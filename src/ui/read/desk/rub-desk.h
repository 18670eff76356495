/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-library.h"
#include "rub-shelf.h"

G_BEGIN_DECLS

#define RUB_TYPE_DESK (rub_desk_get_type ())
/**
 * What lies open to be read, and the way that led there. Knows no widgets: whoever shows it tells
 * where the runner is. Bundled texts open at once, and without a library, too.
 *
 * "opened": another article is open, or none, for a reason
 * "moved" (int block): the runner is to be taken to a block of what is open
 * "ways-changed": there are other ways back and forward
 */
G_DECLARE_FINAL_TYPE (RubDesk, rub_desk, RUB, DESK, GObject)

/** Returns: (transfer full): a desk with nothing on it. */
RubDesk *rub_desk_new (void);

/** Sets where saved articles are from and where places are kept; once. */
void rub_desk_set_library (RubDesk *self, RubLibrary *library, RubShelf *shelf);

/** Opens the article @id, at @block or, for -1, where it was left. */
void rub_desk_open (RubDesk *self, const char *id, int block);

/** Opens @place: an id, or an id, "#" and the id of a heading. */
void rub_desk_open_place (RubDesk *self, const char *place);

/** Opens anew what is open, whose text is another now; it stays where it is. */
void rub_desk_reopen (RubDesk *self);

/** Goes to @block of what is open, as a step of its own. */
void rub_desk_go (RubDesk *self, int block);

/** Goes back (-1) or forward (1). */
void rub_desk_travel (RubDesk *self, int direction);
gboolean rub_desk_can_travel (RubDesk *self, int direction);

/** Tells where the runner is. */
void rub_desk_set_block (RubDesk *self, int block);

/** Keeps that place in the library. */
void rub_desk_keep_place (RubDesk *self);

/** Takes up the place that is kept, as soon as that is known; not when the runner has moved. */
void rub_desk_restore_place (RubDesk *self);

/** Returns: (transfer none) (nullable): what is open. */
RubArticle *rub_desk_get_article (RubDesk *self);

/** Returns: (transfer none) (nullable) (element-type utf8 filename): its pictures by address. */
GHashTable *rub_desk_get_pictures (RubDesk *self);

/** Returns: (transfer none) (nullable): why nothing is open, in words. */
const GError *rub_desk_get_error (RubDesk *self);

G_END_DECLS

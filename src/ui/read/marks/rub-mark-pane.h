/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"
#include "rub-shelf.h"

G_BEGIN_DECLS

#define RUB_TYPE_MARK_PANE (rub_mark_pane_get_type ())
/**
 * Lists the highlights of the article that is read, or of all of them, and writes them to a file.
 *
 * "chosen" (const char *id, int block): the runner wants to go to a highlight
 */
G_DECLARE_FINAL_TYPE (RubMarkPane, rub_mark_pane, RUB, MARK_PANE, AdwBin)

/** Sets whose highlights are listed; once. */
void rub_mark_pane_set_library (RubMarkPane *self, RubLibrary *library, RubShelf *shelf);

/** Lists what there now is, when it is on screen; otherwise when it comes to be. */
void rub_mark_pane_refresh (RubMarkPane *self);

/** @article: (nullable): what is read */
void rub_mark_pane_set_article (RubMarkPane *self, RubArticle *article);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article-buffer.h"

G_BEGIN_DECLS

/** How far a text is read and how long the rest takes; its words are counted once. */
typedef struct _RubReadPace RubReadPace;

/** Returns: (transfer full): the pace through @text. */
RubReadPace *rub_read_pace_new (RubArticleBuffer *text);
void rub_read_pace_free (RubReadPace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubReadPace, rub_read_pace_free)

/**
 * Returns: the whole minutes that the words from the character at @offset on take; 0 for less than
 *   one.
 */
guint rub_read_pace_get_left_min (RubReadPace *self, int offset);

/** Returns: which part of the words is before the character at @offset, from 0 to 1. */
double rub_read_pace_get_fraction (RubReadPace *self, int offset);

G_END_DECLS

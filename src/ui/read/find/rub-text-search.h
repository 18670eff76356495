/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Characters into the text, @end behind the last. */
typedef struct
{
  int start;
  int end;
} RubMatch;

/**
 * Looks for words in a text, whatever their case and however their accents are written, and in
 * slices, so that nobody waits: what is on screen first. A match does not go over the end of a
 * line.
 */
typedef struct _RubTextSearch RubTextSearch;

/** Returns: (transfer full): a search of @text, without words yet. */
RubTextSearch *rub_text_search_new (const char *text);
void rub_text_search_free (RubTextSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubTextSearch, rub_text_search_free)

/**
 * Forgets all matches and begins to look for @words; for nothing when they are empty.
 *
 * @offset: the character whose line is looked at first; the lines before it come last
 */
void rub_text_search_start (RubTextSearch *self, const char *words, int offset);

/**
 * Goes on looking for about @budget_us microseconds, at least through one line.
 *
 * Returns: whether there is more to do.
 */
gboolean rub_text_search_step (RubTextSearch *self, gint64 budget_us);

/** Returns: how many matches were found so far. */
guint rub_text_search_get_n_matches (RubTextSearch *self);

/** Returns: the match at @index, in the order of the text. */
RubMatch rub_text_search_get_match (RubTextSearch *self, guint index);

/** Returns: the index of the first match that ends behind @offset; their number when none does. */
guint rub_text_search_find (RubTextSearch *self, int offset);

G_END_DECLS

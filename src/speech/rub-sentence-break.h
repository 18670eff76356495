/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * @text, @end: one line of text, @text < @end
 * @language: (nullable): language of the text
 *
 * Returns: where the first sentence of the line ends, blanks behind it included: behind @text, and
 *   at most @end. It is not cut for its length.
 */
const char *rub_sentence_break_find (const char *text, const char *end, const char *language);

/**
 * Returns: where to cut the sentence between @text and @end, which has more than @max_chars
 *   characters: behind its last comma or such in reach, else behind the last blank, else anywhere
 *   between two characters.
 */
const char *rub_sentence_break_cut (const char *text, const char *end, int max_chars);

G_END_DECLS

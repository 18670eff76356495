/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands around a match in a marked text. One byte each, which no text should have in it. */
#define RUB_MATCH_OPEN '\x02'
#define RUB_MATCH_CLOSE '\x03'

/**
 * A piece of a text that shows where something was found in it.
 *
 * @text: on one line, with dots where it was cut
 * @ranges: (element-type RubRange): the matches in @text
 * @block: how many RUB_BLOCK_BREAK are before it in the whole text
 */
typedef struct
{
  char *text;
  GArray *ranges;
  int block;
} RubSnippet;

/**
 * Chooses the piece of @text with the most different matches, the first among equals, within one
 * block. When there is none, it is from the start.
 *
 * @text: valid UTF-8
 * @marked: (nullable): the same with marks around the matches
 *
 * Returns: (transfer full): the piece.
 */
RubSnippet *rub_snippet_new (const char *text, const char *marked);
void rub_snippet_free (RubSnippet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubSnippet, rub_snippet_free)

G_END_DECLS

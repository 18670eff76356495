/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"

G_BEGIN_DECLS

/**
 * Where a stretch of an article is; it may go on over several blocks.
 *
 * @block: index of the block it starts in
 * @start: byte in the text of @block
 * @end_block: index of the block it ends in, >= @block
 * @end: byte in the text of @end_block, behind its last one; > @start within one block
 */
typedef struct
{
  guint block;
  gsize start;
  guint end_block;
  gsize end;
} RubStretch;

/** Returns: whether @stretch is in @article, on characters, and not empty. */
gboolean rub_stretch_is_in (const RubStretch *stretch, RubArticle *article);

/** Returns: (transfer full) (nullable): its text, blocks on lines of their own; NULL: not in it. */
char *rub_stretch_get_text (const RubStretch *stretch, RubArticle *article);

/**
 * Finds the place in @article that has the text @quote, as rub_stretch_get_text() wrote it: at
 * @stretch (inout) if it is still there, otherwise where it begins nearest to that, counted in
 * blocks and then in bytes.
 *
 * Returns: whether there is one; then @stretch is there.
 */
gboolean rub_stretch_find_quote (RubStretch *stretch, const char *quote, RubArticle *article);

G_END_DECLS

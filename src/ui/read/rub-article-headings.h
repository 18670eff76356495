/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"

G_BEGIN_DECLS

/**
 * Returns: the first heading behind @block for @direction 1; for -1 the last one before it, or 0,
 *   the start, when there is none; -1 when there is nowhere to go.
 */
int rub_article_headings_find (RubArticle *article, int block, int direction);

/** Returns: (transfer full): what a screen reader says of the heading @block; 0 is the title. */
char *rub_article_headings_describe (RubArticle *article, int block);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"

G_BEGIN_DECLS

/**
 * Returns: (transfer full): @article as Markdown (CommonMark with tables), the title as the first
 *   heading, author and date below it. Reading it again gives the same blocks; where marks would be
 *   read as something else, the words go without them.
 */
char *rub_markdown_write (RubArticle *article);

G_END_DECLS

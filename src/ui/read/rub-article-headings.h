/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-article.h"

G_BEGIN_DECLS

/**
 * Returns: the first heading behind @block for @direction 1; for -1 the last one before it, or 0,
 *   the start, when there is none; -1 when there is nowhere to go.
 */
int rub_article_headings_find (RubArticle *article, int block, int direction);

/** Tells the heading @block as the description of @accessible, for screen readers; 0: the title. */
void rub_article_headings_tell (RubArticle *article, int block, GtkAccessible *accessible);

G_END_DECLS

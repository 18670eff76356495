/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-headings.h"

#include <glib/gi18n-lib.h>

static gboolean
is_heading (RubArticle *article, int block)
{
  return rub_block_get_fields (rub_article_get_block (article, (guint) block))->kind
         == RUB_BLOCK_HEADING;
}

int
rub_article_headings_find (RubArticle *article, int block, int direction)
{
  int n_blocks;

  g_return_val_if_fail (RUB_IS_ARTICLE (article), -1);
  g_return_val_if_fail (direction == 1 || direction == -1, -1);

  n_blocks = (int) rub_article_get_n_blocks (article);
  for (int i = block + direction; i >= 0 && i < n_blocks; i += direction)
    if (is_heading (article, i))
      return i;

  return direction < 0 && block > 0 ? 0 : -1;
}

void
rub_article_headings_tell (RubArticle *article, int block, GtkAccessible *accessible)
{
  g_autofree char *words = NULL;
  const char *heading;

  g_return_if_fail (RUB_IS_ARTICLE (article));
  g_return_if_fail (block >= 0);
  g_return_if_fail (GTK_IS_ACCESSIBLE (accessible));

  heading = rub_article_get_title (article);
  if (block < (int) rub_article_get_n_blocks (article) && is_heading (article, block))
    heading = rub_block_get_text (rub_article_get_block (article, (guint) block));

  words
    = g_strdup_printf (g_dpgettext2 (GETTEXT_PACKAGE, "screen reader", "Heading: %s"), heading);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

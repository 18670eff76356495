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

char *
rub_article_headings_describe (RubArticle *article, int block)
{
  const char *words;

  g_return_val_if_fail (RUB_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (block >= 0, NULL);

  words = rub_article_get_title (article);
  if (block < (int) rub_article_get_n_blocks (article) && is_heading (article, block))
    words = rub_block_get_text (rub_article_get_block (article, (guint) block));

  return g_strdup_printf (g_dpgettext2 (GETTEXT_PACKAGE, "screen reader", "Heading: %s"), words);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-block-json.h"
#include "rub-change-private.h"

/* In a file of its own: the background program saves no article, so it is not linked to what
 * writes one. */

void
rub_change_save_article (RubChange *self, RubSavedArticle *article, RubArticle *content,
                         GHashTable *pictures)
{
  RubStep *step;
  guint n_blocks;

  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (RUB_IS_SAVED_ARTICLE (article));
  g_return_if_fail (RUB_IS_ARTICLE (content));

  step = rub_change_add_step (self, rub_step_article);
  step->object = g_object_ref (G_OBJECT (article));
  step->content
    = rub_content_new (rub_block_json_join_text (content), rub_block_json_write (content));

  n_blocks = rub_article_get_n_blocks (content);
  for (guint i = 0; i < n_blocks; i++)
    {
      const char *address = rub_block_get_fields (rub_article_get_block (content, i))->address;

      if (address != NULL)
        rub_content_add_picture (step->content, address,
                                 pictures != NULL ? g_hash_table_lookup (pictures, address) : NULL,
                                 NULL);
    }
}

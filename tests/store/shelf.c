/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "shelf.h"

#include "rub-sql.h"
#include "rub-store-private.h"

RubArticle *
shelf_make_content (const char *title, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "|", -1);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (char **line = lines; *line != NULL; line++)
    {
      gboolean is_picture = g_str_has_prefix (*line, "https:");
      RubBlockFields fields = { .kind = is_picture ? RUB_BLOCK_PICTURE : RUB_BLOCK_PARAGRAPH,
                                .address = is_picture ? *line : NULL,
                                .text = is_picture ? "" : *line };

      g_ptr_array_add (blocks, rub_block_new (&fields));
    }

  return rub_article_new ("anything", "en", title, blocks);
}

gboolean
shelf_commit (RubStore *store, RubChange *change)
{
  g_autoptr (GError) error = NULL;

  rub_store_commit (store, change, &error);
  g_assert_no_error (error);

  return rub_change_was_applied (change);
}

RubSavedArticle *
shelf_add (RubStore *store, const char *key, const char *title, const char *text,
           GHashTable *pictures)
{
  g_autoptr (RubArticle) content = shelf_make_content (title, text);
  RubSavedArticleFields fields = { .key = key, .title = title };
  g_autoptr (RubSavedArticle) article = rub_saved_article_new (&fields);
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (RubRecords) records = NULL;

  rub_change_save_article (change, article, content, pictures);
  g_assert_true (shelf_commit (store, change));
  records = rub_store_read (store, NULL);
  g_assert_nonnull (rub_records_find_article (records, key));
  g_assert_cmpint (rub_saved_article_get_id (rub_records_find_article (records, key)), ==,
                   rub_change_get_row (change));

  return g_object_ref (rub_records_find_article (records, key));
}

gint64
shelf_highlight (RubStore *store, const char *article_id, const char *note)
{
  RubHighlightFields fields
    = { .article_id = article_id, .stretch = { 0, 0, 0, 1 }, .quote = "x", .note = note };
  g_autoptr (RubHighlight) highlight = rub_highlight_new (&fields);
  g_autoptr (RubChange) change = rub_change_new ();

  rub_change_save_highlight (change, highlight);
  g_assert_true (shelf_commit (store, change));

  return rub_change_get_row (change);
}

char *
shelf_search (RubStore *store, const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = rub_store_search (store, query, 100, NULL, &error);
  GString *keys = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (
      keys, "%s%s", i > 0 ? " " : "",
      rub_saved_article_get_key (rub_hit_get_fields (hits->pdata[i])->article));

  return g_string_free (keys, FALSE);
}

void
shelf_run (RubStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  rub_sql_exec (rub_store_lock (store), sql, &error);
  rub_store_unlock (store);
  g_assert_no_error (error);
}

void
shelf_check_index (RubStore *store)
{
  shelf_run (store,
             "INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)");
}

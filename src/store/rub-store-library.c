/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-store-library.h"

#include "rub-block-json.h"
#include "rub-pictures.h"
#include "rub-rows.h"
#include "rub-sql.h"
#include "rub-store-private.h"

static RubArticle *
build_article (sqlite3_stmt *row, GError **error)
{
  g_autoptr (RubSavedArticle) saved = rub_row_get_article (row);
  const RubSavedArticleFields *known = rub_saved_article_get_fields (saved);
  const char *text = (const char *) sqlite3_column_text (row, RUB_N_ARTICLE_COLUMNS);
  const char *json = (const char *) sqlite3_column_text (row, RUB_N_ARTICLE_COLUMNS + 1);
  g_autoptr (GPtrArray) blocks = rub_block_json_read (json, text, error);
  RubArticleFields fields = {
    .id = known->key,
    .language = known->language,
    .title = rub_saved_article_get_title (saved),
    .author = known->author,
    .date = known->date,
    .address = known->address,
  };

  return blocks != NULL ? rub_article_new_full (&fields, blocks) : NULL;
}

static RubArticle *
load_article (sqlite3 *db, const char *key, GError **error)
{
  g_autoptr (sqlite3_stmt) row = rub_sql_prepare (db,
                                                  "SELECT " RUB_ARTICLE_COLUMNS ", text, blocks"
                                                  " FROM articles JOIN article_texts USING (id)"
                                                  " WHERE key = ? AND removed_us IS NULL",
                                                  error);
  gboolean has_row = FALSE;

  if (row == NULL)
    return NULL;

  rub_sql_bind (row, "s", key);

  return rub_sql_step (row, &has_row, error) && has_row ? build_article (row, error) : NULL;
}

RubArticle *
rub_store_load_article (RubStore *self, const char *key, GError **error)
{
  RubArticle *article;
  sqlite3 *db;

  g_return_val_if_fail (RUB_IS_STORE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  db = rub_store_lock_reader (self, error);
  if (db == NULL)
    return NULL;
  article = load_article (db, key, error);
  rub_store_unlock_reader (self);

  return article;
}

static char *
find_picture_name (sqlite3 *db, const char *key, const char *address)
{
  g_autoptr (sqlite3_stmt) row
    = rub_sql_prepare (db,
                       "SELECT article_pictures.name"
                       " FROM article_pictures JOIN articles ON articles.id = article_id"
                       " WHERE key = ? AND article_pictures.address = ?"
                       " AND article_pictures.removed_us IS NULL",
                       NULL);
  gboolean has_row = FALSE;

  if (row == NULL)
    return NULL;

  rub_sql_bind (row, "ss", key, address);

  return rub_sql_step (row, &has_row, NULL) && has_row
           ? g_strdup ((const char *) sqlite3_column_text (row, 0))
           : NULL;
}

char *
rub_store_find_picture (RubStore *self, const char *key, const char *address)
{
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  sqlite3 *db;

  g_return_val_if_fail (RUB_IS_STORE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (address != NULL, NULL);

  if (rub_store_get_path (self) == NULL)
    return NULL;
  db = rub_store_lock_reader (self, NULL);
  if (db == NULL)
    return NULL;
  name = find_picture_name (db, key, address);
  rub_store_unlock_reader (self);

  /* The name comes from a file that anybody may have written. */
  if (!rub_pictures_is_name (name))
    return NULL;
  folder = rub_pictures_get_folder (rub_store_get_path (self));
  path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

static GPtrArray *
list_highlights (sqlite3 *db, const char *article_id, GError **error)
{
  g_autoptr (GPtrArray) highlights = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) row
    = rub_sql_prepare (db,
                       "SELECT " RUB_HIGHLIGHT_COLUMNS " FROM highlights"
                       " WHERE removed_us IS NULL AND article_id = ifnull (?, article_id)"
                       " AND article_id NOT IN"
                       "  (SELECT key FROM articles WHERE removed_us IS NOT NULL)"
                       " ORDER BY article_id, start_block, start_byte, id",
                       error);
  gboolean has_row = FALSE;

  if (row == NULL)
    return NULL;

  rub_sql_bind (row, "s", article_id);
  while (TRUE)
    {
      if (!rub_sql_step (row, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&highlights);
      g_ptr_array_add (highlights, rub_row_get_highlight (row));
    }
}

GPtrArray *
rub_store_list_highlights (RubStore *self, const char *article_id, GError **error)
{
  GPtrArray *highlights;
  sqlite3 *db;

  g_return_val_if_fail (RUB_IS_STORE (self), NULL);

  db = rub_store_lock_reader (self, error);
  if (db == NULL)
    return NULL;
  highlights = list_highlights (db, article_id, error);
  rub_store_unlock_reader (self);

  return highlights;
}

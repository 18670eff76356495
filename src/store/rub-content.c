/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-content.h"

#include "rub-pictures.h"
#include "rub-sql.h"

static void
free_picture (gpointer data)
{
  RubContentPicture *picture = data;

  g_clear_pointer (&picture->bytes, g_bytes_unref);
  g_free (picture->name);
  g_free (picture);
}

RubContent *
rub_content_new (char *text, char *blocks)
{
  RubContent *self = g_new0 (RubContent, 1);

  self->text = text;
  self->blocks = blocks;
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_picture);

  return self;
}

void
rub_content_free (RubContent *self)
{
  g_free (self->text);
  g_free (self->blocks);
  g_hash_table_unref (self->pictures);
  g_free (self);
}

void
rub_content_add_picture (RubContent *self, const char *address, GBytes *bytes, const char *name)
{
  RubContentPicture *picture = g_new0 (RubContentPicture, 1);

  picture->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  picture->name = g_strdup (name);
  g_hash_table_insert (self->pictures, g_strdup (address), picture);
}

static gboolean
read_pictures (RubContent *self, sqlite3 *db, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) row = rub_sql_prepare (db,
                                                  "SELECT address, name FROM article_pictures"
                                                  " WHERE article_id = ? AND removed_us IS NULL",
                                                  error);
  gboolean has_row = FALSE;

  if (row == NULL)
    return FALSE;

  rub_sql_bind (row, "i", id);
  while (TRUE)
    {
      if (!rub_sql_step (row, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      rub_content_add_picture (self, (const char *) sqlite3_column_text (row, 0), NULL,
                               (const char *) sqlite3_column_text (row, 1));
    }
}

RubContent *
rub_content_read (sqlite3 *db, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) row
    = rub_sql_prepare (db, "SELECT text, blocks FROM article_texts WHERE id = ?", error);
  g_autoptr (RubContent) self = NULL;
  gboolean has_row = FALSE;

  if (row == NULL)
    return NULL;

  rub_sql_bind (row, "i", id);
  if (!rub_sql_step (row, &has_row, error))
    return NULL;

  self = rub_content_new (g_strdup (has_row ? (const char *) sqlite3_column_text (row, 0) : ""),
                          g_strdup (has_row ? (const char *) sqlite3_column_text (row, 1) : "[]"));

  return read_pictures (self, db, id, error) ? g_steal_pointer (&self) : NULL;
}

/* Returns: (transfer full) (nullable): the file of @picture; NULL with an error, or without one
 * when the store never had it. */
static char *
find_name (RubContentPicture *picture, RubContentPicture *old, sqlite3 *db, GError **error)
{
  if (picture->bytes != NULL)
    return rub_pictures_keep (db, picture->bytes, error);
  if (picture->name != NULL)
    return g_strdup (picture->name);

  return g_strdup (old != NULL ? old->name : NULL);
}

static gboolean
write_pictures (RubContent *self, RubContent *old, sqlite3 *db, gint64 id, GError **error)
{
  GHashTableIter iter;
  gpointer address, picture;

  g_hash_table_iter_init (&iter, self->pictures);
  while (g_hash_table_iter_next (&iter, &address, &picture))
    {
      GError *local_error = NULL;
      g_autofree char *name
        = find_name (picture, old != NULL ? g_hash_table_lookup (old->pictures, address) : NULL, db,
                     &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }
      if (name != NULL
          && !rub_sql_run (db, error,
                           "INSERT INTO article_pictures (article_id, address, name)"
                           " VALUES (?, ?, ?)"
                           " ON CONFLICT (article_id, address, name) DO UPDATE SET"
                           " removed_us = NULL",
                           "iss", id, address, name))
        return FALSE;
    }

  return TRUE;
}

gboolean
rub_content_write (RubContent *self, RubContent *old, sqlite3 *db, gint64 id, gint64 now_us,
                   GError **error)
{
  return rub_sql_run (db, error,
                      "INSERT INTO article_texts (id, text, blocks) VALUES (?, ?, ?)"
                      " ON CONFLICT (id) DO UPDATE SET text = excluded.text,"
                      " blocks = excluded.blocks",
                      "iss", id, self->text, self->blocks)
         && rub_sql_run (db, error,
                         "UPDATE article_pictures SET removed_us = ?"
                         " WHERE article_id = ? AND removed_us IS NULL",
                         "ii", now_us, id)
         && write_pictures (self, old, db, id, error);
}

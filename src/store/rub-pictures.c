/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-pictures.h"

#include <errno.h>
#include <string.h>

#include <glib/gstdio.h>

#include "rub-sql.h"
#include "rub-store-library.h"

#define NAME_LENGTH 64

char *
rub_pictures_get_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, RUB_PICTURES_FOLDER, NULL);
}

gboolean
rub_pictures_is_name (const char *name)
{
  return name != NULL && strlen (name) == NAME_LENGTH
         && strspn (name, "0123456789abcdef") == NAME_LENGTH;
}

static int
get_code (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return SQLITE_FULL;

  return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES)
             || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM)
             || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS)
           ? SQLITE_READONLY
           : SQLITE_IOERR;
}

static gboolean
has_size (const char *path, gsize size)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && (gsize) info.st_size == size;
}

static gboolean
write_file (const char *folder, const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_mkdir_with_parents (folder, 0700);
  if (has_size (path, size)
      || g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, &local_error))
    return TRUE;

  g_debug ("%s", local_error->message);
  rub_sql_set_error (NULL, get_code (local_error), error);

  return FALSE;
}

char *
rub_pictures_keep (sqlite3 *db, GBytes *bytes, GError **error)
{
  const char *store = sqlite3_db_filename (db, "main");
  g_autofree char *name = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (store == NULL || store[0] == '\0')
    return g_steal_pointer (&name);

  folder = rub_pictures_get_folder (store);
  path = g_build_filename (folder, name, NULL);

  return write_file (folder, path, bytes, error) ? g_steal_pointer (&name) : NULL;
}

void
rub_pictures_sweep (sqlite3 *db)
{
  const char *store = sqlite3_db_filename (db, "main");
  g_autofree char *folder = store != NULL ? rub_pictures_get_folder (store) : NULL;
  g_autoptr (sqlite3_stmt) statement
    = rub_sql_prepare (db, "SELECT 1 FROM article_pictures WHERE name = ?", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  gboolean has_row;

  if (store == NULL || store[0] == '\0' || statement == NULL)
    return;

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      sqlite3_reset (statement);
      rub_sql_bind (statement, "s", name);
      if (rub_sql_step (statement, &has_row, NULL) && !has_row)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);

          g_unlink (path);
        }
    }
}

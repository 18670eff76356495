/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-rescue.h"

#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "rub-sql.h"
#include "rub-store-private.h"

static const char *const companions[] = { "", "-wal", "-shm" };

static char *
format_stamp (gint64 now_us)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (now_us / G_USEC_PER_SEC);

  return g_date_time_format (now, "%Y%m%dT%H%M%SZ");
}

static char *
get_backup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "backups", NULL);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) b, *(const char *const *) a);
}

/* Names carry their time, so the newest sorts last. Returns full paths, newest first. */
static GPtrArray *
list_backups (const char *path)
{
  g_autofree char *folder = get_backup_folder (path);
  GPtrArray *backups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "rubdown-") && g_str_has_suffix (name, ".db"))
      g_ptr_array_add (backups, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (backups, compare_newest_first);

  return backups;
}

static gint64
get_made_us (const char *backup)
{
  g_autofree char *name = g_path_get_basename (backup);
  g_autofree char *stamp = g_strndup (name + strlen ("rubdown-"), strlen ("YYYYmmddTHHMMSSZ"));
  g_autoptr (GDateTime) made = g_date_time_new_from_iso8601 (stamp, NULL);

  return made != NULL ? g_date_time_to_unix (made) * G_USEC_PER_SEC : 0;
}

/* Since 3.44 SQLite looks at the index of words too. That is made anew when it is damaged, so it
 * is no reason to give up a store or a backup. */
static gboolean
is_finding (const char *row)
{
  return g_strcmp0 (row, "ok") != 0 && (row == NULL || strstr (row, "article_words") == NULL);
}

static gboolean
is_sound (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = rub_sql_prepare (db, "PRAGMA quick_check (9)", error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      if (!rub_sql_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (is_finding ((const char *) sqlite3_column_text (statement, 0)))
        {
          rub_sql_set_error (db, SQLITE_CORRUPT, error);
          return FALSE;
        }
    }
}

static gboolean
is_sound_file (const char *path)
{
  g_autoptr (sqlite3) db = NULL;
  gint64 version = 0;

  return sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK
         && rub_sql_get_int (db, "PRAGMA user_version", &version, NULL) && version > 0
         && is_sound (db, NULL);
}

static gboolean
sync_file (const char *path, GError **error)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_synced = file >= 0 && fsync (file) == 0;

  if (!is_synced)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
  if (file >= 0)
    g_close (file, NULL);

  return is_synced;
}

static gboolean
move_file (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("Could not move “%s”: %s"), from,
               g_strerror (errno));

  return FALSE;
}

/* Written under another name and moved, so that a backup that exists is whole. */
static gboolean
copy_store (RubStore *store, const char *target, GError **error)
{
  g_autofree char *part = g_strconcat (target, ".part", NULL);
  sqlite3 *db = rub_store_lock (store);
  gboolean is_copied;

  g_unlink (part);
  is_copied = is_sound (db, error) && rub_sql_run (db, error, "VACUUM INTO ?", "s", part)
              && g_chmod (part, 0600) == 0;
  rub_store_unlock (store);

  if (is_copied && sync_file (part, error) && move_file (part, target, error))
    return TRUE;

  g_unlink (part);

  return FALSE;
}

gboolean
rub_store_back_up (RubStore *self, gint64 now_us, GError **error)
{
  const char *path;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *stamp = format_stamp (now_us);
  g_autofree char *name = g_strdup_printf ("rubdown-%s.db", stamp);
  g_autofree char *target = NULL;

  g_return_val_if_fail (RUB_IS_STORE (self), FALSE);

  path = rub_store_get_path (self);
  if (path == NULL || rub_store_get_fault (self) != NULL)
    return TRUE;

  backups = list_backups (path);
  if (backups->len > 0 && now_us - get_made_us (backups->pdata[0]) < RUB_BACKUP_EVERY_US)
    return TRUE;

  folder = get_backup_folder (path);
  g_mkdir_with_parents (folder, 0700);
  target = g_build_filename (folder, name, NULL);
  if (!copy_store (self, target, error))
    return FALSE;

  for (guint i = RUB_N_BACKUPS - 1; i < backups->len; i++)
    g_unlink (backups->pdata[i]);

  return TRUE;
}

char *
rub_rescue_find_backup (const char *path, gint64 *made_us)
{
  g_autoptr (GPtrArray) backups = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  backups = list_backups (path);
  for (guint i = 0; i < backups->len; i++)
    if (is_sound_file (backups->pdata[i]))
      {
        if (made_us != NULL)
          *made_us = get_made_us (backups->pdata[i]);
        return g_strdup (backups->pdata[i]);
      }

  return NULL;
}

static gboolean
set_files_aside (const char *path, const char *aside, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (path, companions[i], NULL);
      g_autofree char *to = g_strconcat (aside, companions[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && !move_file (from, to, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error)
         && g_chmod (to, 0600) == 0 && sync_file (to, error);
}

/* A name that is free, so that nothing set aside before is overwritten. */
static char *
choose_aside (const char *path, gint64 now_us)
{
  g_autofree char *stamp = format_stamp (now_us);
  char *aside = g_strdup_printf ("%s.damaged-%s", path, stamp);

  for (int i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%s-%d", path, stamp, i);
    }

  return aside;
}

gboolean
rub_rescue_replace (const char *path, const char *backup, gint64 now_us, char **set_aside,
                    GError **error)
{
  g_autofree char *aside = NULL;
  g_autofree char *part = NULL;

  g_return_val_if_fail (path != NULL && set_aside != NULL, FALSE);

  aside = choose_aside (path, now_us);
  part = g_strconcat (path, ".part", NULL);

  /* The copy is whole before the old file moves; a failure until then changes nothing. */
  if (backup != NULL && !copy_file (backup, part, error))
    {
      g_unlink (part);
      return FALSE;
    }
  if (!set_files_aside (path, aside, error) || (backup != NULL && !move_file (part, path, error)))
    return FALSE;

  *set_aside = g_steal_pointer (&aside);

  return TRUE;
}

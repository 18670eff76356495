/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-connection.h"

#include <errno.h>
#include <fcntl.h>

#include <glib/gstdio.h>

#include "rub-migrations.h"
#include "rub-sql.h"
#include "rub-upkeep.h"

#define BUSY_TIMEOUT_MS 5000
#define RETRY_MS 50

/* Two programs that open a new file at once can fail here although a busy timeout is set: SQLite
 * does not wait for the lock that changes the journal mode. */
static gboolean
set_journal_mode (sqlite3 *db, GError **error)
{
  for (int waited_ms = 0;; waited_ms += RETRY_MS)
    {
      g_autoptr (GError) local_error = NULL;

      if (rub_sql_exec (db, "PRAGMA journal_mode = WAL", &local_error))
        return TRUE;

      if (waited_ms >= BUSY_TIMEOUT_MS
          || !g_error_matches (local_error, RUB_STORE_ERROR, RUB_STORE_ERROR_BUSY))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_usleep (RETRY_MS * 1000);
    }
}

static gboolean
configure (sqlite3 *db, GError **error)
{
  sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS);
  sqlite3_extended_result_codes (db, TRUE);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return rub_sql_exec (db,
                       "PRAGMA trusted_schema = OFF;"
                       "PRAGMA foreign_keys = ON;"
                       "PRAGMA synchronous = FULL;"
                       "PRAGMA cache_size = -512;",
                       error);
}

static sqlite3 *
open_file (const char *name, int flags, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int code = sqlite3_open_v2 (name, &db, flags | SQLITE_OPEN_NOMUTEX, NULL);

  if (code != SQLITE_OK)
    {
      rub_sql_set_error (db, code, error);
      return NULL;
    }

  return configure (db, error) ? g_steal_pointer (&db) : NULL;
}

static sqlite3 *
open_writable (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (sqlite3) db = NULL;
  int file;

  /* Made by us first, so that the file and SQLite's files beside it are private from the start. */
  if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      file = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      if (file >= 0)
        g_close (file, NULL);
    }

  db = open_file (path, SQLITE_OPEN_READWRITE, error);
  if (db == NULL || !set_journal_mode (db, error) || !rub_migrate (db, error)
      || !rub_upkeep_purge (db, g_get_real_time (), error))
    return NULL;

  return g_steal_pointer (&db);
}

/* What an older version wrote is brought to this one's schema in a copy that only memory holds:
 * the queries need not know the past. */
static sqlite3 *
copy_to_memory (sqlite3 *db)
{
  g_autoptr (sqlite3) copy = open_file (":memory:", SQLITE_OPEN_READWRITE, NULL);
  sqlite3_backup *backup = copy != NULL ? sqlite3_backup_init (copy, "main", db, "main") : NULL;

  if (backup == NULL)
    return NULL;
  sqlite3_backup_step (backup, -1);
  if (sqlite3_backup_finish (backup) != SQLITE_OK || !rub_migrate (copy, NULL))
    return NULL;

  return g_steal_pointer (&copy);
}

/* A file in a folder that cannot be written has no index of its log; it is then read as a file
 * that nobody changes. */
static sqlite3 *
open_readable (const char *path)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);

  for (int is_immutable = 0; is_immutable < 2; is_immutable++)
    {
      g_autofree char *uri
        = g_strdup_printf ("file:%s?mode=ro&immutable=%d", escaped, is_immutable);
      g_autoptr (sqlite3) db = open_file (uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
      gint64 version = 0;

      if (db != NULL && rub_sql_get_int (db, "PRAGMA user_version", &version, NULL) && version > 0)
        return version < RUB_SCHEMA_VERSION ? copy_to_memory (db) : g_steal_pointer (&db);
    }

  return NULL;
}

sqlite3 *
rub_connection_open (const char *path, GError **fault, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3 *db = open_writable (path, &local_error);

  if (db != NULL)
    return db;

  if (g_error_matches (local_error, RUB_STORE_ERROR, RUB_STORE_ERROR_NEWER)
      || g_error_matches (local_error, RUB_STORE_ERROR, RUB_STORE_ERROR_READ_ONLY)
      || g_error_matches (local_error, RUB_STORE_ERROR, RUB_STORE_ERROR_FULL)
      || g_error_matches (local_error, RUB_STORE_ERROR, RUB_STORE_ERROR_FAILED))
    db = open_readable (path);

  if (db != NULL)
    g_propagate_error (fault, g_steal_pointer (&local_error));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return db;
}

sqlite3 *
rub_connection_open_reader (const char *path, GError **error)
{
  return open_file (path, SQLITE_OPEN_READONLY, error);
}

sqlite3 *
rub_connection_open_in_memory (void)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = open_file (":memory:", SQLITE_OPEN_READWRITE, &error);

  if (db == NULL || !rub_migrate (db, &error))
    g_error ("No store in memory: %s", error->message);

  return db;
}

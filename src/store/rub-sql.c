/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sql.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rub-store.h"

static RubStoreError
classify (int code)
{
  if (code == SQLITE_CORRUPT_VTAB)
    return RUB_STORE_ERROR_INDEX;

  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return RUB_STORE_ERROR_DAMAGED;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return RUB_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return RUB_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return RUB_STORE_ERROR_BUSY;
    default:
      return RUB_STORE_ERROR_FAILED;
    }
}

static const char *
get_words (RubStoreError kind)
{
  switch (kind)
    {
    case RUB_STORE_ERROR_DAMAGED:
      return _("The file with your data is damaged.");
    case RUB_STORE_ERROR_READ_ONLY:
      return _("The file with your data cannot be written. Check the permissions of its folder.");
    case RUB_STORE_ERROR_FULL:
      return _("The disk is full. Free some space, then try again.");
    case RUB_STORE_ERROR_BUSY:
      return _("Another program is using your data. Try again in a moment.");
    case RUB_STORE_ERROR_INDEX:
      return _("The index of your articles is damaged, so they cannot be searched.");
    case RUB_STORE_ERROR_NEWER:
    case RUB_STORE_ERROR_FAILED:
    default:
      return _("Your data could not be reached.");
    }
}

void
rub_sql_set_error (sqlite3 *db, int code, GError **error)
{
  RubStoreError kind = classify (code);

  g_debug ("SQLite: %s: %s", sqlite3_errstr (code), db != NULL ? sqlite3_errmsg (db) : "");
  if (kind == RUB_STORE_ERROR_FAILED)
    g_set_error (error, RUB_STORE_ERROR, kind, "%s (%s)", get_words (kind), sqlite3_errstr (code));
  else
    g_set_error_literal (error, RUB_STORE_ERROR, kind, get_words (kind));
}

gboolean
rub_sql_exec (sqlite3 *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  rub_sql_set_error (db, sqlite3_extended_errcode (db), error);

  return FALSE;
}

sqlite3_stmt *
rub_sql_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK)
    return statement;

  rub_sql_set_error (db, sqlite3_extended_errcode (db), error);

  return NULL;
}

static void
bind_list (sqlite3_stmt *statement, const char *types, va_list arguments)
{
  int code = SQLITE_OK;

  for (int i = 0; types[i] != '\0'; i++)
    {
      if (types[i] == 'i')
        code |= sqlite3_bind_int64 (statement, i + 1, va_arg (arguments, gint64));
      else if (types[i] == 'd')
        /* SQLite stores NAN as NULL. */
        code |= sqlite3_bind_double (statement, i + 1, va_arg (arguments, double));
      else if (types[i] == 's')
        code |= sqlite3_bind_text (statement, i + 1, va_arg (arguments, const char *), -1,
                                   SQLITE_STATIC);
      else
        g_assert_not_reached ();
    }
  g_assert (code == SQLITE_OK);
}

void
rub_sql_bind (sqlite3_stmt *statement, const char *types, ...)
{
  va_list arguments;

  va_start (arguments, types);
  bind_list (statement, types, arguments);
  va_end (arguments);
}

gboolean
rub_sql_step (sqlite3_stmt *statement, gboolean *has_row, GError **error)
{
  int code = sqlite3_step (statement);
  sqlite3 *db = sqlite3_db_handle (statement);

  *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  rub_sql_set_error (db, sqlite3_extended_errcode (db), error);

  return FALSE;
}

gboolean
rub_sql_run (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (sqlite3_stmt) statement = rub_sql_prepare (db, sql, error);
  gboolean has_row = FALSE;
  va_list arguments;

  if (statement == NULL)
    return FALSE;

  va_start (arguments, types);
  bind_list (statement, types, arguments);
  va_end (arguments);

  return rub_sql_step (statement, &has_row, error);
}

gboolean
rub_sql_get_int (sqlite3 *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = rub_sql_prepare (db, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL || !rub_sql_step (statement, &has_row, error))
    return FALSE;

  *value = has_row ? sqlite3_column_int64 (statement, 0) : 0;

  return TRUE;
}

const char *
rub_sql_get_text (sqlite3_stmt *row, int column)
{
  return (const char *) sqlite3_column_text (row, column);
}

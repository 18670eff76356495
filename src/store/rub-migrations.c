/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-migrations.h"

#include <glib/gi18n-lib.h>

#include "rub-sql.h"
#include "rub-store.h"

/* One string a version, in order; a published one is never edited. Instants are UTC microseconds;
 * removed_us marks rows that an undo may still bring back. */
static const char *const migrations[RUB_SCHEMA_VERSION] = {
  "PRAGMA application_id = 0x52756264;"
  "CREATE TABLE runs ("
  "  id INTEGER PRIMARY KEY,"
  "  start_us INTEGER NOT NULL,"
  "  added_us INTEGER NOT NULL,"
  "  zone TEXT,"
  "  elapsed_s INTEGER NOT NULL CHECK (elapsed_s > 0),"
  "  distance_m REAL NOT NULL CHECK (distance_m >= 0),"
  "  ascent_m REAL,"
  "  descent_m REAL,"
  "  effort INTEGER CHECK (effort BETWEEN 0 AND 10),"
  "  kind TEXT NOT NULL,"
  "  source TEXT NOT NULL,"
  "  note TEXT,"
  "  removed_us INTEGER"
  ") STRICT;"
  "CREATE INDEX runs_by_start ON runs (start_us);"
  "CREATE TABLE checks ("
  "  id INTEGER PRIMARY KEY,"
  "  made_us INTEGER NOT NULL,"
  "  run_id INTEGER REFERENCES runs (id) ON DELETE SET NULL,"
  "  removed_us INTEGER"
  ") STRICT;"
  "CREATE INDEX checks_by_run ON checks (run_id);"
  "CREATE TABLE check_regions ("
  "  check_id INTEGER NOT NULL REFERENCES checks (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  region TEXT NOT NULL,"
  "  soreness INTEGER NOT NULL CHECK (soreness BETWEEN 1 AND 10),"
  "  sensation TEXT NOT NULL,"
  "  PRIMARY KEY (check_id, region)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE rules ("
  "  id TEXT PRIMARY KEY,"
  "  is_enabled INTEGER NOT NULL,"
  "  delay_min INTEGER NOT NULL,"
  "  wall_min INTEGER NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE reminders ("
  "  id TEXT PRIMARY KEY,"
  "  rule_id TEXT NOT NULL,"
  "  run_id INTEGER NOT NULL,"
  "  state TEXT NOT NULL,"
  "  due_us INTEGER NOT NULL,"
  "  changed_us INTEGER NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE massages ("
  "  id INTEGER PRIMARY KEY,"
  "  start_us INTEGER NOT NULL,"
  "  elapsed_s INTEGER NOT NULL CHECK (elapsed_s >= 0),"
  "  reminder_id TEXT,"
  "  removed_us INTEGER"
  ") STRICT;"
  "CREATE TABLE places ("
  "  article_id TEXT PRIMARY KEY,"
  "  block INTEGER NOT NULL CHECK (block >= 0)"
  ") STRICT, WITHOUT ROWID;",
  /* Tender was a word for what is now said as an ache. */
  "ALTER TABLE check_regions ADD COLUMN note TEXT;"
  "UPDATE check_regions SET sensation = 'dull' WHERE sensation = 'tender';",
};

static gboolean
apply_migrations (sqlite3 *db, gint64 version, GError **error)
{
  for (gint64 i = version; i < RUB_SCHEMA_VERSION; i++)
    if (!rub_sql_exec (db, migrations[i], error))
      return FALSE;

  /* A pragma takes no parameters; the number is ours. */
  return rub_sql_exec (db, "PRAGMA user_version = " G_STRINGIFY (RUB_SCHEMA_VERSION), error);
}

gboolean
rub_migrate (sqlite3 *db, GError **error)
{
  gint64 version = 0;

  if (!rub_sql_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == RUB_SCHEMA_VERSION)
    return TRUE;

  /* Another program may be migrating: look again once the file is ours. */
  if (!rub_sql_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (rub_sql_get_int (db, "PRAGMA user_version", &version, error)
      && version <= RUB_SCHEMA_VERSION && apply_migrations (db, version, error)
      && rub_sql_exec (db, "COMMIT", error))
    return TRUE;

  if (version > RUB_SCHEMA_VERSION)
    g_set_error_literal (error, RUB_STORE_ERROR, RUB_STORE_ERROR_NEWER,
                         _("Your data was written by a newer version of Rubdown. It can be read, "
                           "but not changed. Update Rubdown to go on."));
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-migrations.h"

#include <glib/gi18n-lib.h>

#include "rub-sql.h"
#include "rub-store.h"

/* When reminders do not come, what that means to each rule, and which came a second time. */
#define ADD_QUIET                                                                                  \
  "CREATE TABLE quiet ("                                                                           \
  "  id INTEGER PRIMARY KEY CHECK (id = 1),"                                                       \
  "  from_min INTEGER NOT NULL,"                                                                   \
  "  to_min INTEGER NOT NULL,"                                                                     \
  "  paused_us INTEGER NOT NULL,"                                                                  \
  "  pause_end INTEGER NOT NULL,"                                                                  \
  "  repeat_min INTEGER NOT NULL"                                                                  \
  ") STRICT;"                                                                                      \
  "CREATE TABLE quiet_rules ("                                                                     \
  "  rule_id TEXT PRIMARY KEY,"                                                                    \
  "  policy TEXT NOT NULL"                                                                         \
  ") STRICT, WITHOUT ROWID;"                                                                       \
  "ALTER TABLE reminders ADD COLUMN repeated_us INTEGER NOT NULL DEFAULT 0;"

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
  /* The library. The text of an article is one piece, and blocks only say where each begins and
   * what it is. The index of words holds no text of its own: article_pages is what it is of. It
   * has no triggers, which may not use it while trusted_schema is off; see rub-word-index.h. */
  "CREATE TABLE articles ("
  "  id INTEGER PRIMARY KEY,"
  "  key TEXT NOT NULL UNIQUE,"
  "  address TEXT,"
  "  title TEXT NOT NULL,"
  "  name TEXT,"
  "  author TEXT,"
  "  date TEXT,"
  "  language TEXT NOT NULL,"
  "  site TEXT,"
  "  n_words INTEGER NOT NULL CHECK (n_words >= 0),"
  "  added_us INTEGER NOT NULL,"
  "  refreshed_us INTEGER NOT NULL,"
  "  etag TEXT,"
  "  last_modified TEXT,"
  "  is_archived INTEGER NOT NULL,"
  "  removed_us INTEGER"
  ") STRICT;"
  "CREATE INDEX articles_removed ON articles (removed_us) WHERE removed_us IS NOT NULL;"
  "CREATE TABLE article_texts ("
  "  id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,"
  "  text TEXT NOT NULL,"
  "  blocks TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE article_pictures ("
  "  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,"
  "  address TEXT NOT NULL,"
  "  name TEXT NOT NULL,"
  "  removed_us INTEGER,"
  "  PRIMARY KEY (article_id, address, name)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX article_pictures_removed ON article_pictures (removed_us)"
  "  WHERE removed_us IS NOT NULL;"
  "CREATE INDEX article_pictures_by_name ON article_pictures (name);"
  "CREATE TABLE highlights ("
  "  id INTEGER PRIMARY KEY,"
  "  article_id TEXT NOT NULL,"
  "  start_block INTEGER NOT NULL CHECK (start_block >= 0),"
  "  start_byte INTEGER NOT NULL CHECK (start_byte >= 0),"
  "  end_block INTEGER NOT NULL CHECK (end_block >= start_block),"
  "  end_byte INTEGER NOT NULL CHECK (end_byte >= 0),"
  "  color TEXT NOT NULL,"
  "  quote TEXT NOT NULL,"
  "  note TEXT,"
  "  made_us INTEGER NOT NULL,"
  "  removed_us INTEGER"
  ") STRICT;"
  "CREATE INDEX highlights_by_article ON highlights (article_id);"
  "CREATE INDEX highlights_removed ON highlights (removed_us) WHERE removed_us IS NOT NULL;"
  /* One that was renamed is found by either name. */
  "CREATE VIEW article_pages AS"
  "  SELECT id, coalesce (name || char (10), '') || title AS title, author, text,"
  "    (SELECT group_concat (note, char (10)) FROM"
  "      (SELECT note FROM highlights WHERE article_id = key AND removed_us IS NULL"
  "        AND note IS NOT NULL ORDER BY id)) AS notes"
  "  FROM articles JOIN article_texts USING (id);"
  "CREATE VIRTUAL TABLE article_words USING fts5 ("
  "  title, author, text, notes, content = 'article_pages', content_rowid = 'id',"
  "  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'"
  ");"
  "CREATE TRIGGER articles_deleted AFTER DELETE ON articles BEGIN"
  "  DELETE FROM highlights WHERE article_id = old.key;"
  "  DELETE FROM places WHERE article_id = old.key;"
  "END;",
  /* Runs and races to come, on a day of the wall's calendar (Julian, as GDate counts), and rules
   * that are stored whole. */
  "CREATE TABLE planned_runs ("
  "  id INTEGER PRIMARY KEY,"
  "  added_us INTEGER NOT NULL,"
  "  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 3652059),"
  "  wall_min INTEGER CHECK (wall_min BETWEEN 0 AND 1439),"
  "  kind TEXT NOT NULL,"
  "  distance_m REAL NOT NULL CHECK (distance_m >= 0),"
  "  name TEXT,"
  "  removed_us INTEGER"
  ") STRICT;"
  "CREATE TABLE own_rules ("
  "  id TEXT PRIMARY KEY,"
  "  task TEXT NOT NULL,"
  "  cause TEXT NOT NULL,"
  "  demands TEXT NOT NULL,"
  "  kinds TEXT NOT NULL,"
  "  min_distance_m REAL NOT NULL,"
  "  min_elapsed_s INTEGER NOT NULL,"
  "  min_effort INTEGER NOT NULL,"
  "  weekdays INTEGER NOT NULL,"
  "  every_weeks INTEGER NOT NULL CHECK (every_weeks > 0),"
  "  start_day INTEGER NOT NULL,"
  "  days INTEGER NOT NULL,"
  "  delay_min INTEGER NOT NULL,"
  "  wall_min INTEGER NOT NULL,"
  "  minutes INTEGER NOT NULL,"
  "  intensity TEXT NOT NULL,"
  "  is_enabled INTEGER NOT NULL,"
  "  since_us INTEGER NOT NULL,"
  "  name TEXT"
  ") STRICT, WITHOUT ROWID;",
  ADD_QUIET,
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

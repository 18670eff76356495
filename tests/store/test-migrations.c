/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "rub-migrations.h"
#include "rub-sql.h"
#include "rub-store-private.h"
#include "shelf.h"

#define MADE_US (G_GINT64_CONSTANT (1778565600) * G_TIME_SPAN_SECOND)

/* What the first version wrote. It is kept here word for word, so that a change of the program's
 * own copy of it shows. */
#define SCHEMA_1                                                                                   \
  "PRAGMA application_id = 0x52756264;"                                                            \
  "CREATE TABLE runs ("                                                                            \
  "  id INTEGER PRIMARY KEY,"                                                                      \
  "  start_us INTEGER NOT NULL,"                                                                   \
  "  added_us INTEGER NOT NULL,"                                                                   \
  "  zone TEXT,"                                                                                   \
  "  elapsed_s INTEGER NOT NULL CHECK (elapsed_s > 0),"                                            \
  "  distance_m REAL NOT NULL CHECK (distance_m >= 0),"                                            \
  "  ascent_m REAL,"                                                                               \
  "  descent_m REAL,"                                                                              \
  "  effort INTEGER CHECK (effort BETWEEN 0 AND 10),"                                              \
  "  kind TEXT NOT NULL,"                                                                          \
  "  source TEXT NOT NULL,"                                                                        \
  "  note TEXT,"                                                                                   \
  "  removed_us INTEGER"                                                                           \
  ") STRICT;"                                                                                      \
  "CREATE INDEX runs_by_start ON runs (start_us);"                                                 \
  "CREATE TABLE checks ("                                                                          \
  "  id INTEGER PRIMARY KEY,"                                                                      \
  "  made_us INTEGER NOT NULL,"                                                                    \
  "  run_id INTEGER REFERENCES runs (id) ON DELETE SET NULL,"                                      \
  "  removed_us INTEGER"                                                                           \
  ") STRICT;"                                                                                      \
  "CREATE INDEX checks_by_run ON checks (run_id);"                                                 \
  "CREATE TABLE check_regions ("                                                                   \
  "  check_id INTEGER NOT NULL REFERENCES checks (id) ON DELETE CASCADE,"                          \
  "  position INTEGER NOT NULL,"                                                                   \
  "  region TEXT NOT NULL,"                                                                        \
  "  soreness INTEGER NOT NULL CHECK (soreness BETWEEN 1 AND 10),"                                 \
  "  sensation TEXT NOT NULL,"                                                                     \
  "  PRIMARY KEY (check_id, region)"                                                               \
  ") STRICT, WITHOUT ROWID;"                                                                       \
  "CREATE TABLE rules ("                                                                           \
  "  id TEXT PRIMARY KEY,"                                                                         \
  "  is_enabled INTEGER NOT NULL,"                                                                 \
  "  delay_min INTEGER NOT NULL,"                                                                  \
  "  wall_min INTEGER NOT NULL"                                                                    \
  ") STRICT, WITHOUT ROWID;"                                                                       \
  "CREATE TABLE reminders ("                                                                       \
  "  id TEXT PRIMARY KEY,"                                                                         \
  "  rule_id TEXT NOT NULL,"                                                                       \
  "  run_id INTEGER NOT NULL,"                                                                     \
  "  state TEXT NOT NULL,"                                                                         \
  "  due_us INTEGER NOT NULL,"                                                                     \
  "  changed_us INTEGER NOT NULL"                                                                  \
  ") STRICT, WITHOUT ROWID;"                                                                       \
  "CREATE TABLE massages ("                                                                        \
  "  id INTEGER PRIMARY KEY,"                                                                      \
  "  start_us INTEGER NOT NULL,"                                                                   \
  "  elapsed_s INTEGER NOT NULL CHECK (elapsed_s >= 0),"                                           \
  "  reminder_id TEXT,"                                                                            \
  "  removed_us INTEGER"                                                                           \
  ") STRICT;"                                                                                      \
  "CREATE TABLE places ("                                                                          \
  "  article_id TEXT PRIMARY KEY,"                                                                 \
  "  block INTEGER NOT NULL CHECK (block >= 0)"                                                    \
  ") STRICT, WITHOUT ROWID;"                                                                       \
  "PRAGMA user_version = 1;"

#define ROWS_1                                                                                     \
  "INSERT INTO runs VALUES"                                                                        \
  " (3, 1778560000000000, 1778565000000000, 'Europe/Berlin', 3600, 10000.0, NULL, NULL, 7,"        \
  "  'tempo', 'gpx', 'windy', NULL);"                                                              \
  "INSERT INTO checks VALUES (5, 1778565600000000, 3, NULL), (6, 1778565500000000, NULL, NULL);"   \
  "INSERT INTO check_regions VALUES"                                                               \
  " (5, 0, 'soleus-left', 6, 'tender'), (5, 1, 'shin-right', 2, 'tight'),"                         \
  " (5, 2, 'quad-rectus-left', 4, 'dull');"                                                        \
  "INSERT INTO rules VALUES ('hard', 1, 90, 0);"

static char *
make_first_version (const char *journal_mode)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *pragma = g_strdup_printf ("PRAGMA journal_mode = %s", journal_mode);
  g_autoptr (sqlite3) db = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, pragma, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, SCHEMA_1 ROWS_1, NULL, NULL, NULL), ==, SQLITE_OK);

  return g_steal_pointer (&path);
}

/* What the second version made of it, and what it then wrote. */
#define SCHEMA_2                                                                                   \
  SCHEMA_1                                                                                         \
  "ALTER TABLE check_regions ADD COLUMN note TEXT;"                                                \
  "PRAGMA user_version = 2;"

#define ROWS_2                                                                                     \
  "INSERT INTO runs VALUES"                                                                        \
  " (3, 1778560000000000, 1778565000000000, 'Europe/Berlin', 3600, 10000.0, NULL, 3.5, 7,"         \
  "  'tempo', 'gpx', 'windy', NULL),"                                                              \
  " (4, 1778560000000001, 1778565000000001, NULL, 60, 0.0, 1.0, NULL, NULL, 'easy', 'hand', NULL," \
  "  4102444800000000);"                                                                           \
  "INSERT INTO checks VALUES (5, 1778565600000000, 3, NULL), (6, 1778565500000000, NULL, NULL);"   \
  "INSERT INTO check_regions VALUES"                                                               \
  " (5, 0, 'soleus-left', 6, 'throbbing', 'at night'), (5, 1, 'shin-right', 2, 'tight', NULL);"    \
  "INSERT INTO rules VALUES ('hard', 1, 90, 0);"                                                   \
  "INSERT INTO reminders VALUES ('hard/3', 'hard', 3, 'done', 5, 6);"                              \
  "INSERT INTO massages VALUES (2, 1778565600000000, 480, 'hard/3', NULL);"                        \
  "INSERT INTO places VALUES ('massage-for-runners', 12), ('https://a.org/', 3);"

/* All that is in the tables of the second version. */
static char *
dump_second (sqlite3 *db)
{
  static const char *const tables[]
    = { "runs", "checks", "check_regions", "rules", "reminders", "massages", "places" };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      /* A column of the reminders came later. */
      gboolean is_reminders = g_str_equal (tables[i], "reminders");
      g_autofree char *sql
        = g_strdup_printf ("SELECT %s FROM %s ORDER BY 1, 2",
                           is_reminders ? "id, rule_id, run_id, state, due_us, changed_us" : "*",
                           tables[i]);
      g_autoptr (sqlite3_stmt) row = rub_sql_prepare (db, sql, NULL);

      while (sqlite3_step (row) == SQLITE_ROW)
        for (int j = 0; j < sqlite3_column_count (row); j++)
          g_string_append_printf (text, "%s%s", j > 0 ? "," : "\n",
                                  (const char *) sqlite3_column_text (row, j));
    }

  return g_string_free (text, FALSE);
}

/* Nothing of the second version is touched, and the library is there, empty, to be filled. */
static void
test_second (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *before = NULL;
  g_autoptr (sqlite3) db = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, SCHEMA_2 ROWS_2, NULL, NULL, NULL), ==, SQLITE_OK);
  before = dump_second (db);
  g_assert_nonnull (strstr (before, "throbbing,at night"));
  g_clear_pointer (&db, sqlite3_close);

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RubStore) store = rub_store_open (path, &error);
      g_autoptr (RubSavedArticle) article = NULL;
      g_autofree char *key = g_strdup_printf ("saved:%d", round);
      g_autofree char *after = NULL;
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      g_assert_null (rub_store_get_fault (store));
      after = dump_second (rub_store_lock (store));
      rub_store_unlock (store);
      g_assert_cmpstr (after, ==, before);
      found = shelf_search (store, "calf");
      g_assert_cmpstr (found, ==, round == 0 ? "" : "saved:0");
      article = shelf_add (store, key, "A title", "The calf", NULL);
      shelf_check_index (store);
    }
}

/* The third version knew nothing of plans: they are there, empty, and its articles are kept. */
static void
test_third (void)
{
  g_autofree char *path = rub_store_get_default_path ();

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RubStore) store = rub_store_open (path, &error);
      g_autoptr (RubRecords) records = rub_store_read (store, &error);
      g_autoptr (RubSavedArticle) article = NULL;

      g_assert_no_error (error);
      g_assert_null (rub_store_get_fault (store));
      g_assert_cmpuint (records->articles->len, ==, round);
      g_assert_cmpuint (records->own_rules->len, ==, 0);
      g_assert_cmpuint (records->planned->len, ==, 0);
      if (round > 0)
        break;
      article = shelf_add (store, "saved:1", "A title", "The calf", NULL);
      rub_sql_exec (rub_store_lock (store),
                    "DROP TABLE planned_runs; DROP TABLE own_rules; DROP TABLE quiet;"
                    "DROP TABLE quiet_rules; ALTER TABLE reminders DROP COLUMN repeated_us;"
                    "PRAGMA user_version = 3",
                    &error);
      rub_store_unlock (store);
      g_assert_no_error (error);
    }
}

static gint64
get_int (RubStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  rub_sql_get_int (rub_store_lock (store), sql, &value, &error);
  rub_store_unlock (store);
  g_assert_no_error (error);

  return value;
}

static void
assert_first_rows (RubStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubRecords) records = rub_store_read (store, &error);
  RubCheck *check;
  const RubSoreness *sore;
  gsize n_sore;

  g_assert_no_error (error);
  g_assert_cmpuint (records->checks->len, ==, 2);
  g_assert_cmpuint (records->runs->len, ==, 1);
  g_assert_cmpuint (records->rules->len, ==, 1);
  check = records->checks->pdata[0];
  g_assert_cmpint (rub_check_get_id (check), ==, 5);
  g_assert_cmpint (rub_check_get_made_us (check), ==, MADE_US);
  g_assert_cmpint (rub_check_get_run_id (check), ==, 3);

  sore = rub_check_get_sore (check, &n_sore);
  g_assert_cmpuint (n_sore, ==, 3);
  g_assert_cmpstr (sore[0].region, ==, "soleus-left");
  g_assert_cmpint (sore[0].soreness, ==, 6);
  g_assert_cmpint (sore[0].sensation, ==, RUB_SENSATION_DULL);
  g_assert_cmpint (sore[1].sensation, ==, RUB_SENSATION_TIGHT);
  g_assert_cmpint (sore[2].sensation, ==, RUB_SENSATION_DULL);
  for (gsize i = 0; i < n_sore; i++)
    g_assert_null (sore[i].note);
}

/* All that the first version knew is kept, the word that is gone is said anew, and what is written
 * from then on is of the new version. */
static void
test_first (void)
{
  g_autofree char *path = make_first_version ("WAL");
  RubSoreness sore = { "shin-right", 3, RUB_SENSATION_THROBBING, "at night" };
  g_autoptr (RubCheck) check = rub_check_new (6, MADE_US - 1, 0, &sore, 1);

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RubStore) store = rub_store_open (path, &error);
      g_autoptr (RubChange) change = rub_change_new ();

      g_assert_no_error (error);
      g_assert_null (rub_store_get_fault (store));
      g_assert_cmpint (get_int (store, "PRAGMA user_version"), ==, RUB_SCHEMA_VERSION);
      g_assert_cmpint (get_int (store, "SELECT count (*) FROM check_regions"
                                       " WHERE sensation = 'tender'"),
                       ==, 0);
      assert_first_rows (store);
      g_assert_cmpint (get_int (store, "SELECT count (*) FROM check_regions"
                                       " WHERE sensation = 'throbbing' AND note = 'at night'"),
                       ==, round);
      rub_change_save_check (change, check);
      g_assert_true (rub_store_commit (store, change, &error));
    }
}

/* Lets no file grow beyond @n_bytes, as a full disk would. Returns what it was. */
static struct rlimit
limit_files (rlim_t n_bytes)
{
  struct rlimit before, limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = n_bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  return before;
}

/* An old file that cannot be brought up to date is still shown, and is not touched. */
static void
test_without_room (gconstpointer journal_mode)
{
  g_autofree char *path = make_first_version (journal_mode);
  struct rlimit before = limit_files (4096);
  g_autoptr (GError) error = NULL;
  g_autoptr (RubStore) store = rub_store_open (path, &error);
  g_autoptr (RubChange) change = rub_change_new ();
  g_autofree char *found = NULL;

  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_no_error (error);
  g_assert_nonnull (rub_store_get_fault (store));
  assert_first_rows (store);
  /* It had no library; the copy that is looked at has an empty one. */
  found = shelf_search (store, "calf");
  g_assert_cmpstr (found, ==, "");
  rub_change_set_check_removed (change, 5, TRUE);
  g_assert_false (rub_store_commit (store, change, NULL));
  g_clear_object (&store);

  /* With room again it is as it was, and goes the usual way. */
  store = rub_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_null (rub_store_get_fault (store));
  assert_first_rows (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/migrations/first", test_first);
  g_test_add_func ("/migrations/second", test_second);
  g_test_add_func ("/migrations/third", test_third);
  g_test_add_data_func ("/migrations/without-room/log", "WAL", test_without_room);
  g_test_add_data_func ("/migrations/without-room/journal", "DELETE", test_without_room);

  return g_test_run ();
}

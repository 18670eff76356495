/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* save-check FOLDER: what a saved check costs beside one bare insert of SQLite with the same
 * promise, on the same disk, in turns. Prints both medians in microseconds. */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include <sqlite3.h>

#include "rub-store.h"

#define N_SAVES 301
#define N_WARM_UP 20

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *insert;
} Bare;

static void
run_sql (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

static Bare
open_bare (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL);
  Bare bare = { 0 };

  sqlite3_open (path, &bare.db);
  run_sql (bare.db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                    "CREATE TABLE checks (id INTEGER PRIMARY KEY, made_us INTEGER NOT NULL,"
                    "  run_id INTEGER, region TEXT NOT NULL, soreness INTEGER NOT NULL,"
                    "  sensation TEXT NOT NULL) STRICT;");
  sqlite3_prepare_v2 (bare.db,
                      "INSERT INTO checks (made_us, region, soreness, sensation)"
                      " VALUES (?, 'soleus-left', 6, 'tight')",
                      -1, &bare.insert, NULL);

  return bare;
}

static gint64
time_bare_us (Bare *bare, gint64 made_us)
{
  gint64 start_us = g_get_monotonic_time ();

  sqlite3_bind_int64 (bare->insert, 1, made_us);
  if (sqlite3_step (bare->insert) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (bare->db));
  sqlite3_reset (bare->insert);

  return g_get_monotonic_time () - start_us;
}

static gint64
time_check_us (RubStore *store, gint64 made_us)
{
  static const RubSoreness sore[] = {
    { "soleus-left", 6, RUB_SENSATION_TIGHT },
    { "soleus-right", 2, RUB_SENSATION_DULL },
    { "arch-left", 3, RUB_SENSATION_DULL },
  };
  g_autoptr (GError) error = NULL;
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (RubCheck) check = rub_check_new (0, made_us, 0, sore, G_N_ELEMENTS (sore));
  g_autoptr (RubChange) change = rub_change_new ();

  rub_change_save_check (change, check);
  if (!rub_store_commit (store, change, &error))
    g_error ("%s", error->message);

  return g_get_monotonic_time () - start_us;
}

static int
compare_times (const void *a, const void *b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (RubStore) store = NULL;
  gint64 check_us[N_SAVES];
  gint64 bare_us[N_SAVES];
  Bare bare;

  if (argc != 2)
    return EXIT_FAILURE;

  path = g_build_filename (argv[1], "rubdown.db", NULL);
  store = rub_store_open (path, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  bare = open_bare (argv[1]);

  for (int i = -N_WARM_UP; i < N_SAVES; i++)
    {
      gint64 bare_time_us = time_bare_us (&bare, i);
      gint64 check_time_us = time_check_us (store, i);

      if (i >= 0)
        {
          bare_us[i] = bare_time_us;
          check_us[i] = check_time_us;
        }
    }

  qsort (check_us, N_SAVES, sizeof *check_us, compare_times);
  qsort (bare_us, N_SAVES, sizeof *bare_us, compare_times);
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", check_us[N_SAVES / 2],
          bare_us[N_SAVES / 2]);
  sqlite3_finalize (bare.insert);
  sqlite3_close (bare.db);

  return EXIT_SUCCESS;
}

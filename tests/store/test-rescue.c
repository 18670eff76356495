/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-rescue.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "rub-sql.h"
#include "rub-store-private.h"
#include "shelf.h"

#define DAY G_TIME_SPAN_DAY
#define NOW_US (G_GINT64_CONSTANT (1778565600) * G_TIME_SPAN_SECOND)

static RubStore *
open_sound (const char *path)
{
  g_autoptr (GError) error = NULL;
  RubStore *store = rub_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_null (rub_store_get_fault (store));

  return store;
}

static void
add_run (RubStore *store)
{
  RubRunFields fields = { .start_us = NOW_US, .elapsed_s = 60 };
  g_autoptr (RubRun) run = rub_run_new (&fields);
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (GError) error = NULL;

  rub_change_save_run (change, run);
  rub_store_commit (store, change, &error);
  g_assert_no_error (error);
}

static void
add_check (RubStore *store, const char *note)
{
  RubSoreness sore = { "shin-right", 2, RUB_SENSATION_THROBBING, note };
  g_autoptr (RubCheck) check = rub_check_new (0, NOW_US, 0, &sore, 1);
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (GError) error = NULL;

  rub_change_save_check (change, check);
  rub_store_commit (store, change, &error);
  g_assert_no_error (error);
}

static void
assert_note (RubStore *store, const char *note)
{
  g_autoptr (RubRecords) records = rub_store_read (store, NULL);
  const RubSoreness *sore = rub_check_find (records->checks->pdata[0], "shin-right");

  g_assert_cmpstr (sore->note, ==, note);
}

static guint
count_runs (RubStore *store)
{
  g_autoptr (RubRecords) records = rub_store_read (store, NULL);

  return records->runs->len;
}

static int
get_mode (const char *path)
{
  struct stat info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return info.st_mode & 0777;
}

/* Only the runner may read what is kept, whatever the umask. */
static void
test_private (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  mode_t mask = umask (0);
  g_autoptr (RubStore) store = open_sound (path);

  add_run (store);
  umask (mask);
  g_assert_cmpint (get_mode (path), ==, 0600);
  g_assert_cmpint (get_mode (log), ==, 0600);
  g_assert_cmpint (get_mode (folder), ==, 0700);
}

static void
test_newer (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autoptr (RubStore) store = open_sound (path);
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (GError) error = NULL;
  gint64 version = 0;

  add_run (store);
  rub_sql_exec (rub_store_lock (store), "PRAGMA user_version = 99", NULL);
  rub_store_unlock (store);
  g_clear_object (&store);

  store = rub_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_error (rub_store_get_fault (store), RUB_STORE_ERROR, RUB_STORE_ERROR_NEWER);
  g_assert_cmpuint (count_runs (store), ==, 1);
  rub_change_set_run_removed (change, 1, TRUE);
  g_assert_false (rub_store_commit (store, change, &error));
  g_assert_error (error, RUB_STORE_ERROR, RUB_STORE_ERROR_NEWER);
  rub_sql_get_int (rub_store_lock (store), "PRAGMA user_version", &version, NULL);
  rub_store_unlock (store);
  g_assert_cmpint (version, ==, 99);
}

static void
make_garbage (const char *path)
{
  g_assert_true (g_file_set_contents (path, "This was never a database, only words. ", -1, NULL));
}

static void
test_damaged (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autoptr (RubStore) store = open_sound (path);
  g_autoptr (RubSavedArticle) article = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 made_us = 0;

  add_run (store);
  add_check (store, "after the hill");
  article = shelf_add (store, "saved:1", "A title", "The calf", NULL);
  g_assert_true (rub_store_back_up (store, NOW_US, &error));
  g_assert_no_error (error);
  add_run (store);
  g_clear_object (&store);
  make_garbage (path);

  g_assert_null (rub_store_open (path, &error));
  g_assert_error (error, RUB_STORE_ERROR, RUB_STORE_ERROR_DAMAGED);
  g_clear_error (&error);

  backup = rub_rescue_find_backup (path, &made_us);
  g_assert_nonnull (backup);
  g_assert_cmpint (made_us, ==, NOW_US);
  g_assert_true (rub_rescue_replace (path, backup, NOW_US + DAY, &aside, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_true (g_str_has_prefix (kept, "This was never"));

  store = open_sound (path);
  g_assert_cmpuint (count_runs (store), ==, 1);
  assert_note (store, "after the hill");
  found = shelf_search (store, "calf");
  g_assert_cmpstr (found, ==, "saved:1");
  shelf_check_index (store);
}

/* A second rescue in the same second overwrites nothing of the first. */
static void
test_start_empty_twice (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (RubStore) store = NULL;

  g_mkdir_with_parents (folder, 0700);
  make_garbage (path);
  g_assert_true (rub_rescue_replace (path, NULL, NOW_US, &first, NULL));
  make_garbage (path);
  g_assert_true (rub_rescue_replace (path, NULL, NOW_US, &second, NULL));
  g_assert_cmpstr (first, !=, second);
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));

  store = open_sound (path);
  g_assert_cmpuint (count_runs (store), ==, 0);
}

static void
test_backups (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *newest = NULL;
  g_autofree char *next = NULL;
  g_autoptr (RubStore) store = open_sound (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  gint64 made_us = 0;
  int n_files = 0;

  for (int i = 0; i < 10; i++)
    {
      add_run (store);
      g_assert_true (rub_store_back_up (store, NOW_US + i * DAY / 2, &error));
      g_assert_no_error (error);
    }
  dir = g_dir_open (backups, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpint (n_files, ==, RUB_N_BACKUPS);

  newest = rub_rescue_find_backup (path, &made_us);
  g_assert_cmpint (made_us, ==, NOW_US + 4 * DAY);
  g_assert_cmpint (get_mode (newest), ==, 0600);
  /* A backup that is damaged itself is passed over. */
  make_garbage (newest);
  next = rub_rescue_find_backup (path, &made_us);
  g_assert_cmpint (made_us, ==, NOW_US + 3 * DAY);
}

/* A folder nobody may write: what is there can be seen. Root may write anywhere. */
static void
test_read_only (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (RubStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root");
      return;
    }

  store = open_sound (path);
  add_run (store);
  g_clear_object (&store);
  g_chmod (path, 0400);
  g_chmod (folder, 0500);
  store = rub_store_open (path, &error);
  g_chmod (folder, 0700);
  g_assert_no_error (error);
  g_assert_error (rub_store_get_fault (store), RUB_STORE_ERROR, RUB_STORE_ERROR_READ_ONLY);
  g_assert_cmpuint (count_runs (store), ==, 1);
}

/* A folder in the place of the file: said, not crashed. */
static void
test_no_file (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (path, 0700);
  g_assert_null (rub_store_open (path, &error));
  g_assert_error (error, RUB_STORE_ERROR, RUB_STORE_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/rescue/private", test_private);
  g_test_add_func ("/rescue/newer", test_newer);
  g_test_add_func ("/rescue/damaged", test_damaged);
  g_test_add_func ("/rescue/start-empty-twice", test_start_empty_twice);
  g_test_add_func ("/rescue/backups", test_backups);
  g_test_add_func ("/rescue/read-only", test_read_only);
  g_test_add_func ("/rescue/no-file", test_no_file);

  return g_test_run ();
}

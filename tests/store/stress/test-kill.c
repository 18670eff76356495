/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "rub-store-library.h"

#define N_KILLS 200
/* Every so many kills start from no file at all, so that some hit the making of it. */
#define KILLS_PER_FILE 10
#define MAX_LIFE_US 80000
#define CHECKS_PER_ARTICLE 4
/* A new file is made within this time. */
#define MAX_FIRST_LIFE_US 16000

/* An article whose text is @number, with a picture, so that a part of it would show. */
static void
save_article (RubChange *change, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("number%" G_GINT64_FORMAT, number);
  RubBlockFields fields
    = { .kind = RUB_BLOCK_PICTURE, .address = "https://a.org/", .text = text };
  g_autoptr (RubBlock) block = rub_block_new (&fields);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GHashTable) pictures = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  RubSavedArticleFields saved = { .key = text, .title = "A title" };
  g_autoptr (RubSavedArticle) article = rub_saved_article_new (&saved);
  g_autoptr (RubArticle) content = NULL;

  g_ptr_array_add (blocks, block);
  g_hash_table_insert (pictures, (char *) "https://a.org/", bytes);
  content = rub_article_new (text, "en", "A title", blocks);
  rub_change_save_article (change, article, content, pictures);
}

/* Saves checks, each followed by its number on @fd, until killed. Every few of them come with an
 * article in the same change. */
static G_GNUC_NORETURN void
write_for_ever (const char *path, gint64 first, int fd)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubStore) store = rub_store_open (path, &error);

  g_assert_no_error (error);
  for (gint64 number = first;; number++)
    {
      RubSoreness sore = { "soleus-left", 6, RUB_SENSATION_TIGHT };
      g_autoptr (RubCheck) check = rub_check_new (0, number, 0, &sore, 1);
      g_autoptr (RubChange) change = rub_change_new ();

      rub_change_save_check (change, check);
      if (number % CHECKS_PER_ARTICLE == 0)
        save_article (change, number);
      rub_store_commit (store, change, &error);
      g_assert_no_error (error);
      g_assert_cmpint (write (fd, &number, sizeof number), ==, sizeof number);
    }
}

/* Starts a writer, kills it after @life_us, adds what it acknowledged to @acknowledged. */
static void
live_and_die (const char *path, gint64 first, gulong life_us, GArray *acknowledged)
{
  gint64 number;
  int ends[2];
  int status;
  pid_t pid;

  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    write_for_ever (path, first, ends[1]);

  close (ends[1]);
  g_usleep (life_us);
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  /* A writer that ended in another way found a fault of its own. */
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);

  while (read (ends[0], &number, sizeof number) == sizeof number)
    g_array_append_val (acknowledged, number);
  close (ends[0]);
}

/* The article of check @number is whole: its text, its picture and its place in the index. */
static void
check_article (RubStore *store, RubRecords *records, gint64 number)
{
  g_autofree char *key = g_strdup_printf ("number%" G_GINT64_FORMAT, number);
  g_autoptr (GError) error = NULL;
  g_autoptr (RubArticle) content = rub_store_load_article (store, key, &error);
  g_autofree char *picture = rub_store_find_picture (store, key, "https://a.org/");
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (rub_records_find_article (records, key));
  g_assert_cmpstr (rub_block_get_text (rub_article_get_block (content, 0)), ==, key);
  g_assert_true (g_file_get_contents (picture, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, key);
  hits = rub_store_search (store, key, 2, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, >=, 1);
}

static char *
check_integrity (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  char *answer;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return answer;
}

/* Each acknowledged number is there, and at most one more that was killed before it could say. */
static void
check_store (const char *path, GArray *acknowledged, guint n_kills)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubStore) store = rub_store_open (path, &error);
  g_autoptr (RubRecords) records = NULL;
  g_autoptr (GHashTable) made = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *integrity = NULL;

  g_assert_no_error (error);
  g_assert_no_error (rub_store_get_fault (store));
  records = rub_store_read (store, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < records->checks->len; i++)
    {
      RubCheck *check = g_ptr_array_index (records->checks, i);
      gint64 number = rub_check_get_made_us (check);

      g_assert_cmpint (rub_check_get_worst (check)->soreness, ==, 6);
      if (number % CHECKS_PER_ARTICLE == 0)
        check_article (store, records, number);
      g_array_append_val (numbers, number);
    }
  for (guint i = 0; i < numbers->len; i++)
    g_hash_table_add (made, &g_array_index (numbers, gint64, i));

  for (guint i = 0; i < acknowledged->len; i++)
    g_assert_true (g_hash_table_contains (made, &g_array_index (acknowledged, gint64, i)));
  g_assert_cmpuint (numbers->len, <=, acknowledged->len + n_kills);

  g_clear_object (&store);
  integrity = check_integrity (path);
  g_assert_cmpstr (integrity, ==, "ok");
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_rmdir (folder);
}

static void
test_kill (void)
{
  guint n_acknowledged = 0;
  guint n_silent = 0;

  for (guint i = 0; i < N_KILLS / KILLS_PER_FILE; i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("rub-kill-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "rubdown.db", NULL);
      g_autoptr (GArray) acknowledged = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (guint n_kills = 1; n_kills <= KILLS_PER_FILE; n_kills++)
        {
          int max_us = n_kills == 1 ? MAX_FIRST_LIFE_US : MAX_LIFE_US;
          guint before = acknowledged->len;

          live_and_die (path, n_kills * G_USEC_PER_SEC,
                        (gulong) g_test_rand_int_range (0, max_us), acknowledged);
          n_silent += acknowledged->len == before;
          check_store (path, acknowledged, n_kills);
        }
      n_acknowledged += acknowledged->len;
      remove_folder (folder);
    }

  g_test_message ("%d kills, %u of them before the first row, %u rows acknowledged", N_KILLS,
                  n_silent, n_acknowledged);
  /* Otherwise the writers never lived long enough for this test to mean anything. */
  g_assert_cmpuint (n_silent, <, N_KILLS / 2);
  g_assert_cmpuint (n_acknowledged, >, N_KILLS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill", test_kill);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "shelf.h"

#define RED "https://a.org/red.png"
#define BLUE "https://a.org/blue.png"

static RubStore *
open_store (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autoptr (GError) error = NULL;
  RubStore *store = rub_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_no_error (rub_store_get_fault (store));

  return store;
}

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "rubdown", RUB_PICTURES_FOLDER, NULL);
}

/* Pictures by address, of pairs of an address and what its bytes say, ended by NULL. */
static GHashTable *
make_pictures (const char *address, ...)
{
  GHashTable *pictures
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  va_list arguments;

  va_start (arguments, address);
  while (address != NULL)
    {
      const char *bytes = va_arg (arguments, const char *);

      g_hash_table_insert (pictures, (char *) address, g_bytes_new (bytes, strlen (bytes)));
      address = va_arg (arguments, const char *);
    }
  va_end (arguments);

  return pictures;
}

/* What the picture says, or "-" when it is not there. */
static char *
read_picture (RubStore *store, const char *key, const char *address)
{
  g_autofree char *path = rub_store_find_picture (store, key, address);
  char *bytes = NULL;

  if (path == NULL)
    return g_strdup ("-");
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));

  return bytes;
}

static void
assert_picture (RubStore *store, const char *key, const char *address, const char *wanted)
{
  g_autofree char *bytes = read_picture (store, key, address);

  g_assert_cmpstr (bytes, ==, wanted);
}

static int
count_files (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static int
get_mode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return info.st_mode & 0777;
}

static void
replace (RubStore *store, RubSavedArticle *article, const char *text, GHashTable *pictures,
         RubChange **undo)
{
  g_autoptr (RubArticle) content = shelf_make_content ("A", text);
  g_autoptr (RubChange) change = rub_change_new ();

  rub_change_save_article (change, article, content, pictures);
  g_assert_true (shelf_commit (store, change));
  *undo = rub_change_new_undo (change);
}

/* Only the runner may look at them, whatever the umask; the same picture is one file. */
static void
test_keep (void)
{
  mode_t mask = umask (0);
  g_autoptr (RubStore) store = open_store ();
  g_autoptr (GHashTable) both = make_pictures (RED, "red", BLUE, "", "https://b.org/", "x", NULL);
  g_autoptr (GHashTable) one = make_pictures (BLUE, "red", NULL);
  g_autoptr (RubSavedArticle) first = shelf_add (store, "saved:1", "A", RED "|" BLUE, both);
  g_autoptr (RubSavedArticle) second = shelf_add (store, "saved:2", "B", RED "|" BLUE, one);
  g_autofree char *folder = get_folder ();
  g_autofree char *path = rub_store_find_picture (store, "saved:1", RED);
  g_autofree char *same = rub_store_find_picture (store, "saved:2", BLUE);

  umask (mask);
  assert_picture (store, "saved:1", RED, "red");
  assert_picture (store, "saved:1", BLUE, "");
  assert_picture (store, "saved:2", RED, "-");
  assert_picture (store, "saved:2", BLUE, "red");
  assert_picture (store, "saved:3", RED, "-");
  /* What the text does not show is not kept. */
  assert_picture (store, "saved:1", "https://b.org/", "-");
  g_assert_cmpstr (path, ==, same);
  g_assert_cmpint (count_files (), ==, 2);
  g_assert_cmpint (get_mode (path), ==, 0600);
  g_assert_cmpint (get_mode (folder), ==, 0700);
}

/* Of a new version only what is new needs its bytes; what is no longer shown can come back. */
static void
test_refresh (void)
{
  g_autoptr (RubStore) store = open_store ();
  g_autoptr (RubStore) other = open_store ();
  g_autoptr (GHashTable) before = make_pictures (RED, "red", BLUE, "blue", NULL);
  g_autoptr (GHashTable) after = make_pictures (BLUE, "other blue", NULL);
  g_autoptr (RubSavedArticle) article
    = shelf_add (store, "saved:1", "A", RED "|text|" BLUE, before);
  g_autoptr (RubChange) undo = NULL;
  g_autoptr (RubChange) second_undo = NULL;
  g_autoptr (RubChange) redo = NULL;

  replace (store, article, RED "|" BLUE, after, &undo);
  assert_picture (store, "saved:1", RED, "red");
  assert_picture (store, "saved:1", BLUE, "other blue");
  replace (store, article, "text", NULL, &second_undo);
  assert_picture (store, "saved:1", RED, "-");
  assert_picture (store, "saved:1", BLUE, "-");

  g_assert_true (shelf_commit (other, second_undo));
  assert_picture (store, "saved:1", RED, "red");
  assert_picture (store, "saved:1", BLUE, "other blue");
  g_assert_true (shelf_commit (other, undo));
  assert_picture (store, "saved:1", BLUE, "blue");
  redo = rub_change_new_undo (undo);
  g_assert_true (shelf_commit (store, redo));
  assert_picture (other, "saved:1", RED, "red");
  assert_picture (other, "saved:1", BLUE, "other blue");
}

/* A day after, what no article shows is gone; what another shows too is not. */
static void
test_purge (void)
{
  g_autoptr (RubStore) store = open_store ();
  g_autoptr (GHashTable) both = make_pictures (RED, "red", BLUE, "blue", NULL);
  g_autoptr (GHashTable) one = make_pictures (RED, "red", NULL);
  g_autoptr (RubSavedArticle) first = shelf_add (store, "saved:1", "A", RED "|" BLUE, both);
  g_autoptr (RubSavedArticle) second = shelf_add (store, "saved:2", "B", RED, one);
  g_autofree char *folder = get_folder ();
  g_autofree char *left_over = g_build_filename (folder, "half.written", NULL);
  g_autoptr (RubChange) change = rub_change_new ();

  g_assert_true (g_file_set_contents (left_over, "x", 1, NULL));
  rub_change_set_article_removed (change, rub_saved_article_get_id (first), TRUE);
  g_assert_true (shelf_commit (store, change));
  g_clear_object (&store);
  store = open_store ();
  g_assert_cmpint (count_files (), ==, 3);
  assert_picture (store, "saved:1", BLUE, "blue");

  shelf_run (store, "UPDATE articles SET removed_us = removed_us - 86400000001 WHERE id = 1");
  g_clear_object (&store);
  store = open_store ();
  g_assert_cmpint (count_files (), ==, 1);
  assert_picture (store, "saved:1", BLUE, "-");
  assert_picture (store, "saved:2", RED, "red");
}

/* A picture whose file is lost, and a row that leads elsewhere: not there, no more than that. */
static void
test_missing (void)
{
  g_autoptr (RubStore) store = open_store ();
  g_autoptr (GHashTable) pictures = make_pictures (RED, "red", NULL);
  g_autoptr (RubSavedArticle) article = shelf_add (store, "saved:1", "A", RED, pictures);
  g_autofree char *path = rub_store_find_picture (store, "saved:1", RED);
  g_autoptr (RubArticle) content = NULL;
  g_autoptr (RubChange) undo = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_picture (store, "saved:1", RED, "-");
  content = rub_store_load_article (store, "saved:1", NULL);
  g_assert_cmpuint (rub_article_get_n_blocks (content), ==, 1);
  /* Fetched again, it is there again. */
  replace (store, article, RED, pictures, &undo);
  assert_picture (store, "saved:1", RED, "red");

  shelf_run (store, "UPDATE article_pictures SET name = '../rubdown.db'");
  assert_picture (store, "saved:1", RED, "-");
}

/* Where no file can be made, no article is made that would lack it. */
static void
test_no_folder (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (RubStore) store = open_store ();
  g_autoptr (GHashTable) pictures = make_pictures (RED, "red", NULL);
  g_autoptr (RubArticle) content = shelf_make_content ("A", RED);
  g_autoptr (RubSavedArticle) article = rub_saved_article_new_from_content (content);
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (RubRecords) records = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));
  rub_change_save_article (change, article, content, pictures);
  g_assert_false (rub_store_commit (store, change, &error));
  g_assert_error (error, RUB_STORE_ERROR, RUB_STORE_ERROR_FAILED);
  records = rub_store_read (store, NULL);
  g_assert_cmpuint (records->articles->len, ==, 0);
  found = shelf_search (store, "A");
  g_assert_cmpstr (found, ==, "");

  g_assert_cmpint (g_unlink (folder), ==, 0);
  g_assert_true (shelf_commit (store, change));
  assert_picture (store, rub_saved_article_get_key (article), RED, "red");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/pictures/keep", test_keep);
  g_test_add_func ("/pictures/refresh", test_refresh);
  g_test_add_func ("/pictures/purge", test_purge);
  g_test_add_func ("/pictures/missing", test_missing);
  g_test_add_func ("/pictures/no-folder", test_no_folder);

  return g_test_run ();
}

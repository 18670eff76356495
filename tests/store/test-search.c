/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "rub-rescue.h"
#include "shelf.h"

static RubStore *
open_store (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autoptr (GError) error = NULL;
  RubStore *store = rub_store_open (path, &error);

  g_assert_no_error (error);

  return store;
}

static void
assert_finds (RubStore *store, const char *query, const char *keys)
{
  g_autofree char *found = shelf_search (store, query);

  g_test_message ("%s", query);
  g_assert_cmpstr (found, ==, keys);
}

static void
fill_shelf (RubStore *store)
{
  static const struct
  {
    const char *key;
    const char *title;
    const char *text;
  } rows[] = {
    { "calf", "Calf massage", "Rub the muscle|slowly, after a long run" },
    { "shin", "Shin splints", "The calf may be tight|and Ärzte warn: a café run long ago" },
    { "odd", "Odd", "runner's high; e-mail; 3.5 km; 走る人 don’t C++" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubSavedArticle) article
        = shelf_add (store, rows[i].key, rows[i].title, rows[i].text, NULL);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *query;
    const char *keys;
  } rows[] = {
    { "", "" },
    { "nowhere", "" },
    /* The title says more than the text. */
    { "calf", "calf shin" },
    { "CALF", "calf shin" },
    { "cal", "calf shin" },
    { "alf", "" },
    { "cal massage", "" },
    { "massage cal", "calf" },
    { "muscle title", "" },
    { "calf muscle", "calf" },
    { "long run", "calf shin" },
    { "\"long run\"", "calf" },
    { "\"long ru", "calf" },
    { "\"run long\"", "shin" },
    { "\"long ru\"", "" },
    { "arzte", "shin" },
    { "ÄRZTE café", "shin" },
    { "cafe", "shin" },
    { "runner's", "odd" },
    { "runners", "" },
    { "e-mail", "odd" },
    { "3.5", "odd" },
    { "走る", "odd" },
    { "don't", "odd" },
    { "c++", "odd" },
    { "-- calf !!", "calf shin" },
    { "long OR massage", "" },
  };
  g_autoptr (RubStore) store = rub_store_open_in_memory ();

  fill_shelf (store);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_finds (store, rows[i].query, rows[i].keys);
}

/* Where it was found: to be shown, and to be opened there. */
static void
test_hits (void)
{
  static const struct
  {
    const char *query;
    const char *snippet;
    int block;
    const char *match;
  } rows[] = {
    { "muscle", "Rub the muscle", 0, "muscle" },
    { "slow", "slowly, after a long run", 1, "slowly" },
    { "\"long run\"", "slowly, after a long run", 1, "long run" },
    { "massage", "Rub the muscle", -1, NULL },
    { "massage slowly", "slowly, after a long run", 1, "slowly" },
    { "remember", "Do remember this", -1, "remember" },
    { "remember muscle", "Rub the muscle", 0, "muscle" },
  };
  g_autoptr (RubStore) store = open_store ();

  fill_shelf (store);
  shelf_highlight (store, "calf", "Do remember\nthis");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = rub_store_search (store, rows[i].query, 1, NULL, &error);
      const RubHitFields *hit;

      g_test_message ("%s", rows[i].query);
      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, ==, 1);
      hit = rub_hit_get_fields (hits->pdata[0]);
      g_assert_cmpstr (rub_saved_article_get_title (hit->article), ==, "Calf massage");
      g_assert_cmpstr (hit->snippet, ==, rows[i].snippet);
      g_assert_cmpint (hit->block, ==, rows[i].block);
      g_assert_cmpuint (hit->n_ranges, ==, rows[i].match != NULL);
      if (hit->n_ranges > 0)
        g_assert_cmpmem (hit->snippet + hit->ranges[0].start,
                         hit->ranges[0].end - hit->ranges[0].start, rows[i].match,
                         strlen (rows[i].match));
    }
}

/* As many as are asked for; what was removed is not found, what was put away is. */
static void
test_shelf (void)
{
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (RubChange) change = rub_change_new ();
  RubSavedArticleFields fields = { .id = 2,
                                   .key = "shin",
                                   .title = "Shin splints",
                                   .name = "Mine",
                                   .author = "Dr. Who",
                                   .is_archived = TRUE };
  g_autoptr (RubSavedArticle) archived = rub_saved_article_new (&fields);

  fill_shelf (store);
  some = rub_store_search (store, "calf", 1, NULL, NULL);
  g_assert_cmpuint (some->len, ==, 1);
  none = rub_store_search (store, "calf", 0, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  rub_change_set_article_removed (change, 1, TRUE);
  rub_change_edit_article (change, archived);
  g_assert_true (shelf_commit (store, change));
  assert_finds (store, "calf", "shin");
  assert_finds (store, "mine", "shin");
  assert_finds (store, "shin splints", "shin");
  assert_finds (store, "dr who", "shin");
}

/* Whatever is typed is a query, never an error. */
static void
test_hostile (void)
{
  static const char *const pieces[]
    = { "\"",   "'",   "*",     "^",    "(",      ")",          "{",    "}",    ":",
        "-",    "+",   ",",     "\\",   "%",      "_",          ";",    "NEAR", "AND",
        "OR",   "NOT", "title", "calf", " ",      "\xff",       "\xc3", "é",    "\x02",
        "\x03", "“",   "”",     "½",    "\u0301", "\U000E0001", "走",   "\n",   "0" };
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  fill_shelf (store);
  for (int i = 0; i < 1000; i++)
    {
      int n_pieces = g_rand_int_range (random, 0, 12);
      g_autoptr (GString) query = g_string_new (NULL);
      g_autofree char *found = NULL;

      for (int j = 0; j < n_pieces; j++)
        g_string_append (query,
                         pieces[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (pieces))]);
      /* This fails on any error. */
      found = shelf_search (store, query->str);
      g_assert_nonnull (found);
    }
}

static gpointer
cancel_later (gpointer data)
{
  g_usleep (500);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (RubStore) store = open_store ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RubArticle) content = NULL;
  g_autoptr (RubChange) change = rub_change_new ();
  int n_stopped = 0;

  for (int i = 0; i < 200; i++)
    g_string_append_printf (text, "calf a%d ", i);
  content = shelf_make_content ("A", text->str);
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (RubSavedArticle) article = rub_saved_article_new_from_content (content);

      rub_change_save_article (change, article, content, NULL);
    }
  g_assert_true (shelf_commit (store, change));

  /* The thread may be late, so this is tried until a search was stopped on its way. */
  for (int i = 0; i < 100 && n_stopped == 0; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GThread) thread = g_thread_new ("cancel", cancel_later, cancellable);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = rub_store_search (store, "calf a", 50, cancellable, &error);

      if (hits == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      n_stopped += hits == NULL;
      g_thread_join (g_steal_pointer (&thread));

      /* Before it began. */
      g_clear_error (&error);
      g_assert_null (rub_store_search (store, "calf", 50, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  g_assert_cmpint (n_stopped, ==, 1);

  /* One search that was stopped does not stop the next. */
  assert_finds (store, "nowhere", "");
}

/* Writes over a part of the index, which is not possible through the store: its lists of words,
 * which are met when it is read, or the list of these, which is met when it is written. */
static void
damage_index (const char *part)
{
  g_autofree char *sql = g_strdup_printf (
    "UPDATE article_words_data SET block = x'00112233445566778899' WHERE %s", part);
  g_autofree char *path = rub_store_get_default_path ();
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), >, 0);
  sqlite3_close (db);
}

typedef enum
{
  DAMAGE_SEARCH,
  DAMAGE_COMMIT,
  DAMAGE_PURGE,
  DAMAGE_BACKUP,
  N_DAMAGES
} Damage;

/* The index is made anew wherever the damage is met, and nobody hears of it. */
static void
test_damaged (gconstpointer data)
{
  Damage damage = GPOINTER_TO_INT (data);
  g_autoptr (RubStore) store = open_store ();
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (GError) error = NULL;

  fill_shelf (store);
  if (damage == DAMAGE_PURGE)
    shelf_run (store, "UPDATE articles SET removed_us = 1 WHERE key = 'odd'");
  g_clear_object (&store);
  damage_index (damage == DAMAGE_SEARCH ? "id > 10" : "id = 10");
  store = open_store ();
  g_assert_no_error (rub_store_get_fault (store));

  if (damage == DAMAGE_COMMIT)
    {
      rub_change_set_article_removed (change, 1, TRUE);
      shelf_highlight (store, "shin", "a note");
      g_assert_true (shelf_commit (store, change));
    }
  if (damage == DAMAGE_BACKUP)
    g_assert_true (rub_store_back_up (store, g_get_real_time (), &error));
  g_assert_no_error (error);
  assert_finds (store, "calf", damage == DAMAGE_COMMIT ? "shin" : "calf shin");
  assert_finds (store, "runner", damage == DAMAGE_PURGE ? "" : "odd");
  shelf_check_index (store);
}

/* Articles that are not of the library are searched in a store of their own. */
static void
test_bundled (void)
{
  g_autoptr (RubStore) store = rub_store_open_in_memory ();

  fill_shelf (store);
  assert_finds (store, "massage", "calf");
}

/* What one program saved the other finds, and while one writes the other still searches. */
static void
test_two_programs (void)
{
  g_autoptr (RubStore) store = open_store ();
  g_autoptr (RubStore) other = open_store ();

  assert_finds (other, "calf", "");
  fill_shelf (store);
  assert_finds (other, "calf", "calf shin");
  g_assert_true (rub_store_has_foreign_changes (other));

  shelf_run (store, "BEGIN IMMEDIATE; UPDATE articles SET removed_us = 1");
  assert_finds (other, "calf", "calf shin");
  assert_finds (store, "calf", "calf shin");
  shelf_run (store, "COMMIT");
  assert_finds (store, "calf", "");
}

/* A store that can only be read, for it is of a newer version, is searched all the same. */
static void
test_newer (void)
{
  g_autoptr (RubStore) store = open_store ();
  g_autoptr (RubArticle) content = NULL;
  g_autoptr (GPtrArray) highlights = NULL;
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (GError) error = NULL;

  fill_shelf (store);
  shelf_highlight (store, "calf", "a note");
  shelf_run (store, "PRAGMA user_version = 99");
  g_clear_object (&store);

  store = open_store ();
  g_assert_error (rub_store_get_fault (store), RUB_STORE_ERROR, RUB_STORE_ERROR_NEWER);
  assert_finds (store, "calf", "calf shin");
  content = rub_store_load_article (store, "calf", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rub_article_get_title (content), ==, "Calf massage");
  highlights = rub_store_list_highlights (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (highlights->len, ==, 1);
  rub_change_set_article_removed (change, 1, TRUE);
  g_assert_false (rub_store_commit (store, change, &error));
  g_assert_error (error, RUB_STORE_ERROR, RUB_STORE_ERROR_NEWER);
}

/* A folder nobody may write: what is there can be searched. Root may write anywhere. */
static void
test_read_only (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (RubStore) store = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root");
      return;
    }

  store = open_store ();
  fill_shelf (store);
  g_clear_object (&store);
  g_chmod (path, 0400);
  g_chmod (folder, 0500);
  store = open_store ();
  g_chmod (folder, 0700);
  g_assert_error (rub_store_get_fault (store), RUB_STORE_ERROR, RUB_STORE_ERROR_READ_ONLY);
  assert_finds (store, "calf", "calf shin");
}

int
main (int argc, char **argv)
{
  static const char *const damages[N_DAMAGES] = { "search", "commit", "purge", "backup" };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/search/words", test_words);
  g_test_add_func ("/search/hits", test_hits);
  g_test_add_func ("/search/shelf", test_shelf);
  g_test_add_func ("/search/hostile", test_hostile);
  g_test_add_func ("/search/cancel", test_cancel);
  for (int i = 0; i < N_DAMAGES; i++)
    {
      g_autofree char *name = g_strconcat ("/search/damaged/", damages[i], NULL);

      g_test_add_data_func (name, GINT_TO_POINTER (i), test_damaged);
    }
  g_test_add_func ("/search/bundled", test_bundled);
  g_test_add_func ("/search/two-programs", test_two_programs);
  g_test_add_func ("/search/newer", test_newer);
  g_test_add_func ("/search/read-only", test_read_only);

  return g_test_run ();
}

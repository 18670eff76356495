/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <malloc.h>

#include "rub-sql.h"
#include "rub-store-private.h"
#include "shelf.h"

#define ADDED_US (G_GINT64_CONSTANT (1778565600) * G_TIME_SPAN_SECOND)

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
assert_fields (const RubSavedArticleFields *a, const RubSavedArticleFields *b)
{
  g_assert_cmpstr (a->key, ==, b->key);
  g_assert_cmpstr (a->address, ==, b->address);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->author, ==, b->author);
  g_assert_cmpstr (a->date, ==, b->date);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpstr (a->site, ==, b->site);
  g_assert_cmpuint (a->n_words, ==, b->n_words);
  g_assert_cmpstr (a->etag, ==, b->etag);
  g_assert_cmpstr (a->last_modified, ==, b->last_modified);
  g_assert_cmpint (a->is_archived, ==, b->is_archived);
}

static void
test_save (void)
{
  static const RubSavedArticleFields rows[] = {
    { 0, "saved:1", "https://a.org/x", "Title", "My name", "Author", "May 2020", "de", "a.org", 7,
      ADDED_US, ADDED_US + 1, "\"etag\"", "Mon, 01 Jan 2024 00:00:00 GMT", TRUE },
    { .key = "saved:2",
      .title = "'; DROP TABLE articles; --",
      .language = "und",
      .added_us = ADDED_US + 2 },
    { .key = "saved:3", .title = "Now", .language = "und" },
  };
  g_autoptr (RubStore) store = open_store ();
  g_autoptr (RubArticle) content = shelf_make_content ("Other title", "One|two words");
  g_autoptr (RubRecords) records = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubSavedArticle) article = rub_saved_article_new (&rows[i]);
      g_autoptr (RubChange) change = rub_change_new ();

      rub_change_save_article (change, article, content, NULL);
      g_assert_true (shelf_commit (store, change));
      g_assert_cmpint (rub_change_get_row (change), ==, i + 1);
    }

  records = rub_store_read (store, NULL);
  g_assert_cmpuint (records->articles->len, ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubSavedArticle *article = records->articles->pdata[G_N_ELEMENTS (rows) - 1 - i];
      const RubSavedArticleFields *got = rub_saved_article_get_fields (article);
      g_autoptr (RubArticle) loaded = rub_store_load_article (store, rows[i].key, NULL);

      assert_fields (got, &rows[i]);
      g_assert_cmpint (got->added_us, >=, ADDED_US);
      g_assert_cmpint (got->refreshed_us, >, ADDED_US);
      g_assert_cmpint (rows[i].added_us == 0 || got->added_us == rows[i].added_us, ==, TRUE);
      g_assert_cmpstr (rub_article_get_id (loaded), ==, rows[i].key);
      g_assert_cmpstr (rub_article_get_title (loaded), ==, rub_saved_article_get_title (article));
      g_assert_cmpstr (rub_article_get_author (loaded), ==, rows[i].author);
      g_assert_cmpstr (rub_article_get_address (loaded), ==, rows[i].address);
      g_assert_cmpuint (rub_article_get_n_blocks (loaded), ==, 2);
      g_assert_cmpstr (rub_block_get_text (rub_article_get_block (loaded, 1)), ==, "two words");
    }
  shelf_check_index (store);
}

/* Another with the same key is refused as a whole. */
static void
test_same_key (void)
{
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autoptr (RubSavedArticle) first = shelf_add (store, "saved:1", "First", "one", NULL);
  RubSavedArticleFields fields = { .key = "saved:1", .title = "Second" };
  g_autoptr (RubSavedArticle) second = rub_saved_article_new (&fields);
  g_autoptr (RubArticle) content = shelf_make_content ("Second", "two");
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  rub_change_set_highlight_removed (change, shelf_highlight (store, "saved:1", NULL), TRUE);
  rub_change_save_article (change, second, content, NULL);
  g_assert_false (rub_store_commit (store, change, &error));
  g_assert_error (error, RUB_STORE_ERROR, RUB_STORE_ERROR_FAILED);
  found = shelf_search (store, "second");
  g_assert_cmpstr (found, ==, "");
  g_assert_cmpint (get_int (store, "SELECT count (*) FROM highlights WHERE removed_us IS NULL"), ==,
                   1);
  g_clear_error (&error);
  g_assert_null (rub_store_load_article (store, "saved:2", &error));
  g_assert_no_error (error);
}

/* All that can be seen of the library, as text, to compare its states. */
static char *
dump (RubStore *store)
{
  static const char *const queries[]
    = { "old", "new", "mine", "first", "second", "author", "remark", "thought" };
  g_autoptr (RubRecords) records = rub_store_read (store, NULL);
  g_autoptr (GPtrArray) highlights = rub_store_list_highlights (store, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->articles->len; i++)
    {
      const RubSavedArticleFields *fields
        = rub_saved_article_get_fields (records->articles->pdata[i]);
      g_autoptr (RubArticle) content = rub_store_load_article (store, fields->key, NULL);

      g_string_append_printf (text, "%s: %s, %s, %s, %d, %s\n", fields->key, fields->title,
                              fields->name, fields->author, fields->is_archived, fields->etag);
      for (guint j = 0; j < rub_article_get_n_blocks (content); j++)
        g_string_append_printf (text, "  %s\n",
                                rub_block_get_text (rub_article_get_block (content, j)));
    }
  for (guint i = 0; i < highlights->len; i++)
    {
      const RubHighlightFields *fields = rub_highlight_get_fields (highlights->pdata[i]);

      g_string_append_printf (text, "highlight %u:%zu-%u:%zu %d %s %s\n", fields->stretch.block,
                              fields->stretch.start, fields->stretch.end_block, fields->stretch.end,
                              fields->color, fields->quote, fields->note);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *keys = shelf_search (store, queries[i]);

      g_string_append_printf (text, "%s finds %s\n", queries[i], keys);
    }
  shelf_check_index (store);

  return g_string_free (text, FALSE);
}

static void
save_article (RubChange *change, const RubSavedArticleFields *fields, const char *text)
{
  g_autoptr (RubSavedArticle) article = rub_saved_article_new (fields);
  g_autoptr (RubArticle) content = shelf_make_content ("Whatever", text);

  rub_change_save_article (change, article, content, NULL);
}

static void
add_step (RubChange *change)
{
  RubSavedArticleFields fields = { .key = "saved:1", .title = "Old", .author = "An author" };

  save_article (change, &fields, "first|second");
}

static void
edit_step (RubChange *change)
{
  RubSavedArticleFields fields
    = { .id = 1, .key = "saved:1", .title = "Old", .name = "Mine", .is_archived = TRUE };
  g_autoptr (RubSavedArticle) article = rub_saved_article_new (&fields);

  rub_change_edit_article (change, article);
}

static void
replace_step (RubChange *change)
{
  RubSavedArticleFields fields = { .id = 1, .key = "saved:1", .title = "New", .etag = "x" };

  save_article (change, &fields, "preface|second");
}

static void
highlight_step (RubChange *change)
{
  RubHighlightFields fields = { .article_id = "saved:1",
                                .stretch = { 0, 0, 1, 6 },
                                .quote = "preface\nsecond",
                                .note = "A remark" };
  g_autoptr (RubHighlight) highlight = rub_highlight_new (&fields);

  rub_change_save_highlight (change, highlight);
}

static void
rewrite_step (RubChange *change)
{
  RubHighlightFields fields = { .id = 1,
                                .article_id = "saved:1",
                                .stretch = { 1, 0, 1, 6 },
                                .color = RUB_HIGHLIGHT_BLUE,
                                .quote = "second",
                                .note = "A thought" };
  g_autoptr (RubHighlight) highlight = rub_highlight_new (&fields);

  rub_change_save_highlight (change, highlight);
}

static void
bundled_step (RubChange *change)
{
  RubHighlightFields fields = { .article_id = "massage", .stretch = { 2, 0, 2, 1 }, .quote = "x" };
  g_autoptr (RubHighlight) highlight = rub_highlight_new (&fields);

  rub_change_save_highlight (change, highlight);
}

static void
remove_highlight_step (RubChange *change)
{
  rub_change_set_highlight_removed (change, 1, TRUE);
}

/* Two steps on one article, and what is shown of the highlight goes with the article. */
static void
remove_step (RubChange *change)
{
  rub_change_set_highlight_removed (change, 1, FALSE);
  rub_change_set_article_removed (change, 1, TRUE);
}

/* Whatever is done in one program is taken back in another, and done again in the first. */
static void
test_undo (void)
{
  static void (*const steps[]) (RubChange *)
    = { add_step,     edit_step,    replace_step,          highlight_step,
        rewrite_step, bundled_step, remove_highlight_step, remove_step };
  g_autoptr (RubStore) store = open_store ();
  g_autoptr (RubStore) other = open_store ();
  g_autoptr (GPtrArray) left = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *before = dump (store);
      g_autoptr (RubChange) change = rub_change_new ();
      g_autoptr (RubChange) undo = NULL;
      g_autoptr (RubChange) redo = NULL;
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      g_test_message ("step %zu", i);
      steps[i](change);
      g_assert_true (shelf_commit (store, change));
      after = dump (other);
      g_assert_cmpstr (before, !=, after);

      undo = rub_change_new_undo (change);
      g_assert_true (shelf_commit (other, undo));
      undone = dump (store);
      g_assert_cmpstr (undone, ==, before);

      redo = rub_change_new_undo (undo);
      g_assert_true (shelf_commit (store, redo));
      redone = dump (other);
      g_assert_cmpstr (redone, ==, after);
    }

  /* The highlight of the removed article is hidden with it; the other one is not. */
  left = rub_store_list_highlights (store, NULL, NULL);
  g_assert_cmpuint (left->len, ==, 1);
}

/* What another program deleted for good is not brought back by half. */
static void
test_gone (void)
{
  static void (*const steps[]) (RubChange *) = { edit_step, replace_step, rewrite_step };
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autoptr (RubSavedArticle) article = shelf_add (store, "saved:9", "Another", "text", NULL);
  gint64 highlight = shelf_highlight (store, "saved:9", "a note");
  g_autofree char *before = dump (store);
  g_autofree char *after = NULL;

  /* The rows are there, but they are of another article. */
  g_assert_cmpint (rub_saved_article_get_id (article), ==, 1);
  g_assert_cmpint (highlight, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (RubChange) change = rub_change_new ();

      steps[i](change);
      g_test_message ("step %zu", i);
      g_assert_false (shelf_commit (store, change));
    }
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (RubChange) change = rub_change_new ();

      if (i == 0)
        rub_change_set_highlight_removed (change, 77, TRUE);
      else
        rub_change_set_article_removed (change, 77, TRUE);
      g_assert_false (shelf_commit (store, change));
    }
  after = dump (store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_highlights (void)
{
  static const struct
  {
    const char *article_id;
    RubStretch stretch;
  } rows[] = { { "b", { 2, 0, 2, 1 } },
               { "b", { 0, 9, 3, 0 } },
               { "a", { 5, 0, 5, 9 } },
               { "b", { 0, 2, 0, 3 } } };
  static const char *const order[] = { "5:0", "0:2", "0:9", "2:0" };
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) none = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubHighlightFields fields
        = { .article_id = rows[i].article_id, .stretch = rows[i].stretch, .quote = "x" };
      g_autoptr (RubHighlight) highlight = rub_highlight_new (&fields);
      g_autoptr (RubChange) change = rub_change_new ();

      rub_change_save_highlight (change, highlight);
      g_assert_true (shelf_commit (store, change));
      g_assert_cmpint (rub_change_get_row (change), ==, i + 1);
    }

  all = rub_store_list_highlights (store, NULL, NULL);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < all->len; i++)
    {
      const RubHighlightFields *fields = rub_highlight_get_fields (all->pdata[i]);
      g_autofree char *place
        = g_strdup_printf ("%u:%zu", fields->stretch.block, fields->stretch.start);

      g_assert_cmpstr (place, ==, order[i]);
      g_assert_cmpint (fields->made_us, >, ADDED_US);
    }
  some = rub_store_list_highlights (store, "a", NULL);
  g_assert_cmpuint (some->len, ==, 1);
  none = rub_store_list_highlights (store, "c", NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A day after it was removed an article is gone, with all that was only its own. */
static void
test_purge (void)
{
  static const struct
  {
    const char *sql;
    int n_before;
    int n_after;
  } rows[] = {
    { "SELECT count (*) FROM articles", 3, 2 },
    { "SELECT count (*) FROM article_texts", 3, 2 },
    { "SELECT count (*) FROM highlights", 5, 3 },
    { "SELECT count (*) FROM highlights WHERE article_id = 'saved:1'", 1, 0 },
    { "SELECT count (*) FROM places", 2, 1 },
    { "SELECT count (*) FROM article_words WHERE article_words MATCH 'text'", 3, 2 },
  };
  g_autoptr (RubStore) store = open_store ();

  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *key = g_strdup_printf ("saved:%d", i);
      g_autoptr (RubSavedArticle) article = shelf_add (store, key, "A title", "text", NULL);

      shelf_highlight (store, key, "a note");
    }
  shelf_highlight (store, "massage", NULL);
  shelf_highlight (store, "saved:3", "old");
  shelf_run (store, "INSERT INTO places VALUES ('saved:1', 3), ('saved:3', 3)");
  for (int i = 1; i <= 2; i++)
    {
      g_autoptr (RubChange) change = rub_change_new ();

      rub_change_set_article_removed (change, i, TRUE);
      if (i == 1)
        rub_change_set_highlight_removed (change, 5, TRUE);
      g_assert_true (shelf_commit (store, change));
    }
  shelf_run (store, "UPDATE articles SET removed_us = removed_us - 86400000001 WHERE id = 1;"
                    "UPDATE highlights SET removed_us = removed_us - 86400000001 WHERE id = 5");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (get_int (store, rows[i].sql), ==, rows[i].n_before);

  g_clear_object (&store);
  store = open_store ();
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %zu", i);
      g_assert_cmpint (get_int (store, rows[i].sql), ==, rows[i].n_after);
    }
  shelf_check_index (store);
}

/* A full disk: neither the article nor a word of it is there, and there is room again after. */
static void
test_full (void)
{
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autoptr (RubSavedArticle) kept = shelf_add (store, "saved:1", "Old", "first", NULL);
  g_autofree char *before = dump (store);
  g_autofree char *after = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RubArticle) content = NULL;
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *limit = NULL;

  for (int i = 0; i < 20000; i++)
    g_string_append_printf (text, "word%d ", i);
  content = shelf_make_content ("Old", text->str);
  limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                           get_int (store, "PRAGMA page_count") + 20);
  shelf_run (store, limit);

  edit_step (change);
  rub_change_save_article (change, kept, content, NULL);
  g_assert_false (rub_store_commit (store, change, &error));
  g_assert_error (error, RUB_STORE_ERROR, RUB_STORE_ERROR_FULL);
  after = dump (store);
  g_assert_cmpstr (after, ==, before);

  shelf_run (store, "PRAGMA max_page_count = 100000");
  g_assert_true (shelf_commit (store, change));
  shelf_check_index (store);
}

/* Returns: the bytes that hold what is read, less what SQLite gave back meanwhile. */
static gint64
measure_read (RubStore *store, RubRecords *(*read) (RubStore *, GError **) )
{
  gint64 before = (gint64) mallinfo2 ().uordblks;
  g_autoptr (RubRecords) records = read (store, NULL);

  g_assert_nonnull (records);

  return (gint64) mallinfo2 ().uordblks - before;
}

/* However large the library: the background program reads the same and holds the same. */
static void
test_small (void)
{
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autoptr (RubArticle) content = shelf_make_content ("Title", "text");
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (RubRecords) records = NULL;
  gint64 n_empty, n_full;

  measure_read (store, rub_store_read_without_articles);
  n_empty = measure_read (store, rub_store_read_without_articles);
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (RubSavedArticle) article = rub_saved_article_new_from_content (content);
      RubPlace place = { rub_saved_article_get_key (article), 3 };

      rub_change_save_article (change, article, content, NULL);
      if (i < 100)
        rub_change_set_place (change, &place);
    }
  g_assert_true (shelf_commit (store, change));

  records = rub_store_read_without_articles (store, NULL);
  g_assert_cmpuint (records->articles->len, ==, 0);
  g_assert_cmpuint (records->places->len, ==, 0);
  n_full = measure_read (store, rub_store_read_without_articles);
  g_assert_cmpint (n_full, <=, n_empty + 1024);
  g_test_message ("%" G_GINT64_FORMAT " bytes with the articles, %" G_GINT64_FORMAT " without",
                  measure_read (store, rub_store_read), n_full);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/save", test_save);
  g_test_add_func ("/library/same-key", test_same_key);
  g_test_add_func ("/library/undo", test_undo);
  g_test_add_func ("/library/gone", test_gone);
  g_test_add_func ("/library/highlights", test_highlights);
  g_test_add_func ("/library/purge", test_purge);
  g_test_add_func ("/library/full", test_full);
  g_test_add_func ("/library/small", test_small);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-loader.h"
#include "rub-list-update.h"
#include "rub-shelf-item.h"
#include "rub-shelf-list.h"

static const char *const english[] = { "en", NULL };

static RubSavedArticle *
make_saved (const char *key, const char *title, const char *site, gboolean is_archived)
{
  RubSavedArticleFields fields = {
    .id = 1,
    .key = key,
    .title = title,
    .site = site,
    .language = "en",
    .n_words = 1200,
    .is_archived = is_archived,
  };

  return rub_saved_article_new (&fields);
}

/* One letter a row: h header, a article that is bundled, s saved, i hint. */
static char *
draw (GPtrArray *items)
{
  GString *picture = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const RubShelfItemFields *fields = rub_shelf_item_get_fields (items->pdata[i]);

      g_string_append_c (picture, fields->kind == RUB_SHELF_ROW_HEADER  ? 'h'
                                  : fields->kind == RUB_SHELF_ROW_HINT ? 'i'
                                  : fields->saved != NULL              ? 's'
                                                                       : 'a');
    }

  return g_string_free (picture, FALSE);
}

static void
test_groups (void)
{
  static const struct
  {
    int n_saved;
    int n_archived;
    const char *rows;
  } rows[] = {
    { 0, 0, "hi" },
    { 2, 0, "hss" },
    { 1, 1, "hshs" },
    { 0, 2, "hihss" },
  };
  guint n_bundled = g_strv_length ((char **) rub_article_get_bundled_ids ());

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      g_autoptr (GPtrArray) items = NULL;
      g_autofree char *picture = NULL;

      for (int j = 0; j < rows[i].n_saved + rows[i].n_archived; j++)
        {
          g_autofree char *key = g_strdup_printf ("saved:%d", j);

          g_ptr_array_add (records->articles,
                           make_saved (key, "Title", "example.org", j >= rows[i].n_saved));
        }
      items = rub_shelf_list_all (records, english);
      picture = draw (items);
      g_assert_cmpint (picture[0], ==, 'h');
      for (guint j = 1; j <= n_bundled; j++)
        g_assert_cmpint (picture[j], ==, 'a');
      g_assert_cmpstr (picture + 1 + n_bundled, ==, rows[i].rows);
    }
}

/* Before the records are read, and when they cannot be, the bundled texts are there. */
static void
test_no_records (void)
{
  g_autoptr (GPtrArray) items = rub_shelf_list_all (NULL, english);
  const RubShelfItemFields *first = rub_shelf_item_get_fields (items->pdata[1]);

  g_assert_cmpuint (items->len, ==,
                    1 + g_strv_length ((char **) rub_article_get_bundled_ids ()));
  g_assert_cmpstr (first->id, ==, RUB_ARTICLE_MASSAGE_FOR_RUNNERS);
  g_assert_cmpstr (first->title, ==, "What Massage Can Do for Runners");
}

static void
test_details (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (GPtrArray) items = NULL;
  const RubShelfItemFields *fields;

  g_ptr_array_add (records->articles, make_saved ("saved:1", "Title", "example.org", FALSE));
  items = rub_shelf_list_all (records, english);
  fields = rub_shelf_item_get_fields (items->pdata[items->len - 1]);
  g_assert_cmpstr (fields->id, ==, "saved:1");
  g_assert_cmpstr (fields->title, ==, "Title");
  g_assert_cmpstr (fields->details, ==, "example.org · 5 min");
  g_assert_cmpint (fields->block, ==, -1);
}

/* What is found in a text from outside is text, never markup. */
static void
test_hits (void)
{
  static const struct
  {
    const char *snippet;
    RubRange range;
    const char *markup;
  } rows[] = {
    { "sore calves", { 5, 11 }, "sore <b>calves</b>" },
    { "<b>calves</b> & co", { 3, 9 }, "&lt;b&gt;<b>calves</b>&lt;/b&gt; &amp; co" },
    { "größere Waden", { 0, 9 }, "<b>größere</b> Waden" },
    { "none", { 0, 0 }, "none" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) items = NULL;
      g_autoptr (RubSavedArticle) saved = make_saved ("saved:1", "Title", NULL, FALSE);
      RubHitFields hit = { .article = saved,
                           .block = 4,
                           .snippet = rows[i].snippet,
                           .ranges = &rows[i].range,
                           .n_ranges = rows[i].range.end > 0 };
      const RubShelfItemFields *fields;

      g_ptr_array_add (hits, rub_hit_new (&hit));
      items = rub_shelf_list_hits (hits, records);
      g_assert_cmpuint (items->len, ==, 1);
      fields = rub_shelf_item_get_fields (items->pdata[0]);
      g_assert_cmpstr (fields->snippet, ==, rows[i].markup);
      g_assert_cmpint (fields->block, ==, 4);
    }
}

static void
test_no_hits (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (GPtrArray) hits = g_ptr_array_new ();
  g_autoptr (GPtrArray) items = rub_shelf_list_hits (hits, records);
  g_autofree char *picture = draw (items);

  g_assert_cmpstr (picture, ==, "i");
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  return rub_shelf_item_is_same (RUB_SHELF_ITEM ((gpointer) a), RUB_SHELF_ITEM ((gpointer) b));
}

typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
  int n_changes;
} Splice;

static void
on_items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added,
                     Splice *splice)
{
  *splice = (Splice){ position, n_removed, n_added, splice->n_changes + 1 };
}

static GPtrArray *
make_items (const char *letters)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      char title[2] = { *letter, '\0' };
      RubShelfItemFields fields
        = { .kind = RUB_SHELF_ROW_ARTICLE, .id = title, .title = title, .block = -1 };

      g_ptr_array_add (items, rub_shelf_item_new (&fields));
    }

  return items;
}

/* A list keeps its place where nothing changes. */
static void
test_update (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    Splice splice;
  } rows[] = {
    { "", "", { 0, 0, 0, 0 } },
    { "abc", "abc", { 0, 0, 0, 0 } },
    { "", "ab", { 0, 0, 2, 1 } },
    { "abc", "", { 0, 3, 0, 1 } },
    { "abc", "axc", { 1, 1, 1, 1 } },
    { "abc", "abxc", { 2, 0, 1, 1 } },
    { "abc", "xabc", { 0, 0, 1, 1 } },
    { "aab", "ab", { 1, 1, 0, 1 } },
    { "ab", "aab", { 1, 0, 1, 1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GListStore) store = g_list_store_new (RUB_TYPE_SHELF_ITEM);
      g_autoptr (GPtrArray) before = make_items (rows[i].before);
      g_autoptr (GPtrArray) after = make_items (rows[i].after);
      Splice splice = { 0 };

      rub_list_update (store, before, is_same);
      g_signal_connect (store, "items-changed", G_CALLBACK (on_items_changed_cb), &splice);
      rub_list_update (store, after, is_same);
      g_test_message ("%s to %s", rows[i].before, rows[i].after);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, after->len);
      g_assert_cmpint (splice.n_changes, ==, rows[i].splice.n_changes);
      g_assert_cmpuint (splice.position, ==, rows[i].splice.position);
      g_assert_cmpuint (splice.n_removed, ==, rows[i].splice.n_removed);
      g_assert_cmpuint (splice.n_added, ==, rows[i].splice.n_added);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/read/shelf-list/groups", test_groups);
  g_test_add_func ("/read/shelf-list/no-records", test_no_records);
  g_test_add_func ("/read/shelf-list/details", test_details);
  g_test_add_func ("/read/shelf-list/hits", test_hits);
  g_test_add_func ("/read/shelf-list/no-hits", test_no_hits);
  g_test_add_func ("/read/shelf-list/update", test_update);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "rub-records.h"

static void
test_shown (void)
{
  static const struct
  {
    RubSavedArticleFields fields;
    const char *title;
    const char *site;
  } rows[] = {
    { { .key = "k", .title = " Its own " }, "Its own", NULL },
    { { .key = "k", .title = "Its own", .name = "Mine" }, "Mine", NULL },
    { { .key = "k", .title = "Its own", .name = "  " }, "Its own", NULL },
    { { .key = "k" }, "k", NULL },
    { { .key = "k", .title = "" }, "k", NULL },
    { { .key = "k", .address = "https://a.org/x" }, "https://a.org/x", "a.org" },
    { { .key = "k", .title = "T", .address = "https://www.a.org:80/" }, "T", "a.org" },
    { { .key = "k", .title = "T", .address = "https://WWW.a.org/" }, "T", "a.org" },
    { { .key = "k", .title = "T", .address = "file:///home/me/x.md" }, "T", NULL },
    { { .key = "k", .title = "T", .address = "no address" }, "T", NULL },
    { { .key = "k", .title = "T", .address = "https://a.org", .site = "A" }, "T", "A" },
    { { .key = "k", .title = "bad \xff byte" }, "bad \uFFFD byte", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubSavedArticle) article = rub_saved_article_new (&rows[i].fields);

      g_test_message ("row %zu", i);
      g_assert_cmpstr (rub_saved_article_get_title (article), ==, rows[i].title);
      g_assert_cmpstr (rub_saved_article_get_fields (article)->site, ==, rows[i].site);
      g_assert_cmpstr (rub_saved_article_get_fields (article)->language, ==, "und");
    }
}

/* A page may say anything, but no more than so much of it. */
static void
test_limits (void)
{
  g_autofree char *much = g_strnfill (2 * RUB_SAVED_ARTICLE_MAX_ADDRESS, 'x');
  RubSavedArticleFields fields
    = { .key = "k", .address = much, .title = much, .name = much, .author = much, .etag = much };
  g_autoptr (RubSavedArticle) article = rub_saved_article_new (&fields);
  const RubSavedArticleFields *got = rub_saved_article_get_fields (article);

  g_assert_null (got->address);
  g_assert_cmpuint (strlen (got->title), ==, RUB_SAVED_ARTICLE_MAX_BYTES);
  g_assert_cmpuint (strlen (got->name), ==, RUB_SAVED_ARTICLE_MAX_BYTES);
  g_assert_cmpuint (strlen (got->author), ==, RUB_SAVED_ARTICLE_MAX_BYTES);
}

static void
test_from_content (void)
{
  RubBlockFields block_fields = { .kind = RUB_BLOCK_PARAGRAPH, .text = "Three short words" };
  g_autoptr (RubBlock) block = rub_block_new (&block_fields);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  RubArticleFields fields = { "https://a.org/x", "de", "Titel", "Wer", "2020", "https://a.org/x" };
  g_autoptr (RubArticle) content = NULL;
  g_autoptr (RubSavedArticle) first = NULL;
  g_autoptr (RubSavedArticle) second = NULL;
  const RubSavedArticleFields *got;

  g_ptr_array_add (blocks, block);
  content = rub_article_new_full (&fields, blocks);
  first = rub_saved_article_new_from_content (content);
  second = rub_saved_article_new_from_content (content);

  got = rub_saved_article_get_fields (first);
  g_assert_true (g_str_has_prefix (got->key, "saved:"));
  g_assert_cmpstr (got->key, !=, rub_saved_article_get_key (second));
  g_assert_cmpstr (got->address, ==, "https://a.org/x");
  g_assert_cmpstr (got->title, ==, "Titel");
  g_assert_cmpstr (got->author, ==, "Wer");
  g_assert_cmpstr (got->date, ==, "2020");
  g_assert_cmpstr (got->language, ==, "de");
  g_assert_cmpuint (got->n_words, ==, 3);
  g_assert_cmpint (got->id, ==, 0);
}

static void
test_records (void)
{
  static const RubSavedArticleFields rows[] = {
    { .id = 3, .key = "c", .title = "C", .address = "https://a.org/" },
    { .id = 2, .key = "b", .title = "B" },
    { .id = 1, .key = "a", .title = "A", .address = "https://a.org/" },
  };
  g_autoptr (RubRecords) records = rub_records_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (records->articles, rub_saved_article_new (&rows[i]));

  g_assert_cmpint (rub_saved_article_get_id (rub_records_find_article (records, "b")), ==, 2);
  g_assert_null (rub_records_find_article (records, "d"));
  g_assert_cmpint (
    rub_saved_article_get_id (rub_records_find_article_at (records, "https://a.org/")), ==, 3);
  g_assert_null (rub_records_find_article_at (records, "https://a.org/x"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saved-article/shown", test_shown);
  g_test_add_func ("/saved-article/limits", test_limits);
  g_test_add_func ("/saved-article/from-content", test_from_content);
  g_test_add_func ("/saved-article/records", test_records);

  return g_test_run ();
}

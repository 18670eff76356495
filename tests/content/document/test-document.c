/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <time.h>

#include "rub-charset.h"
#include "rub-document.h"
#include "rub-markdown-writer.h"

/*
 * The pages are of our own make; beside each stands what a reader would call its article, headings
 * marked as in Markdown. Words are compared as bags: precision is how many of the words that came
 * through belong there, recall how many of those that belong there came through.
 */
#define LEAST_SHARE 0.85
#define LEAST_MEAN_SHARE 0.95

/* For five megabytes; a sanitizer is slow at each allocation. */
#ifdef __SANITIZE_ADDRESS__
#define MAX_SECONDS 120
#else
#define MAX_SECONDS 5
#endif

static const char *const pages[] = {
  "blog.html", "breaks.html", "broken.html", "builder.html", "bullets.txt", "docs.html",
  "drupal.html", "everything.md", "forum.html", "glossary.html", "latin1.html", "lazy.html",
  "news.html", "poem.html", "rtl.html", "ruby.html", "shift-jis.html", "tables.html", "told.html",
  "wiki.html", "wordpress.html",
};

static RubArticle *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "pages", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RubArticle *article = rub_document_load (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (article);

  return article;
}

static void
count (GHashTable *bag, const char *word, gsize size)
{
  char *key = g_strndup (word, size);
  int number = GPOINTER_TO_INT (g_hash_table_lookup (bag, key));

  g_hash_table_replace (bag, key, GINT_TO_POINTER (number + 1));
}

/* Scripts without spaces are counted by the character. */
static void
add_words (GHashTable *bag, const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  const char *start = NULL;

  for (const char *p = lower;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_wide = c >= 0x3040 && c <= 0x9fff;

      if (start != NULL && (is_wide || !g_unichar_isalnum (c)))
        {
          count (bag, start, (gsize) (p - start));
          start = NULL;
        }
      if (is_wide)
        count (bag, p, 3);
      else if (start == NULL && g_unichar_isalnum (c))
        start = p;
      if (c == 0)
        return;
    }
}

static void
count_common (GHashTable *a, GHashTable *b, double *n_common, double *n_all)
{
  GHashTableIter iter;
  gpointer key, value;

  *n_common = *n_all = 0;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      int other = GPOINTER_TO_INT (g_hash_table_lookup (b, key));

      *n_all += GPOINTER_TO_INT (value);
      *n_common += MIN (GPOINTER_TO_INT (value), other);
    }
}

/* The title and the headings, a line each, marked as in Markdown. */
static char *
outline (RubArticle *article)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "# %s\n", rub_article_get_title (article));
  for (guint i = 0; i < rub_article_get_n_blocks (article); i++)
    {
      const RubBlockFields *fields = rub_block_get_fields (rub_article_get_block (article, i));

      if (fields->kind == RUB_BLOCK_HEADING)
        g_string_append_printf (text, "%.*s %s\n", fields->level, "####", fields->text);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
read_expected (const char *name, GHashTable *bag)
{
  g_autofree char *base = g_strndup (name, (gsize) (strrchr (name, '.') - name));
  g_autofree char *file = g_strconcat (base, ".expected", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "pages", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) headings = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      add_words (bag, lines[i]);
      if (lines[i][0] == '#')
        g_string_append_printf (headings, "%s\n", lines[i]);
    }

  return g_string_free (g_steal_pointer (&headings), FALSE);
}

static void
test_pages (void)
{
  double precision_sum = 0, recall_sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (RubArticle) article = load (pages[i]);
      g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GHashTable) wanted
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autofree char *headings = read_expected (pages[i], wanted);
      g_autofree char *own = outline (article);
      double n_common, n_found, n_wanted;

      add_words (found, rub_article_get_title (article));
      for (guint j = 0; j < rub_article_get_n_blocks (article); j++)
        add_words (found, rub_block_get_text (rub_article_get_block (article, j)));
      count_common (wanted, found, &n_common, &n_wanted);
      count_common (found, wanted, &n_common, &n_found);
      g_test_message ("%s: precision %.3f, recall %.3f", pages[i], n_common / n_found,
                      n_common / n_wanted);
      g_assert_cmpstr (own, ==, headings);
      g_assert_cmpfloat (n_common / n_found, >=, LEAST_SHARE);
      g_assert_cmpfloat (n_common / n_wanted, >=, LEAST_SHARE);
      precision_sum += n_common / n_found;
      recall_sum += n_common / n_wanted;
    }
  g_assert_cmpfloat (precision_sum / G_N_ELEMENTS (pages), >=, LEAST_MEAN_SHARE);
  g_assert_cmpfloat (recall_sum / G_N_ELEMENTS (pages), >=, LEAST_MEAN_SHARE);
}

static void
assert_same_block (RubBlock *a, RubBlock *b)
{
  const RubBlockFields *left = rub_block_get_fields (a);
  const RubBlockFields *right = rub_block_get_fields (b);

  g_assert_cmpstr (left->text, ==, right->text);
  g_assert_true (rub_block_has_same_shape (a, b));
  g_assert_cmpint (left->number, ==, right->number);
  g_assert_cmpstr (left->address, ==, right->address);
  g_assert_cmpuint (left->n_spans, ==, right->n_spans);
  for (gsize i = 0; i < left->n_spans; i++)
    {
      g_assert_cmpint (left->spans[i].kind, ==, right->spans[i].kind);
      g_assert_cmpuint (left->spans[i].start, ==, right->spans[i].start);
      g_assert_cmpuint (left->spans[i].end, ==, right->spans[i].end);
    }
}

static RubArticle *
parse (const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  RubDocumentSource source = { .name = name };

  return rub_document_parse (bytes, &source, NULL);
}

/* The byline is a paragraph when it is read again: who wrote it has no mark of its own. */
static void
test_round_trip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (RubArticle) article = load (pages[i]);
      g_autofree char *text = rub_markdown_write (article);
      g_autoptr (RubArticle) again = parse (text, "again.md");
      gboolean has_byline = rub_article_get_author (article) != NULL
                            || rub_article_get_date (article) != NULL;
      guint n_blocks = rub_article_get_n_blocks (article);

      g_assert_true (g_str_has_prefix (text, "# "));
      g_assert_cmpstr (rub_article_get_title (again), ==, rub_article_get_title (article));
      g_assert_cmpuint (rub_article_get_n_blocks (again), ==, n_blocks + has_byline);
      for (guint j = 0; j < n_blocks; j++)
        assert_same_block (rub_article_get_block (article, j),
                           rub_article_get_block (again, j + has_byline));
    }
}

/* A card is Rubdown's own: its words are no part of what is written. */
static void
test_card (void)
{
  static const RubBlockFields fields[] = {
    { .kind = RUB_BLOCK_PARAGRAPH, .text = "Before." },
    { .kind = RUB_BLOCK_CARD, .text = "Your massages" },
    { .kind = RUB_BLOCK_PARAGRAPH, .text = "After." },
  };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RubArticle) article = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_ptr_array_add (blocks, rub_block_new (&fields[i]));
  article = rub_article_new ("a", "en", "Title", blocks);
  text = rub_markdown_write (article);
  g_assert_cmpstr (text, ==, "# Title\n\nBefore.\n\nAfter.\n");
}

static void
test_heads (void)
{
  g_autoptr (RubArticle) bullets = load ("bullets.txt");
  g_autoptr (RubArticle) everything = load ("everything.md");
  g_autoptr (RubArticle) blog = load ("blog.html");
  g_autoptr (RubArticle) told = load ("told.html");
  g_autoptr (RubArticle) wordpress = load ("wordpress.html");

  g_assert_cmpstr (rub_article_get_author (told), ==, "Ole Brandt");
  g_assert_cmpstr (rub_article_get_date (told), ==, "2025-02-11");
  g_assert_cmpstr (rub_article_get_author (wordpress), ==, "Petra Novak");
  g_assert_cmpstr (rub_article_get_date (wordpress), ==, "2023-11-05");
  g_assert_cmpstr (rub_article_get_author (blog), ==, "Ines Okafor");
  g_assert_cmpstr (rub_article_get_date (blog), ==, "2024-02-03");
  g_assert_cmpstr (rub_article_get_author (bullets), ==, "Marta Lindqvist");
  g_assert_cmpstr (rub_article_get_date (bullets), ==, "Mar 4, 2024");
  g_assert_cmpstr (rub_article_get_author (everything), ==, "Jo Brandt");
  g_assert_cmpstr (rub_article_get_date (everything), ==, "2025-06-01");
}

static void
test_kinds (void)
{
  static const RubBlockKind kinds[] = {
    RUB_BLOCK_PARAGRAPH, RUB_BLOCK_HEADING, RUB_BLOCK_STEP,  RUB_BLOCK_STEP, RUB_BLOCK_ITEM,
    RUB_BLOCK_ITEM,      RUB_BLOCK_QUOTE,   RUB_BLOCK_HEADING, RUB_BLOCK_TABLE, RUB_BLOCK_CODE,
    RUB_BLOCK_PICTURE,   RUB_BLOCK_PARAGRAPH,
  };
  g_autoptr (RubArticle) article = load ("everything.md");

  g_assert_cmpuint (rub_article_get_n_blocks (article), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (rub_block_get_fields (rub_article_get_block (article, i))->kind, ==,
                     kinds[i]);
}

static void
test_text (void)
{
  g_autoptr (RubArticle) article
    = parse ("A Short Walk\n============\n\nThese lines were\nwrapped by hand, and are\none "
             "paragraph with more than a dozen words in it.\n\nShoes\n-----\n\n* Left\n* Right, "
             "which goes\n  on\n\n1. First\n2. Second\n",
             "walk.txt");
  static const char *const texts[] = {
    "These lines were wrapped by hand, and are one paragraph with more than a dozen words in it.",
    "Shoes", "Left", "Right, which goes on", "First", "Second",
  };

  g_assert_cmpstr (rub_article_get_title (article), ==, "A Short Walk");
  g_assert_cmpuint (rub_article_get_n_blocks (article), ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (rub_block_get_text (rub_article_get_block (article, i)), ==, texts[i]);
}

static void
test_charsets (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    const char *declared;
    const char *text;
  } rows[] = {
    { "gr\xc3\xbc\xc3\x9f", 6, NULL, "grüß" },
    { "gr\xfc\xdf", 4, NULL, "grüß" },
    { "\x93hi\x94", 4, "iso-8859-1", "“hi”" },
    { "\xef\xbb\xbfgr\xc3\xbc", 7, "iso-8859-1", "grü" },
    { "\xff\xfeg\0\xfc\0", 6, NULL, "gü" },
    { "\xfe\xff\0g\0\xfc", 6, NULL, "gü" },
    { "<meta charset=\"windows-1251\">\xc4\xe0", 31, NULL, "<meta charset=\"windows-1251\">Да" },
    { "<?xml version='1.0' encoding='iso-8859-2'?>\xb3", 44, NULL,
      "<?xml version='1.0' encoding='iso-8859-2'?>ł" },
    { "\x82\xb1\x82\xcc\x8d\xb6\x82\xcc\x91\xab", 10, NULL, "この左の足" },
    { "\xa4\xb3\xa4\xce\xba\xb8\xa4\xce\xc2\xad", 10, NULL, "この左の足" },
    { "a\xff" "b", 3, "utf-8", "a\xef\xbf\xbd" "b" },
    { "caf\xe9", 4, "no-such-charset", "café" },
    { "<meta charset=gb2312>走る前に、十分ほど歩きましょう。", 69, NULL,
      "<meta charset=gb2312>走る前に、十分ほど歩きましょう。" },
    { "a\0b", 3, NULL, "a b" },
    { "", 0, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (rows[i].bytes, rows[i].size);
      g_autofree char *text = rub_charset_decode (bytes, rows[i].declared);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_no_article (void)
{
  static const char *const names[]
    = { "none-links.html", "none-login.html", "none-notice.html", "none-video.html" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "pages", names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;

      g_assert_null (rub_document_load (file, NULL, &error));
      g_assert_error (error, RUB_DOCUMENT_ERROR, RUB_DOCUMENT_ERROR_NO_ARTICLE);
    }
}

/* Five megabytes, every paragraph another, come through whole and in a time one waits for. */
static void
test_long (void)
{
  g_autoptr (GString) text
    = g_string_new ("<title>Long</title><nav><a href=/>Start</a></nav><div><h1>Long</h1>");
  g_autoptr (RubArticle) article = NULL;
  guint n_paragraphs = 0;
  double seconds;
  clock_t start;

  for (; text->len < 5 * 1000 * 1000; n_paragraphs++)
    g_string_append_printf (text, "<div><p>Paragraph %u goes on about the same run, mile after "
                            "mile, until the reader knows each stone.</p></div>\n",
                            n_paragraphs);
  /* The time of the processor: that on the wall is everybody's. */
  start = clock ();
  article = parse (text->str, "long.html");
  seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  g_test_message ("read in %.2f s", seconds);
  g_assert_nonnull (article);
  g_assert_cmpuint (rub_article_get_n_blocks (article), ==, n_paragraphs);
  g_assert_cmpfloat (seconds, <, MAX_SECONDS);
}

/* Elements within elements, more than any stack holds frames for. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("<body>");
  g_autoptr (RubArticle) article = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append (text, i % 2 == 0 ? "<div>" : "<font>");
  g_string_append (text, "<p>At the bottom of it all lies a paragraph, which is long enough to be "
                         "an article, since it has a comma or two, and goes on and on until it has "
                         "said that depth is no danger here, for nobody who reads it, and "
                         "then some more.</p>");
  article = parse (text->str, "deep.html");
  g_assert_nonnull (article);
  g_assert_cmpuint (rub_article_get_n_blocks (article), ==, 1);
}

/* What is meant for machines is hostile, too. */
static void
test_hostile_data (void)
{
  static const char *const data[] = {
    "",
    "null",
    "[",
    "\"text\"",
    "{\"@type\":7,\"author\":[]}",
    "{\"@type\":[],\"author\":{\"name\":[1]}}",
    "{\"@type\":\"Article\",\"author\":null,\"datePublished\":{},\"articleBody\":[3]}",
    "{\"@type\":\"Article\",\"author\":\"https://example.org/me\",\"articleBody\":\"<p>\"}",
    "{\"@graph\":[[[[{\"@graph\":{\"@type\":\"Article\"}}]]]]}",
  };
  static const char prose[]
    = "<p>A page with what is meant for machines in its head, and with some prose in its body, so "
      "that there is an article in it all the same, whatever the machines are told about it. "
      "It is long enough, it has a comma or two, and it says no more than that it is here.</p>";
  g_autofree char *deep = g_strnfill (900000, '[');

  for (gsize i = 0; i <= G_N_ELEMENTS (data); i++)
    {
      const char *json = i < G_N_ELEMENTS (data) ? data[i] : deep;
      g_autofree char *page = g_strdup_printf (
        "<html><head><title>T</title><script type=\"application/ld+json\">%s</script></head>"
        "<body>%s</body></html>",
        json, prose);
      g_autoptr (RubArticle) article = parse (page, "told.html");

      g_test_message ("row %zu", i);
      g_assert_nonnull (article);
      g_assert_null (rub_article_get_author (article));
      g_assert_cmpuint (rub_article_get_n_blocks (article), ==, 1);
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *text;
    int code;
  } rows[] = {
    { "", RUB_DOCUMENT_ERROR_NO_ARTICLE },
    { " \n\n ", RUB_DOCUMENT_ERROR_NO_ARTICLE },
    { "%PDF-1.7 and more", RUB_DOCUMENT_ERROR_UNKNOWN },
    { "\x01\x02\x03\x04 picture", RUB_DOCUMENT_ERROR_UNKNOWN },
  };
  g_autofree char *large = g_strnfill (RUB_DOCUMENT_MAX_BYTES + 1, 'a');
  g_autoptr (GBytes) bytes = g_bytes_new_static (large, RUB_DOCUMENT_MAX_BYTES + 1);
  RubDocumentSource source = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (rub_document_parse (bytes, &source, &error));
  g_assert_error (error, RUB_DOCUMENT_ERROR, RUB_DOCUMENT_ERROR_TOO_LARGE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) row = g_bytes_new_static (rows[i].text, strlen (rows[i].text));

      g_clear_error (&error);
      g_assert_null (rub_document_parse (row, &source, &error));
      g_assert_error (error, RUB_DOCUMENT_ERROR, rows[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document/pages", test_pages);
  g_test_add_func ("/document/round-trip", test_round_trip);
  g_test_add_func ("/document/card", test_card);
  g_test_add_func ("/document/heads", test_heads);
  g_test_add_func ("/document/kinds", test_kinds);
  g_test_add_func ("/document/text", test_text);
  g_test_add_func ("/document/charsets", test_charsets);
  g_test_add_func ("/document/no-article", test_no_article);
  g_test_add_func ("/document/long", test_long);
  g_test_add_func ("/document/deep", test_deep);
  g_test_add_func ("/document/hostile-data", test_hostile_data);
  g_test_add_func ("/document/refusals", test_refusals);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-loader.h"
#include "rub-article-style.h"
#include "rub-marks.h"
#include "rub-read-bench.h"
#include "rub-shelf-bench.h"

typedef struct
{
  RubShelfBench bench;
  RubMarks *marks;
  RubArticleBuffer *text;

  guint n_expected;
} Fixture;

/* A heading and two paragraphs. */
static RubArticle *
make_article (void)
{
  static const RubBlockFields blocks[] = {
    { .kind = RUB_BLOCK_HEADING, .id = "one", .level = 2, .text = "Größe" },
    { .kind = RUB_BLOCK_PARAGRAPH, .text = "Running is good for you." },
    { .kind = RUB_BLOCK_ITEM, .text = "So is größer resting." },
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    g_ptr_array_add (list, rub_block_new (&blocks[i]));

  return rub_article_new ("an-article", "en", "Title", list);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RubArticle) article = make_article ();

  rub_shelf_bench_open (&fixture->bench);
  fixture->text = rub_article_buffer_new (article, NULL);
  fixture->marks = rub_marks_new (fixture->bench.library, fixture->bench.shelf);
  rub_marks_set_text (fixture->marks, fixture->text);
}

static gboolean
is_last_reference (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  rub_read_bench_wait (is_last_reference, fixture->marks);
  g_assert_finalize_object (fixture->marks);
  g_assert_finalize_object (fixture->text);
  rub_shelf_bench_close (&fixture->bench);
}

/* Sets the ends of the first place that has @words. */
static void
find (Fixture *fixture, const char *words, GtkTextIter *from, GtkTextIter *to)
{
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (fixture->text), &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, from, to, NULL));
}

static gboolean
has_expected (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (G_LIST_MODEL (fixture->marks)) == fixture->n_expected;
}

static void
wait_for (Fixture *fixture, guint n_expected)
{
  fixture->n_expected = n_expected;
  rub_read_bench_wait (has_expected, fixture);
}

static void
add (Fixture *fixture, const char *words, RubHighlightColor color, const char *note)
{
  GtkTextIter from, to;

  find (fixture, words, &from, &to);
  g_assert_true (rub_marks_add (fixture->marks, &from, &to, color, note));
}

static const RubHighlightFields *
get (Fixture *fixture, guint index)
{
  g_autoptr (RubHighlight) highlight
    = g_list_model_get_item (G_LIST_MODEL (fixture->marks), index);

  return rub_highlight_get_fields (highlight);
}

static void
assert_painted (Fixture *fixture, const char *words, const char *tag)
{
  GtkTextTag *found
    = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (fixture->text)),
                                 tag);
  GtkTextIter from, to;

  find (fixture, words, &from, &to);
  g_assert_true (gtk_text_iter_starts_tag (&from, found));
  g_assert_true (gtk_text_iter_ends_tag (&to, found));
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  GtkTextIter from, to;

  add (fixture, "good for", RUB_HIGHLIGHT_GREEN, "sure?");
  wait_for (fixture, 1);
  g_assert_cmpstr (get (fixture, 0)->article_id, ==, "an-article");
  g_assert_cmpstr (get (fixture, 0)->quote, ==, "good for");
  g_assert_cmpstr (get (fixture, 0)->note, ==, "sure?");
  g_assert_cmpuint (get (fixture, 0)->stretch.block, ==, 1);
  g_assert_cmpuint (get (fixture, 0)->stretch.start, ==, 11);
  assert_painted (fixture, "good for", RUB_TAG_GREEN);

  find (fixture, "good for", &from, &to);
  g_assert_nonnull (rub_marks_find_at (fixture->marks, &from));
  g_assert_null (rub_marks_find_at (fixture->marks, &to));

  rub_shelf_bench_undo (&fixture->bench);
  wait_for (fixture, 0);
  g_assert_null (rub_marks_find_at (fixture->marks, &from));
}

/* Bullets are no text of a block, and letters may have two bytes. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  add (fixture, "größer", RUB_HIGHLIGHT_BLUE, NULL);
  wait_for (fixture, 1);
  g_assert_cmpuint (get (fixture, 0)->stretch.block, ==, 2);
  g_assert_cmpuint (get (fixture, 0)->stretch.start, ==, 6);
  g_assert_cmpuint (get (fixture, 0)->stretch.end, ==, 6 + strlen ("größer"));
  g_assert_cmpstr (get (fixture, 0)->quote, ==, "größer");
  g_assert_null (get (fixture, 0)->note);
  assert_painted (fixture, "größer", RUB_TAG_BLUE);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkTextIter from, to;

  /* The title is no block. */
  find (fixture, "Title", &from, &to);
  g_assert_false (rub_marks_add (fixture->marks, &from, &to, RUB_HIGHLIGHT_YELLOW, NULL));
  g_assert_false (rub_marks_add (fixture->marks, &to, &to, RUB_HIGHLIGHT_YELLOW, NULL));
}

static gboolean
are_both_told (gpointer data)
{
  return ((Fixture *) data)->bench.n_told == 2;
}

/* What meets becomes one. */
static void
test_unite (Fixture *fixture, gconstpointer data)
{
  GtkTextIter from, to, end, other;

  add (fixture, "Running", RUB_HIGHLIGHT_YELLOW, "first");
  wait_for (fixture, 1);
  add (fixture, "resting", RUB_HIGHLIGHT_GREEN, "second");
  wait_for (fixture, 2);

  rub_read_bench_wait (are_both_told, fixture);
  g_clear_object (&fixture->bench.undo);
  find (fixture, "ning is", &from, &end);
  find (fixture, "So is größer rest", &other, &to);
  g_assert_true (rub_marks_add (fixture->marks, &from, &to, RUB_HIGHLIGHT_BLUE, NULL));
  wait_for (fixture, 1);
  g_assert_cmpstr (get (fixture, 0)->quote, ==,
                   "Running is good for you.\nSo is größer resting");
  g_assert_cmpstr (get (fixture, 0)->note, ==, "first\nsecond");
  g_assert_cmpint (get (fixture, 0)->color, ==, RUB_HIGHLIGHT_BLUE);

  rub_shelf_bench_undo (&fixture->bench);
  wait_for (fixture, 2);
}

static gboolean
is_blue (gpointer data)
{
  Fixture *fixture = data;

  return has_expected (fixture) && get (fixture, 0)->color == RUB_HIGHLIGHT_BLUE;
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RubHighlight) highlight = NULL;

  add (fixture, "good for", RUB_HIGHLIGHT_GREEN, NULL);
  wait_for (fixture, 1);
  highlight = g_list_model_get_item (G_LIST_MODEL (fixture->marks), 0);
  rub_marks_change (fixture->marks, highlight, RUB_HIGHLIGHT_BLUE, "mine");
  rub_read_bench_wait (is_blue, fixture);
  g_assert_cmpstr (get (fixture, 0)->note, ==, "mine");
  assert_painted (fixture, "good for", RUB_TAG_BLUE);

  g_clear_object (&highlight);
  highlight = g_list_model_get_item (G_LIST_MODEL (fixture->marks), 0);
  rub_marks_remove (fixture->marks, highlight);
  wait_for (fixture, 0);
}

/* Another text in its place: the highlights of that one, and none of the former. */
static void
test_other_text (Fixture *fixture, gconstpointer data)
{
  static const char *const english[] = { "en", NULL };
  g_autoptr (RubArticle) other
    = rub_article_load (RUB_ARTICLE_MASSAGE_FOR_RUNNERS, english, NULL);
  g_autoptr (RubArticleBuffer) text = rub_article_buffer_new (other, NULL);

  add (fixture, "good for", RUB_HIGHLIGHT_GREEN, NULL);
  wait_for (fixture, 1);
  rub_marks_set_text (fixture->marks, text);
  wait_for (fixture, 0);
  rub_marks_set_text (fixture->marks, fixture->text);
  wait_for (fixture, 1);
  rub_marks_set_text (fixture->marks, NULL);
  wait_for (fixture, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/read/marks/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/read/marks/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/read/marks/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/read/marks/unite", Fixture, NULL, set_up, test_unite, tear_down);
  g_test_add ("/read/marks/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/read/marks/other-text", Fixture, NULL, set_up, test_other_text, tear_down);

  return g_test_run ();
}

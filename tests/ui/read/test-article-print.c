/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "rub-article-loader.h"
#include "rub-article-pdf.h"
#include "rub-article-print.h"
#include "rub-read-bench.h"

#define N_LONG_BLOCKS 400
#define SAME_LINE_PT 4
#define APART_PT 8
/* Work in one go that nobody notices on a slow machine. */
#define LONGEST_US (G_USEC_PER_SEC / 2)

typedef struct
{
  GtkWidget *window;
  GtkWidget *toasts;
  GtkWidget *from;

  /* While a file is made. */
  gint64 longest_us;
  gint64 last_us;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->toasts = adw_toast_overlay_new ();
  fixture->from = adw_bin_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->toasts), fixture->from);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->toasts);
  gtk_window_present (GTK_WINDOW (fixture->window));
  rub_read_bench_drain ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  rub_read_bench_drain ();
}

static const char *
get_toast (Fixture *fixture)
{
  GtkLabel *label = rub_read_bench_find (fixture->toasts, GTK_TYPE_LABEL);

  return label != NULL ? gtk_label_get_text (label) : NULL;
}

static gboolean
has_told (gpointer data)
{
  Fixture *fixture = data;
  gint64 now_us = g_get_monotonic_time ();
  const char *words = get_toast (fixture);

  if (fixture->last_us > 0)
    fixture->longest_us = MAX (fixture->longest_us, now_us - fixture->last_us);
  fixture->last_us = now_us;

  return words != NULL && words[0] != '\0';
}

static char *
make_path (const char *name)
{
  /* Each test has folders of its own. */
  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);

  return g_build_filename (g_get_user_cache_dir (), name, NULL);
}

static void
save (Fixture *fixture, RubArticle *article, const char *path)
{
  g_autoptr (GFile) target = g_file_new_for_path (path);

  rub_article_pdf_save_as (fixture->from, article, target);
  rub_read_bench_wait (has_told, fixture);
}

/* Returns: (transfer full) (nullable): what @tool says of the file; NULL when it is not there. */
static char *
ask (const char *tool, const char *path, gboolean has_output_file)
{
  const char *const command[] = { tool, path, has_output_file ? "-" : NULL, NULL };
  g_autofree char *program = g_find_program_in_path (tool);
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  if (program == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return output;
}

/* Returns: (transfer full): each word with its place, as XML. */
static char *
ask_boxes (const char *path)
{
  const char *const command[] = { "pdftotext", "-bbox", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                NULL, &error);
  g_assert_no_error (error);

  return output;
}

static int
count_pages (const char *path)
{
  g_autofree char *words = ask ("pdfinfo", path, FALSE);
  const char *line = words != NULL ? strstr (words, "Pages:") : NULL;

  g_assert_nonnull (line);

  return (int) g_ascii_strtoll (line + strlen ("Pages:"), NULL, 10);
}

static gboolean
has_tools (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    g_test_skip ("pdftotext is not installed");

  return program != NULL;
}

static void
assert_in_order (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      const char *place = strstr (text, *words);

      g_test_message ("%s", *words);
      g_assert_nonnull (place);
      text = place;
    }
}

/* Lines are apart: no two of them start within a few points, but for those that stand side by
 * side. */
static void
assert_apart (const char *path)
{
  g_autofree char *boxes = ask_boxes (path);
  g_auto (GStrv) words = g_strsplit (boxes, "<word ", -1);
  double last = 0;

  for (guint i = 1; words[i] != NULL; i++)
    {
      const char *place = strstr (words[i], "yMin=\"");
      double y = g_ascii_strtod (place + strlen ("yMin=\""), NULL);

      if (y > last + SAME_LINE_PT)
        g_assert_cmpfloat (y, >=, last + APART_PT);
      last = y;
    }
}

/* All that is read is there: what only does something on screen is not. */
static void
test_bundled (Fixture *fixture, gconstpointer data)
{
  static const char *const english[] = { "en", NULL };
  static const char *const words[] = { "What Massage Can Do for Runners",
                                       "Your legs have run",
                                       "10.3822/ijtmb.v6i2.165",
                                       "Soreness",
                                       "Partly",
                                       "A little relief",
                                       "10.1136/bmjsem-2019-000614",
                                       "Range of Motion",
                                       "In Short",
                                       NULL };
  g_autoptr (RubArticle) article = rub_article_load (RUB_ARTICLE_MASSAGE_FOR_RUNNERS, english,
                                                     NULL);
  g_autofree char *path = make_path ("bundled.pdf");
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;
  int n_pages;

  if (!has_tools ())
    return;

  save (fixture, article, path);
  n_pages = count_pages (path);
  g_assert_cmpint (n_pages, >=, 3);
  g_assert_cmpint (n_pages, <=, 8);
  text = ask ("pdftotext", path, TRUE);
  assert_in_order (text, words);
  assert_apart (path);
  last = g_strdup_printf ("%d of %d", n_pages, n_pages);
  g_assert_nonnull (strstr (text, last));
  g_assert_null (strstr (text, "Mark where you are sore"));
  g_unlink (path);
}

static void
add_block (GPtrArray *blocks, RubBlockKind kind, int level, int number, const char *text)
{
  RubBlockFields fields = { .kind = kind, .level = level, .number = number, .text = text };

  g_ptr_array_add (blocks, rub_block_new (&fields));
}

/* Each kind of block leaves its words. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  static const char *const words[]
    = { "A title", "Somebody",  "a heading", "a paragraph", "an item", "2.", "a step",
        "a quote", "some code", "a caption", "top left",    "a cell",  NULL };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  RubArticleFields fields = { "a", "en", "A title", "Somebody", "2026", "https://example.org/a" };
  g_autoptr (RubArticle) article = NULL;
  g_autofree char *path = make_path ("kinds.pdf");
  g_autofree char *text = NULL;

  if (!has_tools ())
    return;

  add_block (blocks, RUB_BLOCK_HEADING, 2, 0, "a heading");
  add_block (blocks, RUB_BLOCK_PARAGRAPH, 0, 0, "a paragraph");
  add_block (blocks, RUB_BLOCK_ITEM, 0, 0, "an item");
  add_block (blocks, RUB_BLOCK_STEP, 0, 2, "a step");
  add_block (blocks, RUB_BLOCK_QUOTE, 0, 0, "a quote");
  add_block (blocks, RUB_BLOCK_CODE, 0, 0, "some code\nin lines");
  add_block (blocks, RUB_BLOCK_PICTURE, 0, 0, "a caption");
  add_block (blocks, RUB_BLOCK_TABLE, 0, 0, "top left\ttop right\na cell\n");
  add_block (blocks, RUB_BLOCK_PARAGRAPH, 0, 0, "");
  article = rub_article_new_full (&fields, blocks);
  save (fixture, article, path);
  text = ask ("pdftotext", path, TRUE);
  assert_in_order (text, words);
  g_assert_cmpint (count_pages (path), ==, 1);
  g_unlink (path);
}

static RubArticle *
create_long (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  GString *text = g_string_new (NULL);
  RubArticle *article;

  for (int i = 0; i < 80; i++)
    g_string_append (text, "Seven words make a sentence like this. ");
  for (int i = 0; i < N_LONG_BLOCKS; i++)
    add_block (blocks, RUB_BLOCK_PARAGRAPH, 0, 0, text->str);
  g_string_free (text, TRUE);
  article = rub_article_new ("long", "en", "Long", blocks);

  return article;
}

/* The window goes on while a book is printed. */
static void
test_slices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RubArticle) article = create_long ();
  g_autofree char *path = make_path ("long.pdf");

  save (fixture, article, path);
  g_test_message ("longest: %" G_GINT64_FORMAT " us", fixture->longest_us);
  g_assert_cmpint (fixture->longest_us, <, LONGEST_US);
  g_unlink (path);
}

/* A file is there when it is whole, and one is told so; else one is told why not. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  const char *name = data;
  gboolean is_good = strchr (name, '/') == NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (RubArticle) article = rub_article_new ("a", "en", "Short", none);
  g_autofree char *path = make_path (name);

  save (fixture, article, path);
  g_assert_true (g_str_has_prefix (
    get_toast (fixture), is_good ? "“saved & kept.pdf” saved" : "“a.pdf” was not saved. "));
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, is_good);
  g_unlink (path);
}

/* When the window goes, nothing is written. */
static void
test_gone (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  RubArticle *article = rub_article_new ("a", "en", "Short", none);
  GtkWidget *from = g_object_ref_sink (adw_bin_new ());
  g_autofree char *path = make_path ("gone.pdf");
  GFile *target = g_file_new_for_path (path);

  rub_article_pdf_save_as (from, article, target);
  g_assert_finalize_object (from);
  rub_read_bench_drain ();
  g_assert_finalize_object (article);
  g_assert_finalize_object (target);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, int *got)
{
  *got = (int) result;
}

/* A printer gets what the PDF has, though its pages are its own. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RubArticle) article = create_long ();
  g_autofree char *path = make_path ("printed.pdf"), *saved = make_path ("saved.pdf");
  GtkPrintOperation *operation = rub_article_print_create (article);
  int result = -1;

  if (!has_tools ())
    {
      g_object_unref (operation);
      return;
    }

  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "done", G_CALLBACK (on_done_cb), &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  rub_read_bench_drain ();
  g_assert_finalize_object (operation);
  save (fixture, article, saved);
  g_test_message ("%d and %d pages", count_pages (path), count_pages (saved));
  g_assert_cmpint (ABS (count_pages (path) - count_pages (saved)), <=, count_pages (saved) / 10);
  g_unlink (path);
  g_unlink (saved);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_disable_setlocale ();
  adw_init ();
#define ADD(name, func, data) g_test_add (name, Fixture, data, set_up, func, tear_down)
  ADD ("/article-print/bundled", test_bundled, NULL);
  ADD ("/article-print/kinds", test_kinds, NULL);
  ADD ("/article-print/slices", test_slices, NULL);
  ADD ("/article-print/saved", test_save, "saved & kept.pdf");
  ADD ("/article-print/not-saved", test_save, "no-such-folder/a.pdf");
  ADD ("/article-print/print", test_print, NULL);
#undef ADD
  g_test_add_func ("/article-print/gone", test_gone);

  return g_test_run ();
}

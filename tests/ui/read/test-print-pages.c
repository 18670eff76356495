/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-print-pages.h"

#define PAGE 100
#define LINE 10
#define MAX_LINES 64

/* A piece in a row of the table: how many lines, of 10 each, and how much room above; with a "+"
 * it keeps its next. */
static void
add (RubPrintPages *pages, const char *word)
{
  double heights[MAX_LINES];
  char *end;
  guint n_lines = (guint) g_ascii_strtoull (word, &end, 10);
  double above = *end == '^' ? g_ascii_strtod (end + 1, &end) : 0;

  g_assert_cmpuint (n_lines, <=, MAX_LINES);
  for (guint i = 0; i < n_lines; i++)
    heights[i] = LINE;
  rub_print_pages_add (pages, above, heights, n_lines, *end == '+');
}

/* Pages apart by "|", on each its runs: the piece, and its first and last line. */
static char *
tell (RubPrintPages *pages)
{
  GString *told = g_string_new (NULL);

  for (guint page = 0; page < rub_print_pages_get_n_pages (pages); page++)
    {
      guint n_runs;
      const RubPrintRun *runs = rub_print_pages_get_runs (pages, page, &n_runs);

      if (page > 0)
        g_string_append (told, " |");
      for (guint i = 0; i < n_runs; i++)
        g_string_append_printf (told, " %u:%u-%u", runs[i].piece, runs[i].first,
                                runs[i].first + runs[i].n_lines - 1);
    }

  return g_string_free (told, FALSE);
}

/* Whatever it is, nothing is lost, nothing is twice, and nothing is below the page. */
static void
check_sane (RubPrintPages *pages)
{
  guint piece = 0, line = 0;

  for (guint page = 0; page < rub_print_pages_get_n_pages (pages); page++)
    {
      guint n_runs;
      const RubPrintRun *runs = rub_print_pages_get_runs (pages, page, &n_runs);
      double bottom = 0;

      for (guint i = 0; i < n_runs; i++)
        {
          if (runs[i].piece != piece)
            {
              g_assert_cmpuint (runs[i].piece, ==, piece + 1);
              piece++;
              line = 0;
            }
          g_assert_cmpuint (runs[i].first, ==, line);
          g_assert_cmpfloat (runs[i].y, >=, bottom);
          line += runs[i].n_lines;
          bottom = runs[i].y + runs[i].n_lines * LINE;
        }
      g_assert_cmpfloat (bottom, <=, PAGE);
    }
}

static void
test_breaks (void)
{
  static const struct
  {
    const char *what;
    const char *pieces;
    const char *pages;
  } rows[] = {
    { "one page", "4 6", " 0:0-3 1:0-5" },
    { "the room above counts", "4 6^1", " 0:0-3 1:0-3 | 1:4-5" },
    { "but not at the top", "10 10^50", " 0:0-9 | 1:0-9" },
    { "broken", "4 10", " 0:0-3 1:0-5 | 1:6-9" },
    { "no line alone at the top", "4 7", " 0:0-3 1:0-4 | 1:5-6" },
    { "no line alone at the bottom", "9 5", " 0:0-8 | 1:0-4" },
    { "three lines stay together", "8 3", " 0:0-7 | 1:0-2" },
    { "a heading goes with its text", "9 1+ 4", " 0:0-8 | 1:0-0 2:0-3" },
    { "and with two lines of it", "8 1+ 6", " 0:0-7 | 1:0-0 2:0-5" },
    { "where two lines fit it stays", "7 1+ 6", " 0:0-6 1:0-0 2:0-1 | 2:2-5" },
    { "two headings in a row", "7 1+ 1+ 4", " 0:0-6 | 1:0-0 2:0-0 3:0-3" },
    { "a heading at the end", "9 2+", " 0:0-8 | 1:0-1" },
    { "longer than two pages", "25", " 0:0-9 | 0:10-19 | 0:20-24" },
    { "longer than two pages, and no line alone", "21", " 0:0-9 | 0:10-18 | 0:19-20" },
    { "headings longer than a page", "12+ 2", " 0:0-9 | 0:10-11 1:0-1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubPrintPages) pages = rub_print_pages_new (PAGE);
      g_auto (GStrv) words = g_strsplit (rows[i].pieces, " ", -1);
      g_autofree char *told = NULL;

      g_test_message ("%s", rows[i].what);
      for (char **word = words; *word != NULL; word++)
        add (pages, *word);
      rub_print_pages_finish (pages);
      told = tell (pages);
      g_assert_cmpstr (told, ==, rows[i].pages);
      check_sane (pages);
    }
}

static void
test_any (void)
{
  for (int round = 0; round < 200; round++)
    {
      g_autoptr (RubPrintPages) pages = rub_print_pages_new (PAGE);

      for (int i = 0; i < 40; i++)
        {
          g_autofree char *word
            = g_strdup_printf ("%d^%d%s", g_test_rand_int_range (1, 30),
                               g_test_rand_int_range (0, 20),
                               g_test_rand_int_range (0, 4) == 0 ? "+" : "");

          add (pages, word);
        }
      rub_print_pages_finish (pages);
      check_sane (pages);
    }
}

/* A line that is higher than a page is on one of its own. */
static void
test_too_high (void)
{
  g_autoptr (RubPrintPages) pages = rub_print_pages_new (PAGE);
  double heights[] = { 2 * PAGE };
  guint n_runs;

  rub_print_pages_add (pages, 0, heights, 1, FALSE);
  rub_print_pages_add (pages, 0, heights, 1, FALSE);
  rub_print_pages_finish (pages);
  g_assert_cmpuint (rub_print_pages_get_n_pages (pages), ==, 2);
  rub_print_pages_get_runs (pages, 1, &n_runs);
  g_assert_cmpuint (n_runs, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-pages/breaks", test_breaks);
  g_test_add_func ("/print-pages/any", test_any);
  g_test_add_func ("/print-pages/too-high", test_too_high);

  return g_test_run ();
}

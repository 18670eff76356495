/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-text-search.h"

#define AT_ONCE_US G_USEC_PER_SEC

/* Matches as "start-end start-end". */
static char *
tell (RubTextSearch *search)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < rub_text_search_get_n_matches (search); i++)
    {
      RubMatch match = rub_text_search_get_match (search, i);

      g_string_append_printf (told, "%s%d-%d", i > 0 ? " " : "", match.start, match.end);
    }

  return g_string_free (told, FALSE);
}

static void
test_matches (void)
{
  static const struct
  {
    const char *text;
    const char *words;
    int offset;
    const char *matches;
  } rows[] = {
    { "", "a", 0, "" },
    { "banana", "", 0, "" },
    { "banana", "ana", 0, "1-4" },
    { "One one\nONE", "one", 0, "0-3 4-7 8-11" },
    { "One one\nONE", "one", 9, "0-3 4-7 8-11" },
    { "a line\nof two", "line of", 0, "" },
    { "Börjesson", "BÖRJ", 0, "0-4" },
    { "Bo\xcc\x88rjesson", "bör", 0, "0-4" },
    { "Börjesson", "bo\xcc\x88r", 0, "0-3" },
    /* An o with two dots is another letter. */
    { "Bör bor", "bo", 0, "4-6" },
    { "Bo\xcc\x88r bor", "bo", 0, "5-7" },
    { "Straße strasse", "strasse", 0, "0-6 7-14" },
    { "aß", "as", 0, "" },
    { "ΟΔΟΣ οδος", "οδο", 0, "0-3 5-8" },
    { "日本語 日本", "日本", 0, "0-2 4-6" },
    { "aaaa", "aa", 0, "0-2 2-4" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubTextSearch) search = rub_text_search_new (rows[i].text);
      g_autofree char *matches = NULL;

      g_test_message ("“%s” in “%s”", rows[i].words, rows[i].text);
      rub_text_search_start (search, rows[i].words, rows[i].offset);
      g_assert_false (rub_text_search_step (search, AT_ONCE_US));
      matches = tell (search);
      g_assert_cmpstr (matches, ==, rows[i].matches);
    }
}

static char *
make_long (int n_lines)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n_lines; i++)
    g_string_append_printf (text, "Line %d has a muscle in it.\n", i);

  return g_string_free (text, FALSE);
}

/* What is on screen comes first, and slices give what one go gives, in the order of the text. */
static void
test_slices (void)
{
  g_autofree char *text = make_long (500);
  g_autoptr (RubTextSearch) search = rub_text_search_new (text);
  g_autofree char *whole = NULL, *sliced = NULL;
  int middle = (int) (strstr (text, "Line 250") - text);
  guint n_slices = 1;

  rub_text_search_start (search, "muscle", 0);
  rub_text_search_step (search, AT_ONCE_US);
  whole = tell (search);
  g_assert_cmpuint (rub_text_search_get_n_matches (search), ==, 500);

  rub_text_search_start (search, "muscle", middle);
  g_assert_cmpuint (rub_text_search_get_n_matches (search), ==, 0);
  g_assert_true (rub_text_search_step (search, 0));
  g_assert_cmpint (rub_text_search_get_match (search, 0).end, >=, middle);
  while (rub_text_search_step (search, 0))
    n_slices++;
  g_assert_cmpuint (n_slices, >, 10);
  sliced = tell (search);
  g_assert_cmpstr (sliced, ==, whole);
}

static void
test_find (void)
{
  g_autoptr (RubTextSearch) search = rub_text_search_new ("run and run and run");

  rub_text_search_start (search, "run", 0);
  rub_text_search_step (search, AT_ONCE_US);
  g_assert_cmpuint (rub_text_search_find (search, 0), ==, 0);
  g_assert_cmpuint (rub_text_search_find (search, 2), ==, 0);
  g_assert_cmpuint (rub_text_search_find (search, 3), ==, 1);
  g_assert_cmpuint (rub_text_search_find (search, 17), ==, 2);
  g_assert_cmpuint (rub_text_search_find (search, 19), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-search/matches", test_matches);
  g_test_add_func ("/text-search/slices", test_slices);
  g_test_add_func ("/text-search/find", test_find);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "rub-hit.h"
#include "rub-query.h"
#include "rub-snippet.h"

static void
test_query (void)
{
  static const struct
  {
    const char *typed;
    const char *query;
  } rows[] = {
    { "", NULL },
    { "  \n\t", NULL },
    { "\"", NULL },
    { "*", NULL },
    { "-- \"\" \"!\" ()", NULL },
    { "calf", "\"calf\" *" },
    { "  calf ", "\"calf\" *" },
    { "sore calf", "\"sore\" \"calf\" *" },
    /* Words of the index's own language are only words. */
    { "calf OR NOT shin", "\"calf\" \"OR\" \"NOT\" \"shin\" *" },
    { "NEAR(a b, 2)", "\"NEAR(a\" \"b,\" \"2)\"" },
    { "title:calf* ^x {y} -z", "\"title:calf*\" \"^x\" \"{y}\" \"-z\" *" },
    { "'; DROP TABLE articles; --", "\"DROP\" \"TABLE\" \"articles;\"" },
    /* Phrases, closed or still being typed, with any quotation marks. */
    { "\"long run\"", "\"long run\"" },
    { "\"long run", "\"long run\" *" },
    { "\"long run\" hill", "\"long run\" \"hill\" *" },
    { "hill \"long run\"", "\"hill\" \"long run\"" },
    { "“long run” hill", "\"long run\" \"hill\" *" },
    { "„long run“ «so so»", "\"long run\" \"so so\"" },
    { "foo\"bar baz\"qux", "\"foo\" \"bar baz\" \"qux\" *" },
    { "\"\"\"a\"\"\"", "\"a\"" },
    /* Any script, and what is none. */
    { "Übermut 走る", "\"Übermut\" \"走る\" *" },
    { "bad \xff\xfe", "\"bad\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *query = rub_query_build (rows[i].typed);

      g_test_message ("row %zu", i);
      g_assert_cmpstr (query, ==, rows[i].query);
    }
}

/* A whole page that was pasted is cut, between characters. */
static void
test_long_query (void)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autofree char *query = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (typed, i % 3 == 0 ? "é" : i % 3 == 1 ? "a " : "\"");
  query = rub_query_build (typed->str);
  g_assert_nonnull (query);
  g_assert_cmpuint (strlen (query), <, 1000);
  g_assert_true (g_utf8_validate (query, -1, NULL));
}

/* The marks of a match are [ and ] in the tables, and / is the end of a block. */
static char *
set_marks (const char *text)
{
  char *marked = g_strdup (text);

  for (char *p = marked; *p != '\0'; p++)
    *p = *p == '[' ? RUB_MATCH_OPEN : *p == ']' ? RUB_MATCH_CLOSE : *p == '/' ? '\x1e' : *p;

  return marked;
}

static char *
drop_marks (const char *marked)
{
  GString *text = g_string_new (NULL);

  for (const char *p = marked; *p != '\0'; p++)
    if (*p != RUB_MATCH_OPEN && *p != RUB_MATCH_CLOSE)
      g_string_append_c (text, *p);

  return g_string_free (text, FALSE);
}

static char *
show_snippet (const RubSnippet *snippet)
{
  GString *shown = g_string_new (NULL);
  gsize last = 0;

  g_assert_true (g_utf8_validate (snippet->text, -1, NULL));
  for (guint i = 0; i < snippet->ranges->len; i++)
    {
      const RubRange *range = &g_array_index (snippet->ranges, RubRange, i);

      g_assert_cmpuint (range->start, >=, last);
      g_assert_cmpuint (range->end, >, range->start);
      g_assert_cmpuint (range->end, <=, strlen (snippet->text));
      g_string_append_len (shown, snippet->text + last, (gssize) (range->start - last));
      g_string_append_printf (shown, "[%.*s]", (int) (range->end - range->start),
                              snippet->text + range->start);
      last = range->end;
    }
  g_string_append (shown, snippet->text + last);

  return g_string_free (shown, FALSE);
}

#define TEN "one two three four five six seven eight nine ten "
#define FIFTY TEN TEN TEN TEN TEN

static void
test_snippet (void)
{
  static const struct
  {
    const char *marked;
    const char *shown;
    int block;
  } rows[] = {
    { "", "", 0 },
    { "nothing here", "nothing here", 0 },
    { "a [calf] hurts", "a [calf] hurts", 0 },
    { "[calf]", "[calf]", 0 },
    /* Only the block it is in, on one line. */
    { "first/a [calf]\n\thurts/last", "a [calf]  hurts", 1 },
    { "/[calf]/", "[calf]", 1 },
    { "first//[calf]", "[calf]", 2 },
    /* Cut at words, with dots where something is left out. */
    { FIFTY "[calf] " FIFTY,
      "…nine ten " TEN "[calf] " TEN TEN "one two three four five six seven eight…", 0 },
    { FIFTY "/" FIFTY "[calf]", "…nine ten " TEN "[calf]", 1 },
    { "[calf] " FIFTY, "[calf] " TEN TEN TEN "one two three four five six seven eight nine ten…",
      0 },
    /* The place where most different words are together, not the first of them. */
    { "[the] calf/[the] [the] [the]/the [sore] and [the]/[sore]", "the [sore] and [the]", 2 },
    { "[The] calf/x [the] y [THE]", "[The] calf", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *marked = set_marks (rows[i].marked);
      g_autofree char *text = drop_marks (marked);
      g_autoptr (RubSnippet) snippet = rub_snippet_new (text, marked);
      g_autofree char *shown = show_snippet (snippet);

      g_test_message ("row %zu", i);
      g_assert_cmpstr (shown, ==, rows[i].shown);
      g_assert_cmpint (snippet->block, ==, rows[i].block);
    }
}

/* Long words, scripts without spaces, marks of its own: always whole characters, never outside. */
static void
test_odd_snippets (void)
{
  g_autofree char *word = g_strnfill (1000, 'w');
  g_autofree char *wide = g_strnfill (1000, 'x');
  g_auto (GStrv) pieces = g_strsplit (wide, "x", -1);
  g_autofree char *script = g_strjoinv ("走", pieces);
  const char *const rows[][2] = {
    { word, "[" },
    { word, "" },
    { script, "[" },
    { script, "" },
    { "a\x02"
      "b\x03",
      "[" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize half = strlen (rows[i][0]) / 6 * 3;
      g_autofree char *before = g_strndup (rows[i][0], half);
      g_autofree char *open
        = g_strdup_printf ("%s%c%s%c", before, RUB_MATCH_OPEN, rows[i][0] + half, RUB_MATCH_CLOSE);
      g_autofree char *text = g_strconcat (before, rows[i][0] + half, NULL);
      g_autoptr (RubSnippet) snippet = rub_snippet_new (text, rows[i][1][0] != '\0' ? open : text);
      g_autofree char *shown = show_snippet (snippet);

      g_test_message ("row %zu", i);
      g_assert_cmpuint (strlen (snippet->text), <, 220);
      g_assert_cmpuint (snippet->ranges->len, ==, rows[i][1][0] != '\0');
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/words", test_query);
  g_test_add_func ("/query/long", test_long_query);
  g_test_add_func ("/query/snippet", test_snippet);
  g_test_add_func ("/query/odd-snippets", test_odd_snippets);

  return g_test_run ();
}

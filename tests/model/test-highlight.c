/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "rub-highlight-markdown.h"

/* Makes an article of the paragraphs in @text, one a line. */
static RubArticle *
make_article (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "|", -1);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (char **line = lines; *line != NULL; line++)
    {
      RubBlockFields fields = { .kind = RUB_BLOCK_PARAGRAPH, .text = *line };

      g_ptr_array_add (blocks, rub_block_new (&fields));
    }

  return rub_article_new ("saved:1", "en", "A title", blocks);
}

static void
test_text (void)
{
  static const struct
  {
    RubStretch stretch;
    const char *text;
  } rows[] = {
    { { 0, 0, 0, 4 }, "Warm" },
    { { 0, 5, 0, 8 }, "up." },
    { { 0, 5, 1, 3 }, "up.\nÜb" },
    { { 0, 5, 3, 5 }, "up.\nÜben\n\nheute" },
    { { 1, 5, 2, 0 }, "\n" },
    /* Nothing, backwards, within a character, outside. */
    { { 0, 3, 0, 3 }, NULL },
    { { 0, 4, 0, 3 }, NULL },
    { { 1, 0, 0, 8 }, NULL },
    { { 1, 1, 1, 3 }, NULL },
    { { 1, 0, 1, 1 }, NULL },
    { { 0, 0, 0, 9 }, NULL },
    { { 0, 9, 1, 2 }, NULL },
    { { 3, 0, 4, 0 }, NULL },
    { { G_MAXUINT, 0, G_MAXUINT, G_MAXSIZE }, NULL },
  };
  g_autoptr (RubArticle) article = make_article ("Warm up.|Üben||heute");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = rub_stretch_get_text (&rows[i].stretch, article);

      g_test_message ("row %zu", i);
      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_true (rub_stretch_is_in (&rows[i].stretch, article) == (text != NULL));
    }
}

static void
test_follow (void)
{
  static const struct
  {
    RubStretch stretch;
    const char *quote;
    const char *now;
    gboolean is_found;
    RubStretch found;
  } rows[] = {
    /* Where it was, although the same words are elsewhere too. */
    { { 1, 2, 1, 6 }, "calf", "calf|a calf|calf", TRUE, { 1, 2, 1, 6 } },
    /* A paragraph before it, a word before it. */
    { { 1, 2, 1, 6 }, "calf", "new|old|a calf", TRUE, { 2, 2, 2, 6 } },
    { { 0, 2, 0, 6 }, "calf", "quite a calf", TRUE, { 0, 8, 0, 12 } },
    /* The nearest of several: by block, then by byte. */
    { { 5, 0, 5, 4 }, "calf", "calf|x|x|x|the calf|x|x|x|calf", TRUE, { 4, 4, 4, 8 } },
    { { 0, 12, 0, 16 }, "calf", "calf, thigh, calf", TRUE, { 0, 13, 0, 17 } },
    /* Over several blocks, whole and in part, and with an empty one. */
    { { 0, 2, 1, 2 }, "b\ncc", "x|ab|cc", TRUE, { 1, 1, 2, 2 } },
    { { 0, 0, 2, 1 }, "a\n\nb", "x|a||b", TRUE, { 1, 0, 3, 1 } },
    { { 0, 0, 1, 0 }, "ab\n", "x|ab|c", TRUE, { 1, 0, 2, 0 } },
    { { 0, 1, 1, 1 }, "\nc", "x|ab|c", TRUE, { 1, 2, 2, 1 } },
    /* Gone, or no longer across a break. */
    { { 0, 0, 0, 4 }, "calf", "thigh|knee", FALSE, { 0 } },
    { { 0, 0, 1, 1 }, "a\nb", "a b", FALSE, { 0 } },
    { { 0, 0, 0, 4 }, "calf", "", FALSE, { 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubArticle) article = make_article (rows[i].now);
      RubHighlightFields fields
        = { 7, "saved:1", rows[i].stretch, RUB_HIGHLIGHT_BLUE, rows[i].quote, "a note", 5 };
      g_autoptr (RubHighlight) highlight = rub_highlight_new (&fields);
      g_autoptr (RubHighlight) moved = rub_highlight_follow (highlight, article);
      g_autofree char *text = NULL;
      const RubHighlightFields *got;

      g_test_message ("row %zu", i);
      g_assert_true ((moved != NULL) == rows[i].is_found);
      if (moved == NULL)
        continue;
      got = rub_highlight_get_fields (moved);
      g_assert_cmpuint (got->stretch.block, ==, rows[i].found.block);
      g_assert_cmpuint (got->stretch.start, ==, rows[i].found.start);
      g_assert_cmpuint (got->stretch.end_block, ==, rows[i].found.end_block);
      g_assert_cmpuint (got->stretch.end, ==, rows[i].found.end);
      g_assert_cmpint (got->id, ==, 7);
      g_assert_cmpint (got->color, ==, RUB_HIGHLIGHT_BLUE);
      g_assert_cmpstr (got->note, ==, "a note");
      text = rub_stretch_get_text (&got->stretch, article);
      g_assert_cmpstr (text, ==, rows[i].quote);
    }
}

/* One that did not move is not made anew. */
static void
test_stay (void)
{
  g_autoptr (RubArticle) article = make_article ("a calf");
  RubHighlightFields fields
    = { .article_id = "saved:1", .stretch = { 0, 2, 0, 6 }, .quote = "calf" };
  g_autoptr (RubHighlight) highlight = rub_highlight_new (&fields);
  g_autoptr (RubHighlight) same = rub_highlight_follow (highlight, article);

  g_assert_true (same == highlight);
}

static void
test_bounds (void)
{
  g_autofree char *much = g_strnfill (RUB_HIGHLIGHT_MAX_NOTE - 1, 'n');
  g_autofree char *too_much = g_strconcat ("  ", much, "é and more", NULL);
  const struct
  {
    const char *note;
    const char *kept;
  } rows[] = { { NULL, NULL }, { " \n", NULL }, { " why? ", "why?" }, { too_much, much } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubHighlightFields fields
        = { .article_id = "a", .quote = "bad \xff byte", .note = rows[i].note, .color = 77 };
      g_autoptr (RubHighlight) highlight = rub_highlight_new (&fields);
      const RubHighlightFields *got = rub_highlight_get_fields (highlight);

      g_assert_cmpstr (got->note, ==, rows[i].kept);
      g_assert_true (g_utf8_validate (got->quote, -1, NULL));
      g_assert_cmpint (got->color, ==, RUB_HIGHLIGHT_N_COLORS - 1);
    }
}

static void
test_colors (void)
{
  RubHighlightColor color = RUB_HIGHLIGHT_BLUE;

  for (int i = 0; i < RUB_HIGHLIGHT_N_COLORS; i++)
    {
      g_assert_true (rub_highlight_color_from_id (rub_highlight_color_to_id (i), &color));
      g_assert_cmpint (color, ==, i);
      g_assert_cmpstr (rub_highlight_color_get_name (color), !=, "");
    }
  g_assert_false (rub_highlight_color_from_id ("pink", &color));
  g_assert_false (rub_highlight_color_from_id (NULL, &color));
}

static void
add_highlight (GPtrArray *highlights, const char *article_id, guint block, gsize start,
               const char *quote, const char *note)
{
  RubHighlightFields fields = { .article_id = article_id,
                                .stretch = { block, start, block, start + 1 },
                                .quote = quote,
                                .note = note };

  g_ptr_array_add (highlights, rub_highlight_new (&fields));
}

static void
test_markdown (void)
{
  static const RubHighlightSource sources[] = {
    { "saved:2", "Second *thoughts*", "A. Author", "https://example.org/a b?c=<d>" },
    { "none", "Not shown", NULL, NULL },
    { "massage", "1. First\nthings", NULL, "file:///home/me/a_b.md" },
  };
  g_autoptr (GPtrArray) highlights = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  g_autofree char *nothing = NULL;

  add_highlight (highlights, "massage", 3, 0, "later", NULL);
  add_highlight (highlights, "massage", 0, 9, "# no heading\n\n  - no list",
                 "12) _mine_\n<b>&amp;");
  add_highlight (highlights, "massage", 0, 2, "[a](b) `c` 3.5 km | x~y~", NULL);
  add_highlight (highlights, "saved:2", 0, 0, "2 > 1\tor 1. not\n1. this", "a+b - c");
  add_highlight (highlights, "gone", 0, 0, "gone", NULL);

  text = rub_highlights_write_markdown (highlights, sources, G_N_ELEMENTS (sources));
  g_assert_cmpstr (text, ==,
                   "# Second \\*thoughts\\*\n"
                   "\n"
                   "A. Author\n"
                   "\n"
                   "<https://example.org/a%20b?c=%3Cd%3E>\n"
                   "\n"
                   "> 2 \\> 1 or 1. not\n"
                   ">\n"
                   "> 1\\. this\n"
                   "\n"
                   "a+b - c\n"
                   "\n"
                   "# 1\\. First things\n"
                   "\n"
                   "file:///home/me/a\\_b.md\n"
                   "\n"
                   "> \\[a\\](b) \\`c\\` 3.5 km \\| x\\~y\\~\n"
                   "\n"
                   "> \\# no heading\n"
                   ">\n"
                   "> \\- no list\n"
                   "\n"
                   "12\\) \\_mine\\_\n"
                   "\n"
                   "\\<b\\>\\&amp;\n"
                   "\n"
                   "> later\n");

  nothing = rub_highlights_write_markdown (highlights, NULL, 0);
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/highlight/text", test_text);
  g_test_add_func ("/highlight/follow", test_follow);
  g_test_add_func ("/highlight/stay", test_stay);
  g_test_add_func ("/highlight/bounds", test_bounds);
  g_test_add_func ("/highlight/colors", test_colors);
  g_test_add_func ("/highlight/markdown", test_markdown);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-block-json.h"

#include <string.h>

#include "rub-store.h"

static RubArticle *
make_article (const RubBlockFields *rows, gsize n_rows)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < n_rows; i++)
    g_ptr_array_add (blocks, rub_block_new (&rows[i]));

  return rub_article_new ("a", "en", "A", blocks);
}

static void
assert_same (const RubBlockFields *a, const RubBlockFields *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->level, ==, b->level);
  if (a->kind == RUB_BLOCK_VERDICT)
    g_assert_cmpint (a->verdict, ==, b->verdict);
  g_assert_cmpint (a->number, ==, b->number);
  g_assert_cmpstr (a->address, ==, b->address);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpuint (a->n_spans, ==, b->n_spans);
  for (gsize i = 0; i < a->n_spans; i++)
    {
      g_assert_cmpint (a->spans[i].kind, ==, b->spans[i].kind);
      g_assert_cmpuint (a->spans[i].start, ==, b->spans[i].start);
      g_assert_cmpuint (a->spans[i].end, ==, b->spans[i].end);
      g_assert_cmpstr (a->spans[i].target, ==, b->spans[i].target);
    }
}

/* Every kind and every field comes back as it was. */
static void
test_round_trip (void)
{
  static const RubSpan every[] = {
    { RUB_SPAN_LABEL, 0, 2, NULL },
    { RUB_SPAN_EMPHASIS, 2, 3, NULL },
    { RUB_SPAN_STRONG, 3, 5, NULL },
    { RUB_SPAN_CODE, 5, 6, NULL },
    { RUB_SPAN_LINK, 6, 8, "https://example.org/?q=\"x\"&y=\\" },
  };
  static const RubBlockFields rows[] = {
    { .kind = RUB_BLOCK_HEADING, .id = "a-\"b\"", .level = 2, .text = "Über" },
    { .kind = RUB_BLOCK_HEADING, .level = 4, .text = "" },
    { .kind = RUB_BLOCK_PARAGRAPH, .text = "éabcdefgh", .spans = every, .n_spans = 5 },
    { .kind = RUB_BLOCK_PARAGRAPH, .text = "" },
    { .kind = RUB_BLOCK_ITEM, .text = "An item" },
    { .kind = RUB_BLOCK_VERDICT, .verdict = RUB_VERDICT_YES, .text = "y" },
    { .kind = RUB_BLOCK_VERDICT, .verdict = RUB_VERDICT_PARTLY, .text = "p" },
    { .kind = RUB_BLOCK_VERDICT, .verdict = RUB_VERDICT_UNPROVEN, .text = "u" },
    { .kind = RUB_BLOCK_VERDICT, .verdict = RUB_VERDICT_NO, .text = "n" },
    { .kind = RUB_BLOCK_SOURCE, .text = "Who, when" },
    { .kind = RUB_BLOCK_LINK, .text = "Open" },
    { .kind = RUB_BLOCK_STEP, .number = 12, .text = "Then" },
    { .kind = RUB_BLOCK_QUOTE, .text = "“So”" },
    { .kind = RUB_BLOCK_CODE, .text = "  if (x)\n\treturn;\n" },
    { .kind = RUB_BLOCK_PICTURE, .address = "https://example.org/a.png", .text = "A caption" },
    { .kind = RUB_BLOCK_TABLE, .text = "a\tb\nc\td" },
  };
  g_autoptr (RubArticle) article = make_article (rows, G_N_ELEMENTS (rows));
  g_autofree char *json = rub_block_json_write (article);
  g_autofree char *text = rub_block_json_join_text (article);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = rub_block_json_read (json, text, &error);
  gboolean is_covered[RUB_BLOCK_N_KINDS] = { FALSE };

  g_assert_no_error (error);
  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < blocks->len; i++)
    {
      g_test_message ("row %u", i);
      is_covered[rows[i].kind] = TRUE;
      assert_same (rub_block_get_fields (blocks->pdata[i]), &rows[i]);
    }
  for (int i = 0; i <= RUB_BLOCK_TABLE; i++)
    g_assert_true (is_covered[i]);
}

/* Few blocks, and a byte that stands between them in the middle of one. */
static void
test_edges (void)
{
  static const RubBlockFields rows[] = { { .kind = RUB_BLOCK_ITEM, .text = "" },
                                         { .kind = RUB_BLOCK_ITEM,
                                           .text = "a\x1e"
                                                   "b" } };

  for (gsize first = 0; first < 2; first++)
    for (gsize n_rows = 0; n_rows + first <= 2; n_rows++)
      {
        g_autoptr (RubArticle) article = make_article (rows + first, n_rows);
        g_autofree char *json = rub_block_json_write (article);
        g_autofree char *text = rub_block_json_join_text (article);
        g_autoptr (GPtrArray) blocks = rub_block_json_read (json, text, NULL);

        g_assert_nonnull (blocks);
        g_assert_cmpuint (blocks->len, ==, n_rows);
        if (n_rows > 0)
          g_assert_cmpstr (rub_block_get_text (blocks->pdata[n_rows - 1]), ==,
                           first + n_rows == 2 ? "a b" : "");
      }
}

/* What others wrote into the file is refused, or only what is sane of it is taken. */
static void
test_hostile (void)
{
  static const RubSpan sane[] = { { RUB_SPAN_STRONG, 0, 2, NULL },
                                  { RUB_SPAN_LINK, 2, 3, "x" },
                                  { RUB_SPAN_CODE, 3, 4, NULL } };
  static const struct
  {
    const char *json;
    const char *text;
    gboolean is_read;
    RubBlockFields block;
  } rows[] = {
    { "", "a", FALSE },
    { "[", "a", FALSE },
    { "{}", "a", FALSE },
    { "7", "a", FALSE },
    { "[]", "a", FALSE },
    { "[{}]",
      "a\x1e"
      "b",
      FALSE },
    { "[{},{}]", "a", FALSE },
    { "[7]", "a", FALSE },
    { "[null]", "a", FALSE },
    { "[{}]", "bad \xff byte", FALSE },
    { "[{}]", "a", TRUE, { .kind = RUB_BLOCK_PARAGRAPH, .text = "a" } },
    { "[{\"kind\":7,\"id\":{},\"level\":\"x\",\"number\":-1,\"address\":null,\"spans\":{}}]",
      "a",
      TRUE,
      { .kind = RUB_BLOCK_PARAGRAPH, .text = "a" } },
    { "[{\"id\":\"\\ud800/\",\"address\":\"a\\ud800/b\"}]", "a", TRUE,
      { .kind = RUB_BLOCK_PARAGRAPH, .text = "a" } },
    { "[{\"kind\":\"card\"}]", "a", TRUE, { .kind = RUB_BLOCK_PARAGRAPH, .text = "a" } },
    { "[{\"kind\":\"heading\",\"level\":99}]",
      "a",
      TRUE,
      { .kind = RUB_BLOCK_HEADING, .level = 2, .text = "a" } },
    { "[{\"kind\":\"verdict\",\"verdict\":\"maybe\"}]",
      "a",
      TRUE,
      { .kind = RUB_BLOCK_VERDICT, .verdict = RUB_VERDICT_UNPROVEN, .text = "a" } },
    { "[{\"spans\":[7,[],[\"strong\",0],[\"strong\",1,1],[\"strong\",1,0],[\"strong\",0,9],"
      "[\"strong\",-1,1],[\"strong\",1.5,2.5],[\"loud\",0,1],[\"link\",0,1],[\"link\",0,1,7],"
      "[\"strong\",0,1,\"https://a.org\"],[\"strong\",1,2],[\"strong\",0,2]]}]",
      "aé",
      TRUE,
      { .kind = RUB_BLOCK_PARAGRAPH, .text = "aé" } },
    { "[{\"spans\":[[\"strong\",0,2],[\"code\",1,3],[\"link\",2,3,\"x\"],[\"code\",3,4]]}]",
      "abcd",
      TRUE,
      { .kind = RUB_BLOCK_PARAGRAPH, .text = "abcd", .spans = sane, .n_spans = 3 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) blocks = rub_block_json_read (rows[i].json, rows[i].text, &error);

      g_test_message ("row %zu", i);
      g_assert_true ((blocks != NULL) == rows[i].is_read);
      if (blocks == NULL)
        {
          g_assert_error (error, RUB_STORE_ERROR, RUB_STORE_ERROR_DAMAGED);
          continue;
        }
      g_assert_cmpuint (blocks->len, ==, 1);
      assert_same (rub_block_get_fields (blocks->pdata[0]), &rows[i].block);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block-json/round-trip", test_round_trip);
  g_test_add_func ("/block-json/edges", test_edges);
  g_test_add_func ("/block-json/hostile", test_hostile);

  return g_test_run ();
}

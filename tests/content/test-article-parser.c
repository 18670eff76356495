/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "rub-article-parser.h"

#define DAY "\"reviewed\": \"2026-11-28\", "

static const RubBlockFields *
get_fields (RubArticle *article, guint index)
{
  return rub_block_get_fields (rub_article_get_block (article, index));
}

static RubArticle *
parse (const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return rub_article_parse (bytes, "a.en.json", error);
}

static RubArticle *
parse_blocks (const char *blocks, GError **error)
{
  g_autofree char *json = g_strdup_printf (
    "{ \"id\": \"a\", \"language\": \"en\", \"title\": \"T\", " DAY "\"blocks\": [ %s ] }", blocks);

  return parse (json, error);
}

static void
test_spans (void)
{
  static const struct
  {
    const char *text;
    RubSpanKind kind;
    const char *target;
  } rows[] = {
    { "très", RUB_SPAN_STRONG, NULL },
    { "so", RUB_SPAN_EMPHASIS, NULL },
    { "here", RUB_SPAN_LINK, "https://example.org/a" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RubArticle) article
    = parse_blocks ("{ \"kind\": \"item\", \"text\": [ \"é \", { \"strong\": \"très\" },"
                    "{ \"emphasis\": \"so\" }, { \"link\": \"here\","
                    "\"target\": \"https://example.org/a\" } ] }",
                    &error);
  const RubBlockFields *fields;

  g_assert_no_error (error);
  fields = get_fields (article, 0);
  g_assert_cmpstr (fields->text, ==, "é trèssohere");
  g_assert_cmpuint (fields->n_spans, ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const RubSpan *span = &fields->spans[i];
      g_autofree char *text = g_strndup (fields->text + span->start, span->end - span->start);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpint (span->kind, ==, rows[i].kind);
      g_assert_cmpstr (span->target, ==, rows[i].target);
    }
}

static void
test_mention (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubArticle) article
      = parse_blocks ("{ \"kind\": \"item\", \"text\": [ \"Your \","
                      "{ \"region\": \"gastroc-medial,soleus\", \"text\": \"calves\" }, \" or \","
                      "{ \"region\": \"arch\", \"text\": \"arches\" } ] }",
                      &error);
  const RubBlockFields *fields;

  g_assert_no_error (error);
  fields = get_fields (article, 0);
  g_assert_cmpstr (fields->text, ==, "Your calves or arches");
  g_assert_cmpuint (fields->n_spans, ==, 2);
  g_assert_cmpint (fields->spans[0].kind, ==, RUB_SPAN_LINK);
  g_assert_cmpstr (fields->spans[0].target, ==, "win.show-regions::gastroc-medial,soleus");
  g_assert_cmpuint (fields->spans[0].start, ==, strlen ("Your "));
  g_assert_cmpuint (fields->spans[0].end, ==, strlen ("Your calves"));
  g_assert_cmpstr (fields->spans[1].target, ==, "win.show-regions::arch");
}

static void
test_verdict (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubArticle) article
      = parse_blocks ("{ \"kind\": \"verdict\", \"verdict\": \"no\", \"label\": \"L\","
                      "\"text\": \"t\", \"why\": \"A trial.\", \"uncertain\": \"Its size.\" },"
                      "{ \"kind\": \"item\", \"text\": \"a\" }",
                      &error);

  g_assert_no_error (error);
  g_assert_cmpstr (get_fields (article, 0)->why, ==, "A trial.");
  g_assert_cmpstr (get_fields (article, 0)->uncertain, ==, "Its size.");
  g_assert_null (get_fields (article, 1)->why);
  g_assert_null (get_fields (article, 1)->uncertain);
  g_assert_cmpstr (rub_article_get_reviewed (article), ==, "2026-11-28");
}

static void
test_card (void)
{
#define CARD "{ \"kind\": \"card\", \"text\": \"Four words of card\", "
  static const struct
  {
    const char *block;
    RubFigure figure;
    RubRunKind run_kind;
    const char *regions;
  } rows[] = {
    { CARD "\"figure\": \"massages-lately\" }", RUB_FIGURE_MASSAGES_LATELY,
      RUB_CARD_ANY_RUN, NULL },
    { CARD "\"figure\": \"with-without-massage\", \"runs\": \"any\" }",
      RUB_FIGURE_WITH_WITHOUT_MASSAGE, RUB_CARD_ANY_RUN, NULL },
    { CARD "\"figure\": \"soreness-after-runs\", \"runs\": \"long\", \"kinds\": \"soleus,arch\" }",
      RUB_FIGURE_SORENESS_AFTER_RUNS, RUB_RUN_KIND_LONG, "soleus,arch" },
    { CARD "\"figure\": \"soreness-after-runs\", \"runs\": \"easy\" }",
      RUB_FIGURE_SORENESS_AFTER_RUNS, RUB_RUN_KIND_EASY, NULL },
  };
#undef CARD

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RubArticle) article = parse_blocks (rows[i].block, &error);
      const RubBlockFields *fields;

      g_assert_no_error (error);
      fields = get_fields (article, 0);
      g_assert_cmpint (fields->kind, ==, RUB_BLOCK_CARD);
      g_assert_cmpstr (fields->text, ==, "Four words of card");
      g_assert_cmpint (fields->figure, ==, rows[i].figure);
      g_assert_cmpint (fields->run_kind, ==, rows[i].run_kind);
      g_assert_cmpstr (fields->regions, ==, rows[i].regions);
      g_assert_cmpuint (rub_article_get_n_words (article), ==, 0);
    }
}

static void
test_malformed_block (void)
{
#define TEXT "\"kind\": \"paragraph\", \"text\": "
#define SOURCE "\"kind\": \"source\", \"authors\": \"A\", \"journal\": \"J\", "
#define HEADING "\"kind\": \"heading\", \"text\": \"T\", "
#define VERDICT "\"kind\": \"verdict\", \"label\": \"L\", \"text\": \"a\", "
#define CARD "\"kind\": \"card\", \"text\": \"a\", "
#define FIGURE "\"figure\": \"massages-lately\", "
  static const struct
  {
    const char *block;
    const char *message;
  } rows[] = {
    { "3", "must be an object" },
    { "{}", "“kind” must be a string" },
    { "{ \"kind\": \"image\" }", "“image” is no kind of block" },
    { "{ \"kind\": \"paragraph\" }", "a paragraph must have “text”" },
    { "{ " TEXT "\"a\", \"txt\": \"b\" }", "a paragraph has a member that does not belong to it" },
    { "{ " TEXT "7 }", "“text” must be a string" },
    { "{ " TEXT "null }", "“text” must be a string" },
    { "{ " TEXT "\"\" }", "“text” must be one line with something in it" },
    { "{ " TEXT "\"a\\nb\" }", "“text” must be one line with something in it" },
    { "{ " TEXT "[] }", "“text” must have 1 to 64 parts" },
    { "{ " TEXT "[ 1 ] }", "a part of “text” must be a string or an object" },
    { "{ " TEXT "[ {} ] }", "a part of “text” must be of one kind" },
    { "{ " TEXT "[ { \"bold\": \"a\" } ] }", "“emphasis” must be a string" },
    { "{ " TEXT "[ { \"strong\": \"a\", \"emphasis\": \"b\" } ] }",
      "a part of “text” must be of one kind" },
    { "{ " TEXT "[ { \"link\": \"a\", \"target\": \"http://example.org\" } ] }",
      "“http://example.org” is neither an https address nor an action of the application" },
    { "{ " TEXT "[ { \"link\": \"a\", \"target\": \"https://\" } ] }",
      "“https://” is neither an https address nor an action of the application" },
    { "{ \"kind\": \"link\", \"text\": \"a\", \"target\": \"app.show page\" }",
      "“app.show page” is neither an https address nor an action of the application" },
    { "{ \"kind\": \"link\", \"text\": \"a\", \"target\": \"page.close\" }",
      "“page.close” is neither an https address nor an action of the application" },
    { "{ " HEADING "\"id\": \"t\", \"level\": 1 }", "“level” must be a number from 2 to 4" },
    { "{ " HEADING "\"id\": \"t\", \"level\": 2.0 }", "“level” must be a number from 2 to 4" },
    { "{ " TEXT "[ { \"region\": \"soleus\" } ] }", "a part of “text” must be of one kind" },
    { "{ " TEXT "[ { \"region\": \"soleus\", \"text\": \"a\", \"strong\": \"b\" } ] }",
      "a part of “text” must be of one kind" },
    { "{ " TEXT "[ { \"region\": \"soleus\", \"text\": 1 } ] }", "“text” must be a string" },
    { "{ " TEXT "[ { \"region\": \"soleus, achilles\", \"text\": \"a\" } ] }",
      "“soleus, achilles” is no list of regions" },
    { "{ " TEXT "[ { \"region\": \"soleus,\", \"text\": \"a\" } ] }",
      "“soleus,” is no list of regions" },
    { "{ " TEXT "[ { \"region\": \"Soleus\", \"text\": \"a\" } ] }",
      "“Soleus” is no list of regions" },
    { "{ " VERDICT "\"verdict\": \"maybe\", \"why\": \"w\", \"uncertain\": \"u\" }",
      "“maybe” is no verdict" },
    { "{ " VERDICT "\"verdict\": \"yes\", \"why\": \"w\" }", "a verdict must have “uncertain”" },
    { "{ " VERDICT "\"verdict\": \"yes\", \"uncertain\": \"u\" }", "a verdict must have “why”" },
    { "{ " VERDICT "\"verdict\": \"yes\", \"why\": \"\", \"uncertain\": \"u\" }",
      "“why” must be one line with something in it" },
    { "{ " VERDICT "\"verdict\": \"yes\", \"why\": \"w\", \"uncertain\": [] }",
      "“uncertain” must be a string" },
    { "{ \"kind\": \"step\", \"text\": \"a\" }", "a step must have “number”" },
    { "{ \"kind\": \"step\", \"text\": \"a\", \"number\": 0 }",
      "“number” must be a number from 1 to 99" },
    { "{ " CARD "\"figure\": \"blood-flow\" }", "“blood-flow” is no figure" },
    { "{ \"kind\": \"card\", \"text\": \"a\" }", "a card must have “figure”" },
    { "{ " CARD FIGURE "\"runs\": \"short\" }", "“short” is no kind of run" },
    { "{ " CARD FIGURE "\"runs\": null }", "“runs” must be a string" },
    { "{ " CARD FIGURE "\"kinds\": \"-\" }", "“-” is no list of regions" },
    { "{ " CARD FIGURE "\"kinds\": \"soleus\", \"side\": \"left\" }",
      "a card has a member that does not belong to it" },
    { "{ \"kind\": \"card\", " FIGURE "\"text\": [ \"a\" ] }", "“text” must be a string" },
    { "{ " SOURCE "\"doi\": \"10.1/x\", \"year\": 2000 }", "“10.1/x” is no DOI" },
    { "{ " SOURCE "\"doi\": \"10.1234/a b\", \"year\": 2000 }", "“10.1234/a b” is no DOI" },
    { "{ " SOURCE "\"doi\": \"10.1234/x\", \"year\": 20000 }",
      "“year” must be a number from 1900 to 2100" },
  };
#undef TEXT
#undef SOURCE
#undef HEADING
#undef VERDICT
#undef CARD
#undef FIGURE

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *blocks
        = g_strconcat ("{ \"kind\": \"item\", \"text\": \"fine\" }, ", rows[i].block, NULL);
      g_autoptr (RubArticle) article = parse_blocks (blocks, &error);
      g_autofree char *message
        = g_strconcat ("a.en.json: block 2: ", rows[i].message, NULL);

      g_test_message ("%s", rows[i].block);
      g_assert_null (article);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_cmpstr (error->message, ==, message);
    }
}

static void
test_malformed_article (void)
{
#define BLOCKS "\"blocks\": [ { \"kind\": \"item\", \"text\": \"a\" } ] "
#define REVIEWED(day)                                                                              \
  "{ \"id\": \"a\", \"language\": \"en\", \"title\": \"T\", \"reviewed\": \"" day "\", " BLOCKS "}"
  static const struct
  {
    const char *json;
    const char *message;
  } rows[] = {
    { "", "a.en.json: must have 1 to 524288 bytes" },
    { "\xff", "a.en.json: is not UTF-8" },
    { "[[[[[[[[[[[[[[[[[[", "a.en.json: is nested deeper than 8 levels" },
    { "[]", "a.en.json: must be an object" },
    { "{ \"id\": \"a\", \"language\": \"en\", " BLOCKS "}", "a.en.json: must have “title”" },
    { "{ \"id\": \"a\", \"language\": \"en\", \"title\": \"T\", " DAY "\"x\": 1, " BLOCKS "}",
      "a.en.json: has a member that does not belong to it" },
    { "{ \"id\": \"a\", \"language\": \"en\", \"title\": \"T\", " DAY "\"blocks\": {} }",
      "a.en.json: “blocks” must be a list of 1 to 4096 blocks" },
    { "{ \"id\": \"a\", \"language\": \"en\", \"title\": \"T\", " DAY "\"blocks\": [] }",
      "a.en.json: “blocks” must be a list of 1 to 4096 blocks" },
    { "{ \"id\": \"a\", \"language\": \"en\", \"title\": \"T\", " BLOCKS "}",
      "a.en.json: must have “reviewed”" },
    { REVIEWED ("2026"), "a.en.json: “2026” is no reviewed" },
    { REVIEWED ("2026-11-28T09:00"), "a.en.json: “2026-11-28T09:00” is no reviewed" },
    { REVIEWED ("2026-02-29"), "a.en.json: “2026-02-29” is no day" },
    { REVIEWED ("0000-01-01"), "a.en.json: “0000-01-01” is no day" },
    { "{ \"id\": \"../a\", \"language\": \"en\", \"title\": \"T\", " DAY BLOCKS "}",
      "a.en.json: “../a” is no id" },
    { "{ \"id\": \"a\", \"language\": \"English\", \"title\": \"T\", " DAY BLOCKS "}",
      "a.en.json: “English” is no language" },
    { "{ \"id\": \"a\", \"language\": \"en\", \"title\": 1, " DAY BLOCKS "}",
      "a.en.json: “title” must be a string" },
  };
#undef BLOCKS
#undef REVIEWED

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RubArticle) article = parse (rows[i].json, &error);

      g_assert_null (article);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

static void
test_taken_id (void)
{
#define HEADING "{ \"kind\": \"heading\", \"level\": 2, \"id\": \"h\", \"text\": \"H\" }"
  g_autoptr (GError) error = NULL;

  g_assert_null (parse_blocks (HEADING ", " HEADING, &error));
  g_assert_cmpstr (error->message, ==, "a.en.json: block 2: the id “h” is taken");
#undef HEADING
}

static void
test_bounds (void)
{
  g_autofree char *word = g_strnfill (RUB_ARTICLE_MAX_TEXT_BYTES, 'a');
  g_autofree char *fits
    = g_strdup_printf ("{ \"kind\": \"item\", \"text\": [ \"%s\" ] }", word);
  g_autofree char *spills
    = g_strdup_printf ("{ \"kind\": \"item\", \"text\": [ \"%s\", \"b\" ] }", word);
  g_autoptr (GError) error = NULL;
  g_autoptr (RubArticle) article = parse_blocks (fits, &error);

  g_assert_no_error (error);
  g_assert_nonnull (article);
  g_assert_null (parse_blocks (spills, &error));
  g_assert_cmpstr (error->message, ==,
                   "a.en.json: block 1: its text is longer than 16384 bytes");
}

static void
test_structure (void)
{
#define HEADING(level, id, text)                                                                   \
  "{ \"kind\": \"heading\", \"level\": " level ", \"id\": \"" id "\", \"text\": \"" text "\" }"
#define LINK(target) "{ \"kind\": \"link\", \"text\": \"L\", \"target\": \"" target "\" }"
#define STEP(number, text) "{ \"kind\": \"step\", \"number\": " number ", \"text\": \"" text "\" }"
#define VERDICT(verdict, why)                                                                      \
  "{ \"kind\": \"verdict\", \"verdict\": \"" verdict "\", \"label\": \"L\", "                      \
  "\"text\": \"a\", \"why\": \"" why "\", \"uncertain\": \"u\" }"
#define MENTION(regions)                                                                           \
  "{ \"kind\": \"item\", \"text\": [ { \"region\": \"" regions "\", \"text\": \"a\" } ] }"
#define CARD(figure, rest)                                                                         \
  "{ \"kind\": \"card\", \"text\": \"a\", \"figure\": \"" figure "\"" rest " }"
  static const struct
  {
    const char *blocks[2];
    gboolean is_same;
  } rows[] = {
    { { HEADING ("2", "h", "H") ", " LINK ("app.a::b"),
        HEADING ("2", "h", "Anders") ", " LINK ("app.a::b") }, TRUE },
    { { HEADING ("2", "h", "H") ", " LINK ("app.a::b"), HEADING ("2", "h", "H") }, FALSE },
    { { HEADING ("2", "h", "H"), HEADING ("2", "i", "H") }, FALSE },
    { { HEADING ("2", "h", "H"), HEADING ("3", "h", "H") }, FALSE },
    { { STEP ("1", "a"), STEP ("1", "b") }, TRUE },
    { { STEP ("1", "a"), STEP ("2", "a") }, FALSE },
    { { LINK ("app.a::b"), LINK ("app.a::c") }, FALSE },
    { { LINK ("app.a::b"), MENTION ("soleus") }, FALSE },
    { { VERDICT ("yes", "w"), VERDICT ("yes", "Darum.") }, TRUE },
    { { VERDICT ("yes", "w"), VERDICT ("no", "w") }, FALSE },
    { { MENTION ("soleus,arch"), MENTION ("soleus,arch") }, TRUE },
    { { MENTION ("soleus,arch"), MENTION ("soleus") }, FALSE },
    { { CARD ("massages-lately", ""), CARD ("massages-lately", ", \"runs\": \"any\"") }, TRUE },
    { { CARD ("massages-lately", ""), CARD ("with-without-massage", "") }, FALSE },
    { { CARD ("massages-lately", ""), CARD ("massages-lately", ", \"runs\": \"long\"") }, FALSE },
    { { CARD ("massages-lately", ""), CARD ("massages-lately", ", \"kinds\": \"arch\"") }, FALSE },
  };
#undef HEADING
#undef LINK
#undef STEP
#undef VERDICT
#undef MENTION
#undef CARD

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RubArticle) article = parse_blocks (rows[i].blocks[0], &error);
      g_autoptr (RubArticle) other = parse_blocks (rows[i].blocks[1], &error);

      g_test_message ("row %zu", i);
      g_assert_no_error (error);
      g_assert_cmpint (rub_article_has_same_structure (article, other), ==, rows[i].is_same);
      g_assert_cmpint (rub_article_has_same_structure (other, article), ==, rows[i].is_same);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/article-parser/spans", test_spans);
  g_test_add_func ("/article-parser/mention", test_mention);
  g_test_add_func ("/article-parser/verdict", test_verdict);
  g_test_add_func ("/article-parser/card", test_card);
  g_test_add_func ("/article-parser/malformed-block", test_malformed_block);
  g_test_add_func ("/article-parser/malformed-article", test_malformed_article);
  g_test_add_func ("/article-parser/taken-id", test_taken_id);
  g_test_add_func ("/article-parser/bounds", test_bounds);
  g_test_add_func ("/article-parser/structure", test_structure);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "rub-article-loader.h"
#include "rub-article-parser.h"

static const char *const english[] = { "en", NULL };

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
    "{ \"id\": \"a\", \"language\": \"en\", \"title\": \"T\", \"blocks\": [ %s ] }", blocks);

  return parse (json, error);
}

static RubArticle *
load_benefits (void)
{
  g_autoptr (GError) error = NULL;
  RubArticle *article = rub_article_load (RUB_ARTICLE_MASSAGE_FOR_RUNNERS, english, &error);

  g_assert_no_error (error);

  return article;
}

/* Returns: how many blocks of @kind follow @heading before the next one of its level. */
static guint
count_in_section (RubArticle *article, int heading, RubBlockKind kind)
{
  guint count = 0;

  for (guint i = (guint) heading + 1; i < rub_article_get_n_blocks (article); i++)
    {
      const RubBlockFields *fields = get_fields (article, i);

      if (fields->kind == RUB_BLOCK_HEADING && fields->level == RUB_HEADING_MIN_LEVEL)
        break;
      count += fields->kind == kind;
    }

  return count;
}

static void
test_claims (void)
{
  static const struct
  {
    const char *id;
    RubVerdict verdict;
  } rows[] = {
    { "soreness", RUB_VERDICT_PARTLY },      { "range-of-motion", RUB_VERDICT_PARTLY },
    { "recovery", RUB_VERDICT_PARTLY },      { "injury-risk", RUB_VERDICT_UNPROVEN },
    { "state-of-mind", RUB_VERDICT_PARTLY },
  };
  g_autoptr (RubArticle) article = load_benefits ();
  int last = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int heading = rub_article_find_heading (article, rows[i].id);
      const RubBlockFields *verdict;

      g_test_message ("claim %s", rows[i].id);
      g_assert_cmpint (heading, >, last);
      last = heading;

      verdict = get_fields (article, (guint) heading + 1);
      g_assert_cmpint (verdict->kind, ==, RUB_BLOCK_VERDICT);
      g_assert_cmpint (verdict->verdict, ==, rows[i].verdict);
      g_assert_cmpuint (count_in_section (article, heading, RUB_BLOCK_VERDICT), ==, 1);
      g_assert_cmpuint (count_in_section (article, heading, RUB_BLOCK_PARAGRAPH), >=, 3);
      g_assert_cmpuint (count_in_section (article, heading, RUB_BLOCK_LINK), >=, 1);
      g_assert_cmpuint (count_in_section (article, heading, RUB_BLOCK_SOURCE), >=, 2);
    }
}

static void
test_parts (void)
{
  static const char *const ids[] = { "beginners", "experienced", "when-not", "emergency" };
  g_autoptr (RubArticle) article = load_benefits ();

  g_assert_cmpstr (rub_article_get_language (article), ==, "en");
  g_assert_cmpint (get_fields (article, 0)->kind, ==, RUB_BLOCK_PARAGRAPH);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      int heading = rub_article_find_heading (article, ids[i]);

      g_test_message ("part %s", ids[i]);
      g_assert_cmpint (heading, >, rub_article_find_heading (article, "state-of-mind"));
      g_assert_cmpuint (count_in_section (article, heading, RUB_BLOCK_ITEM), >=, 3);
    }
  g_assert_cmpuint (rub_article_get_n_words (article), >=, 800);
  g_assert_cmpuint (rub_article_get_n_words (article), <=, 1500);
  g_assert_cmpuint (rub_article_get_reading_min (article), ==, 6);
}

static void
assert_target (RubBlockKind kind, const RubSpan *span)
{
  g_autoptr (GVariant) parameter = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *action = NULL;

  g_test_message ("target %s", span->target);
  if (kind == RUB_BLOCK_SOURCE)
    {
      g_assert_true (g_regex_match_simple ("^https://doi\\.org/10\\.\\d{4,9}/\\S+$", span->target,
                                           0, 0));
      return;
    }

  g_action_parse_detailed_name (span->target, &action, &parameter, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (action, ==, "win.show-page");
  g_assert_true (g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING));
}

static void
test_targets (void)
{
  g_autoptr (RubArticle) article = load_benefits ();
  guint n_links = 0;

  for (guint i = 0; i < rub_article_get_n_blocks (article); i++)
    {
      const RubBlockFields *fields = get_fields (article, i);

      for (gsize j = 0; j < fields->n_spans; j++)
        if (fields->spans[j].kind == RUB_SPAN_LINK)
          {
            assert_target (fields->kind, &fields->spans[j]);
            n_links++;
          }
    }
  g_assert_cmpuint (n_links, >, 20);
}

static void
test_bundled (void)
{
  g_auto (GStrv) names = rub_article_list_bundled ();

  g_assert_nonnull (names);
  g_assert_cmpuint (g_strv_length (names), >, 0);
  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RubArticle) article = rub_article_load_file (*name, &error);
      g_autoptr (RubArticle) original = NULL;

      g_assert_no_error (error);
      original = rub_article_load (rub_article_get_id (article), english, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (rub_article_get_language (original), ==, "en");
      g_assert_true (rub_article_has_same_structure (original, article));
    }
}

static void
test_language (void)
{
  static const char *const rows[][4] = {
    { "en", NULL },
    { "en_GB.UTF-8", "en_GB", "en", NULL },
    { "tlh", "C", NULL },
    { "C", NULL },
    { NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RubArticle) article
        = rub_article_load (RUB_ARTICLE_MASSAGE_FOR_RUNNERS, rows[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (rub_article_get_language (article), ==, "en");
    }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rub_article_load ("no-such-article", english, &error));
  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
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
test_malformed_block (void)
{
#define TEXT "\"kind\": \"paragraph\", \"text\": "
#define SOURCE "\"kind\": \"source\", \"authors\": \"A\", \"journal\": \"J\", "
#define HEADING "\"kind\": \"heading\", \"text\": \"T\", "
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
    { "{ \"kind\": \"verdict\", \"verdict\": \"maybe\", \"label\": \"L\", \"text\": \"a\" }",
      "“maybe” is no verdict" },
    { "{ " SOURCE "\"doi\": \"10.1/x\", \"year\": 2000 }", "“10.1/x” is no DOI" },
    { "{ " SOURCE "\"doi\": \"10.1234/a b\", \"year\": 2000 }", "“10.1234/a b” is no DOI" },
    { "{ " SOURCE "\"doi\": \"10.1234/x\", \"year\": 20000 }",
      "“year” must be a number from 1900 to 2100" },
  };
#undef TEXT
#undef SOURCE
#undef HEADING

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
    { "{ \"id\": \"a\", \"language\": \"en\", \"title\": \"T\", \"x\": 1, " BLOCKS "}",
      "a.en.json: has a member that does not belong to it" },
    { "{ \"id\": \"a\", \"language\": \"en\", \"title\": \"T\", \"blocks\": {} }",
      "a.en.json: “blocks” must be a list of 1 to 4096 blocks" },
    { "{ \"id\": \"a\", \"language\": \"en\", \"title\": \"T\", \"blocks\": [] }",
      "a.en.json: “blocks” must be a list of 1 to 4096 blocks" },
    { "{ \"id\": \"../a\", \"language\": \"en\", \"title\": \"T\", " BLOCKS "}",
      "a.en.json: “../a” is no id" },
    { "{ \"id\": \"a\", \"language\": \"English\", \"title\": \"T\", " BLOCKS "}",
      "a.en.json: “English” is no language" },
    { "{ \"id\": \"a\", \"language\": \"en\", \"title\": 1, " BLOCKS "}",
      "a.en.json: “title” must be a string" },
  };
#undef BLOCKS

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
#define HEADING "{ \"kind\": \"heading\", \"level\": 2, \"id\": \"h\", \"text\": \"H\" }"
#define LINK "{ \"kind\": \"link\", \"text\": \"L\", \"target\": \"app.a::b\" }"
  static const struct
  {
    const char *blocks;
    gboolean is_same;
  } rows[] = {
    { HEADING ", " LINK, TRUE },
    { "{ \"kind\": \"heading\", \"level\": 2, \"id\": \"h\", \"text\": \"Anders\" }, " LINK, TRUE },
    { "{ \"kind\": \"heading\", \"level\": 2, \"id\": \"i\", \"text\": \"H\" }, " LINK, FALSE },
    { "{ \"kind\": \"heading\", \"level\": 3, \"id\": \"h\", \"text\": \"H\" }, " LINK, FALSE },
    { HEADING ", { \"kind\": \"link\", \"text\": \"L\", \"target\": \"app.a::c\" }", FALSE },
    { HEADING ", { \"kind\": \"item\", \"text\": \"L\" }", FALSE },
    { HEADING, FALSE },
  };
  g_autoptr (RubArticle) article = parse_blocks (HEADING ", " LINK, NULL);
#undef HEADING
#undef LINK

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubArticle) other = parse_blocks (rows[i].blocks, NULL);

      g_test_message ("row %zu", i);
      g_assert_cmpint (rub_article_has_same_structure (article, other), ==, rows[i].is_same);
      g_assert_cmpint (rub_article_has_same_structure (other, article), ==, rows[i].is_same);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/article/claims", test_claims);
  g_test_add_func ("/article/parts", test_parts);
  g_test_add_func ("/article/targets", test_targets);
  g_test_add_func ("/article/bundled", test_bundled);
  g_test_add_func ("/article/language", test_language);
  g_test_add_func ("/article/missing", test_missing);
  g_test_add_func ("/article/spans", test_spans);
  g_test_add_func ("/article/malformed-block", test_malformed_block);
  g_test_add_func ("/article/malformed-article", test_malformed_article);
  g_test_add_func ("/article/taken-id", test_taken_id);
  g_test_add_func ("/article/bounds", test_bounds);
  g_test_add_func ("/article/structure", test_structure);

  return g_test_run ();
}

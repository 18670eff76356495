/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "rub-article-loader.h"
#include "rub-body-guides.h"
#include "rub-body-loader.h"

static const char *const english[] = { "en", NULL };

static const RubBlockFields *
get_fields (RubArticle *article, guint index)
{
  return rub_block_get_fields (rub_article_get_block (article, index));
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
  g_assert_cmpuint (rub_article_get_n_words (article), <=, 1600);
  g_assert_cmpuint (rub_article_get_reading_min (article), ==, 7);
}

/* Regions stand in text without their sides. */
static gboolean
is_region (const char *regions)
{
  GPtrArray *known = rub_body_get_regions (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));
  g_auto (GStrv) kinds = g_strsplit (regions, ",", -1);
  guint n_found = 0;

  for (char **kind = kinds; *kind != NULL; kind++)
    for (guint i = 0; i < known->len; i++)
      {
        g_autofree char *stem = rub_region_id_get_stem (rub_region_get_id (known->pdata[i]));

        if (!g_str_equal (stem, *kind))
          continue;
        n_found++;
        break;
      }

  return n_found == g_strv_length (kinds);
}

static gboolean
is_page (const char *name)
{
  static const char *const pages[] = { "today", "body", "plan", NULL };

  return g_strv_contains (pages, name);
}

static gboolean
is_place (const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "#", 2);
  g_autoptr (RubArticle) article = rub_article_load (parts[0], english, NULL);

  return article != NULL
         && (parts[1] == NULL || rub_article_find_heading (article, parts[1]) >= 0);
}

static void
assert_target (RubBlockKind kind, const RubSpan *span)
{
  static const struct
  {
    const char *action;
    gboolean (*leads_somewhere) (const char *parameter);
  } rows[] = {
    { "win.show-page", is_page },
    { "win.show-regions", is_region },
    { "win.open-article", is_place },
  };
  g_autoptr (GVariant) parameter = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *action = NULL;
  gsize i = 0;

  g_test_message ("target %s", span->target);
  if (kind == RUB_BLOCK_SOURCE)
    {
      g_assert_true (g_regex_match_simple ("^https://doi\\.org/10\\.\\d{4,9}/\\S+$", span->target,
                                           0, 0));
      return;
    }

  g_action_parse_detailed_name (span->target, &action, &parameter, &error);
  g_assert_no_error (error);
  while (i < G_N_ELEMENTS (rows) && !g_str_equal (rows[i].action, action))
    i++;
  g_assert_cmpuint (i, <, G_N_ELEMENTS (rows));
  g_assert_true (g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING));
  g_assert_true (rows[i].leads_somewhere (g_variant_get_string (parameter, NULL)));
}

static guint
assert_block (const RubBlockFields *fields)
{
  guint n_links = 0;

  /* Marks of whatever it was written in first. */
  g_assert_null (strpbrk (fields->text, "{}|*"));
  for (gsize i = 0; i < fields->n_spans; i++)
    if (fields->spans[i].kind == RUB_SPAN_LINK)
      {
        assert_target (fields->kind, &fields->spans[i]);
        n_links++;
      }
  if (fields->kind == RUB_BLOCK_CARD && fields->regions != NULL)
    g_assert_true (is_region (fields->regions));

  return n_links;
}

static void
test_targets (void)
{
  for (const char *const *id = rub_article_get_bundled_ids (); *id != NULL; id++)
    {
      g_autoptr (RubArticle) article = rub_article_load (*id, english, NULL);
      guint n_links = 0;

      g_test_message ("article %s", *id);
      for (guint i = 0; i < rub_article_get_n_blocks (article); i++)
        n_links += assert_block (get_fields (article, i));
      g_assert_cmpuint (n_links, >, 10);
    }
}

/* Every text says when to leave it alone, where to jump to, and at its end what it is not. */
static void
assert_careful (RubArticle *article)
{
  static const struct
  {
    const char *language;
    const char *words;
  } rows[] = {
    { "en", "no medical advice" },
    { "de", "kein ärztlicher Rat" },
  };
  int heading = rub_article_find_heading (article, "when-not");
  const char *last = get_fields (article, rub_article_get_n_blocks (article) - 1)->text;
  gsize i = 0;

  g_assert_cmpint (heading, >=, 0);
  g_assert_cmpint (get_fields (article, (guint) heading)->level, ==, RUB_HEADING_MIN_LEVEL);
  g_assert_cmpuint (count_in_section (article, heading, RUB_BLOCK_ITEM), >=, 5);
  while (i < G_N_ELEMENTS (rows)
         && !g_str_equal (rows[i].language, rub_article_get_language (article)))
    i++;
  g_assert_cmpuint (i, <, G_N_ELEMENTS (rows));
  g_assert_nonnull (strstr (last, rows[i].words));
}

static void
assert_title (RubArticle *article)
{
  const char *const languages[] = { rub_article_get_language (article), NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *title = rub_article_load_title (rub_article_get_id (article), languages, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, rub_article_get_title (article));
}

/* A translation may be looked at again later than what it translates, but not the other way. */
static void
test_bundled (void)
{
  const char *const *ids = rub_article_get_bundled_ids ();
  g_auto (GStrv) names = rub_article_list_bundled ();

  g_assert_nonnull (names);
  g_assert_cmpuint (g_strv_length (names), >=, g_strv_length ((char **) ids));
  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RubArticle) article = rub_article_load_file (*name, &error);
      g_autoptr (RubArticle) original = NULL;

      g_test_message ("file %s", *name);
      g_assert_no_error (error);
      g_assert_true (g_strv_contains (ids, rub_article_get_id (article)));
      original = rub_article_load (rub_article_get_id (article), english, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (rub_article_get_language (original), ==, "en");
      g_assert_true (rub_article_has_same_structure (original, article));
      g_assert_cmpstr (rub_article_get_reviewed (article), >=,
                       rub_article_get_reviewed (original));
      assert_careful (article);
      assert_title (article);
    }
}

static void
assert_guide (RubArticle *guide)
{
  static const char *const ids[] = { "how", "measure", "when-not", "more" };
  guint n_verdicts = 0, n_cards = 0, n_steps = 0;

  g_assert_cmpuint (rub_article_get_n_words (guide), >=, 450);
  g_assert_cmpuint (rub_article_get_n_words (guide), <=, 800);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpint (rub_article_find_heading (guide, ids[i]), >=, 0);

  for (guint i = 1; i < rub_article_get_n_blocks (guide); i++)
    {
      const RubBlockFields *fields = get_fields (guide, i);

      n_cards += fields->kind == RUB_BLOCK_CARD;
      n_steps += fields->kind == RUB_BLOCK_STEP;
      if (fields->kind == RUB_BLOCK_STEP)
        g_assert_cmpint (fields->number, ==, get_fields (guide, i - 1)->number + 1);
      if (fields->kind != RUB_BLOCK_VERDICT)
        continue;
      n_verdicts++;
      g_assert_cmpint (get_fields (guide, i - 1)->kind, ==, RUB_BLOCK_HEADING);
      g_assert_cmpuint (count_in_section (guide, (int) i - 1, RUB_BLOCK_SOURCE), >=, 1);
    }
  g_assert_cmpuint (n_verdicts, >=, 2);
  g_assert_cmpuint (n_cards, >=, 1);
  g_assert_cmpuint (n_steps, >=, 5);
}

/* A guide is short, and has each of its parts: whoever knows one finds their way in all. */
static void
test_guides (void)
{
  const char *const *ids = rub_article_get_bundled_ids ();

  g_assert_cmpstr (ids[0], ==, RUB_ARTICLE_MASSAGE_FOR_RUNNERS);
  for (const char *const *id = ids + 1; *id != NULL; id++)
    {
      g_autoptr (RubArticle) guide = rub_article_load (*id, english, NULL);

      g_test_message ("guide %s", *id);
      assert_guide (guide);
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
  g_clear_error (&error);
  g_assert_null (rub_article_load_title ("no-such-article", english, &error));
  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/article/claims", test_claims);
  g_test_add_func ("/article/parts", test_parts);
  g_test_add_func ("/article/targets", test_targets);
  g_test_add_func ("/article/bundled", test_bundled);
  g_test_add_func ("/article/guides", test_guides);
  g_test_add_func ("/article/language", test_language);
  g_test_add_func ("/article/missing", test_missing);

  return g_test_run ();
}

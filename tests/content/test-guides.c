/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-loader.h"
#include "rub-body-guides.h"
#include "rub-body-loader.h"
#include "rub-guide-words.h"

static void
test_every_region (void)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  GPtrArray *regions = rub_body_get_regions (body);

  g_assert_cmpuint (regions->len, >, 100);
  for (guint i = 0; i < regions->len; i++)
    {
      RubRegion *region = regions->pdata[i], *twin = rub_body_find_other_side (body, region);
      RubRegionGuide *guide = rub_region_get_guide (region);

      g_test_message ("%s", rub_region_get_id (region));
      g_assert_nonnull (guide);
      g_assert_cmpint (rub_region_get_care (region), ==, rub_region_guide_get_care (guide));
      if (twin != NULL)
        g_assert_true (rub_region_get_guide (twin) == guide);
      else
        g_assert_cmpint (rub_region_get_side (region), ==, RUB_SIDE_MIDDLE);
    }
}

/* Where the vessels, nerves and organs lie, and where bone and tendon want to be left alone, is
 * known from anatomy: nobody is to change these by a slip. */
static void
test_care (void)
{
  static const struct
  {
    const char *region;
    RubRegionCare care;
  } rows[] = {
    { "throat", RUB_REGION_CARE_NONE },
    { "neck-front-left", RUB_REGION_CARE_NONE },
    { "neck-front-right", RUB_REGION_CARE_NONE },
    { "abs-upper-left", RUB_REGION_CARE_NONE },
    { "abs-lower-right", RUB_REGION_CARE_NONE },
    { "obliques-left", RUB_REGION_CARE_NONE },
    { "ribs-right", RUB_REGION_CARE_NONE },
    { "hip-flexor-left", RUB_REGION_CARE_NONE },
    { "knee-back-left", RUB_REGION_CARE_NONE },
    { "knee-back-right", RUB_REGION_CARE_NONE },
    { "patella-left", RUB_REGION_CARE_NONE },
    { "patellar-tendon-right", RUB_REGION_CARE_NONE },
    { "knee-lateral-left", RUB_REGION_CARE_NONE },
    { "knee-medial-left", RUB_REGION_CARE_NONE },
    { "hamstring-origin-left", RUB_REGION_CARE_NONE },
    { "elbow-left", RUB_REGION_CARE_NONE },
    { "heel-left", RUB_REGION_CARE_NONE },
    { "heel-pad-right", RUB_REGION_CARE_NONE },
    { "achilles-left", RUB_REGION_CARE_LIGHT },
    { "shin-medial-right", RUB_REGION_CARE_LIGHT },
    { "tibialis-left", RUB_REGION_CARE_LIGHT },
    { "it-band-left", RUB_REGION_CARE_LIGHT },
    { "adductors-right", RUB_REGION_CARE_LIGHT },
    { "sartorius-right", RUB_REGION_CARE_LIGHT },
    { "lower-back-left", RUB_REGION_CARE_LIGHT },
    { "quadratus-lumborum-left", RUB_REGION_CARE_LIGHT },
    { "sacrum-right", RUB_REGION_CARE_LIGHT },
    { "neck-back-left", RUB_REGION_CARE_LIGHT },
    { "foot-top-left", RUB_REGION_CARE_LIGHT },
    { "ball-inner-left", RUB_REGION_CARE_LIGHT },
    { "ankle-outer-right", RUB_REGION_CARE_LIGHT },
    { "gastroc-lateral-left", RUB_REGION_CARE_USUAL },
    { "gastroc-medial-right", RUB_REGION_CARE_USUAL },
    { "soleus-left", RUB_REGION_CARE_USUAL },
    { "peroneals-left", RUB_REGION_CARE_USUAL },
    { "quad-rectus-right", RUB_REGION_CARE_USUAL },
    { "hamstring-medial-left", RUB_REGION_CARE_USUAL },
    { "glute-maximus-left", RUB_REGION_CARE_USUAL },
    { "piriformis-left", RUB_REGION_CARE_USUAL },
    { "tfl-left", RUB_REGION_CARE_USUAL },
    { "rhomboids-left", RUB_REGION_CARE_USUAL },
    { "trapezius-upper-right", RUB_REGION_CARE_USUAL },
    { "arch-left", RUB_REGION_CARE_USUAL },
    { "biceps-right", RUB_REGION_CARE_USUAL },
  };
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubRegion *region = rub_body_find (body, rows[i].region);
      RubRegionGuide *guide = rub_region_get_guide (region);

      g_test_message ("%s", rows[i].region);
      g_assert_cmpint (rub_region_get_care (region), ==, rows[i].care);
      g_assert_cmpint (rub_region_guide_get_technique (guide) == NULL, ==,
                       rows[i].care == RUB_REGION_CARE_NONE);
      g_assert_cmpint (rub_region_guide_get_basis (guide) == RUB_GUIDE_BASIS_ANATOMY, ==,
                       rows[i].care == RUB_REGION_CARE_NONE);
    }
}

/* What asks for help at once is said where it can hurt. */
static void
test_warnings (void)
{
  static const struct
  {
    const char *region;
    const char *words;
  } rows[] = {
    { "gastroc-lateral-left", "clot" },      { "soleus-left", "clot" },
    { "knee-back-left", "swollen" },         { "achilles-left", "pop" },
    { "tibialis-left", "emergency" },        { "lower-back-left", "emergency" },
    { "sacrum-left", "emergency" },          { "piriformis-left", "emergency" },
    { "glute-medius-left", "emergency" },    { "neck-back-left", "emergency" },
    { "chest-left", "emergency" },           { "head", "emergency" },
    { "hip-flexor-left", "get seen today" }, { "shin-medial-left", "stop running" },
    { "quad-rectus-left", "three days" },    { "foot-top-left", "one spot of bone" },
  };
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *caution = rub_region_guide_get_caution (
          rub_region_get_guide (rub_body_find (body, rows[i].region)));

      g_test_message ("%s: %s", rows[i].region, caution);
      g_assert_nonnull (strstr (caution, rows[i].words));
    }
}

static void
assert_shown (GHashTable *shown, GHashTable *used, const char *words)
{
  if (words == NULL)
    return;

  g_test_message ("%s", words);
  g_assert_true (g_hash_table_contains (shown, words));
  g_hash_table_add (used, (gpointer) words);
  /* Plain and calm. */
  g_assert_null (strchr (words, '!'));
  g_assert_true (g_str_has_suffix (words, "."));
}

/* Translators see what is shown: build-aux/guide-words was run after the last edit. */
static void
test_words (void)
{
  GPtrArray *regions = rub_body_get_regions (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n_words;
  const char *const *words = rub_guide_words_get_all (&n_words);

  for (gsize i = 0; i < n_words; i++)
    g_assert_true (g_hash_table_add (shown, (gpointer) words[i]));
  for (guint i = 0; i < regions->len; i++)
    {
      RubRegionGuide *guide = rub_region_get_guide (regions->pdata[i]);

      assert_shown (shown, used, rub_region_guide_get_problems (guide));
      assert_shown (shown, used, rub_region_guide_get_technique (guide));
      assert_shown (shown, used, rub_region_guide_get_caution (guide));
    }
  g_assert_cmpuint (g_hash_table_size (used), ==, n_words);
}

/* Each place that is named is there to be read. */
static void
test_articles (void)
{
  GPtrArray *regions = rub_body_get_regions (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));
  static const char *const languages[] = { "en", NULL };
  int n_sections = 0;

  for (guint i = 0; i < regions->len; i++)
    {
      const char *const *places =
          rub_region_guide_get_articles (rub_region_get_guide (regions->pdata[i]));

      for (int p = 0; places[p] != NULL; p++)
        {
          g_auto (GStrv) parts = g_strsplit (places[p], "#", 2);
          g_autoptr (GError) error = NULL;
          g_autoptr (RubArticle) article = rub_article_load (parts[0], languages, &error);

          g_test_message ("%s", places[p]);
          g_assert_no_error (error);
          if (parts[1] != NULL)
            g_assert_cmpint (rub_article_find_heading (article, parts[1]), >=, 0);
          n_sections += parts[1] != NULL;
        }
    }
  g_assert_cmpint (n_sections, >, 10);
}

#define GUIDES(rows) "{ \"guides\": [ " rows " ] }"
#define START(id, care, basis)                                                                     \
  "{ \"id\": \"" id "\", \"care\": \"" care "\", \"basis\": \"" basis "\", "
#define REGIONS(list) "\"regions\": [ " list " ], "
#define PROBLEMS "\"problems\": \"Aches.\", "
#define TECHNIQUE "\"technique\": \"Knead.\", "
#define CAUTION "\"caution\": \"Gently.\", "
#define END "\"articles\": [] }"
#define GOOD START ("calf", "usual", "practice") REGIONS ("\"calf\"") PROBLEMS TECHNIQUE CAUTION END

static GHashTable *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return rub_body_guides_parse (bytes, error);
}

static void
test_small (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) guides = parse (GUIDES (GOOD), &error);
  RubRegionGuide *guide;

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (guides), ==, 1);
  guide = g_hash_table_lookup (guides, "calf");
  g_assert_cmpstr (rub_region_guide_get_id (guide), ==, "calf");
  g_assert_cmpstr (rub_region_guide_get_technique (guide), ==, "Knead.");
  g_assert_null (rub_region_guide_get_articles (guide)[0]);
}

static void
test_broken (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } rows[] = {
    { "", "\"guides\": must be an array" },
    { "{ \"guides\": ", "guides.json" },
    { "[]", "\"guides\": must be an array" },
    { "{ \"guides\": {} }", "\"guides\": must be an array" },
    { GUIDES ("3"), "must hold objects" },
    { GUIDES ("null"), "must hold objects" },
    { GUIDES ("{}"), "has no id" },
    { GUIDES ("{ \"id\": 3 }"), "has no id" },
    { GUIDES ("{ \"id\": \"calf\" }"), "\"calf\": care" },
    { GUIDES (START ("calf", "some", "practice") END), "\"calf\": care" },
    { GUIDES (START ("calf", "usual", "rumour") END), "\"calf\": basis" },
    { GUIDES (START ("calf", "usual", "practice") TECHNIQUE CAUTION END), "\"calf\": problems" },
    { GUIDES (START ("calf", "usual", "practice") PROBLEMS TECHNIQUE END), "\"calf\": problems" },
    { GUIDES (START ("calf", "usual", "practice") PROBLEMS CAUTION END), "\"calf\": technique" },
    { GUIDES (START ("calf", "light", "practice") PROBLEMS CAUTION "\"technique\": \"\", " END),
      "\"calf\": technique" },
    { GUIDES (START ("knee", "none", "anatomy") PROBLEMS TECHNIQUE CAUTION END),
      "\"knee\": technique must not" },
    { GUIDES (START ("calf", "usual", "practice") PROBLEMS TECHNIQUE CAUTION END),
      "\"calf\": regions" },
    { GUIDES (START ("calf", "usual", "practice") REGIONS ("") PROBLEMS TECHNIQUE CAUTION END),
      "\"calf\": regions" },
    { GUIDES (START ("calf", "usual", "practice") REGIONS ("3") PROBLEMS TECHNIQUE CAUTION END),
      "\"calf\": regions" },
    { GUIDES (START ("calf", "usual", "practice") REGIONS ("\"calf\", \"calf\"")
                  PROBLEMS TECHNIQUE CAUTION END),
      "\"calf\": is there twice" },
    { GUIDES (GOOD ", " GOOD), "\"calf\": is there twice" },
    { GUIDES (START ("calf", "usual", "practice") REGIONS ("\"calf\"") PROBLEMS TECHNIQUE
              "\"caution\": \"Gently.\" }"),
      "\"calf\": articles" },
    { GUIDES (START ("calf", "usual", "practice") REGIONS ("\"calf\"") PROBLEMS TECHNIQUE CAUTION
              "\"articles\": [ 1 ] }"),
      "\"calf\": articles" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      GHashTable *guides = parse (rows[i].text, &error);

      g_test_message ("row %zu: %s", i, error != NULL ? error->message : "no error");
      g_assert_null (guides);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "guides.json"));
      g_assert_nonnull (strstr (error->message, rows[i].words));
    }
}

/* A region without a guide, and a guide without a region. */
static void
test_attached (void)
{
  static const struct
  {
    const char *guides;
    const char *words;
  } rows[] = {
    { GUIDES (""), "\"head\": is in none of the guides" },
    { GUIDES (GOOD), "\"head\": is in none of the guides" },
    { GUIDES ("3"), "guides.json: \"guides\": must hold objects" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubBodyFiles files = rub_body_loader_get_bundled_files (RUB_BODY_BUILD_STANDARD);
      g_autoptr (GError) error = NULL;

      g_clear_pointer (&files.guides, g_bytes_unref);
      files.guides = g_bytes_new_static (rows[i].guides, strlen (rows[i].guides));
      g_assert_null (rub_body_loader_load (&files, NULL, &error));
      g_assert_nonnull (strstr (error->message, rows[i].words));
      rub_body_files_clear (&files);
    }
}

static void
test_stray_guide (void)
{
  RubBodyFiles files = rub_body_loader_get_bundled_files (RUB_BODY_BUILD_STANDARD);
  g_autofree char *text =
      g_strndup (g_bytes_get_data (files.guides, NULL), g_bytes_get_size (files.guides));
  g_auto (GStrv) parts = g_strsplit (text, "\"throat\"", 2);
  g_autofree char *stray = g_strjoinv ("\"throat\", \"tail\"", parts);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&files.guides, g_bytes_unref);
  files.guides = g_bytes_new (stray, strlen (stray));
  g_assert_null (rub_body_loader_load (&files, NULL, &error));
  g_assert_nonnull (strstr (error->message, "guides.json: \"tail\": is no region"));
  rub_body_files_clear (&files);
}

static void
test_stems (void)
{
  static const char *const rows[][2] = {
    { "calf-left", "calf" },
    { "calf-right", "calf" },
    { "head", "head" },
    { "left", "left" },
    { "", "" },
    { "upright", "upright" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *stem = rub_region_id_get_stem (rows[i][0]);

      g_assert_cmpstr (stem, ==, rows[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/guides/every-region", test_every_region);
  g_test_add_func ("/guides/care", test_care);
  g_test_add_func ("/guides/warnings", test_warnings);
  g_test_add_func ("/guides/words", test_words);
  g_test_add_func ("/guides/articles", test_articles);
  g_test_add_func ("/guides/small", test_small);
  g_test_add_func ("/guides/broken", test_broken);
  g_test_add_func ("/guides/attached", test_attached);
  g_test_add_func ("/guides/stray-guide", test_stray_guide);
  g_test_add_func ("/guides/stems", test_stems);

  return g_test_run ();
}

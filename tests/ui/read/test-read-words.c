/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-byline.h"
#include "rub-badge-words.h"
#include "rub-card-words.h"
#include "rub-mention-words.h"

#define NOW_US (400 * G_TIME_SPAN_DAY)
#define RUN_S 3600
#define MASSAGE_S 600

/* One run, its check 14 hours after its end, and a massage 2 hours after it. */
typedef struct
{
  int days_ago;
  RubRunKind kind;
  int calf; /* level of the left calf in that check; 0: not sore */
  gboolean has_massage;
} Day;

#define CALF "gastroc-medial,soleus"
#define CAUSE "You chose the days, so this cannot show cause."

static RubRecords *
make_records (const Day *days)
{
  RubRecords *records = rub_records_new ();

  for (const Day *day = days; day->days_ago > 0; day++)
    {
      gint64 end_us = NOW_US - day->days_ago * G_TIME_SPAN_DAY;
      RubRunFields fields = { .start_us = end_us - RUN_S * G_TIME_SPAN_SECOND,
                              .elapsed_s = RUN_S,
                              .effort = RUB_EFFORT_UNKNOWN,
                              .kind = day->kind,
                              .source = "hand" };
      RubSoreness sore = { "soleus-left", day->calf, RUB_SENSATION_NONE };
      RubMassage massage = { .start_us = end_us + 2 * G_TIME_SPAN_HOUR, .elapsed_s = MASSAGE_S };

      g_ptr_array_add (records->runs, rub_run_new (&fields));
      g_ptr_array_add (records->checks,
                       rub_check_new (0, end_us + 14 * G_TIME_SPAN_HOUR, 0, &sore, day->calf > 0));
      if (day->has_massage)
        g_array_append_val (records->massages, massage);
    }

  return records;
}

static void
test_cards (void)
{
  static const struct
  {
    const char *name;
    RubFigure figure;
    RubRunKind kind;
    const char *regions;
    Day days[7];
    const char *words; /* NULL: nothing */
  } rows[] = {
    { "no runs", RUB_FIGURE_SORENESS_AFTER_RUNS, RUB_CARD_ANY_RUN, NULL, { { 0 } }, NULL },
    { "too few runs",
      RUB_FIGURE_SORENESS_AFTER_RUNS,
      RUB_CARD_ANY_RUN,
      NULL,
      { { 2, RUB_RUN_KIND_LONG, 4, FALSE }, { 4, RUB_RUN_KIND_LONG, 4, FALSE } },
      NULL },
    { "long runs alone",
      RUB_FIGURE_SORENESS_AFTER_RUNS,
      RUB_RUN_KIND_LONG,
      CALF,
      { { 2, RUB_RUN_KIND_LONG, 4, FALSE },
        { 4, RUB_RUN_KIND_EASY, 9, FALSE },
        { 6, RUB_RUN_KIND_LONG, 5, FALSE },
        { 8, RUB_RUN_KIND_LONG, 2, FALSE } },
      "3.7 of 10 on average, over your last 3 long runs with a check the morning after." },
    { "too few long runs",
      RUB_FIGURE_SORENESS_AFTER_RUNS,
      RUB_RUN_KIND_LONG,
      CALF,
      { { 2, RUB_RUN_KIND_LONG, 4, FALSE },
        { 4, RUB_RUN_KIND_EASY, 9, FALSE },
        { 6, RUB_RUN_KIND_LONG, 5, FALSE } },
      NULL },
    { "regions that were not sore",
      RUB_FIGURE_SORENESS_AFTER_RUNS,
      RUB_CARD_ANY_RUN,
      "arch",
      { { 2, RUB_RUN_KIND_LONG, 4, FALSE },
        { 4, RUB_RUN_KIND_EASY, 9, FALSE },
        { 6, RUB_RUN_KIND_LONG, 5, FALSE } },
      "0.0 of 10 on average, over your last 3 runs with a check the morning after." },
    { "both ways",
      RUB_FIGURE_WITH_WITHOUT_MASSAGE,
      RUB_CARD_ANY_RUN,
      NULL,
      { { 2, RUB_RUN_KIND_LONG, 2, TRUE },
        { 4, RUB_RUN_KIND_EASY, 2, TRUE },
        { 6, RUB_RUN_KIND_LONG, 3, TRUE },
        { 8, RUB_RUN_KIND_LONG, 4, FALSE },
        { 10, RUB_RUN_KIND_LONG, 4, FALSE },
        { 12, RUB_RUN_KIND_LONG, 5, FALSE } },
      "Soreness the morning after: 2.3 of 10 with a massage (3 runs), 4.3 of 10 without "
      "(3 runs). " CAUSE },
    { "too few without",
      RUB_FIGURE_WITH_WITHOUT_MASSAGE,
      RUB_CARD_ANY_RUN,
      NULL,
      { { 2, RUB_RUN_KIND_LONG, 2, TRUE },
        { 4, RUB_RUN_KIND_EASY, 2, TRUE },
        { 6, RUB_RUN_KIND_LONG, 3, TRUE },
        { 8, RUB_RUN_KIND_LONG, 4, FALSE },
        { 10, RUB_RUN_KIND_LONG, 4, FALSE } },
      NULL },
    { "too few with",
      RUB_FIGURE_WITH_WITHOUT_MASSAGE,
      RUB_CARD_ANY_RUN,
      NULL,
      { { 2, RUB_RUN_KIND_LONG, 2, TRUE },
        { 4, RUB_RUN_KIND_EASY, 2, TRUE },
        { 6, RUB_RUN_KIND_LONG, 3, FALSE },
        { 8, RUB_RUN_KIND_LONG, 4, FALSE },
        { 10, RUB_RUN_KIND_LONG, 4, FALSE } },
      NULL },
    { "no massage",
      RUB_FIGURE_MASSAGES_LATELY,
      RUB_CARD_ANY_RUN,
      NULL,
      { { 2, RUB_RUN_KIND_LONG, 2, FALSE } },
      NULL },
    { "one massage",
      RUB_FIGURE_MASSAGES_LATELY,
      RUB_CARD_ANY_RUN,
      NULL,
      { { 2, RUB_RUN_KIND_LONG, 2, TRUE }, { 40, RUB_RUN_KIND_LONG, 2, TRUE } },
      "1 massage in the last 4 weeks, 10 minutes in all." },
    { "some massages",
      RUB_FIGURE_MASSAGES_LATELY,
      RUB_CARD_ANY_RUN,
      NULL,
      { { 2, RUB_RUN_KIND_LONG, 2, TRUE }, { 20, RUB_RUN_KIND_LONG, 2, TRUE } },
      "2 massages in the last 4 weeks, 20 minutes in all." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = make_records (rows[i].days);
      RubBlockFields fields = { .kind = RUB_BLOCK_CARD,
                                .figure = rows[i].figure,
                                .run_kind = rows[i].kind,
                                .regions = rows[i].regions,
                                .text = "Lead" };
      g_autofree char *words = rub_card_words_make (&fields, records, NOW_US);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static RubArticle *
make_article (const char *reviewed, const RubBlockFields *blocks, gsize n_blocks)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);
  RubArticleFields fields
    = { .id = "a", .language = "en", .title = "Title", .reviewed = reviewed };

  for (gsize i = 0; i < n_blocks; i++)
    g_ptr_array_add (array, rub_block_new (&blocks[i]));

  return rub_article_new_full (&fields, array);
}

/* There is one for each block, and none as long as there are no records. */
static void
test_all (void)
{
  static const Day days[] = { { 2, RUB_RUN_KIND_LONG, 2, TRUE }, { 0 } };
  static const RubBlockFields blocks[] = {
    { .kind = RUB_BLOCK_PARAGRAPH, .text = "One" },
    { .kind = RUB_BLOCK_CARD,
      .figure = RUB_FIGURE_MASSAGES_LATELY,
      .run_kind = RUB_CARD_ANY_RUN,
      .text = "Lead" },
    { .kind = RUB_BLOCK_PARAGRAPH, .text = "Two" },
  };
  g_autoptr (RubArticle) article = make_article (NULL, blocks, G_N_ELEMENTS (blocks));
  g_autoptr (RubRecords) records = make_records (days);
  g_autoptr (GPtrArray) without = rub_card_words_make_all (article, NULL, NOW_US);
  g_autoptr (GPtrArray) with = rub_card_words_make_all (article, records, NOW_US);

  g_assert_cmpuint (without->len, ==, 3);
  g_assert_null (without->pdata[1]);
  g_assert_cmpuint (with->len, ==, 3);
  g_assert_null (with->pdata[0]);
  g_assert_nonnull (with->pdata[1]);
  g_assert_null (with->pdata[2]);
}

static void
test_byline (void)
{
  static const RubBlockFields when_not[]
    = { { .kind = RUB_BLOCK_HEADING, .id = "when-not", .level = 2, .text = "When not" } };
  static const struct
  {
    const char *reviewed;
    gsize n_blocks;
    const char *words;
    gboolean has_when_not;
  } rows[] = {
    { NULL, 0, "1-minute read", FALSE },
    { NULL, 1, "1-minute read", FALSE },
    { "2026-11-28", 0, "1-minute read · Reviewed 28 November 2026 · Not medical advice", FALSE },
    { "2026-01-02", 1, "1-minute read · Reviewed 2 January 2026 · Not medical advice", TRUE },
    { "2026-13-40", 1, "1-minute read", TRUE },
    { "lately", 1, "1-minute read", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubArticle) article = make_article (rows[i].reviewed, when_not, rows[i].n_blocks);
      g_autofree char *words = rub_article_byline_make (article);

      g_assert_cmpstr (words, ==, rows[i].words);
      g_assert_true (rub_article_byline_has_when_not (article) == rows[i].has_when_not);
    }
}

static void
test_mentions (void)
{
  static const struct
  {
    const char *target;
    const char *stems;
    const char *names;
  } rows[] = {
    { NULL, NULL, NULL },
    { "https://doi.org/10.1000/1", NULL, NULL },
    { "win.show-page::body", NULL, NULL },
    { "win.show-regions::soleus", "soleus", "Soleus" },
    { "win.show-regions::gastroc-medial,gastroc-lateral", "gastroc-medial,gastroc-lateral",
      "Inner calf, Outer calf" },
    { "win.show-regions::soleus,tail", "soleus,tail", "Soleus" },
    { "win.show-regions::tail", "tail", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *stems = rub_mention_words_get_stems (rows[i].target);
      g_autofree char *names = stems != NULL ? rub_mention_words_name (stems) : NULL;

      g_assert_cmpstr (stems, ==, rows[i].stems);
      g_assert_cmpstr (names, ==, rows[i].names);
    }
}

/* The studies of a verdict are those of its section, whatever stands between. */
static void
test_studies (void)
{
  static const RubBlockFields blocks[] = {
    { .kind = RUB_BLOCK_SOURCE, .text = "Before" },
    { .kind = RUB_BLOCK_HEADING, .id = "a", .level = 2, .text = "A" },
    { .kind = RUB_BLOCK_VERDICT, .text = "Yes" },
    { .kind = RUB_BLOCK_HEADING, .id = "b", .level = 3, .text = "B" },
    { .kind = RUB_BLOCK_SOURCE, .text = "First" },
    { .kind = RUB_BLOCK_PARAGRAPH, .text = "Text" },
    { .kind = RUB_BLOCK_SOURCE, .text = "Second" },
    { .kind = RUB_BLOCK_HEADING, .id = "c", .level = 2, .text = "C" },
    { .kind = RUB_BLOCK_SOURCE, .text = "Behind" },
  };
  g_autoptr (RubArticle) article = make_article (NULL, blocks, G_N_ELEMENTS (blocks));
  g_autoptr (GPtrArray) studies = rub_badge_words_find_studies (article, 2);

  g_assert_cmpuint (studies->len, ==, 2);
  g_assert_cmpstr (rub_block_get_text (studies->pdata[0]), ==, "First");
  g_assert_cmpstr (rub_block_get_text (studies->pdata[1]), ==, "Second");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-words/cards", test_cards);
  g_test_add_func ("/read-words/all", test_all);
  g_test_add_func ("/read-words/byline", test_byline);
  g_test_add_func ("/read-words/mentions", test_mentions);
  g_test_add_func ("/read-words/studies", test_studies);

  return g_test_run ();
}

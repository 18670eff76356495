/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-search.h"

#include <glib/gi18n-lib.h>

/* Shorter words are other words when one letter is another. */
#define MIN_TYPO_LENGTH 5

/* What tells of a region. Each weighs more than all that follow together. */
enum
{
  FIELD_NAME,
  FIELD_WORDS,
  FIELD_HINT,
  FIELD_GROUP,
  N_FIELDS
};

/* How much a whole word counts, one that only starts so, and one that is mistyped. */
static const struct
{
  int whole;
  int start;
  int near;
} weights[N_FIELDS] = {
  [FIELD_NAME] = { 800, 750, 8 },
  [FIELD_WORDS] = { 400, 390, 4 },
  [FIELD_HINT] = { 200, 190, 2 },
  [FIELD_GROUP] = { 100, 90, 1 },
};

/* How much it counts when several words follow each other in a field as they were typed. */
#define PHRASE_WEIGHT 1000

/*
 * What is looked for: folded words, each with the side it stands for, or RUB_SIDE_MIDDLE; and all
 * that stand for no side, with spaces between them, or NULL when there are fewer than two.
 */
typedef struct
{
  char **words;
  RubSide *sides;
  char *phrase;
} Query;

/* How well one word tells of a region. */
typedef struct
{
  int exact;
  int near;
} Score;

/* The letters of @text without marks; "runner’s" is one word, spelt "runners". */
static char **
split (const char *text, char ***alternates)
{
  g_auto (GStrv) straight = g_strsplit (text, "’", -1);
  g_autofree char *joined = g_strjoinv ("", straight);
  g_auto (GStrv) parts = g_strsplit (joined, "'", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  return g_str_tokenize_and_fold (plain, NULL, alternates);
}

static RubSide
find_side (const char *word)
{
  static const struct
  {
    RubSide side;
    const char *words;
  } sides[] = {
    /* Translators: what people may type for the left side, separated by commas. */
    { RUB_SIDE_LEFT, NC_ ("side of the body", "left, l") },
    /* Translators: what people may type for the right side, separated by commas. */
    { RUB_SIDE_RIGHT, NC_ ("side of the body", "right, r") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const char *all = g_dpgettext2 (GETTEXT_PACKAGE, "side of the body", sides[i].words);
      g_auto (GStrv) words = split (all, NULL);

      if (g_strv_contains ((const char *const *) words, word))
        return sides[i].side;
    }

  return RUB_SIDE_MIDDLE;
}

static void
query_init (Query *query, const char *text)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  query->words = split (text, NULL);
  query->sides = g_new (RubSide, g_strv_length (query->words));
  for (int i = 0; query->words[i] != NULL; i++)
    {
      query->sides[i] = find_side (query->words[i]);
      if (query->sides[i] == RUB_SIDE_MIDDLE)
        g_ptr_array_add (others, query->words[i]);
    }
  if (others->len > 1)
    {
      g_ptr_array_add (others, NULL);
      query->phrase = g_strjoinv (" ", (char **) others->pdata);
    }
}

static void
query_clear (Query *query)
{
  g_clear_pointer (&query->words, g_strfreev);
  g_clear_pointer (&query->sides, g_free);
  g_clear_pointer (&query->phrase, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

static gboolean
starts_with (const gunichar *text, const gunichar *start)
{
  while (*start != 0 && *text == *start)
    {
      text++;
      start++;
    }

  return *start == 0;
}

/* Whether @typed starts @word but for one letter that is wrong, missing, too many or swapped. */
static gboolean
is_near (const char *typed_text, const char *word_text)
{
  g_autofree gunichar *typed = g_utf8_to_ucs4_fast (typed_text, -1, NULL);
  g_autofree gunichar *word = g_utf8_to_ucs4_fast (word_text, -1, NULL);
  const gunichar *t = typed, *w = word;

  while (*t != 0 && *t == *w)
    {
      t++;
      w++;
    }

  /* Hardly anyone gets the first letter wrong. */
  if (t == typed || *t == 0)
    return *t == 0;
  if (starts_with (w, t + 1) || *w == 0)
    return starts_with (w, t + 1);
  if (starts_with (w + 1, t + 1) || starts_with (w + 1, t))
    return TRUE;

  return t[0] == w[1] && t[1] == w[0] && starts_with (w + 2, t + 2);
}

static void
raise_score (Score *score, int field, const char *typed, char **words)
{
  gboolean may_be_typo = g_utf8_strlen (typed, -1) >= MIN_TYPO_LENGTH;
  int exact = 0;

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], typed))
      exact = weights[field].whole;
    else if (g_str_has_prefix (words[i], typed))
      exact = MAX (exact, weights[field].start);
    else if (may_be_typo && is_near (typed, words[i]))
      score->near = MAX (score->near, weights[field].near);

  score->exact += exact;
}

static gboolean
has_phrase (const Query *query, char **words)
{
  g_autofree char *text = g_strjoinv (" ", words);
  const char *place = query->phrase != NULL ? strstr (text, query->phrase) : NULL;

  while (place != NULL && place != text && place[-1] != ' ')
    place = strstr (place + 1, query->phrase);

  return place != NULL;
}

/* Returns: what the order of the words is worth. */
static int
raise_scores (Score *scores, const Query *query, RubRegion *region, int field, const char *text)
{
  g_auto (GStrv) alternates = NULL;
  g_auto (GStrv) words = NULL;

  if (text == NULL)
    return 0;

  words = split (text, &alternates);
  for (int i = 0; query->words[i] != NULL; i++)
    if (query->sides[i] == RUB_SIDE_MIDDLE)
      {
        int before = scores[i].exact;

        raise_score (&scores[i], field, query->words[i], words);
        if (scores[i].exact == before)
          raise_score (&scores[i], field, query->words[i], alternates);
      }
    else if (field == FIELD_NAME && query->sides[i] == rub_region_get_side (region))
      scores[i].exact = weights[field].whole;

  return has_phrase (query, words) ? PHRASE_WEIGHT + weights[field].whole : 0;
}

static int
match (RubRegion *region, const Query *query)
{
  const char *const fields[N_FIELDS] = {
    [FIELD_NAME] = rub_region_get_name (region),
    [FIELD_WORDS] = rub_region_get_words (region),
    [FIELD_HINT] = rub_region_get_hint (region),
    [FIELD_GROUP] = rub_region_get_group (region),
  };
  g_autofree Score *scores = g_new0 (Score, g_strv_length (query->words) + 1);
  gboolean is_exact = query->words[0] != NULL;
  int sum = 0;

  for (int i = 0; i < N_FIELDS; i++)
    sum += raise_scores (scores, query, region, i, fields[i]);

  for (int i = 0; query->words[i] != NULL; i++)
    {
      if (scores[i].exact == 0 && scores[i].near == 0)
        return 0;
      is_exact = is_exact && scores[i].exact > 0;
      sum += scores[i].exact > 0 ? scores[i].exact : scores[i].near;
    }

  return is_exact ? RUB_REGION_MATCH_EXACT + sum : MIN (sum, RUB_REGION_MATCH_EXACT - 1);
}

int
rub_region_match (RubRegion *region, const char *text)
{
  g_auto (Query) query = { NULL };

  g_return_val_if_fail (RUB_IS_REGION (region), 0);
  g_return_val_if_fail (text != NULL, 0);

  query_init (&query, text);

  return match (region, &query);
}

/* The best first; what is equally good stays as it was. */
static int
compare_hits (gconstpointer a, gconstpointer b, gpointer ranks)
{
  const guint *first = a, *second = b;
  int first_rank = g_array_index ((GArray *) ranks, int, *first);
  int second_rank = g_array_index ((GArray *) ranks, int, *second);

  if (first_rank != second_rank)
    return first_rank > second_rank ? -1 : 1;

  return *first < *second ? -1 : 1;
}

GPtrArray *
rub_region_search (GPtrArray *regions, const char *text)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (Query) query = { NULL };
  int best = 0;

  g_return_val_if_fail (regions != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  query_init (&query, text);
  for (guint i = 0; i < regions->len; i++)
    {
      int rank = match (regions->pdata[i], &query);

      g_array_append_val (ranks, rank);
      best = MAX (best, rank);
      if (rank > 0)
        g_array_append_val (hits, i);
    }

  g_array_sort_with_data (hits, compare_hits, ranks);
  for (guint i = 0; i < hits->len; i++)
    {
      guint hit = g_array_index (hits, guint, i);

      if (best < RUB_REGION_MATCH_EXACT
          || g_array_index (ranks, int, hit) >= RUB_REGION_MATCH_EXACT)
        g_ptr_array_add (found, regions->pdata[hit]);
    }

  return g_steal_pointer (&found);
}

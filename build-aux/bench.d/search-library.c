/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* search-library FOLDER: how long a search of a large library takes: 2,000 articles of some 1,500
 * words that are as rare and common as those of a language. Prints the median, the 95th percentile
 * and the longest in milliseconds, then how much of what is read for the reminders with the library
 * there is read without it, in hundredths of the time. */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "rub-store-library.h"

#define N_ARTICLES 2000
#define N_PER_COMMIT 100
#define N_BLOCKS 25
#define N_WORDS_PER_BLOCK 60
#define N_VOCABULARY 30000
#define N_HITS 50
#define N_ROUNDS 8
#define N_READS 101

/* Words of two to six syllables, the n-th with a weight of 1 / n. */
static char *vocabulary[N_VOCABULARY];
static double cumulated[N_VOCABULARY];

static void
make_vocabulary (GRand *random)
{
  static const char *const syllables[]
    = { "ba", "cal", "de", "er",  "fo", "gra", "hi",  "in", "jo", "ku",  "lem", "mus",
        "na", "or",  "pé", "qui", "ro", "sti", "ten", "un", "va", "wel", "xi",  "zo" };
  double sum = 0;

  for (int i = 0; i < N_VOCABULARY; i++)
    {
      GString *word = g_string_new (NULL);
      int n_syllables = g_rand_int_range (random, 1, 6) + (i > 200);

      for (int j = 0; j < n_syllables; j++)
        g_string_append (
          word, syllables[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (syllables))]);
      vocabulary[i] = g_string_free (word, FALSE);
      sum += 1.0 / (i + 1);
      cumulated[i] = sum;
    }
}

static const char *
choose_word (GRand *random)
{
  double wanted = g_rand_double_range (random, 0, cumulated[N_VOCABULARY - 1]);
  int first = 0;
  int last = N_VOCABULARY - 1;

  while (first < last)
    {
      int middle = (first + last) / 2;

      if (cumulated[middle] < wanted)
        first = middle + 1;
      else
        last = middle;
    }

  return vocabulary[first];
}

static char *
make_text (GRand *random, int n_words)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", choose_word (random));

  return g_string_free (text, FALSE);
}

static void
add_article (RubChange *change, GRand *random)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = make_text (random, 7);
  g_autofree char *author = make_text (random, 2);
  g_autofree char *address = g_strdup_printf ("https://example.org/%u", g_rand_int (random));
  RubArticleFields fields = { address, "en", title, author, NULL, address };
  g_autoptr (RubArticle) content = NULL;
  g_autoptr (RubSavedArticle) article = NULL;

  for (int i = 0; i < N_BLOCKS; i++)
    {
      g_autofree char *text = make_text (random, N_WORDS_PER_BLOCK);
      RubBlockFields block = { .kind = RUB_BLOCK_PARAGRAPH, .text = text };

      g_ptr_array_add (blocks, rub_block_new (&block));
    }
  content = rub_article_new_full (&fields, blocks);
  article = rub_saved_article_new_from_content (content);
  rub_change_save_article (change, article, content, NULL);
}

static void
fill (RubStore *store, GRand *random)
{
  for (int i = 0; i < N_ARTICLES / N_PER_COMMIT; i++)
    {
      g_autoptr (RubChange) change = rub_change_new ();
      g_autoptr (GError) error = NULL;

      for (int j = 0; j < N_PER_COMMIT; j++)
        add_article (change, random);
      if (!rub_store_commit (store, change, &error))
        g_error ("%s", error->message);
    }
}

/* What is typed on the way to @words, letter by letter, so that each beginning is asked for. */
static void
time_typing (RubStore *store, const char *words, GArray *times)
{
  for (const char *end = g_utf8_next_char (words);; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (words, (gsize) (end - words));
      g_autoptr (GError) error = NULL;
      gint64 start_us = g_get_monotonic_time ();
      g_autoptr (GPtrArray) hits = rub_store_search (store, typed, N_HITS, NULL, &error);
      double elapsed_ms = (double) (g_get_monotonic_time () - start_us) / 1000;

      if (hits == NULL)
        g_error ("%s", error->message);
      g_array_append_val (times, elapsed_ms);
      if (g_getenv ("RUB_BENCH_VERBOSE") != NULL)
        g_printerr ("%8.2f ms %3u hits for %s\n", elapsed_ms, hits->len, typed);
      if (*end == '\0')
        break;
    }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_percentile (GArray *times, guint percent)
{
  g_array_sort (times, compare_times);

  return g_array_index (times, double, (times->len - 1) * percent / 100);
}

/* Common words, rare ones, and several of both, as they are typed. */
static GArray *
time_searches (RubStore *store, GRand *random)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_ROUNDS; i++)
    {
      const char *common = vocabulary[g_rand_int_range (random, 0, 20)];
      const char *known = vocabulary[g_rand_int_range (random, 20, 2000)];
      const char *rare = vocabulary[g_rand_int_range (random, 2000, N_VOCABULARY)];
      g_autofree char *several = g_strdup_printf ("%s %s %s", known, common, rare);
      g_autofree char *phrase = g_strdup_printf ("\"%s %s\"", common, known);

      time_typing (store, common, times);
      time_typing (store, known, times);
      time_typing (store, several, times);
      time_typing (store, phrase, times);
    }

  return times;
}

static double
time_read_ms (RubStore *store)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_READS; i++)
    {
      gint64 start_us = g_get_monotonic_time ();
      g_autoptr (RubRecords) records = rub_store_read_without_articles (store, NULL);
      double elapsed_ms = (double) (g_get_monotonic_time () - start_us) / 1000;

      g_assert (records != NULL && records->articles->len == 0);
      g_array_append_val (times, elapsed_ms);
    }

  return get_percentile (times, 50);
}

int
main (int argc, char **argv)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  g_autoptr (RubStore) store = NULL;
  g_autoptr (GArray) times = NULL;
  g_autofree char *path = NULL;
  double empty_ms, full_ms;

  if (argc != 2)
    return EXIT_FAILURE;

  path = g_build_filename (argv[1], "rubdown.db", NULL);
  store = rub_store_open (path, &error);
  if (store == NULL)
    g_error ("%s", error->message);

  make_vocabulary (random);
  empty_ms = time_read_ms (store);
  fill (store, random);
  full_ms = time_read_ms (store);
  times = time_searches (store, random);
  printf ("%.2f %.2f %.2f %.0f\n", get_percentile (times, 50), get_percentile (times, 95),
          get_percentile (times, 100), 100 * full_ms / empty_ms);

  for (int i = 0; i < N_VOCABULARY; i++)
    g_free (vocabulary[i]);

  return EXIT_SUCCESS;
}

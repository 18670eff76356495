/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check-likeness.h"

#define N_REGIONS 4
#define HOUR_US G_TIME_SPAN_HOUR
#define N_ROUNDS 2000

static const char *const regions[N_REGIONS] = { "calf-left", "calf-right", "arch-left", "heel" };

/* The levels of the regions, where 0 is not sore. */
static RubCheck *
make_check (const int *levels, gint64 made_us)
{
  RubSoreness sore[N_REGIONS];
  gsize n_sore = 0;

  for (int i = 0; i < N_REGIONS; i++)
    if (levels[i] > 0)
      sore[n_sore++] = (RubSoreness){ regions[i], levels[i], RUB_SENSATION_NONE, NULL };

  return rub_check_new (0, made_us, 0, sore, n_sore);
}

static int
get_likeness (const int *levels, const int *others)
{
  g_autoptr (RubCheck) check = make_check (levels, 0);
  g_autoptr (RubCheck) other = make_check (others, 0);
  int likeness = rub_check_get_likeness (check, other);

  g_assert_cmpint (likeness, ==, rub_check_get_likeness (other, check));

  return likeness;
}

static void
test_likeness (void)
{
  static const struct
  {
    int levels[N_REGIONS];
    int others[N_REGIONS];
    int expected;
  } rows[] = {
    { { 0 }, { 0 }, 100 },
    { { 5 }, { 0 }, 0 },
    { { 1, 5, 10, 3 }, { 1, 5, 10, 3 }, 100 },
    { { 5 }, { 4 }, 80 },
    { { 6 }, { 4 }, 67 },
    { { 10 }, { 1 }, 10 },
    /* The other side is another place. */
    { { 7, 0 }, { 0, 7 }, 0 },
    { { 4, 4 }, { 4, 0 }, 50 },
    { { 4, 2, 3, 0 }, { 2, 4, 3, 1 }, 58 },
    /* Close is not the same, and little is not nothing. */
    { { 10, 10, 10, 10 }, { 10, 10, 10, 9 }, 98 },
    { { 10, 10, 10, 0 }, { 0, 0, 1, 10 }, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %zu", i);
      g_assert_cmpint (get_likeness (rows[i].levels, rows[i].others), ==, rows[i].expected);
    }
}

/* A hundred and more regions, so that rounding alone would end at the ends of the scale. */
static void
test_ends (void)
{
  enum { N_MANY = 120 };
  RubSoreness sore[N_MANY], others[N_MANY];
  char *ids[N_MANY];
  g_autoptr (RubCheck) check = NULL;
  g_autoptr (RubCheck) near = NULL;
  g_autoptr (RubCheck) far = NULL;

  for (int i = 0; i < N_MANY; i++)
    {
      ids[i] = g_strdup_printf ("region-%d", i);
      sore[i] = (RubSoreness){ ids[i], 10, RUB_SENSATION_NONE, NULL };
      others[i] = (RubSoreness){ ids[i], i == 0 ? 9 : 10, RUB_SENSATION_NONE, NULL };
    }
  check = rub_check_new (0, 0, 0, sore, N_MANY);
  near = rub_check_new (0, 0, 0, others, N_MANY);
  others[0].soreness = 1;
  far = rub_check_new (0, 0, 0, others, 1);

  g_assert_cmpint (rub_check_get_likeness (check, near), ==, 99);
  g_assert_cmpint (rub_check_get_likeness (check, far), ==, 1);
  for (int i = 0; i < N_MANY; i++)
    g_free (ids[i]);
}

/* Always within the scale, the same both ways, and lower when one level moves further away. */
static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1958);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      int levels[N_REGIONS], others[N_REGIONS];
      int place = g_rand_int_range (rand, 0, N_REGIONS);
      int likeness;

      for (int i = 0; i < N_REGIONS; i++)
        {
          levels[i] = g_rand_int_range (rand, 0, RUB_SORENESS_MAX + 1);
          others[i] = g_rand_int_range (rand, 0, RUB_SORENESS_MAX + 1);
        }
      g_assert_cmpint (get_likeness (levels, levels), ==, 100);
      likeness = get_likeness (levels, others);
      g_assert_cmpint (likeness, >=, 0);
      g_assert_cmpint (likeness, <=, 100);

      if (others[place] >= levels[place] && others[place] < RUB_SORENESS_MAX)
        others[place]++;
      else if (others[place] <= levels[place] && others[place] > 0)
        others[place]--;
      g_assert_cmpint (get_likeness (levels, others), <=, likeness);
    }
}

static void
test_words (void)
{
  static const struct
  {
    int percent;
    RubLikeness expected;
    const char *name;
  } rows[] = {
    { 0, RUB_LIKENESS_DIFFERENT, "quite different" },
    { 39, RUB_LIKENESS_DIFFERENT, "quite different" },
    { 40, RUB_LIKENESS_PARTLY, "partly alike" },
    { 69, RUB_LIKENESS_PARTLY, "partly alike" },
    { 70, RUB_LIKENESS_MUCH, "much alike" },
    { 89, RUB_LIKENESS_MUCH, "much alike" },
    { 90, RUB_LIKENESS_NEARLY, "nearly the same" },
    { 99, RUB_LIKENESS_NEARLY, "nearly the same" },
    { 100, RUB_LIKENESS_SAME, "the same" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (rub_likeness_from_percent (rows[i].percent), ==, rows[i].expected);
      g_assert_cmpstr (rub_likeness_get_name (rows[i].expected), ==, rows[i].name);
    }
}

static void
test_week_before (void)
{
  static const struct
  {
    int hours_ago[4]; /* newest first; 0 ends them */
    int expected;     /* 0: none */
  } rows[] = {
    { { 0 }, 0 },
    { { 24, 48 }, 0 },
    { { 24, 168 }, 168 },
    { { 131 }, 0 },
    { { 132 }, 132 },
    { { 204 }, 204 },
    { { 205 }, 0 },
    { { 24, 140, 170, 200 }, 170 },
    { { 160, 180 }, 160 },
    /* The later of two as near. */
    { { 158, 178 }, 158 },
    { { 24, 300, 400 }, 0 },
  };
  const int nothing[N_REGIONS] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);
      RubCheck *found;

      for (int j = 0; j < 4 && rows[i].hours_ago[j] != 0; j++)
        g_ptr_array_add (checks, make_check (nothing, -rows[i].hours_ago[j] * HOUR_US));
      found = rub_check_find_week_before (checks, 0);

      g_test_message ("row %zu", i);
      g_assert_cmpint (found != NULL ? -rub_check_get_made_us (found) / HOUR_US : 0, ==,
                       rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-likeness/likeness", test_likeness);
  g_test_add_func ("/check-likeness/ends", test_ends);
  g_test_add_func ("/check-likeness/laws", test_laws);
  g_test_add_func ("/check-likeness/words", test_words);
  g_test_add_func ("/check-likeness/week-before", test_week_before);

  return g_test_run ();
}

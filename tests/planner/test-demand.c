/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-demand.h"

#define NOW_DAY 100

static RubRun *
make_run (int day, int minutes, double km, int effort, RubRunKind kind)
{
  RubRunFields fields = { .start_us = day * G_TIME_SPAN_DAY,
                          .elapsed_s = minutes * 60,
                          .distance_m = km * 1000,
                          .effort = effort,
                          .kind = kind };

  return rub_run_new (&fields);
}

/* @n runs of an hour and 10 km, one a day before NOW_DAY. */
static GPtrArray *
make_history (int n)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 1; i <= n; i++)
    g_ptr_array_add (runs, make_run (NOW_DAY - i, 60, 10, 4, RUB_RUN_KIND_EASY));

  return runs;
}

static void
test_demand (void)
{
  static const struct
  {
    int n_earlier;
    int minutes;
    double km;
    int effort;
    RubRunKind kind;
    RubRunDemand expected;
  } rows[] = {
    { 10, 60, 10, 4, RUB_RUN_KIND_EASY, RUB_RUN_DEMAND_EASY },
    { 10, 60, 10, 6, RUB_RUN_KIND_OTHER, RUB_RUN_DEMAND_EASY },
    { 10, 60, 10, 7, RUB_RUN_KIND_EASY, RUB_RUN_DEMAND_HARD },
    { 10, 60, 10, -1, RUB_RUN_KIND_EASY, RUB_RUN_DEMAND_EASY },
    { 0, 30, 6, 3, RUB_RUN_KIND_INTERVALS, RUB_RUN_DEMAND_HARD },
    { 0, 30, 6, 3, RUB_RUN_KIND_HILLS, RUB_RUN_DEMAND_HARD },
    { 0, 30, 6, 3, RUB_RUN_KIND_TEMPO, RUB_RUN_DEMAND_HARD },
    { 0, 30, 6, 3, RUB_RUN_KIND_LONG, RUB_RUN_DEMAND_LONG },
    /* Long by the clock only with enough to compare with. */
    { 10, 75, 13, 4, RUB_RUN_KIND_EASY, RUB_RUN_DEMAND_LONG },
    { 10, 74, 13, 4, RUB_RUN_KIND_EASY, RUB_RUN_DEMAND_EASY },
    { 4, 120, 20, 4, RUB_RUN_KIND_EASY, RUB_RUN_DEMAND_EASY },
    { 10, 50, 10, 9, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_RACE },
    /* Farther than ever before, by the margin and 15 km at least: a race, or as far as one. */
    { 10, 100, 21.1, 9, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_FARTHEST },
    { 10, 70, 15, 9, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_FARTHEST },
    { 10, 70, 14.9, 9, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_RACE },
    { 10, 200, 32, 4, RUB_RUN_KIND_LONG, RUB_RUN_DEMAND_LONG },
    { 10, 240, 42.2, 9, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_BIG_RACE },
    { 10, 240, 42.2, 9, RUB_RUN_KIND_LONG, RUB_RUN_DEMAND_FARTHEST },
    { 4, 100, 21.1, 9, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_RACE },
    { 0, 240, 42.2, 9, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_BIG_RACE },
    { 0, 240, 39.9, 9, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_RACE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) runs = make_history (rows[i].n_earlier);
      RubRun *run
        = make_run (NOW_DAY, rows[i].minutes, rows[i].km, rows[i].effort, rows[i].kind);

      g_test_message ("row %zu", i);
      g_ptr_array_add (runs, run);
      g_assert_cmpint (rub_run_get_demand (rub_timing_get_bundled (), run, runs), ==,
                       rows[i].expected);
    }
}

/* A later run says nothing about an earlier one. */
static void
test_only_earlier_count (void)
{
  g_autoptr (GPtrArray) runs = make_history (10);
  RubRun *first_half = make_run (NOW_DAY, 110, 21.1, 9, RUB_RUN_KIND_RACE);

  g_ptr_array_add (runs, first_half);
  g_ptr_array_add (runs, make_run (NOW_DAY + 30, 100, 21.2, 9, RUB_RUN_KIND_RACE));
  g_assert_cmpint (rub_run_get_demand (rub_timing_get_bundled (), first_half, runs), ==,
                   RUB_RUN_DEMAND_FARTHEST);
}

/* A course measured a little longer, or a build-up, are no firsts. */
static void
test_margin (void)
{
  static const struct
  {
    double farthest_km;
    double km;
    RubRunKind kind;
    RubRunDemand expected;
  } rows[] = {
    { 20, 21.9, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_RACE },
    { 20, 22.1, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_FARTHEST },
    { 38, 41, RUB_RUN_KIND_LONG, RUB_RUN_DEMAND_LONG },
    { 36, 41, RUB_RUN_KIND_LONG, RUB_RUN_DEMAND_FARTHEST },
    { 21.1, 21.3, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_RACE },
    { 19, 21.1, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_FARTHEST },
    { 30, 25, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_RACE },
    /* Nothing is known of distances that were not measured. */
    { 0, 25, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_FARTHEST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) runs = make_history (10);
      RubRun *run = make_run (NOW_DAY, 120, rows[i].km, 5, rows[i].kind);

      g_test_message ("row %zu", i);
      g_ptr_array_add (runs, make_run (5, 120, rows[i].farthest_km, 5, RUB_RUN_KIND_EASY));
      g_ptr_array_add (runs, run);
      g_assert_cmpint (rub_run_get_demand (rub_timing_get_bundled (), run, runs), ==,
                       rows[i].expected);
    }
}

/* The class is the same in whatever order the runs come. */
static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) backwards = g_ptr_array_new ();

  for (int i = 0; i < 60; i++)
    g_ptr_array_add (runs, make_run (i, g_rand_int_range (rand, 20, 200),
                                     g_rand_int_range (rand, 0, 45),
                                     g_rand_int_range (rand, -1, 11),
                                     (RubRunKind) g_rand_int_range (rand, 0, RUB_RUN_N_KINDS)));
  for (guint i = runs->len; i > 0; i--)
    g_ptr_array_add (backwards, runs->pdata[i - 1]);

  for (guint i = 0; i < runs->len; i++)
    g_assert_cmpint (rub_run_get_demand (rub_timing_get_bundled (), runs->pdata[i], runs), ==,
                     rub_run_get_demand (rub_timing_get_bundled (), runs->pdata[i], backwards));
}

static void
test_guess (void)
{
  g_autoptr (GPtrArray) runs = make_history (10);
  g_autoptr (GPtrArray) none = make_history (0);
  const RubTiming *timing = rub_timing_get_bundled ();

  g_assert_cmpint (rub_run_guess_kind (timing, 3600, 4, runs), ==, RUB_RUN_KIND_EASY);
  g_assert_cmpint (rub_run_guess_kind (timing, 3600, 8, runs), ==, RUB_RUN_KIND_TEMPO);
  g_assert_cmpint (rub_run_guess_kind (timing, 7200, 5, runs), ==, RUB_RUN_KIND_LONG);
  g_assert_cmpint (rub_run_guess_kind (timing, 7200, 5, none), ==, RUB_RUN_KIND_EASY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/demand/table", test_demand);
  g_test_add_func ("/demand/only-earlier-count", test_only_earlier_count);
  g_test_add_func ("/demand/margin", test_margin);
  g_test_add_func ("/demand/order", test_order);
  g_test_add_func ("/demand/guess", test_guess);

  return g_test_run ();
}

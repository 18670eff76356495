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
    { 10, 100, 21.1, 9, RUB_RUN_KIND_RACE, RUB_RUN_DEMAND_BIG_RACE },
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
      g_assert_cmpint (rub_run_get_demand (run, runs), ==, rows[i].expected);
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
  g_assert_cmpint (rub_run_get_demand (first_half, runs), ==, RUB_RUN_DEMAND_BIG_RACE);
}

static void
test_guess (void)
{
  g_autoptr (GPtrArray) runs = make_history (10);
  g_autoptr (GPtrArray) none = make_history (0);

  g_assert_cmpint (rub_run_guess_kind (3600, 4, runs), ==, RUB_RUN_KIND_EASY);
  g_assert_cmpint (rub_run_guess_kind (3600, 8, runs), ==, RUB_RUN_KIND_TEMPO);
  g_assert_cmpint (rub_run_guess_kind (7200, 5, runs), ==, RUB_RUN_KIND_LONG);
  g_assert_cmpint (rub_run_guess_kind (7200, 5, none), ==, RUB_RUN_KIND_EASY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/demand/table", test_demand);
  g_test_add_func ("/demand/only-earlier-count", test_only_earlier_count);
  g_test_add_func ("/demand/guess", test_guess);

  return g_test_run ();
}

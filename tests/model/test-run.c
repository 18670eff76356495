/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "rub-run.h"

static RubRun *
make_run (gint64 start_s, int elapsed_s, double distance_m)
{
  RubRunFields fields = { .start_us = start_s * G_USEC_PER_SEC,
                          .elapsed_s = elapsed_s,
                          .distance_m = distance_m,
                          .ascent_m = NAN,
                          .descent_m = NAN,
                          .effort = RUB_EFFORT_UNKNOWN };

  return rub_run_new (&fields);
}

static void
test_clamped (void)
{
  RubRunFields fields = { .elapsed_s = -5,
                          .distance_m = (double) INFINITY,
                          .ascent_m = -3,
                          .descent_m = 1e9,
                          .effort = 42,
                          .kind = (RubRunKind) 99,
                          .note = "caf\xe9" };
  g_autoptr (RubRun) run = rub_run_new (&fields);
  const RubRunFields *got = rub_run_get_fields (run);

  g_assert_cmpint (got->elapsed_s, ==, 1);
  g_assert_cmpfloat (got->distance_m, ==, 0);
  g_assert_true (isnan (got->ascent_m));
  g_assert_true (isnan (got->descent_m));
  g_assert_cmpint (got->effort, ==, RUB_EFFORT_MAX);
  g_assert_cmpint (got->kind, ==, RUB_RUN_KIND_OTHER);
  g_assert_true (g_utf8_validate (got->note, -1, NULL));
}

static void
test_same (void)
{
  static const struct
  {
    gint64 start_s;
    int elapsed_s;
    double distance_m;
    gboolean is_same;
  } rows[] = {
    { 1000, 3600, 10000, TRUE },  { 1060, 3600, 10000, TRUE },  { 1061, 3600, 10000, FALSE },
    { 1000, 3660, 10000, TRUE },  { 1000, 3700, 10000, FALSE }, { 1000, 3600, 10200, TRUE },
    { 1000, 3600, 10300, FALSE }, { 1000, 3600, 0, FALSE },
  };
  g_autoptr (RubRun) run = make_run (1000, 3600, 10000);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRun) other
        = make_run (rows[i].start_s, rows[i].elapsed_s, rows[i].distance_m);

      g_test_message ("row %zu", i);
      g_assert_cmpint (rub_run_is_same (run, other), ==, rows[i].is_same);
      g_assert_cmpint (rub_run_is_same (other, run), ==, rows[i].is_same);
    }
}

/* The longest run has more microseconds than an int holds. */
static void
test_end (void)
{
  g_autoptr (RubRun) run = make_run (1000, RUB_RUN_MAX_ELAPSED_S, 0);

  g_assert_cmpint (rub_run_get_end_us (run), ==,
                   (1000 + (gint64) RUB_RUN_MAX_ELAPSED_S) * G_TIME_SPAN_SECOND);
}

static void
test_load (void)
{
  RubRunFields fields = { .elapsed_s = 5400, .effort = 7 };
  g_autoptr (RubRun) rated = rub_run_new (&fields);
  g_autoptr (RubRun) unrated = make_run (0, 5400, 0);

  g_assert_cmpfloat (rub_run_get_load (rated), ==, 630);
  g_assert_cmpfloat (rub_run_get_load (unrated), ==, -1);
}

static void
test_kind_ids (void)
{
  RubRunKind kind;

  for (int i = 0; i < RUB_RUN_N_KINDS; i++)
    {
      g_assert_true (rub_run_kind_from_id (rub_run_kind_to_id (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (rub_run_kind_from_id ("stroll", &kind));
  g_assert_false (rub_run_kind_from_id (NULL, &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/run/clamped", test_clamped);
  g_test_add_func ("/run/same", test_same);
  g_test_add_func ("/run/end", test_end);
  g_test_add_func ("/run/load", test_load);
  g_test_add_func ("/run/kind-ids", test_kind_ids);

  return g_test_run ();
}

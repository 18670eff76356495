/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "rub-run-file.h"
#include "rub-timestamp.h"
#include "rub-track.h"

static void
test_distance (void)
{
  /* Quarters of a great circle, and one pair over the date line. */
  static const struct
  {
    double from[2], to[2], distance_m;
  } rows[] = {
    { { 47, 8 }, { 47, 8 }, 0 },
    { { 0, 0 }, { 90, 0 }, RUB_EARTH_RADIUS_M * G_PI / 2 },
    { { 0, 0 }, { 0, 90 }, RUB_EARTH_RADIUS_M * G_PI / 2 },
    { { 0, 0 }, { 0, 180 }, RUB_EARTH_RADIUS_M * G_PI },
    { { 90, 0 }, { -90, 77 }, RUB_EARTH_RADIUS_M * G_PI },
    { { 47, 8 }, { 48, 8 }, RUB_EARTH_RADIUS_M * G_PI / 180 },
    { { 0, 179.5 }, { 0, -179.5 }, RUB_EARTH_RADIUS_M * G_PI / 180 },
    /* On a parallel at 60 degrees, a degree is shorter by half, less a little for the arc. */
    { { 60, 8 }, { 60, 8.001 }, RUB_EARTH_RADIUS_M * G_PI / 180 / 1000 / 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubPoint from = { 0, rows[i].from[0], rows[i].from[1], 0 };
      RubPoint to = { 0, rows[i].to[0], rows[i].to[1], 0 };

      g_test_message ("row %zu", i);
      g_assert_cmpfloat_with_epsilon (rub_distance_between (&from, &to), rows[i].distance_m, 1e-3);
      g_assert_cmpfloat_with_epsilon (rub_distance_between (&to, &from), rows[i].distance_m, 1e-3);
    }
}

static RubLeg
make_leg (int start_min, int end_min, RubRunKind kind)
{
  return (RubLeg){ .start_us = start_min * G_TIME_SPAN_MINUTE,
                   .end_us = end_min * G_TIME_SPAN_MINUTE,
                   .distance_m = (end_min - start_min) * 200,
                   .ascent_m = NAN,
                   .descent_m = 10,
                   .kind = kind };
}

/* Legs as minutes from and to, and which runs they make, as minutes and 100 m. */
static void
test_join (void)
{
  static const struct
  {
    int legs[4][3];
    int runs[4][3];
  } rows[] = {
    { { { 0 } }, { { 0 } } },
    { { { 0, 30 } }, { { 0, 30, 60 } } },
    { { { 0, 30 }, { 90, 120 } }, { { 0, 120, 120 } } },
    { { { 0, 30 }, { 91, 120 } }, { { 0, 30, 60 }, { 91, 120, 58 } } },
    { { { 90, 120 }, { 0, 30 } }, { { 0, 120, 120 } } },
    { { { 0, 30 }, { 40, 60, RUB_RUN_KIND_RACE } }, { { 0, 30, 60 }, { 40, 60, 40 } } },
    /* Recorded twice: the longer stays, whichever begins first. */
    { { { 0, 30 }, { 1, 30 } }, { { 0, 30, 60 } } },
    { { { 0, 30 }, { 1, 60 } }, { { 1, 60, 118 } } },
    { { { 0, 30 }, { 5, 20, RUB_RUN_KIND_RACE } }, { { 0, 30, 60 } } },
    /* A short overlap is a clock that was off, not a second recording. */
    { { { 0, 30 }, { 25, 60 } }, { { 0, 60, 130 } } },
    /* Scraps go, unless there is nothing else. */
    { { { 0, 0 }, { 600, 630 } }, { { 600, 630, 60 } } },
    { { { 0, 0 }, { 600, 600 } }, { { 0, 0, 0 }, { 600, 600, 0 } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) runs = NULL;
      RubLeg legs[4];
      gsize n_legs = 0, n_runs = 0;

      g_test_message ("row %zu", i);
      for (; n_legs < 4 && (rows[i].legs[n_legs][1] > 0 || (i >= 10 && n_legs < 2)); n_legs++)
        legs[n_legs] = make_leg (rows[i].legs[n_legs][0], rows[i].legs[n_legs][1],
                                 (RubRunKind) rows[i].legs[n_legs][2]);
      runs = rub_legs_join (legs, n_legs);
      for (; n_runs < runs->len; n_runs++)
        {
          const RubLeg *run = &g_array_index (runs, RubLeg, n_runs);

          g_assert_cmpint (run->start_us / G_TIME_SPAN_MINUTE, ==, rows[i].runs[n_runs][0]);
          g_assert_cmpint (run->end_us / G_TIME_SPAN_MINUTE, ==, rows[i].runs[n_runs][1]);
          g_assert_cmpfloat_with_epsilon (run->distance_m / 100, rows[i].runs[n_runs][2], 1e-6);
        }
      g_assert_true (n_runs == 4 || rows[i].runs[n_runs][1] == 0);
    }
}

static void
test_join_climbs (void)
{
  RubLeg legs[] = { make_leg (0, 30, 0), make_leg (31, 60, 0), make_leg (61, 90, 0) };
  g_autoptr (GArray) runs = NULL;
  const RubLeg *run;

  legs[1].ascent_m = 5;
  legs[2].descent_m = NAN;
  runs = rub_legs_join (legs, G_N_ELEMENTS (legs));
  run = &g_array_index (runs, RubLeg, 0);
  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_cmpfloat (run->ascent_m, ==, 5);
  g_assert_cmpfloat (run->descent_m, ==, 20);
}

static void
test_make_run (void)
{
  static const struct
  {
    int elapsed_s;
    double distance_m;
    guint n_steps, n_jumps;
    int code; /* -1: a run */
  } rows[] = {
    { 1800, 5000, 100, 3, -1 },
    { 1, 0, 0, 0, -1 },
    { 0, 100, 5, 0, RUB_RUN_FILE_ERROR_NO_RUN },
    { RUB_RUN_MAX_ELAPSED_S, 900000, 100, 0, -1 },
    { RUB_RUN_MAX_ELAPSED_S + 1, 900000, 100, 0, RUB_RUN_FILE_ERROR_NO_RUN },
    { RUB_RUN_MAX_ELAPSED_S, 1000001, 100, 0, RUB_RUN_FILE_ERROR_NOT_RUNNING },
    { 600, 4200, 100, 0, -1 },
    { 600, 4201, 100, 0, RUB_RUN_FILE_ERROR_NOT_RUNNING },
    { 60, 500, 100, 0, -1 },
    { 1800, 5000, 10, 5, -1 },
    { 1800, 5000, 10, 6, RUB_RUN_FILE_ERROR_NOT_RUNNING },
    { 1800, 5000, 9, 9, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubLeg leg = { .start_us = 0,
                     .end_us = rows[i].elapsed_s * G_TIME_SPAN_SECOND,
                     .distance_m = rows[i].distance_m,
                     .n_steps = rows[i].n_steps,
                     .n_jumps = rows[i].n_jumps };
      g_autoptr (GError) error = NULL;
      g_autoptr (RubRun) run = rub_leg_make_run (&leg, "gpx", NULL, &error);

      g_test_message ("row %zu", i);
      g_assert_cmpint (error != NULL ? error->code : -1, ==, rows[i].code);
      g_assert_true ((run == NULL) == (error != NULL));
      if (run != NULL)
        g_assert_cmpint (rub_run_get_fields (run)->elapsed_s, ==, rows[i].elapsed_s);
    }
}

static void
test_too_large (void)
{
  g_autoptr (RubTrack) many_points = rub_track_new ();
  g_autoptr (RubTrack) many_gaps = rub_track_new ();
  RubPoint point = { .latitude = 47, .longitude = 8 };

  for (int i = 0; i <= RUB_TRACK_MAX_POINTS; i++)
    {
      g_assert_false (rub_track_is_too_large (many_points));
      point.time_us = (gint64) i * G_USEC_PER_SEC;
      rub_track_add (many_points, &point);
    }
  g_assert_true (rub_track_is_too_large (many_points));

  for (int i = 0; i < 2000; i++)
    {
      point.time_us = i * G_TIME_SPAN_DAY;
      rub_track_add (many_gaps, &point);
    }
  g_assert_true (rub_track_is_too_large (many_gaps));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/track/distance", test_distance);
  g_test_add_func ("/track/join", test_join);
  g_test_add_func ("/track/join-climbs", test_join_climbs);
  g_test_add_func ("/track/make-run", test_make_run);
  g_test_add_func ("/track/too-large", test_too_large);

  return g_test_run ();
}

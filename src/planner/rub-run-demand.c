/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-demand.h"

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  int first = *(const int *) a;
  int second = *(const int *) b;

  return (first > second) - (first < second);
}

/* The percentile (nearest rank) of the times of the runs in the weeks before @before_us from which
 * a run is long; 0 when there are too few to say. */
static int
get_usual_long_s (const RubTiming *timing, GPtrArray *runs, gint64 before_us)
{
  g_autoptr (GArray) times_s = g_array_new (FALSE, FALSE, sizeof (int));
  gint64 compared_us = timing->numbers[RUB_TIMING_COMPARED_DAYS] * G_TIME_SPAN_DAY;
  guint rank;

  for (guint i = 0; i < runs->len; i++)
    {
      const RubRunFields *run = rub_run_get_fields (g_ptr_array_index (runs, i));

      if (run->start_us < before_us && run->start_us >= before_us - compared_us)
        g_array_append_val (times_s, run->elapsed_s);
    }
  if (times_s->len == 0 || times_s->len < (guint) timing->numbers[RUB_TIMING_COMPARED_RUNS])
    return 0;

  g_array_sort (times_s, compare_ints);
  rank = ((guint) timing->numbers[RUB_TIMING_LONG_PERCENTILE] * (times_s->len - 1) + 50) / 100;

  return g_array_index (times_s, int, MIN (rank, times_s->len - 1));
}

/* Farther than any before by the margin; a run without a distance tells nothing. */
static gboolean
is_farthest (const RubTiming *timing, const RubRunFields *run, GPtrArray *runs)
{
  double margin = 1 + timing->numbers[RUB_TIMING_FARTHEST_MARGIN_PERCENT] / 100.0;
  int n_earlier = 0;

  if (run->distance_m < timing->numbers[RUB_TIMING_FARTHEST_M])
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      const RubRunFields *other = rub_run_get_fields (g_ptr_array_index (runs, i));

      if (other->start_us >= run->start_us || other->distance_m <= 0)
        continue;
      if (other->distance_m * margin > run->distance_m)
        return FALSE;
      n_earlier++;
    }

  return n_earlier >= timing->numbers[RUB_TIMING_COMPARED_RUNS];
}

static gboolean
is_long (const RubTiming *timing, gint64 start_us, int elapsed_s, GPtrArray *runs)
{
  int usual_s;

  if (elapsed_s < timing->numbers[RUB_TIMING_LONG_MINUTES] * 60)
    return FALSE;

  usual_s = get_usual_long_s (timing, runs, start_us);

  return usual_s > 0 && elapsed_s >= usual_s;
}

RubRunDemand
rub_run_get_demand (const RubTiming *timing, RubRun *run, GPtrArray *runs)
{
  const RubRunFields *fields;
  gboolean is_race, is_big;

  g_return_val_if_fail (timing != NULL, RUB_RUN_DEMAND_EASY);
  g_return_val_if_fail (RUB_IS_RUN (run), RUB_RUN_DEMAND_EASY);
  g_return_val_if_fail (runs != NULL, RUB_RUN_DEMAND_EASY);

  fields = rub_run_get_fields (run);
  is_race = fields->kind == RUB_RUN_KIND_RACE;
  is_big = fields->distance_m >= timing->numbers[RUB_TIMING_BIG_RACE_M];
  if (is_race && is_big)
    return RUB_RUN_DEMAND_BIG_RACE;
  /* Training goes farther than ever every few weeks; that alone is no more than a long run. */
  if ((is_race || is_big) && is_farthest (timing, fields, runs))
    return RUB_RUN_DEMAND_FARTHEST;
  if (is_race)
    return RUB_RUN_DEMAND_RACE;
  if (fields->kind == RUB_RUN_KIND_LONG
      || is_long (timing, fields->start_us, fields->elapsed_s, runs))
    return RUB_RUN_DEMAND_LONG;
  if (fields->kind == RUB_RUN_KIND_INTERVALS || fields->kind == RUB_RUN_KIND_HILLS
      || fields->kind == RUB_RUN_KIND_TEMPO
      || fields->effort >= timing->numbers[RUB_TIMING_HARD_EFFORT])
    return RUB_RUN_DEMAND_HARD;

  return RUB_RUN_DEMAND_EASY;
}

RubRunKind
rub_run_guess_kind (const RubTiming *timing, int elapsed_s, int effort, GPtrArray *runs)
{
  gint64 after_us = 0;

  g_return_val_if_fail (timing != NULL, RUB_RUN_KIND_EASY);
  g_return_val_if_fail (runs != NULL, RUB_RUN_KIND_EASY);

  /* The guess is for a run after all others. */
  for (guint i = 0; i < runs->len; i++)
    after_us = MAX (after_us, rub_run_get_start_us (g_ptr_array_index (runs, i)) + 1);

  if (is_long (timing, after_us, elapsed_s, runs))
    return RUB_RUN_KIND_LONG;

  return effort >= timing->numbers[RUB_TIMING_HARD_EFFORT] ? RUB_RUN_KIND_TEMPO
                                                           : RUB_RUN_KIND_EASY;
}

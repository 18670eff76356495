/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-demand.h"

/* How far back a run is compared, and with how many runs at least. */
#define COMPARED_US (28 * G_TIME_SPAN_DAY)
#define MIN_COMPARED 5
#define LONG_PERCENTILE 0.8
#define MIN_FARTHEST_M 15000.0

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  int first = *(const int *) a;
  int second = *(const int *) b;

  return (first > second) - (first < second);
}

/* The LONG_PERCENTILE (nearest rank) of the times of the runs in the four weeks before
 * @before_us; 0 when there are too few to say. */
static int
get_usual_long_s (GPtrArray *runs, gint64 before_us)
{
  g_autoptr (GArray) times_s = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < runs->len; i++)
    {
      const RubRunFields *run = rub_run_get_fields (g_ptr_array_index (runs, i));

      if (run->start_us < before_us && run->start_us >= before_us - COMPARED_US)
        g_array_append_val (times_s, run->elapsed_s);
    }
  if (times_s->len < MIN_COMPARED)
    return 0;

  g_array_sort (times_s, compare_ints);

  return g_array_index (times_s, int, (guint) (LONG_PERCENTILE * (times_s->len - 1) + 0.5));
}

static gboolean
is_farthest (const RubRunFields *run, GPtrArray *runs)
{
  guint n_earlier = 0;

  if (run->distance_m < MIN_FARTHEST_M)
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      const RubRunFields *other = rub_run_get_fields (g_ptr_array_index (runs, i));

      if (other->start_us >= run->start_us)
        continue;
      if (other->distance_m >= run->distance_m)
        return FALSE;
      n_earlier++;
    }

  return n_earlier >= MIN_COMPARED;
}

static gboolean
is_long (gint64 start_us, int elapsed_s, GPtrArray *runs)
{
  int usual_s;

  if (elapsed_s < RUB_LONG_RUN_MIN_S)
    return FALSE;

  usual_s = get_usual_long_s (runs, start_us);

  return usual_s > 0 && elapsed_s >= usual_s;
}

RubRunDemand
rub_run_get_demand (RubRun *run, GPtrArray *runs)
{
  const RubRunFields *fields;

  g_return_val_if_fail (RUB_IS_RUN (run), RUB_RUN_DEMAND_EASY);
  g_return_val_if_fail (runs != NULL, RUB_RUN_DEMAND_EASY);

  fields = rub_run_get_fields (run);
  if (fields->kind == RUB_RUN_KIND_RACE)
    return fields->distance_m >= RUB_BIG_RACE_M || is_farthest (fields, runs)
             ? RUB_RUN_DEMAND_BIG_RACE
             : RUB_RUN_DEMAND_RACE;
  if (fields->kind == RUB_RUN_KIND_LONG || is_long (fields->start_us, fields->elapsed_s, runs))
    return RUB_RUN_DEMAND_LONG;
  if (fields->kind == RUB_RUN_KIND_INTERVALS || fields->kind == RUB_RUN_KIND_HILLS
      || fields->kind == RUB_RUN_KIND_TEMPO || fields->effort >= RUB_HARD_EFFORT)
    return RUB_RUN_DEMAND_HARD;

  return RUB_RUN_DEMAND_EASY;
}

RubRunKind
rub_run_guess_kind (int elapsed_s, int effort, GPtrArray *runs)
{
  gint64 after_us = 0;

  g_return_val_if_fail (runs != NULL, RUB_RUN_KIND_EASY);

  /* The guess is for a run after all others. */
  for (guint i = 0; i < runs->len; i++)
    after_us = MAX (after_us, rub_run_get_start_us (g_ptr_array_index (runs, i)) + 1);

  if (is_long (after_us, elapsed_s, runs))
    return RUB_RUN_KIND_LONG;

  return effort >= RUB_HARD_EFFORT ? RUB_RUN_KIND_TEMPO : RUB_RUN_KIND_EASY;
}

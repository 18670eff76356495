/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-plan-preview.h"

#include "rub-run-demand.h"
#include "rub-wall.h"

/* Six minutes a kilometre, for who has no runs yet. */
#define USUAL_PACE_S_PER_M 0.36
#define USUAL_DISTANCE_M 10000.0
#define NOON (12 * 60)

static int
compare_paces (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Seconds a metre: the median of the runner's own. */
static double
get_usual_pace (GPtrArray *runs)
{
  g_autoptr (GArray) paces = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < runs->len; i++)
    {
      const RubRunFields *run = rub_run_get_fields (g_ptr_array_index (runs, i));
      double pace;

      if (run->distance_m <= 0)
        continue;
      pace = run->elapsed_s / run->distance_m;
      g_array_append_val (paces, pace);
    }
  if (paces->len == 0)
    return USUAL_PACE_S_PER_M;
  g_array_sort (paces, compare_paces);

  return g_array_index (paces, double, paces->len / 2);
}

/* The run that @planned will have been, if all goes as usual. */
static RubRun *
imagine_run (RubPlannedRun *planned, GTimeZone *zone, double pace)
{
  const RubPlannedRunFields *plan = rub_planned_run_get_fields (planned);
  int wall_min = plan->wall_min != RUB_WALL_UNKNOWN ? plan->wall_min : NOON;
  double distance_m = plan->distance_m > 0 ? plan->distance_m : USUAL_DISTANCE_M;
  double elapsed_s = MIN (distance_m * pace, (double) RUB_RUN_MAX_ELAPSED_S);
  RubRunFields fields = {
    .start_us = rub_wall_to_instant (zone, &plan->date, wall_min),
    .elapsed_s = (int) elapsed_s,
    .distance_m = plan->distance_m,
    .effort = RUB_EFFORT_UNKNOWN,
    .kind = plan->kind,
  };

  return rub_run_new (&fields);
}

static gboolean
follows (const RubTiming *timing, RubRule *rule, RubRun *run, GPtrArray *runs)
{
  const RubRuleFields *fields = rub_rule_get_fields (rule);
  RubRuleFields without_effort = *fields;
  g_autoptr (RubRule) rule_without_effort = NULL;

  /* Nobody knows yet how hard it will be. */
  without_effort.min_effort = 0;
  rule_without_effort = rub_rule_new (&without_effort);

  return rub_rule_follows (rule, rub_run_get_demand (timing, run, runs))
         && rub_rule_fits (rule_without_effort, run);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  gint64 first_us = ((const RubOccurrence *) a)->due_us;
  gint64 second_us = ((const RubOccurrence *) b)->due_us;

  return (first_us > second_us) - (first_us < second_us);
}

static GArray *
find_after_runs (const RubTiming *timing, RubRule *rule, RubRecords *records, gint64 now_us,
                 GTimeZone *zone)
{
  const RubRuleFields *fields = rub_rule_get_fields (rule);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RubOccurrence));
  double pace = get_usual_pace (records->runs);

  for (guint i = 0; i < records->planned->len; i++)
    {
      RubPlannedRun *planned = g_ptr_array_index (records->planned, i);
      const RubPlannedRunFields *plan = rub_planned_run_get_fields (planned);
      g_autoptr (RubRun) run = imagine_run (planned, zone, pace);
      RubOccurrence next = { .race = rub_planned_run_is_race (planned) ? planned : NULL };

      if ((fields->day == 0 && plan->wall_min == RUB_WALL_UNKNOWN)
          || !follows (timing, rule, run, records->runs))
        continue;
      rub_date_add (&plan->date, fields->day, &next.date);
      next.due_us = fields->day == 0
                      ? rub_run_get_end_us (run) + fields->delay_min * G_TIME_SPAN_MINUTE
                      : rub_wall_to_instant (zone, &next.date, fields->wall_min);
      if (next.due_us > now_us)
        g_array_append_val (found, next);
    }

  g_array_sort (found, compare_due);
  if (found->len > RUB_PREVIEW_N)
    g_array_set_size (found, RUB_PREVIEW_N);

  return found;
}

GArray *
rub_plan_preview (const RubTiming *timing, RubRule *rule, RubRecords *records, gint64 now_us,
                  GTimeZone *zone)
{
  g_return_val_if_fail (timing != NULL, NULL);
  g_return_val_if_fail (RUB_IS_RULE (rule), NULL);
  g_return_val_if_fail (records != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  if (rub_rule_get_fields (rule)->trigger == RUB_TRIGGER_RUN)
    return find_after_runs (timing, rule, records, now_us, zone);

  /* What is due at this very moment is no longer next. */
  return rub_occurrences_find (rule, records->planned, zone, now_us + 1, now_us, RUB_PREVIEW_N);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-leg.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rub-run-file.h"
#include "rub-timestamp.h"

#define SCRAP_US G_TIME_SPAN_MINUTE
/* Nobody has run for ten minutes at 7 m/s: the world record over 5000 m of 2020 is 6.6 m/s. */
#define MAX_PACE_M_S 7.0
#define MAX_PACE_FROM_S 600
/* With so few steps, jumps say more about the reception than about the sport. */
#define MIN_STEPS 10

static int
compare_legs (gconstpointer a, gconstpointer b)
{
  const RubLeg *leg_a = a;
  const RubLeg *leg_b = b;

  if (leg_a->start_us != leg_b->start_us)
    return leg_a->start_us < leg_b->start_us ? -1 : 1;

  return (leg_a->end_us > leg_b->end_us) - (leg_a->end_us < leg_b->end_us);
}

static gint64
get_duration (const RubLeg *leg)
{
  return leg->end_us - leg->start_us;
}

static double
sum_climbs (double a, double b)
{
  return isnan (a) ? b : isnan (b) ? a : a + b;
}

static void
join (RubLeg *leg, const RubLeg *next)
{
  leg->end_us = MAX (leg->end_us, next->end_us);
  leg->distance_m += next->distance_m;
  leg->ascent_m = sum_climbs (leg->ascent_m, next->ascent_m);
  leg->descent_m = sum_climbs (leg->descent_m, next->descent_m);
  leg->n_points += next->n_points;
  leg->n_steps += next->n_steps;
  leg->n_jumps += next->n_jumps;
}

/* Returns whether @next has become part of @leg, which does not start later. */
static gboolean
take_in (RubLeg *leg, const RubLeg *next)
{
  gint64 overlap_us = MIN (leg->end_us, next->end_us) - next->start_us;

  if (overlap_us > 0 && overlap_us > MIN (get_duration (leg), get_duration (next)) / 2)
    {
      if (get_duration (next) > get_duration (leg))
        *leg = *next;
      return TRUE;
    }
  if (next->start_us - leg->end_us > RUB_LEG_GAP_US || next->kind != leg->kind)
    return FALSE;
  join (leg, next);

  return TRUE;
}

static gboolean
has_more_than_scraps (GArray *legs)
{
  for (guint i = 0; i < legs->len; i++)
    if (get_duration (&g_array_index (legs, RubLeg, i)) >= SCRAP_US)
      return TRUE;

  return FALSE;
}

static void
remove_scraps (GArray *legs)
{
  if (!has_more_than_scraps (legs))
    return;

  for (guint i = legs->len; i > 0; i--)
    if (get_duration (&g_array_index (legs, RubLeg, i - 1)) < SCRAP_US)
      g_array_remove_index (legs, i - 1);
}

GArray *
rub_legs_join (const RubLeg *legs, gsize n_legs)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (RubLeg));
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (RubLeg));

  for (gsize i = 0; i < n_legs; i++)
    if (legs[i].start_us != RUB_NO_TIME)
      g_array_append_val (sorted, legs[i]);
  g_array_sort (sorted, compare_legs);

  for (guint i = 0; i < sorted->len; i++)
    {
      const RubLeg *next = &g_array_index (sorted, RubLeg, i);

      if (joined->len == 0 || !take_in (&g_array_index (joined, RubLeg, joined->len - 1), next))
        g_array_append_val (joined, *next);
    }
  remove_scraps (joined);

  return joined;
}

static gboolean
is_too_fast (const RubLeg *leg)
{
  double elapsed_s = (double) get_duration (leg) / (double) G_USEC_PER_SEC;

  return (elapsed_s >= MAX_PACE_FROM_S && leg->distance_m > MAX_PACE_M_S * elapsed_s)
         || (leg->n_steps >= MIN_STEPS && leg->n_jumps > leg->n_steps / 2);
}

static gboolean
check (const RubLeg *leg, GError **error)
{
  gint64 duration_us = get_duration (leg);

  if (duration_us <= 0)
    g_set_error_literal (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_NO_RUN,
                         _("All points have the same time, so there is no telling how long the "
                            "run was."));
  else if (duration_us > (gint64) RUB_RUN_MAX_ELAPSED_S * G_USEC_PER_SEC)
    g_set_error (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_NO_RUN,
                 _("The recording goes on for more than %d days, so it is not one run."),
                 RUB_RUN_MAX_ELAPSED_S / 24 / 3600);
  else if (is_too_fast (leg) || leg->distance_m > RUB_RUN_MAX_DISTANCE_M)
    g_set_error_literal (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_NOT_RUNNING,
                         _("It moves faster than anyone can run, so it is not a run."));
  else
    return TRUE;

  return FALSE;
}

RubRun *
rub_leg_make_run (const RubLeg *leg, const char *source, const char *note, GError **error)
{
  RubRunFields fields = { .effort = RUB_EFFORT_UNKNOWN };

  g_return_val_if_fail (leg != NULL && leg->start_us != RUB_NO_TIME, NULL);

  if (!check (leg, error))
    return NULL;

  fields.start_us = leg->start_us;
  fields.elapsed_s = (int) ((get_duration (leg) + G_USEC_PER_SEC / 2) / G_USEC_PER_SEC);
  fields.distance_m = leg->distance_m;
  fields.ascent_m = leg->ascent_m;
  fields.descent_m = leg->descent_m;
  fields.kind = leg->kind;
  fields.source = source;
  fields.note = note;

  return rub_run_new (&fields);
}

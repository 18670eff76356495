/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-plan-aim.h"

#include "rub-region.h"
#include "rub-wall.h"

struct _RubPlanAim
{
  /* Owned */
  GArray *races;       /* of GDate */
  GPtrArray *asked;    /* stems of what is sore, the sorest first, NULL-terminated */
  GPtrArray *massaged; /* but those too sore for it */
  int worst;

  /* Borrowed */
  const RubTiming *timing;
};

static void
add_races (RubPlanAim *self, RubRecords *records, GTimeZone *zone)
{
  for (guint i = 0; i < records->planned->len; i++)
    {
      RubPlannedRun *planned = g_ptr_array_index (records->planned, i);

      if (rub_planned_run_is_race (planned))
        g_array_append_val (self->races, rub_planned_run_get_fields (planned)->date);
    }

  for (guint i = 0; i < records->runs->len; i++)
    {
      RubRun *run = g_ptr_array_index (records->runs, i);
      GDate date;

      if (rub_run_get_kind (run) != RUB_RUN_KIND_RACE)
        continue;
      rub_wall_get_date (zone, rub_run_get_end_us (run), &date);
      g_array_append_val (self->races, date);
    }
}

static RubCheck *
find_recent_check (RubRecords *records, gint64 from_us, gint64 to_us)
{
  RubCheck *newest = NULL;

  for (guint i = 0; i < records->checks->len; i++)
    {
      RubCheck *check = g_ptr_array_index (records->checks, i);
      gint64 made_us = rub_check_get_made_us (check);

      if (made_us >= from_us && made_us <= to_us
          && (newest == NULL || made_us > rub_check_get_made_us (newest)))
        newest = check;
    }

  return newest;
}

static void
add_stem (GPtrArray *stems, const char *region)
{
  g_autofree char *stem = rub_region_id_get_stem (region);

  if (stems->len < RUB_AIM_N_STEMS
      && !g_ptr_array_find_with_equal_func (stems, stem, g_str_equal, NULL))
    g_ptr_array_add (stems, g_steal_pointer (&stem));
}

static void
add_sore (RubPlanAim *self, RubCheck *check)
{
  int too_sore = self->timing->numbers[RUB_TIMING_LIGHT_FROM_SORENESS];
  gsize n_sore;
  const RubSoreness *sore = rub_check_get_sore (check, &n_sore);

  for (int level = RUB_SORENESS_MAX; level > 0; level--)
    for (gsize i = 0; i < n_sore; i++)
      {
        if (sore[i].soreness != level)
          continue;
        self->worst = MAX (self->worst, level);
        add_stem (self->asked, sore[i].region);
        if (level < too_sore)
          add_stem (self->massaged, sore[i].region);
      }
}

RubPlanAim *
rub_plan_aim_new (const RubTiming *timing, RubRecords *records, gint64 now_us, GTimeZone *zone)
{
  RubPlanAim *self;
  RubCheck *check;
  gint64 recent_us;

  g_return_val_if_fail (timing != NULL, NULL);
  g_return_val_if_fail (records != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  self = g_new0 (RubPlanAim, 1);
  self->timing = timing;
  self->races = g_array_new (FALSE, FALSE, sizeof (GDate));
  self->asked = g_ptr_array_new_null_terminated (RUB_AIM_N_STEMS, g_free, TRUE);
  self->massaged = g_ptr_array_new_null_terminated (RUB_AIM_N_STEMS, g_free, TRUE);
  add_races (self, records, zone);
  recent_us = timing->numbers[RUB_TIMING_RECENT_CHECK_DAYS] * G_TIME_SPAN_DAY;
  check = find_recent_check (records, now_us - recent_us, now_us);
  if (check != NULL)
    add_sore (self, check);

  return self;
}

void
rub_plan_aim_free (RubPlanAim *self)
{
  g_array_unref (self->races);
  g_ptr_array_unref (self->asked);
  g_ptr_array_unref (self->massaged);
  g_free (self);
}

/* The firmest massage @days before a race, or after it when negative. */
static RubIntensity
get_limit (const RubTiming *timing, int days)
{
  if (days >= 0)
    return days < timing->numbers[RUB_TIMING_LAST_DEEP_DAYS_BEFORE_RACE] ? RUB_INTENSITY_LIGHT
                                                                         : RUB_INTENSITY_DEEP;
  if (-days <= timing->numbers[RUB_TIMING_LIGHT_DAYS_AFTER_RACE])
    return RUB_INTENSITY_LIGHT;

  return -days < timing->numbers[RUB_TIMING_FIRST_DEEP_DAYS_AFTER_RACE] ? RUB_INTENSITY_MODERATE
                                                                        : RUB_INTENSITY_DEEP;
}

static void
ease_for_races (RubPlanAim *self, RubReminderFields *fields, const GDate *date)
{
  for (guint i = 0; i < self->races->len; i++)
    {
      int days = g_date_days_between (date, &g_array_index (self->races, GDate, i));
      RubIntensity limit = get_limit (self->timing, days);

      if (fields->intensity <= limit)
        continue;
      fields->intensity = limit;
      fields->ease = RUB_EASE_RACE;
      fields->days_to_race = days;
    }
}

static void
ease_for_soreness (RubPlanAim *self, RubReminderFields *fields)
{
  const int *numbers = self->timing->numbers;
  RubIntensity limit = RUB_INTENSITY_DEEP;

  if (self->worst >= numbers[RUB_TIMING_LIGHT_FROM_SORENESS])
    limit = RUB_INTENSITY_LIGHT;
  else if (self->worst >= numbers[RUB_TIMING_NOT_DEEP_FROM_SORENESS])
    limit = RUB_INTENSITY_MODERATE;
  if (fields->intensity <= limit)
    return;

  fields->intensity = limit;
  fields->ease = RUB_EASE_SORENESS;
}

static const char *const *
find_stems (RubPlanAim *self, const RubReminderFields *fields)
{
  GPtrArray *sore = fields->task == RUB_TASK_CHECK ? self->asked : self->massaged;

  if (sore->len > 0)
    return (const char *const *) sore->pdata;
  /* What is too sore to be massaged may well be among what the run asked most of. */
  if (self->asked->len > 0)
    return NULL;
  if (fields->run != NULL)
    return self->timing->stems[fields->demand];

  return fields->race != NULL ? self->timing->stems[RUB_RUN_DEMAND_RACE] : NULL;
}

void
rub_plan_aim_take (RubPlanAim *self, RubReminderFields *fields, const GDate *date)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (fields != NULL);
  g_return_if_fail (date != NULL && g_date_valid (date));

  if (fields->task != RUB_TASK_MASSAGE && fields->task != RUB_TASK_CHECK)
    return;

  fields->stems = find_stems (self, fields);
  if (fields->task != RUB_TASK_MASSAGE)
    return;
  ease_for_races (self, fields, date);
  ease_for_soreness (self, fields);
}

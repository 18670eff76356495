/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-history.h"

#define DAYS_PER_WEEK 7

/* The local date of an instant, as g_date_get_julian() counts. */
static guint32
get_day (gint64 instant_us, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant_us / G_TIME_SPAN_SECOND);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  GDate date;

  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));

  return g_date_get_julian (&date);
}

static void
add_to_week (RubRegionWeek *week, RubCheck *check, const char *region)
{
  const RubSoreness *sore = rub_check_find (check, region);

  week->n_checks++;
  if (sore == NULL)
    return;

  week->n_sore++;
  week->worst = MAX (week->worst, sore->soreness);
  /* The sum, until all are in. */
  week->mean += sore->soreness;
}

static void
count_weeks (GPtrArray *checks, const char *region, gint64 now_us, GTimeZone *zone,
             RubRegionWeek *weeks)
{
  guint32 first_day = get_day (now_us, zone) + 1 - RUB_HISTORY_N_WEEKS * DAYS_PER_WEEK;

  for (int i = 0; i < RUB_HISTORY_N_WEEKS; i++)
    weeks[i].first_day = first_day + (guint32) i * DAYS_PER_WEEK;

  /* Newest first: what is too old ends it. */
  for (guint i = 0; i < checks->len; i++)
    {
      gint64 made_us = rub_check_get_made_us (checks->pdata[i]);
      guint32 day;

      if (made_us > now_us)
        continue;
      day = get_day (made_us, zone);
      if (day < first_day)
        break;
      add_to_week (&weeks[(day - first_day) / DAYS_PER_WEEK], checks->pdata[i], region);
    }

  for (int i = 0; i < RUB_HISTORY_N_WEEKS; i++)
    if (weeks[i].n_sore > 0)
      weeks[i].mean /= weeks[i].n_sore;
}

static void
add_run (RubRegionAfter *after, RubRun *run, RubRecords *records, const char *region,
         gint64 now_us)
{
  gint64 end_us = rub_run_get_end_us (run);
  gint64 last_us = MIN (end_us + RUB_HISTORY_AFTER_US, now_us);
  gboolean has_check = FALSE, is_sore = FALSE;

  for (guint i = rub_records_count_checks_after (records, end_us); i > 0 && !is_sore; i--)
    {
      RubCheck *check = records->checks->pdata[i - 1];

      if (rub_check_get_made_us (check) > last_us)
        break;
      has_check = TRUE;
      is_sore = rub_check_find (check, region) != NULL;
    }

  after->n_runs += has_check;
  after->n_sore += is_sore;
}

void
rub_region_history_count (RubRecords *records, const char *region, gint64 now_us, GTimeZone *zone,
                          RubRegionHistory *history)
{
  g_return_if_fail (records != NULL);
  g_return_if_fail (region != NULL);
  g_return_if_fail (zone != NULL);
  g_return_if_fail (history != NULL);

  *history = (RubRegionHistory){ 0 };
  count_weeks (records->checks, region, now_us, zone, history->weeks);
  for (guint i = 0; i < records->runs->len; i++)
    add_run (&history->after[rub_run_get_kind (records->runs->pdata[i])], records->runs->pdata[i],
             records, region, now_us);
}

int
rub_region_history_get_n_sore (const RubRegionHistory *self)
{
  int n_sore = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (int i = 0; i < RUB_HISTORY_N_WEEKS; i++)
    n_sore += self->weeks[i].n_sore;

  return n_sore;
}

gboolean
rub_region_history_was_sore (const RubRegionHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (int i = 0; i < RUB_RUN_N_KINDS; i++)
    if (self->after[i].n_sore > 0)
      return TRUE;

  return rub_region_history_get_n_sore (self) > 0;
}

static double
get_share (const RubRegionAfter *after)
{
  return (double) after->n_sore / after->n_runs;
}

gboolean
rub_region_history_find_telling (const RubRegionHistory *self, RubRunKind *kind,
                                 RubRegionAfter *others)
{
  RubRegionAfter all = { 0 };
  double most = RUB_HISTORY_MIN_DIFFERENCE;
  int n_runs = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (kind != NULL && others != NULL, FALSE);

  for (int i = 0; i < RUB_RUN_N_KINDS; i++)
    {
      all.n_runs += self->after[i].n_runs;
      all.n_sore += self->after[i].n_sore;
    }

  for (int i = 0; i < RUB_RUN_N_KINDS; i++)
    {
      const RubRegionAfter *after = &self->after[i];
      RubRegionAfter rest = { all.n_runs - after->n_runs, all.n_sore - after->n_sore };
      double difference;

      if (i == RUB_RUN_KIND_OTHER || MIN (after->n_runs, rest.n_runs) < RUB_HISTORY_MIN_RUNS)
        continue;
      difference = get_share (after) - get_share (&rest);
      if (difference < most || (difference == most && after->n_runs <= n_runs))
        continue;
      most = difference;
      n_runs = after->n_runs;
      *kind = i;
      *others = rest;
    }

  return n_runs > 0;
}

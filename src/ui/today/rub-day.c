/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-day.h"

#include <glib/gi18n.h>

#include "rub-wall.h"

/* Where @instant_us falls in the days shown, or -1. */
static int
get_index (const GDate *today, gint64 instant_us, GTimeZone *zone)
{
  GDate date;
  int days_ago;

  rub_wall_get_date (zone, instant_us, &date);
  days_ago = g_date_days_between (&date, today);

  return days_ago >= 0 && days_ago < RUB_N_DAYS ? RUB_N_DAYS - 1 - days_ago : -1;
}

static void
count_runs (GPtrArray *runs, const GDate *today, GTimeZone *zone, RubDay *days)
{
  for (guint i = 0; i < runs->len; i++)
    {
      int day = get_index (today, rub_run_get_end_us (runs->pdata[i]), zone);

      if (day < 0)
        continue;
      days[day].distance_m += rub_run_get_fields (runs->pdata[i])->distance_m;
      days[day].n_runs++;
    }
}

static void
count_checks (GPtrArray *checks, const GDate *today, GTimeZone *zone, RubDay *days)
{
  for (guint i = 0; i < checks->len; i++)
    {
      int day = get_index (today, rub_check_get_made_us (checks->pdata[i]), zone);
      const RubSoreness *worst = rub_check_get_worst (checks->pdata[i]);

      if (day >= 0)
        days[day].soreness = MAX (days[day].soreness, worst != NULL ? worst->soreness : 0);
    }
}

void
rub_days_count (RubRecords *records, gint64 now_us, GTimeZone *zone, RubDay days[RUB_N_DAYS])
{
  GDate today;

  g_return_if_fail (records != NULL);
  g_return_if_fail (zone != NULL);

  rub_wall_get_date (zone, now_us, &today);
  for (int i = 0; i < RUB_N_DAYS; i++)
    days[i] = (RubDay){ .soreness = -1 };

  count_runs (records->runs, &today, zone, days);
  count_checks (records->checks, &today, zone, days);
  for (guint i = 0; i < records->massages->len; i++)
    {
      int day
        = get_index (&today, g_array_index (records->massages, RubMassage, i).start_us, zone);

      if (day >= 0)
        days[day].n_massages++;
    }
}

char *
rub_day_describe (const RubDay *day, const char *name, RubUnits units)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  g_return_val_if_fail (day != NULL && name != NULL, NULL);

  if (day->n_runs > 0)
    g_ptr_array_add (facts, rub_format_distance (day->distance_m, units));
  if (day->soreness == 0)
    g_ptr_array_add (facts, g_strdup (C_ ("day", "nothing sore")));
  else if (day->soreness > 0)
    g_ptr_array_add (facts, g_strdup_printf (C_ ("day", "soreness %d"), day->soreness));
  if (day->n_massages > 0)
    g_ptr_array_add (facts, g_strdup_printf (ngettext ("%d massage", "%d massages",
                                                       (gulong) day->n_massages),
                                             day->n_massages));
  if (facts->len == 0)
    g_ptr_array_add (facts, g_strdup (C_ ("day", "rest")));
  g_ptr_array_add (facts, NULL);
  joined = g_strjoinv (", ", (char **) facts->pdata);

  /* Translators: a day and what happened: "Yesterday: 12.4 km, soreness 6". */
  return g_strdup_printf (C_ ("day", "%s: %s"), name, joined);
}

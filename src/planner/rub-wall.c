/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-wall.h"

#define SECONDS_PER_DAY 86400

/* The Julian day that GDate gives 1 January 1970. */
static gint64
get_epoch_day (void)
{
  GDate epoch;

  g_date_clear (&epoch, 1);
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);

  return g_date_get_julian (&epoch);
}

static gint64
resolve (GTimeZone *zone, GTimeType type, gint64 local_s)
{
  gint64 adjusted_s = local_s;
  int interval = g_time_zone_adjust_time (zone, type, &adjusted_s);

  return adjusted_s - g_time_zone_get_offset (zone, interval);
}

gint64
rub_wall_to_instant (GTimeZone *zone, const GDate *date, int wall_min)
{
  gint64 local_s;

  g_return_val_if_fail (zone != NULL, 0);
  g_return_val_if_fail (date != NULL && g_date_valid (date), 0);

  local_s = (g_date_get_julian (date) - get_epoch_day ()) * SECONDS_PER_DAY + wall_min * 60;

  /* A time that comes twice is resolved to one or the other by its type: take the first. */
  return MIN (resolve (zone, G_TIME_TYPE_STANDARD, local_s),
              resolve (zone, G_TIME_TYPE_DAYLIGHT, local_s))
         * G_USEC_PER_SEC;
}

void
rub_wall_get_date (GTimeZone *zone, gint64 instant_us, GDate *date)
{
  gint64 instant_s = instant_us / G_USEC_PER_SEC;
  int interval;
  gint64 local_s;

  g_return_if_fail (zone != NULL);
  g_return_if_fail (date != NULL);

  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant_s);
  local_s = instant_s + g_time_zone_get_offset (zone, interval);
  /* Instants before 1970 are no runs of ours; clamp instead of wrapping. */
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) (get_epoch_day () + MAX (local_s, 0) / SECONDS_PER_DAY));
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-units.h"

#include <langinfo.h>

#include <glib/gi18n-lib.h>

RubUnits
rub_units_from_locale (void)
{
  /* glibc answers with a pointer to one byte: 1 is metric, 2 is US customary. */
  const char *measurement = nl_langinfo (_NL_MEASUREMENT_MEASUREMENT);

  return measurement != NULL && measurement[0] == 2 ? RUB_UNITS_IMPERIAL : RUB_UNITS_METRIC;
}

double
rub_units_get_distance_m (RubUnits units)
{
  return units == RUB_UNITS_IMPERIAL ? RUB_METRES_PER_MILE : RUB_METRES_PER_KM;
}

const char *
rub_units_get_distance_symbol (RubUnits units)
{
  return units == RUB_UNITS_IMPERIAL ? C_ ("unit of distance, miles", "mi")
                                     : C_ ("unit of distance, kilometres", "km");
}

char *
rub_format_distance (double distance_m, RubUnits units)
{
  double distance = distance_m / rub_units_get_distance_m (units);
  /* Whole numbers read better without a decimal: "24 km", "12.4 km". */
  gboolean is_whole = ABS (distance - (double) (gint64) (distance + 0.5)) < 0.05;
  g_autofree char *number = g_strdup_printf (is_whole ? "%.0f" : "%.1f", distance);

  /* Translators: a distance: number and unit. */
  return g_strdup_printf (C_ ("distance", "%s %s"), number, rub_units_get_distance_symbol (units));
}

char *
rub_format_elapsed (int elapsed_s)
{
  int hours = elapsed_s / 3600;
  int minutes = elapsed_s / 60 % 60;
  int seconds = elapsed_s % 60;

  if (hours > 0)
    return g_strdup_printf ("%d:%02d:%02d", hours, minutes, seconds);

  return g_strdup_printf ("%d:%02d", minutes, seconds);
}

char *
rub_format_pace (double distance_m, int elapsed_s, RubUnits units)
{
  g_autofree char *pace = NULL;

  if (distance_m < 1 || elapsed_s < 1)
    return NULL;

  pace = rub_format_elapsed (
    (int) (elapsed_s * rub_units_get_distance_m (units) / distance_m + 0.5));

  /* Translators: a pace: time per unit of distance, such as "5:12 /km". */
  return g_strdup_printf (C_ ("pace", "%s /%s"), pace, rub_units_get_distance_symbol (units));
}

static GDateTime *
local_time (gint64 instant_us, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant_us / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

char *
rub_format_time (gint64 instant_us, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = local_time (instant_us, zone);
  const char *format = nl_langinfo (T_FMT_AMPM);

  g_return_val_if_fail (time != NULL, g_strdup (""));

  /* A locale without AM and PM leaves the format empty. */
  if (format == NULL || format[0] == '\0' || nl_langinfo (T_FMT)[1] != 'I')
    return g_date_time_format (time, C_ ("time of day", "%H:%M"));

  return g_date_time_format (time, C_ ("time of day", "%-I:%M %p"));
}

static int
day_number (GDateTime *time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time),
                  (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));

  return (int) g_date_get_julian (&date);
}

char *
rub_format_day (gint64 instant_us, gint64 now_us, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = local_time (instant_us, zone);
  g_autoptr (GDateTime) now = local_time (now_us, zone);
  int days;

  g_return_val_if_fail (time != NULL && now != NULL, g_strdup (""));

  days = day_number (time) - day_number (now);
  if (days == 0)
    return g_strdup (_("Today"));
  if (days == 1)
    return g_strdup (_("Tomorrow"));
  if (days == -1)
    return g_strdup (_("Yesterday"));
  if (days > -7 && days < 7)
    return g_date_time_format (time, "%A");
  if (g_date_time_get_year (time) == g_date_time_get_year (now))
    return g_date_time_format (time, C_ ("date in this year", "%-d %B"));

  return g_date_time_format (time, C_ ("date in another year", "%-d %B %Y"));
}

char *
rub_format_age (gint64 instant_us, gint64 now_us)
{
  gint64 minutes = MAX (now_us - instant_us, 0) / G_USEC_PER_SEC / 60;
  guint hours = (guint) (minutes / 60);
  guint days = hours / 24;

  if (minutes < 2)
    return g_strdup (_("just now"));
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%u minute ago", "%u minutes ago", (guint) minutes),
                            (guint) minutes);
  if (hours < 36)
    return g_strdup_printf (ngettext ("%u hour ago", "%u hours ago", hours), hours);

  return g_strdup_printf (ngettext ("%u day ago", "%u days ago", days), days);
}

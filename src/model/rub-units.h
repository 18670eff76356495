/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** In which units lengths are shown and typed. Everything stored is in metres. */
typedef enum
{
  RUB_UNITS_METRIC,
  RUB_UNITS_IMPERIAL,
} RubUnits;

/** The international mile (1959). */
#define RUB_METRES_PER_MILE 1609.344
#define RUB_METRES_PER_KM 1000.0

/** Returns: the units of the locale in force (LC_MEASUREMENT). */
RubUnits rub_units_from_locale (void);

/** Returns: metres in one shown unit of distance: a kilometre or a mile. */
double rub_units_get_distance_m (RubUnits units);

/** Returns: (transfer none): the translated symbol of the unit of distance: "km" or "mi". */
const char *rub_units_get_distance_symbol (RubUnits units);

/** Returns: (transfer full): @distance_m in words of the locale, such as "12.4 km". */
char *rub_format_distance (double distance_m, RubUnits units);

/** Returns: (transfer full): @elapsed_s as "1:52:04" or "52:04". */
char *rub_format_elapsed (int elapsed_s);

/** Returns: (transfer full) (nullable): pace such as "5:12 /km"; NULL without a distance. */
char *rub_format_pace (double distance_m, int elapsed_s, RubUnits units);

/**
 * Returns: (transfer full): the time of day of @instant_us in @zone by the locale, such as "18:30"
 *   or "6:30 PM".
 */
char *rub_format_time (gint64 instant_us, GTimeZone *zone);

/**
 * Returns: (transfer full): the day of @instant_us in @zone as seen from @now_us: "Today",
 *   "Yesterday", "Tomorrow", the weekday within six days, otherwise the date.
 */
char *rub_format_day (gint64 instant_us, gint64 now_us, GTimeZone *zone);

/** Returns: (transfer full): how long ago @instant_us was: "just now", "3 hours ago", ... */
char *rub_format_age (gint64 instant_us, gint64 now_us);

G_END_DECLS

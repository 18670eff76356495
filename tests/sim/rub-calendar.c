/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-calendar.h"

#include "rub-plan.h"

/* Offsets of zones are multiples of it, and so are the times of the rules. */
#define STEP_S (15 * 60)
#define FARTHEST_EAST_S (15 * 3600)
#define FARTHEST_WEST_S (40 * 3600)

/* The wall clock as a number that grows with it: 202611280930. */
static gint64
read_wall (GDateTime *time)
{
  return ((g_date_time_get_year (time) * G_GINT64_CONSTANT (100) + g_date_time_get_month (time))
            * 100
          + g_date_time_get_day_of_month (time))
           * 10000
         + g_date_time_get_hour (time) * 100 + g_date_time_get_minute (time);
}

static gint64
read_wall_at (gint64 unix_s, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_s);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return read_wall (local);
}

static gint64
find_first_us (GDateTime *day, int wall_min, GTimeZone *zone)
{
  g_autoptr (GDateTime) midnight
    = g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day),
                           g_date_time_get_day_of_month (day), 0, 0, 0);
  gint64 wanted = read_wall (midnight) + wall_min / 60 * 100 + wall_min % 60;
  gint64 start_s = g_date_time_to_unix (midnight) + wall_min * 60;

  for (gint64 s = start_s - FARTHEST_EAST_S; s < start_s + FARTHEST_WEST_S; s += STEP_S)
    if (read_wall_at (s, zone) >= wanted)
      return s * G_TIME_SPAN_SECOND;

  g_assert_not_reached ();
}

static const RubRuleFields *
find_rule (GPtrArray *rules, const char *id)
{
  for (guint i = 0; i < rules->len; i++)
    if (g_str_equal (rub_rule_get_id (rules->pdata[i]), id))
      return rub_rule_get_fields (rules->pdata[i]);

  g_assert_not_reached ();
}

static gint64
find_base_us (const RubReminderFields *fields, RubRecords *records, GTimeZone *zone)
{
  g_autoptr (GPtrArray) rules = rub_plan_get_rules (records->rules);
  const RubRuleFields *rule = find_rule (rules, fields->rule_id);
  gint64 end_us = rub_run_get_end_us (fields->run);
  const char *run_zone_name = rub_run_get_fields (fields->run)->zone;
  g_autoptr (GTimeZone) run_zone
    = run_zone_name != NULL ? g_time_zone_new_identifier (run_zone_name) : g_time_zone_ref (zone);
  g_autoptr (GDateTime) end = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) day = NULL;

  if (rule->day == 0)
    return end_us + rule->delay_min * G_TIME_SPAN_MINUTE;

  end = g_date_time_new_from_unix_utc (end_us / G_TIME_SPAN_SECOND);
  local = g_date_time_to_timezone (end, run_zone);
  /* Days of a calendar: in UTC none is longer than another. */
  end = (g_date_time_unref (end),
         g_date_time_new_utc (g_date_time_get_year (local), g_date_time_get_month (local),
                              g_date_time_get_day_of_month (local), 12, 0, 0));
  day = g_date_time_add_days (end, rule->day);

  return find_first_us (day, rule->wall_min, zone);
}

/* Minutes on the wall are within the quiet hours. */
static gboolean
is_quiet_at (const RubQuiet *quiet, gint64 instant_us, GTimeZone *zone)
{
  gint64 wall = read_wall_at (instant_us / G_TIME_SPAN_SECOND, zone);
  int minute = (int) (wall / 100 % 100 * 60 + wall % 100);

  if (quiet->from_min <= quiet->to_min)
    return minute >= quiet->from_min && minute < quiet->to_min;

  return minute >= quiet->from_min || minute < quiet->to_min;
}

char *
rub_calendar_find_fault (const RubReminderFields *fields, RubRecords *records, gint64 now_us,
                         const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  gint64 added_us = MIN (rub_run_get_fields (fields->run)->added_us, now_us);
  gint64 base_us = MAX (find_base_us (fields, records, zone), added_us);

  if (fields->due_us == base_us)
    return is_quiet_at (&records->quiet, base_us, zone)
               && rub_records_get_quiet_policy (records, fields->rule_id) != RUB_QUIET_COME
             ? g_strdup ("is due although it is quiet")
             : NULL;

  if (fields->due_us > base_us && is_quiet_at (&records->quiet, base_us, zone)
      && !is_quiet_at (&records->quiet, fields->due_us, zone))
    return NULL;

  return g_strdup_printf ("is due %.2f h after what the calendar says",
                          (double) (fields->due_us - base_us) / G_TIME_SPAN_HOUR);
}

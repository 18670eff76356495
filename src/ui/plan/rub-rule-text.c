/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-rule-text.h"

#include <glib/gi18n.h>

#include "rub-units.h"

static const char *
get_run_title (RubRule *rule)
{
  if (rub_rule_get_fields (rule)->task == RUB_TASK_CHECK)
    return rub_rule_follows (rule, RUB_RUN_DEMAND_LONG)
             ? _("After a hard or long run or a race")
             : _("After a marathon or longest race");
  if (rub_rule_follows (rule, RUB_RUN_DEMAND_HARD))
    return _("After intervals, hills, tempo or a hard run");
  if (rub_rule_follows (rule, RUB_RUN_DEMAND_LONG))
    return _("After a long run");
  if (rub_rule_follows (rule, RUB_RUN_DEMAND_RACE))
    return _("After a race");
  if (rub_rule_follows (rule, RUB_RUN_DEMAND_BIG_RACE))
    return _("After a marathon or longest race");

  return _("After an easy run");
}

const char *
rub_rule_text_get_title (RubRule *rule)
{
  const RubRuleFields *fields;

  g_return_val_if_fail (RUB_IS_RULE (rule), "");

  fields = rub_rule_get_fields (rule);
  if (fields->name != NULL)
    return fields->name;
  if (fields->task == RUB_TASK_MEASURE)
    return _("Range of motion");
  if (fields->task == RUB_TASK_THERAPIST)
    return _("Massage therapist");
  if (fields->trigger == RUB_TRIGGER_RACE)
    return _("Before a race");
  if (fields->trigger == RUB_TRIGGER_WEEKDAYS)
    return _("On days of the week");
  if (fields->is_own && fields->demands == RUB_RULE_ALL_DEMANDS)
    return _("After runs of your choice");

  return get_run_title (rule);
}

char *
rub_rule_text_format_delay (int delay_min)
{
  int hours = delay_min / 60;
  int minutes = delay_min % 60;

  if (hours == 0)
    return g_strdup_printf (C_ ("delay", "%d min"), minutes);
  if (minutes == 0)
    return g_strdup_printf (C_ ("delay", "%d h"), hours);

  return g_strdup_printf (C_ ("delay", "%d h %d min"), hours, minutes);
}

static char *
format_task (const RubRuleFields *fields)
{
  if (fields->task == RUB_TASK_CHECK)
    return g_strdup (_("How do your legs feel?"));
  if (fields->task == RUB_TASK_MEASURE)
    return g_strdup (_("Measure your range of motion"));
  if (fields->task == RUB_TASK_THERAPIST)
    return g_strdup (_("Book a massage therapist"));

  switch (fields->intensity)
    {
    case RUB_INTENSITY_MODERATE:
      return g_strdup_printf (C_ ("rule", "%d min moderate massage"), fields->minutes);
    case RUB_INTENSITY_DEEP:
      return g_strdup_printf (C_ ("rule", "%d min deep massage"), fields->minutes);
    case RUB_INTENSITY_LIGHT:
    case RUB_N_INTENSITIES:
    default:
      return g_strdup_printf (C_ ("rule", "%d min light massage"), fields->minutes);
    }
}

/* The names of the days, as they are short in the runner's language: "Mon, Thu". */
static char *
format_weekdays (guint weekdays)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (7, g_free, TRUE);

  for (int day = 0; day < 7; day++)
    {
      /* 5 January 1970 was a Monday. */
      g_autoptr (GDateTime) time = g_date_time_new_utc (1970, 1, 5 + day, 0, 0, 0);

      if ((weekdays & (1u << day)) != 0)
        g_ptr_array_add (names, g_date_time_format (time, "%a"));
    }

  return g_strjoinv (C_ ("between facts", ", "), (char **) names->pdata);
}

static char *
format_calendar (const RubRuleFields *fields, const char *time)
{
  g_autofree char *days = NULL;

  if (fields->trigger == RUB_TRIGGER_RACE)
    return fields->day == 0
             /* Translators: %s is a time of day. */
             ? g_strdup_printf (C_ ("rule", "on the day of the race at %s"), time)
             : g_strdup_printf (ngettext ("%d day before at %s", "%d days before at %s",
                                          (gulong) fields->day),
                                fields->day, time);

  days = format_weekdays (fields->weekdays);
  if (fields->every_weeks <= 1)
    /* Translators: days of the week and a time of day: "Mon, Thu at 18:00". */
    return g_strdup_printf (C_ ("rule", "%s at %s"), days, time);

  /* Translators: days of the week, a time of day, weeks: "Mon at 18:00, every 4 weeks". */
  return g_strdup_printf (ngettext ("%s at %s, every %d week", "%s at %s, every %d weeks",
                                    (gulong) fields->every_weeks),
                          days, time, fields->every_weeks);
}

static char *
format_when (const RubRuleFields *fields)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *delay = NULL;
  g_autofree char *time = rub_format_time (fields->wall_min * G_TIME_SPAN_MINUTE, utc);

  if (fields->trigger != RUB_TRIGGER_RUN)
    return format_calendar (fields, time);

  if (fields->day == 0)
    {
      delay = rub_rule_text_format_delay (fields->delay_min);
      /* Translators: %s is a delay, such as "2 h". */
      return g_strdup_printf (C_ ("rule", "%s after the end"), delay);
    }

  if (fields->day == 1)
    /* Translators: %s is a time of day. */
    return g_strdup_printf (C_ ("rule", "next day at %s"), time);

  return g_strdup_printf (ngettext ("%d day later at %s", "%d days later at %s",
                                    (gulong) fields->day),
                          fields->day, time);
}

char *
rub_rule_text_get_detail (RubRule *rule)
{
  const RubRuleFields *fields;
  g_autofree char *task = NULL;
  g_autofree char *when = NULL;

  g_return_val_if_fail (RUB_IS_RULE (rule), NULL);

  fields = rub_rule_get_fields (rule);
  task = format_task (fields);
  when = format_when (fields);

  /* Translators: what and when: "10 min light massage · 2 h after the end". */
  return g_strdup_printf (C_ ("rule", "%s · %s"), task, when);
}

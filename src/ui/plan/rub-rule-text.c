/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-rule-text.h"

#include <glib/gi18n.h>

#include "rub-units.h"

const char *
rub_rule_text_get_title (RubRule *rule)
{
  g_return_val_if_fail (RUB_IS_RULE (rule), "");

  if (rub_rule_get_fields (rule)->task == RUB_TASK_CHECK)
    return rub_rule_follows (rule, RUB_RUN_DEMAND_LONG) ? _("After a hard or long run or a race")
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

  return g_strdup_printf (fields->intensity == RUB_INTENSITY_LIGHT
                            ? C_ ("rule", "%d min light massage")
                            : C_ ("rule", "%d min moderate massage"),
                          fields->minutes);
}

static char *
format_when (const RubRuleFields *fields)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *delay = NULL;
  g_autofree char *time = NULL;

  if (fields->day == 0)
    {
      delay = rub_rule_text_format_delay (fields->delay_min);
      /* Translators: %s is a delay, such as "2 h". */
      return g_strdup_printf (C_ ("rule", "%s after the end"), delay);
    }

  time = rub_format_time (fields->wall_min * G_TIME_SPAN_MINUTE, utc);
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

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-plan-group.h"

#include <glib/gi18n.h>

#include "rub-wall.h"

/* Negative for a day that is past. */
static int
count_days_to (RubReminder *reminder, gint64 now_us, GTimeZone *zone)
{
  GDate due, today;

  rub_wall_get_date (zone, rub_reminder_get_due_us (reminder), &due);
  rub_wall_get_date (zone, now_us, &today);

  return g_date_days_between (&today, &due);
}

RubPlanGroup
rub_plan_group_of (RubReminder *reminder, gint64 now_us, GTimeZone *zone)
{
  int days;

  g_return_val_if_fail (RUB_IS_REMINDER (reminder), RUB_PLAN_GROUP_LATER);
  g_return_val_if_fail (zone != NULL, RUB_PLAN_GROUP_LATER);

  if (rub_reminder_get_state (reminder) == RUB_REMINDER_MISSED)
    return RUB_PLAN_GROUP_MISSED;
  if (!rub_reminder_is_open (reminder))
    return RUB_PLAN_GROUP_ANSWERED;

  days = count_days_to (reminder, now_us, zone);
  if (days <= 0)
    return RUB_PLAN_GROUP_TODAY;
  if (days == 1)
    return RUB_PLAN_GROUP_TOMORROW;

  return days < 7 ? RUB_PLAN_GROUP_THIS_WEEK : RUB_PLAN_GROUP_LATER;
}

gboolean
rub_plan_group_says_day (RubReminder *reminder, gint64 now_us, GTimeZone *zone)
{
  RubPlanGroup group = rub_plan_group_of (reminder, now_us, zone);

  return group == RUB_PLAN_GROUP_TOMORROW
         || (group == RUB_PLAN_GROUP_TODAY && count_days_to (reminder, now_us, zone) == 0);
}

const char *
rub_plan_group_get_title (RubPlanGroup group)
{
  switch (group)
    {
    case RUB_PLAN_GROUP_MISSED:
      return C_ ("reminders", "Missed");
    case RUB_PLAN_GROUP_TODAY:
      return _("Today");
    case RUB_PLAN_GROUP_TOMORROW:
      return _("Tomorrow");
    case RUB_PLAN_GROUP_THIS_WEEK:
      return _("This Week");
    case RUB_PLAN_GROUP_LATER:
      return _("Later");
    case RUB_PLAN_GROUP_ANSWERED:
      return C_ ("reminders", "Done");
    case RUB_PLAN_N_GROUPS:
    default:
      g_return_val_if_reached ("");
    }
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "rub-reminder.h"

G_BEGIN_DECLS

/** The parts of the agenda, in the order shown. */
typedef enum
{
  RUB_PLAN_GROUP_MISSED,
  RUB_PLAN_GROUP_TODAY,
  RUB_PLAN_GROUP_TOMORROW,
  RUB_PLAN_GROUP_THIS_WEEK,
  RUB_PLAN_GROUP_LATER,
  RUB_PLAN_GROUP_ANSWERED,
  RUB_PLAN_N_GROUPS
} RubPlanGroup;

/** Returns: the part of the agenda that @reminder stands in at @now_us in @zone. */
RubPlanGroup rub_plan_group_of (RubReminder *reminder, gint64 now_us, GTimeZone *zone);

/** Returns: whether the heading of the part that @reminder stands in already says the day it is
 * due on. Today's part also holds what has waited since an earlier day. */
gboolean rub_plan_group_says_day (RubReminder *reminder, gint64 now_us, GTimeZone *zone);

/** Returns: (transfer none): the translated heading. */
const char *rub_plan_group_get_title (RubPlanGroup group);

G_END_DECLS

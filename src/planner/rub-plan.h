/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-plan-rules.h"

G_BEGIN_DECLS

/** How late a reminder may be and still be shown as if on time. */
#define RUB_LATE_US (15 * G_TIME_SPAN_MINUTE)
/** A reminder later than this is only listed as missed. */
#define RUB_MISSED_US (24 * G_TIME_SPAN_HOUR)
/** How far back missed and answered reminders are listed. */
#define RUB_PLAN_BACK_US (7 * G_TIME_SPAN_DAY)

/**
 * Every reminder that the rules make of the runs, the calendar and the races planned, with what
 * happened to each: a function of its arguments alone, so that planning twice changes nothing.
 *
 * @timing: the numbers to go by
 * @records: everything remembered
 * @now_us: UTC microseconds since the epoch
 * @zone: the zone whose wall clock rules go by
 *
 * A reminder is due when its rule says, or when its run came in, if that was later by less than
 * RUB_MISSED_US; for a run that came in later still there is none. A check that was made on the
 * day of a check reminder answers it, and a massage as in rub_massage_answers(). A massage left
 * over from an earlier run gives way to one after a newer run on the same day.
 *
 * One that has not come yet is due when quiet hours let it come, see rub_quiet_move(); one that
 * they or a pause keep from coming at all is SKIPPED here.
 *
 * A rule makes nothing that was due before the runner made or changed it, nor before the race it is
 * about was planned. What comes by the calendar has an id with its local day, so that it comes once
 * a day wherever the day is spent. No massage is firmer than a race near or what is sore allows.
 *
 * An open reminder more than RUB_MISSED_US late is MISSED here, whatever the store says.
 *
 * Returns: (transfer container) (element-type RubReminder): soonest due first, from
 *   RUB_PLAN_BACK_US ago on; what comes by the calendar for four weeks, and the next after that.
 */
GPtrArray *rub_plan_make_with (const RubTiming *timing,
                               RubRecords *records,
                               gint64 now_us,
                               GTimeZone *zone);

/** As rub_plan_make_with(), with the numbers that Rubdown was built with. */
GPtrArray *rub_plan_make (RubRecords *records, gint64 now_us, GTimeZone *zone);

/** Returns: (transfer none) (nullable): the first open reminder of @plan, due or to come. */
RubReminder *rub_plan_get_next (GPtrArray *plan);

/** Returns: (transfer none) (nullable): the reminder with @id. */
RubReminder *rub_plan_find (GPtrArray *plan, const char *id);

G_END_DECLS

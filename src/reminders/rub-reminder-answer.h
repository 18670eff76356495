/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-change.h"
#include "rub-reminder.h"

G_BEGIN_DECLS

/** For how long a reminder is put off. */
#define RUB_SNOOZE_US G_TIME_SPAN_HOUR

/** What the runner can say to a reminder. */
typedef enum
{
  RUB_ANSWER_DONE,
  RUB_ANSWER_SNOOZE,
} RubAnswer;

/**
 * What an answer changes:
 * done: @reminder is DONE, and when it asks for a massage, one of the suggested length was given
 * that ended at @now_us; also when it was missed, since the runner knows better;
 * snooze: @reminder is SNOOZED, RUB_SNOOZE_US from @now_us or, when it is due later, from then.
 * The change applies only while the reminder waits for that answer, so that one given twice
 * counts once.
 *
 * @now_us: UTC microseconds since the epoch
 *
 * Returns: (transfer full): the change, to be committed.
 */
RubChange *rub_reminder_answer (RubReminder *reminder, RubAnswer answer, gint64 now_us);

/**
 * Answers the reminder with @id in the store at @store_path, opened for it. An @id that is not in
 * the plan, or one that is answered or put off already, changes nothing. Blocks.
 *
 * @zone: the zone to plan in
 *
 * Returns: FALSE with a RUB_STORE_ERROR when the answer could not be saved.
 */
gboolean rub_reminder_answer_commit (const char *store_path,
                                     const char *id,
                                     RubAnswer answer,
                                     gint64 now_us,
                                     GTimeZone *zone,
                                     GError **error);

G_END_DECLS

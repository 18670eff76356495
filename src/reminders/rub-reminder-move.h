/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-records.h"

G_BEGIN_DECLS

/**
 * What has to become of a reminder at some instant.
 *
 * @record: what the store has to have of it; PLANNED: no row
 * @from: the state that the store has
 * @has_changed: whether the store has something else
 * @is_again: whether it comes for the second time now
 * @is_held: whether it is SHOWN and it is quiet, or not due by a clock that was set back: so that
 *   nothing new may be sent of it
 * @came_us: for one that is SHOWN, when it should have come: late is what comes after that
 * @next_us: when to look at it again, UTC microseconds since the epoch; RUB_CLOCK_NEVER
 */
typedef struct
{
  RubReminderRecord record;
  RubReminderState from;
  gboolean has_changed;
  gboolean is_again;
  gboolean is_held;
  gint64 came_us;
  gint64 next_us;
} RubReminderMove;

/**
 * Finds what has to become of a reminder: shown when it is due, unless it is quiet; once more when
 * it is not answered; missed when it is too old; and put right when the clock was ahead. Reads no
 * clock and writes nothing.
 *
 * @reminder: as planned from @records at @now_us
 * @now_us: UTC microseconds since the epoch
 * @move: (out): strings in it are interned
 */
void rub_reminder_find_move (RubReminder *reminder,
                             RubRecords *records,
                             gint64 now_us,
                             GTimeZone *zone,
                             RubReminderMove *move);

G_END_DECLS

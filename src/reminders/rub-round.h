/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-reminder.h"

G_BEGIN_DECLS

/** When to try again after the store could not be read or written, and after it was only busy. */
#define RUB_ROUND_RETRY_US G_TIME_SPAN_HOUR
#define RUB_ROUND_BUSY_RETRY_US G_TIME_SPAN_MINUTE

/** 2024-01-01T00:00:00Z, before there was this program: a clock before that was never set. */
#define RUB_ROUND_UNSET_US (G_GINT64_CONSTANT (1704067200) * G_TIME_SPAN_SECOND)

/**
 * A reminder that is shown and not answered.
 *
 * @came_us: when it should have come, the last time; UTC microseconds since the epoch
 * @is_again: whether it comes for the second time now
 * @is_held: whether it is quiet, so that what is not on the screen stays away from it
 */
typedef struct
{
  RubReminder *reminder;
  gint64 came_us;
  gboolean is_again;
  gboolean is_held;
} RubWaiting;

/**
 * One look at the store: what is due was moved to SHOWN in it, what is too old or superseded to
 * MISSED, what does not come to SKIPPED, and what is left is told here. Only after that anything is
 * sent: a crash in between leaves a reminder that is SHOWN and not answered, and these are sent
 * again at the next start.
 *
 * @waiting: (element-type RubWaiting): shown and not answered, whether sent or not
 * @closed: (element-type utf8): ids of the other reminders in the store; a notification that an
 *   earlier process left behind for one of them is stale
 * @next_us: when to look again, UTC microseconds since the epoch; RUB_CLOCK_NEVER when nothing is
 *   to come
 * @was_read: whether the store could be read; otherwise @waiting and @closed say nothing
 * @has_changed: whether anything was written
 * @fault: (nullable): why something could not be read or written
 */
typedef struct
{
  GPtrArray *waiting;
  GPtrArray *closed;
  gint64 next_us;
  gboolean was_read;
  gboolean has_changed;
  GError *fault;
} RubRound;

/**
 * Does one round, unless the clock was never set: then all waits until it is. Opens the store in
 * @store_path, does what is due at @now_us by the wall clock of @zone, and closes it. Nothing of it
 * is held open in between: the file may be restored meanwhile, and an open one costs memory.
 * Blocks.
 *
 * Returns: (transfer full): the round.
 */
RubRound *rub_round_make (const char *store_path, gint64 now_us, GTimeZone *zone);

void rub_round_free (RubRound *self);

/** Returns: (transfer none) (nullable): the one of @waiting with @id. */
const RubWaiting *rub_round_find_waiting (RubRound *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubRound, rub_round_free)

G_END_DECLS

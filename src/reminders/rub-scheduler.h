/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-clock.h"
#include "rub-notifier.h"

G_BEGIN_DECLS

#define RUB_TYPE_SCHEDULER (rub_scheduler_get_type ())
/**
 * Sends reminders when they are due. It makes a round (see rub-round.h) in a thread when asked to,
 * when the clock wakes it and when notifications can be shown anew; sends and withdraws what the
 * round calls for; and arms the clock for the next. In between it does nothing.
 *
 * Emits "settled" (gboolean has_changed) at the end of a round, with whether the store changed.
 */
G_DECLARE_FINAL_TYPE (RubScheduler, rub_scheduler, RUB, SCHEDULER, GObject)

/** Returns: (transfer full): a scheduler over the store in @store_path, which is off. */
RubScheduler *rub_scheduler_new (const char *store_path, RubClock *clock, RubNotifier *notifier);

/** Makes a round soon: something may have changed. Asked often, it does no more than it must. */
void rub_scheduler_recheck (RubScheduler *self);

/** Turns reminders on, which makes a round, or off, which withdraws what is shown. */
void rub_scheduler_set_enabled (RubScheduler *self, gboolean is_enabled);

G_END_DECLS

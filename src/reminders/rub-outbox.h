/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-notifier.h"
#include "rub-round.h"

G_BEGIN_DECLS

#define RUB_TYPE_OUTBOX (rub_outbox_get_type ())
/**
 * Which notifications this process has sent, and the least that has to be sent and withdrawn to
 * show what waits. A reminder has a notification of its own, named after it; those that come late
 * share one, since a heap of old ones helps nobody and some desktops keep only three.
 */
G_DECLARE_FINAL_TYPE (RubOutbox, rub_outbox, RUB, OUTBOX, GObject)

/** Returns: (transfer full): an outbox that knows nothing of what earlier processes sent. */
RubOutbox *rub_outbox_new (RubNotifier *notifier);

/** Sends and withdraws until what @round found waiting is shown; @now_us tells what is late. */
void rub_outbox_update (RubOutbox *self, RubRound *round, gint64 now_us);

/** Forgets what was sent, so that the next update sends all that waits again. */
void rub_outbox_forget (RubOutbox *self);

/** Withdraws all that was sent. */
void rub_outbox_withdraw_all (RubOutbox *self);

G_END_DECLS

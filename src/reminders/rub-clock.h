/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RUB_TYPE_CLOCK (rub_clock_get_type ())
/**
 * What the scheduler knows of time: now, the zone, and one alarm that can be set. Emits "woke" at
 * the armed instant, and whenever the clock was set, the zone changed or the device resumed: then
 * whatever was worked out from it has to be worked out again. It wakes at no other time.
 */
G_DECLARE_INTERFACE (RubClock, rub_clock, RUB, CLOCK, GObject)

/** The instant to arm for when there is nothing to wait for. */
#define RUB_CLOCK_NEVER G_MAXINT64

struct _RubClockInterface
{
  /*< private >*/
  GTypeInterface parent_iface;

  /*< public >*/
  gint64 (*get_now_us) (RubClock *self);
  GTimeZone *(*get_zone) (RubClock *self);
  void (*arm) (RubClock *self, gint64 due_us);
};

/** Returns: now, UTC microseconds since the epoch. */
gint64 rub_clock_get_now_us (RubClock *self);

/** Returns: (transfer full): the zone of the device as it is at this moment. */
GTimeZone *rub_clock_get_zone (RubClock *self);

/**
 * Sets the one alarm, instead of what was set before.
 *
 * @due_us: UTC microseconds since the epoch; at once when past; RUB_CLOCK_NEVER to wait only for
 *   changes of the clock
 */
void rub_clock_arm (RubClock *self, gint64 due_us);

/** Emits "woke"; for implementations. */
void rub_clock_wake (RubClock *self);

G_END_DECLS

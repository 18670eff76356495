/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-clock.h"

G_DEFINE_INTERFACE (RubClock, rub_clock, G_TYPE_OBJECT)

static guint woke_signal;

static void
rub_clock_default_init (RubClockInterface *iface)
{
  woke_signal = g_signal_new ("woke", RUB_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
}

gint64
rub_clock_get_now_us (RubClock *self)
{
  g_return_val_if_fail (RUB_IS_CLOCK (self), 0);

  return RUB_CLOCK_GET_IFACE (self)->get_now_us (self);
}

GTimeZone *
rub_clock_get_zone (RubClock *self)
{
  g_return_val_if_fail (RUB_IS_CLOCK (self), NULL);

  return RUB_CLOCK_GET_IFACE (self)->get_zone (self);
}

void
rub_clock_arm (RubClock *self, gint64 due_us)
{
  g_return_if_fail (RUB_IS_CLOCK (self));

  RUB_CLOCK_GET_IFACE (self)->arm (self, due_us);
}

void
rub_clock_wake (RubClock *self)
{
  g_return_if_fail (RUB_IS_CLOCK (self));

  g_signal_emit (self, woke_signal, 0);
}

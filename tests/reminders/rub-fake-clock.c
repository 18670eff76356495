/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-fake-clock.h"

struct _RubFakeClock
{
  GObject parent_instance;

  gint64 now_us;
  gint64 armed_us;

  /* Owned */
  GTimeZone *zone;
};

static void rub_fake_clock_clock_init (RubClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RubFakeClock, rub_fake_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RUB_TYPE_CLOCK, rub_fake_clock_clock_init))

static gint64
rub_fake_clock_get_now_us (RubClock *clock)
{
  return RUB_FAKE_CLOCK (clock)->now_us;
}

static GTimeZone *
rub_fake_clock_get_zone (RubClock *clock)
{
  return g_time_zone_ref (RUB_FAKE_CLOCK (clock)->zone);
}

static void
rub_fake_clock_arm (RubClock *clock, gint64 due_us)
{
  RUB_FAKE_CLOCK (clock)->armed_us = due_us;
}

static void
rub_fake_clock_clock_init (RubClockInterface *iface)
{
  iface->get_now_us = rub_fake_clock_get_now_us;
  iface->get_zone = rub_fake_clock_get_zone;
  iface->arm = rub_fake_clock_arm;
}

static void
rub_fake_clock_finalize (GObject *object)
{
  g_time_zone_unref (RUB_FAKE_CLOCK (object)->zone);

  G_OBJECT_CLASS (rub_fake_clock_parent_class)->finalize (object);
}

static void
rub_fake_clock_class_init (RubFakeClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_fake_clock_finalize;
}

static void
rub_fake_clock_init (RubFakeClock *self)
{
  self->armed_us = RUB_CLOCK_NEVER;
}

RubFakeClock *
rub_fake_clock_new (gint64 now_us, GTimeZone *zone)
{
  RubFakeClock *self = g_object_new (RUB_TYPE_FAKE_CLOCK, NULL);

  self->now_us = now_us;
  self->zone = g_time_zone_ref (zone);

  return self;
}

void
rub_fake_clock_set_now_us (RubFakeClock *self, gint64 now_us)
{
  self->now_us = now_us;
}

void
rub_fake_clock_set_zone (RubFakeClock *self, GTimeZone *zone)
{
  g_time_zone_unref (self->zone);
  self->zone = g_time_zone_ref (zone);
}

gint64
rub_fake_clock_get_armed_us (RubFakeClock *self)
{
  return self->armed_us;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-clock.h"

G_BEGIN_DECLS

#define RUB_TYPE_FAKE_CLOCK (rub_fake_clock_get_type ())
/** A clock that stands still until it is moved. */
G_DECLARE_FINAL_TYPE (RubFakeClock, rub_fake_clock, RUB, FAKE_CLOCK, GObject)

RubFakeClock *rub_fake_clock_new (gint64 now_us, GTimeZone *zone);

/** Sets the time, without waking anybody. */
void rub_fake_clock_set_now_us (RubFakeClock *self, gint64 now_us);
void rub_fake_clock_set_zone (RubFakeClock *self, GTimeZone *zone);

/** Returns: what the clock is armed for. */
gint64 rub_fake_clock_get_armed_us (RubFakeClock *self);

G_END_DECLS

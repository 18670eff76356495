/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-clock.h"

G_BEGIN_DECLS

#define RUB_TYPE_TIMER_CLOCK (rub_timer_clock_get_type ())
/**
 * The clock of the device: one kernel timer at an absolute wall-clock time, that is also woken
 * when the clock is set and when the device resumes, and a watch on the zone.
 */
G_DECLARE_FINAL_TYPE (RubTimerClock, rub_timer_clock, RUB, TIMER_CLOCK, GObject)

/**
 * @zone_file: the file that changes when the zone of the device does: "/etc/localtime"
 *
 * Returns: (transfer full): a clock that waits for nothing yet.
 */
RubTimerClock *rub_timer_clock_new (const char *zone_file);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RUB_TYPE_SLEEP_WATCH (rub_sleep_watch_get_type ())
/**
 * Emits "resumed" when logind says that the device did: a second source beside the kernel's timer,
 * for the ways to sleep that do not move the clock. Without a system bus or logind it is silent.
 */
G_DECLARE_FINAL_TYPE (RubSleepWatch, rub_sleep_watch, RUB, SLEEP_WATCH, GObject)

RubSleepWatch *rub_sleep_watch_new (void);

G_END_DECLS

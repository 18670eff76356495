/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-screen.h"
#include "rub-store.h"

G_BEGIN_DECLS

/** What made the background program look, for whoever judges what it did. */
typedef enum
{
  RUB_CAUSE_ALARM,   /* the instant it had asked for */
  RUB_CAUSE_EVENT,   /* a message, the clock, a resume */
  RUB_CAUSE_START,   /* a new process */
  RUB_CAUSE_READY,   /* a new notification server */
} RubCause;

#define RUB_TYPE_DEVICE (rub_device_get_type ())
/**
 * A device with a clock that may be wrong, which sleeps and wakes, and on it the background
 * program's scheduler over a store in a file, and a screen. True time only goes forward; what the
 * clock of the device shows is what the program knows.
 *
 * Emits "settled" (RubCause) whenever the program has dealt with something.
 */
G_DECLARE_FINAL_TYPE (RubDevice, rub_device, RUB, DEVICE, GObject)

/** @true_us: when it begins, in true time. Returns: (transfer full): a device that is awake. */
RubDevice *rub_device_new (const char *store_path, gint64 true_us, const char *zone);

gint64 rub_device_get_true_us (RubDevice *self);
/** Returns: what its clock shows. */
gint64 rub_device_get_now_us (RubDevice *self);
/** Returns: what the program has asked to be woken at. */
gint64 rub_device_get_armed_us (RubDevice *self);
/** Returns: (transfer none): the zone it is in. */
GTimeZone *rub_device_get_zone (RubDevice *self);
const char *rub_device_get_zone_name (RubDevice *self);
/** Returns: (transfer none): what is shown. */
RubScreen *rub_device_get_screen (RubDevice *self);
gboolean rub_device_is_awake (RubDevice *self);

/** Lets true time pass; while it is awake the program is woken when it asked for it. */
void rub_device_pass (RubDevice *self, gint64 true_us);

/** Puts it to sleep, or wakes it. */
void rub_device_suspend (RubDevice *self);
void rub_device_resume (RubDevice *self);

/** Sets its clock to be off by @skew_us from true time. */
void rub_device_set_skew (RubDevice *self, gint64 skew_us);
void rub_device_set_zone (RubDevice *self, const char *zone);

/** The program is told to look, and started when it does not run, as over D-Bus. */
void rub_device_recheck (RubDevice *self);

/** The notification server is started anew, with nothing on the screen. */
void rub_device_restart_server (RubDevice *self);

/**
 * The program looks and dies: after @n_commits writes to the store, or, when there were fewer,
 * after @n_calls to the notification server. It does not run until it is told to look.
 */
void rub_device_kill (RubDevice *self, int n_commits, int n_calls);

G_END_DECLS

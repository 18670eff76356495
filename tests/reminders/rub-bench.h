/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RUB_TYPE_BENCH (rub_bench_get_type ())
/**
 * A scheduler over a store of its own, with a clock and a notifier that are faked, driven by words.
 * The store has one hard run, that ended on 1 June 2026 at 09:00; the zone is UTC. That run makes
 * hard/1, due on day 1 at 11:00, check/2026-06-02 and check/2026-06-03, due at 08:00.
 */
G_DECLARE_FINAL_TYPE (RubBench, rub_bench, RUB, BENCH, GObject)

/** Returns: (transfer full): a bench at 09:00 on day 1, its scheduler not started yet. */
RubBench *rub_bench_new (void);

/** Returns: (transfer none): the file of the store. */
const char *rub_bench_get_path (RubBench *self);

/**
 * Does one thing and all that follows from it. Instants are a day of June 2026 and a time, UTC,
 * such as "1T11:00".
 *
 * "start": a new process starts, without anything of the one before
 * "until INSTANT": time passes
 * "set INSTANT": the clock is set
 * "crash INSTANT": as "until", and the process dies after it saved and before it sent
 * "zone ID": the device has another zone
 * "recheck", "recheck-thrice", "ready", "on", "off": as they are called in the code
 * "done ID", "snooze ID": a button is pressed, followed by "recheck"
 * "done-in-app ID", "undo": the window says so, and takes it back
 * "rule ID": the rule is switched off
 * "long": a long run is added that ended on day 1 at 09:30: run 2
 * "remove": run 1 is removed
 * "check": the map is filled in now
 * "massage": one of ten minutes, that ends now, is logged in the window
 * "repeat MINUTES": after which a reminder comes again; 0 at first, which is never
 * "quiet FROM TO": quiet hours, in minutes after midnight
 * "policy RULE WORD": what they mean to a rule
 * "pause DAYS": reminders are paused from now until the midnight that many days of the calendar
 *   away; 0 for a pause without an end, -1 to end it
 * "store ok", "store lost": the file is there, or something that is no store is in its place
 *
 * Returns: (transfer full): what was sent and withdrawn, see rub_fake_notifier_take_log().
 */
char *rub_bench_do (RubBench *self, const char *step);

/** Returns: (transfer full): the instant that the clock is armed for, or "never". */
char *rub_bench_get_next (RubBench *self);

/** Returns: (transfer full): the reminders in the store, such as "hard/1=shown". */
char *rub_bench_get_states (RubBench *self);

/** Returns: how many massages are in the store. */
guint rub_bench_get_n_massages (RubBench *self);

G_END_DECLS

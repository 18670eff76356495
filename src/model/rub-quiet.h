/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What becomes of a reminder that is due in quiet hours. */
typedef enum
{
  RUB_QUIET_WAIT, /* it comes when they are over */
  RUB_QUIET_DROP, /* it does not come; it is listed as skipped */
  RUB_QUIET_COME, /* it comes anyway */
  RUB_QUIET_N_POLICIES
} RubQuietPolicy;

/** Bounds and default of @repeat_min. */
#define RUB_QUIET_MAX_REPEAT_MIN (12 * 60)
#define RUB_QUIET_REPEAT_MIN (3 * 60)

/** A pause without an end: until the runner says so. */
#define RUB_QUIET_NO_END 0

/**
 * When reminders do not come, and how often.
 *
 * @from_min, @to_min: quiet hours: minutes after local midnight from which on it is quiet, and
 *   when it ends, on the day after when that is the smaller; the same for none
 * @paused_us: since when reminders are paused, UTC microseconds since the epoch; 0 when they are
 *   not
 * @pause_end: the local date on which a pause ends, as a Julian day of GDate: reminders come again
 *   from its midnight on; or RUB_QUIET_NO_END
 * @repeat_min: minutes after which one that is not answered comes once more; 0 for never
 */
typedef struct
{
  int from_min;
  int to_min;
  gint64 paused_us;
  guint32 pause_end;
  int repeat_min;
} RubQuiet;

/**
 * What quiet hours mean to the reminders of one rule.
 *
 * @rule_id: the rule; interned
 */
typedef struct
{
  const char *rule_id;
  RubQuietPolicy policy;
} RubQuietRule;

/** Sets @self to what is so before the runner chose: no quiet hours, no pause, one repeat. */
void rub_quiet_init (RubQuiet *self);

/** Brings each number of @self into its bounds. */
void rub_quiet_clamp (RubQuiet *self);

/** Returns: (transfer none): a stable word for the store, such as "wait". */
const char *rub_quiet_policy_to_id (RubQuietPolicy policy);
/** Returns: the policy with that word; RUB_QUIET_WAIT for any other, or NULL. */
RubQuietPolicy rub_quiet_policy_from_id (const char *id);

G_END_DECLS

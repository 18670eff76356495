/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-planned-run.h"
#include "rub-rule.h"

G_BEGIN_DECLS

/** What became of a reminder. All but PLANNED are facts, kept in the store. */
typedef enum
{
  RUB_REMINDER_PLANNED,
  RUB_REMINDER_SHOWN,
  RUB_REMINDER_SNOOZED,
  RUB_REMINDER_DONE,
  RUB_REMINDER_SKIPPED,
  RUB_REMINDER_MISSED,
  RUB_REMINDER_N_STATES
} RubReminderState;

/** A set of states, bits (1 << RubReminderState), for conditional changes. */
typedef guint RubReminderStates;
#define RUB_REMINDER_STATE(state) (1u << (state))
/** The states in which a reminder still waits for an answer. */
#define RUB_REMINDER_OPEN_STATES                                                                   \
  (RUB_REMINDER_STATE (RUB_REMINDER_PLANNED) | RUB_REMINDER_STATE (RUB_REMINDER_SHOWN)             \
   | RUB_REMINDER_STATE (RUB_REMINDER_SNOOZED))

/** What made a massage lighter than its rule has it. */
typedef enum
{
  RUB_EASE_NONE,
  RUB_EASE_RACE,     /* a race is near, before or after */
  RUB_EASE_SORENESS, /* something is very sore */
} RubEase;

/**
 * What a reminder is made of.
 *
 * @id: stable: rule and run, or rule and local day, such as "long/17" or "check/2026-11-25",
 *   or rule and day of the race
 * @rule_id: the rule that made it
 * @task: what is asked for
 * @due_us: when to show it, UTC microseconds since the epoch; moved by a snooze
 * @state: what became of it
 * @changed_us: when @state was set; 0 while PLANNED
 * @minutes: the length of the massage suggested; as in the rule
 * @intensity: how firm; as in the rule, or lighter, see @ease
 * @day: as in the rule: 0 for the day of the run
 * @demand: what @run asked of the legs
 * @run: (nullable): the run it follows
 * @trigger: as in the rule
 * @is_own: whether the rule is the runner's own
 * @every_weeks: as in the rule
 * @ease: what made it lighter
 * @days_to_race: from its day to that of the race it precedes or is eased for, negative: since
 * @race: (nullable): the planned race it precedes
 * @stems: (nullable) (array zero-terminated=1): the regions to begin with, without their side:
 *   those sore in a recent check, the sorest first, otherwise what the run asked most of
 */
typedef struct
{
  const char *id;
  const char *rule_id;
  RubTask task;
  gint64 due_us;
  RubReminderState state;
  gint64 changed_us;
  int minutes;
  RubIntensity intensity;
  int day;
  RubRunDemand demand;
  RubRun *run;
  RubTrigger trigger;
  gboolean is_own;
  int every_weeks;
  RubEase ease;
  int days_to_race;
  RubPlannedRun *race;
  const char *const *stems;
} RubReminderFields;

#define RUB_TYPE_REMINDER (rub_reminder_get_type ())
/** One due instant made by a rule: an immutable value. */
G_DECLARE_FINAL_TYPE (RubReminder, rub_reminder, RUB, REMINDER, GObject)

/** Returns: (transfer full): a reminder with a copy of @fields. */
RubReminder *rub_reminder_new (const RubReminderFields *fields);

/** Returns: (transfer none): everything about it; valid while @self is. */
const RubReminderFields *rub_reminder_get_fields (RubReminder *self);

const char *rub_reminder_get_id (RubReminder *self);
gint64 rub_reminder_get_due_us (RubReminder *self);
RubReminderState rub_reminder_get_state (RubReminder *self);
/** Returns: whether it still waits for an answer: planned, shown or snoozed. */
gboolean rub_reminder_is_open (RubReminder *self);

/** Returns: (transfer none): a stable word for the store, such as "snoozed". */
const char *rub_reminder_state_to_id (RubReminderState state);
/** Returns: whether @id is a state's word; then @state (out) is set. */
gboolean rub_reminder_state_from_id (const char *id, RubReminderState *state);

G_END_DECLS

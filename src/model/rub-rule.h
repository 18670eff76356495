/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-run.h"

G_BEGIN_DECLS

/** What a reminder asks for. */
typedef enum
{
  RUB_TASK_MASSAGE,
  RUB_TASK_CHECK,
  RUB_TASK_MEASURE,   /* the range of motion */
  RUB_TASK_THERAPIST, /* to book a session */
  RUB_N_TASKS
} RubTask;

/** What a rule makes its reminders from. */
typedef enum
{
  RUB_TRIGGER_RUN,
  RUB_TRIGGER_WEEKDAYS,
  RUB_TRIGGER_RACE, /* a planned one */
  RUB_N_TRIGGERS
} RubTrigger;

/** How firm: discomfort 0-3, 4-5 and 6 of 10 while working. */
typedef enum
{
  RUB_INTENSITY_LIGHT,
  RUB_INTENSITY_MODERATE,
  RUB_INTENSITY_DEEP,
  RUB_N_INTENSITIES
} RubIntensity;

/** What a run asks of the legs, from its kind, effort, load and length; see rub-run-demand.h. */
typedef enum
{
  RUB_RUN_DEMAND_EASY,
  RUB_RUN_DEMAND_HARD,
  RUB_RUN_DEMAND_LONG,
  RUB_RUN_DEMAND_RACE,
  RUB_RUN_DEMAND_BIG_RACE,
  RUB_RUN_DEMAND_FARTHEST, /* farther than ever before */
  RUB_RUN_N_DEMANDS
} RubRunDemand;

/** Bounds of what the runner can set. */
#define RUB_RULE_MAX_DELAY_MIN (24 * 60)
#define RUB_RULE_MAX_WALL_MIN (24 * 60 - 1)
#define RUB_RULE_MAX_DAY 28
#define RUB_RULE_MAX_MINUTES 120
#define RUB_RULE_MAX_WEEKS 26
#define RUB_RULE_MAX_NAME_BYTES 200
#define RUB_RULE_ALL_DEMANDS ((1u << RUB_RUN_N_DEMANDS) - 1)
/** The bit of a day in @weekdays, and all of them. */
#define RUB_WEEKDAY(weekday) (1u << ((weekday) - G_DATE_MONDAY))
#define RUB_RULE_ALL_WEEKDAYS 0x7fu

/**
 * What a rule is made of.
 *
 * @id: stable word, such as "long-next-day"
 * @task: what is asked for
 * @demands: bits (1 << RubRunDemand) of the runs it follows
 * @day: after runs 0: @delay_min after the end of the run; n: at @wall_min, n days after the local
 *   day on which the run ended; before races: how many days before; 0 to RUB_RULE_MAX_DAY
 * @delay_min: minutes, 0 to RUB_RULE_MAX_DELAY_MIN
 * @wall_min: minutes after local midnight, 0 to RUB_RULE_MAX_WALL_MIN
 * @minutes: suggested length of the massage; 0 for a check
 * @intensity: how firm the massage
 * @is_enabled: whether it makes reminders
 * @trigger: what it makes reminders from
 * @kinds: bits (1 << RubRunKind) of the runs it follows, where it says so; 0: any
 * @min_distance_m, @min_elapsed_s, @min_effort: the least run it follows; 0: any
 * @weekdays: RUB_WEEKDAY() of the days it comes on
 * @every_weeks: 1: each week; n: in each nth, counted from that of @start_day
 * @start_day: Julian day before which it does not come, 0: none
 * @since_us: when the runner made or last changed it, UTC microseconds since the epoch: nothing is
 *   due before that; 0: always
 * @is_own: whether it is stored whole, see rub_change_save_rule()
 * @name: (nullable): the runner's word for it
 */
typedef struct
{
  const char *id;
  RubTask task;
  guint demands;
  int day;
  int delay_min;
  int wall_min;
  int minutes;
  RubIntensity intensity;
  gboolean is_enabled;
  RubTrigger trigger;
  guint kinds;
  double min_distance_m;
  int min_elapsed_s;
  int min_effort;
  guint weekdays;
  int every_weeks;
  guint32 start_day;
  gint64 since_us;
  gboolean is_own;
  const char *name;
} RubRuleFields;

#define RUB_TYPE_RULE (rub_rule_get_type ())
/** What the runner wants to be reminded of: an immutable value. */
G_DECLARE_FINAL_TYPE (RubRule, rub_rule, RUB, RULE, GObject)

/** Returns: (transfer full): a rule with a copy of @fields, clamped into the bounds above. */
RubRule *rub_rule_new (const RubRuleFields *fields);

/** Returns: (transfer none): everything about the rule; valid while @self is. */
const RubRuleFields *rub_rule_get_fields (RubRule *self);

/** Returns: (transfer none): the stable word. */
const char *rub_rule_get_id (RubRule *self);

/** Returns: whether it follows runs of @demand. */
gboolean rub_rule_follows (RubRule *self, RubRunDemand demand);

/** Returns: whether it follows @run, as far as its kind, length and effort go. */
gboolean rub_rule_fits (RubRule *self, RubRun *run);

/* Stable words for files and the store, such as "massage", and back: FALSE when it is none. */
const char *rub_task_to_id (RubTask task);
gboolean rub_task_from_id (const char *id, RubTask *task);
const char *rub_trigger_to_id (RubTrigger trigger);
gboolean rub_trigger_from_id (const char *id, RubTrigger *trigger);
const char *rub_intensity_to_id (RubIntensity intensity);
gboolean rub_intensity_from_id (const char *id, RubIntensity *intensity);
const char *rub_run_demand_to_id (RubRunDemand demand);
gboolean rub_run_demand_from_id (const char *id, RubRunDemand *demand);

G_END_DECLS

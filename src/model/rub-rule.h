/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** What a reminder asks for. */
typedef enum
{
  RUB_TASK_MASSAGE,
  RUB_TASK_CHECK,
} RubTask;

/** How firm: discomfort 0-3, 4-5 and 6 of 10 while working. */
typedef enum
{
  RUB_INTENSITY_LIGHT,
  RUB_INTENSITY_MODERATE,
  RUB_INTENSITY_DEEP,
} RubIntensity;

/** What a run asks of the legs, from its kind, effort, load and length; see rub-run-demand.h. */
typedef enum
{
  RUB_RUN_DEMAND_EASY,
  RUB_RUN_DEMAND_HARD,
  RUB_RUN_DEMAND_LONG,
  RUB_RUN_DEMAND_RACE,
  RUB_RUN_DEMAND_BIG_RACE,
  RUB_RUN_N_DEMANDS
} RubRunDemand;

/** Bounds of what the runner can set. */
#define RUB_RULE_MAX_DELAY_MIN (24 * 60)
#define RUB_RULE_MAX_WALL_MIN (24 * 60 - 1)

/**
 * What a rule is made of.
 *
 * @id: stable word, such as "long-next-day"
 * @task: what is asked for
 * @demands: bits (1 << RubRunDemand) of the runs it follows
 * @day: 0: @delay_min after the end of the run; n: at @wall_min, n days after the local day
 *   on which the run ended
 * @delay_min: minutes, 0 to RUB_RULE_MAX_DELAY_MIN
 * @wall_min: minutes after local midnight, 0 to RUB_RULE_MAX_WALL_MIN
 * @minutes: suggested length of the massage; 0 for a check
 * @intensity: how firm the massage
 * @is_enabled: whether it makes reminders
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

G_END_DECLS

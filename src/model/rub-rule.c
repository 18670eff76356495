/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-rule.h"

#include <math.h>
#include <string.h>

struct _RubRule
{
  GObject parent_instance;

  /* Owned */
  RubRuleFields fields;
};

G_DEFINE_FINAL_TYPE (RubRule, rub_rule, G_TYPE_OBJECT)

static const char *const task_ids[RUB_N_TASKS] = {
  [RUB_TASK_MASSAGE] = "massage",
  [RUB_TASK_CHECK] = "check",
  [RUB_TASK_MEASURE] = "measure",
  [RUB_TASK_THERAPIST] = "therapist",
};

static const char *const trigger_ids[RUB_N_TRIGGERS] = {
  [RUB_TRIGGER_RUN] = "run",
  [RUB_TRIGGER_WEEKDAYS] = "weekdays",
  [RUB_TRIGGER_RACE] = "race",
};

static const char *const intensity_ids[RUB_N_INTENSITIES] = {
  [RUB_INTENSITY_LIGHT] = "light",
  [RUB_INTENSITY_MODERATE] = "moderate",
  [RUB_INTENSITY_DEEP] = "deep",
};

static const char *const demand_ids[RUB_RUN_N_DEMANDS] = {
  [RUB_RUN_DEMAND_EASY] = "easy",         [RUB_RUN_DEMAND_HARD] = "hard",
  [RUB_RUN_DEMAND_LONG] = "long",         [RUB_RUN_DEMAND_RACE] = "race",
  [RUB_RUN_DEMAND_BIG_RACE] = "big-race", [RUB_RUN_DEMAND_FARTHEST] = "farthest",
};

static void
rub_rule_finalize (GObject *object)
{
  RubRule *self = RUB_RULE (object);

  g_free ((char *) self->fields.id);
  g_free ((char *) self->fields.name);

  G_OBJECT_CLASS (rub_rule_parent_class)->finalize (object);
}

static void
rub_rule_class_init (RubRuleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_rule_finalize;
}

static void
rub_rule_init (RubRule *self)
{
}

static void
clamp_when (RubRuleFields *own)
{
  own->day = CLAMP (own->day, 0, RUB_RULE_MAX_DAY);
  own->delay_min = CLAMP (own->delay_min, 0, RUB_RULE_MAX_DELAY_MIN);
  own->wall_min = CLAMP (own->wall_min, 0, RUB_RULE_MAX_WALL_MIN);
  own->weekdays &= RUB_RULE_ALL_WEEKDAYS;
  own->every_weeks = CLAMP (own->every_weeks, 1, RUB_RULE_MAX_WEEKS);
  if (!g_date_valid_julian (own->start_day))
    own->start_day = 0;
  own->since_us = MAX (own->since_us, 0);
}

static void
clamp_what (RubRuleFields *own)
{
  own->task = CLAMP ((int) own->task, 0, RUB_N_TASKS - 1);
  own->trigger = CLAMP ((int) own->trigger, 0, RUB_N_TRIGGERS - 1);
  own->intensity = CLAMP ((int) own->intensity, 0, RUB_N_INTENSITIES - 1);
  own->demands &= RUB_RULE_ALL_DEMANDS;
  own->kinds &= (1u << RUB_RUN_N_KINDS) - 1;
  own->minutes = CLAMP (own->minutes, 0, RUB_RULE_MAX_MINUTES);
  own->min_distance_m = isfinite (own->min_distance_m)
                          ? CLAMP (own->min_distance_m, 0.0, RUB_RUN_MAX_DISTANCE_M)
                          : 0.0;
  own->min_elapsed_s = CLAMP (own->min_elapsed_s, 0, RUB_RUN_MAX_ELAPSED_S);
  own->min_effort = CLAMP (own->min_effort, 0, RUB_EFFORT_MAX);
}

RubRule *
rub_rule_new (const RubRuleFields *fields)
{
  RubRule *self;
  const char *name;

  g_return_val_if_fail (fields != NULL && fields->id != NULL, NULL);

  self = g_object_new (RUB_TYPE_RULE, NULL);
  self->fields = *fields;
  self->fields.id = g_strdup (fields->id);
  name = fields->name != NULL && fields->name[0] != '\0' ? fields->name : NULL;
  self->fields.name = name != NULL ? g_utf8_make_valid (
                        name, (gssize) strnlen (name, RUB_RULE_MAX_NAME_BYTES))
                                   : NULL;
  self->fields.is_enabled = !!fields->is_enabled;
  self->fields.is_own = !!fields->is_own;
  clamp_when (&self->fields);
  clamp_what (&self->fields);

  return self;
}

const RubRuleFields *
rub_rule_get_fields (RubRule *self)
{
  g_return_val_if_fail (RUB_IS_RULE (self), NULL);

  return &self->fields;
}

const char *
rub_rule_get_id (RubRule *self)
{
  g_return_val_if_fail (RUB_IS_RULE (self), NULL);

  return self->fields.id;
}

gboolean
rub_rule_follows (RubRule *self, RubRunDemand demand)
{
  g_return_val_if_fail (RUB_IS_RULE (self), FALSE);

  return (self->fields.demands & (1u << demand)) != 0;
}

gboolean
rub_rule_fits (RubRule *self, RubRun *run)
{
  const RubRunFields *facts;

  g_return_val_if_fail (RUB_IS_RULE (self), FALSE);
  g_return_val_if_fail (RUB_IS_RUN (run), FALSE);

  facts = rub_run_get_fields (run);

  return (self->fields.kinds == 0 || (self->fields.kinds & (1u << facts->kind)) != 0)
         && facts->distance_m >= self->fields.min_distance_m
         && facts->elapsed_s >= self->fields.min_elapsed_s
         && (self->fields.min_effort == 0 || facts->effort >= self->fields.min_effort);
}

static gboolean
find_id (const char *const *ids, int n_ids, const char *id, int *index)
{
  for (int i = 0; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

const char *
rub_task_to_id (RubTask task)
{
  g_return_val_if_fail ((int) task >= 0 && task < RUB_N_TASKS, "massage");

  return task_ids[task];
}

gboolean
rub_task_from_id (const char *id, RubTask *task)
{
  int index;

  g_return_val_if_fail (task != NULL, FALSE);

  if (!find_id (task_ids, RUB_N_TASKS, id, &index))
    return FALSE;
  *task = (RubTask) index;

  return TRUE;
}

const char *
rub_trigger_to_id (RubTrigger trigger)
{
  g_return_val_if_fail ((int) trigger >= 0 && trigger < RUB_N_TRIGGERS, "run");

  return trigger_ids[trigger];
}

gboolean
rub_trigger_from_id (const char *id, RubTrigger *trigger)
{
  int index;

  g_return_val_if_fail (trigger != NULL, FALSE);

  if (!find_id (trigger_ids, RUB_N_TRIGGERS, id, &index))
    return FALSE;
  *trigger = (RubTrigger) index;

  return TRUE;
}

const char *
rub_intensity_to_id (RubIntensity intensity)
{
  g_return_val_if_fail ((int) intensity >= 0 && intensity < RUB_N_INTENSITIES, "light");

  return intensity_ids[intensity];
}

gboolean
rub_intensity_from_id (const char *id, RubIntensity *intensity)
{
  int index;

  g_return_val_if_fail (intensity != NULL, FALSE);

  if (!find_id (intensity_ids, RUB_N_INTENSITIES, id, &index))
    return FALSE;
  *intensity = (RubIntensity) index;

  return TRUE;
}

const char *
rub_run_demand_to_id (RubRunDemand demand)
{
  g_return_val_if_fail ((int) demand >= 0 && demand < RUB_RUN_N_DEMANDS, "easy");

  return demand_ids[demand];
}

gboolean
rub_run_demand_from_id (const char *id, RubRunDemand *demand)
{
  int index;

  g_return_val_if_fail (demand != NULL, FALSE);

  if (!find_id (demand_ids, RUB_RUN_N_DEMANDS, id, &index))
    return FALSE;
  *demand = (RubRunDemand) index;

  return TRUE;
}

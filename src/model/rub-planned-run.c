/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-planned-run.h"

#include <math.h>
#include <string.h>

#define MINUTES_PER_DAY (24 * 60)

struct _RubPlannedRun
{
  GObject parent_instance;

  /* Owned */
  RubPlannedRunFields fields;
};

G_DEFINE_FINAL_TYPE (RubPlannedRun, rub_planned_run, G_TYPE_OBJECT)

static void
rub_planned_run_finalize (GObject *object)
{
  RubPlannedRun *self = RUB_PLANNED_RUN (object);

  g_free ((char *) self->fields.name);

  G_OBJECT_CLASS (rub_planned_run_parent_class)->finalize (object);
}

static void
rub_planned_run_class_init (RubPlannedRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_planned_run_finalize;
}

static void
rub_planned_run_init (RubPlannedRun *self)
{
}

RubPlannedRun *
rub_planned_run_new (const RubPlannedRunFields *fields)
{
  RubPlannedRun *self;
  RubPlannedRunFields *own;

  g_return_val_if_fail (fields != NULL, NULL);

  if (!g_date_valid (&fields->date))
    return NULL;

  self = g_object_new (RUB_TYPE_PLANNED_RUN, NULL);
  own = &self->fields;
  *own = *fields;
  if (own->wall_min < 0 || own->wall_min >= MINUTES_PER_DAY)
    own->wall_min = RUB_WALL_UNKNOWN;
  own->distance_m = isfinite (fields->distance_m)
                      ? CLAMP (fields->distance_m, 0.0, RUB_RUN_MAX_DISTANCE_M)
                      : 0.0;
  own->kind = CLAMP ((int) fields->kind, 0, RUB_RUN_N_KINDS - 1);
  own->name = fields->name != NULL && fields->name[0] != '\0'
                ? g_utf8_make_valid (fields->name,
                                     (gssize) strnlen (fields->name, RUB_PLANNED_MAX_NAME_BYTES))
                : NULL;

  return self;
}

const RubPlannedRunFields *
rub_planned_run_get_fields (RubPlannedRun *self)
{
  g_return_val_if_fail (RUB_IS_PLANNED_RUN (self), NULL);

  return &self->fields;
}

gboolean
rub_planned_run_is_race (RubPlannedRun *self)
{
  g_return_val_if_fail (RUB_IS_PLANNED_RUN (self), FALSE);

  return self->fields.kind == RUB_RUN_KIND_RACE;
}

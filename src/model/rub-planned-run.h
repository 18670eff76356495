/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-run.h"

G_BEGIN_DECLS

/** The wall time of a planned run that has none. */
#define RUB_WALL_UNKNOWN (-1)
#define RUB_PLANNED_MAX_NAME_BYTES 200

/**
 * What a planned run is made of.
 *
 * @id: row in the store; 0 while not stored
 * @added_us: when it was planned or moved to another day, UTC microseconds since the epoch; 0
 *   before it is stored
 * @date: the day, as the wall has it wherever the runner is then; valid
 * @wall_min: minutes after midnight at which it starts, or RUB_WALL_UNKNOWN
 * @kind: the kind of run
 * @distance_m: metres; 0 when not known
 * @name: (nullable): what the runner calls it, such as the name of the race
 */
typedef struct
{
  gint64 id;
  gint64 added_us;
  GDate date;
  int wall_min;
  RubRunKind kind;
  double distance_m;
  const char *name;
} RubPlannedRunFields;

#define RUB_TYPE_PLANNED_RUN (rub_planned_run_get_type ())
/** A run or race that is to come: an immutable value. */
G_DECLARE_FINAL_TYPE (RubPlannedRun, rub_planned_run, RUB, PLANNED_RUN, GObject)

/**
 * Returns: (transfer full) (nullable): a planned run with a copy of @fields, clamped into the
 *   bounds of a run; NULL when its date is none.
 */
RubPlannedRun *rub_planned_run_new (const RubPlannedRunFields *fields);

/** Returns: (transfer none): everything about it; valid while @self is. */
const RubPlannedRunFields *rub_planned_run_get_fields (RubPlannedRun *self);

gboolean rub_planned_run_is_race (RubPlannedRun *self);

G_END_DECLS

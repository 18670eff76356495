/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-change.h"

G_BEGIN_DECLS

/** What comes in from files, so that a run that is there already, or comes twice, is kept once. */
typedef struct _RubRunIntake RubRunIntake;

/** Returns: (transfer full): an intake for a store that holds @records. */
RubRunIntake *rub_run_intake_new (RubRecords *records);
void rub_run_intake_free (RubRunIntake *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubRunIntake, rub_run_intake_free)

/** How far ahead of the clock a run may start: devices keep the time of another zone. */
#define RUB_RUN_INTAKE_AHEAD_US G_TIME_SPAN_DAY

/**
 * Takes those of @runs (element-type RubRun), all from one file, that are new, see
 * rub_run_is_same(). A run longer than usual whose file does not say its kind becomes a long run.
 *
 * @now_us: UTC microseconds since the epoch
 *
 * Returns: (transfer container) (element-type RubRun) (nullable): the new ones, in the order of
 *   @runs; NULL with a G_IO_ERROR_INVALID_DATA when one of them is yet to come, and then none is
 *   taken.
 */
GPtrArray *rub_run_intake_add (RubRunIntake *self, GPtrArray *runs, gint64 now_us, GError **error);

/** Returns: how many runs were new so far. */
guint rub_run_intake_get_n_added (RubRunIntake *self);
/** Returns: how many runs were there already. */
guint rub_run_intake_get_n_known (RubRunIntake *self);

/** Returns: (transfer none): the change that saves the new runs. */
RubChange *rub_run_intake_get_change (RubRunIntake *self);

G_END_DECLS

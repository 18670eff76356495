/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-change-private.h"

G_BEGIN_DECLS

/* What is planned: runs to come, and rules that are stored whole. See RubStepFunc. */

gboolean rub_step_own_rule (RubStep *step,
                            sqlite3 *db,
                            RubChange *undo,
                            gboolean *was_applied,
                            GError **error);
gboolean rub_step_own_rule_removed (RubStep *step,
                                    sqlite3 *db,
                                    RubChange *undo,
                                    gboolean *was_applied,
                                    GError **error);
gboolean rub_step_planned_run (RubStep *step,
                               sqlite3 *db,
                               RubChange *undo,
                               gboolean *was_applied,
                               GError **error);
gboolean rub_step_planned_run_removed (RubStep *step,
                                       sqlite3 *db,
                                       RubChange *undo,
                                       gboolean *was_applied,
                                       GError **error);

G_END_DECLS

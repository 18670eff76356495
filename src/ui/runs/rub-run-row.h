/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_RUN_ROW (rub_run_row_get_type ())
/** One run in a list, with a button that activates runs.delete with the run's id. */
G_DECLARE_FINAL_TYPE (RubRunRow, rub_run_row, RUB, RUN_ROW, AdwBin)

/** Returns: (transfer floating): a row without a run. */
GtkWidget *rub_run_row_new (void);

/** Shows @run, in the units, zone and as of the time of @library. */
void rub_run_row_set_run (RubRunRow *self, RubRun *run, RubLibrary *library);

G_END_DECLS

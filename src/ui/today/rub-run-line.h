/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-run.h"
#include "rub-units.h"

G_BEGIN_DECLS

/** Returns: (transfer full): a run in a line: "Long run · 24 km · 2:05:10". */
char *rub_run_line_format (RubRun *run, RubUnits units);

G_END_DECLS

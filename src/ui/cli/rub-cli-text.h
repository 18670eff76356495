/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-run.h"
#include "rub-units.h"

G_BEGIN_DECLS

/** Returns: (transfer full): a run such as "Easy run, 12.4 km in 1:02:11, 12 May 2026". */
char *rub_cli_text_describe_run (RubRun *run, RubUnits units);

G_END_DECLS

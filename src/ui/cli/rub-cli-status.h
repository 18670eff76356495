/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-store.h"
#include "rub-units.h"

G_BEGIN_DECLS

/**
 * Prints the next reminder with its reason, the last run and the last check. Blocks.
 *
 * As JSON it is one object. Instants are UTC as ISO 8601; what is not there is null; keys may be
 * added later, but none is renamed:
 *
 * "version": 1
 * "next_reminder": "id", "state" ("planned", "shown" or "snoozed"), "due", "title", "reason"
 * "last_run": "id", "kind", "start", "elapsed_s", "distance_m", "effort" (0-10)
 * "last_check": "id", "made", "sore": a list of "region", "soreness" (1-10), "sensation",
 *   "note" (or null)
 *
 * Returns: the exit code: 0, or 1 when @store cannot be read.
 */
int rub_cli_status (RubStore *store, RubUnits units, gboolean is_json);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-timing.h"

G_BEGIN_DECLS

/**
 * Reads the numbers that the planner goes by. It is strict: each is there once and within its
 * bounds, nothing is there that does not belong, and each entry has its reason and its sources.
 *
 *     { "sources": [ { "id": "Foster2001", "citation": "…" } ],
 *       "numbers": [ { "id": "hard-effort", "value": 7, "reason": "…", "sources": [ "…" ] } ],
 *       "stems": [ { "after": [ "hard" ], "stems": [ "soleus" ], "reason", "sources" } ],
 *       "rules": [
 *         { "id": "long", "task": "massage", "trigger": "run", "after": [ "long" ],
 *           "enabled": true, "day": 0, "delay_min": 120, "delay_range_min": [ 15, 360 ],
 *           "minutes": 10, "minutes_range": [ 5, 20 ], "intensity": "light",
 *           "reason": "…", "sources": [ "…" ] },
 *         { … "trigger": "run", … "day": 1, "wall": "18:00" … },
 *         { … "trigger": "race", "day": 2, "wall": "18:00" … },
 *         { … "trigger": "weekdays", "weekdays": [ "sunday" ], "every_weeks": 1,
 *           "wall": "09:00" … }
 *       ] }
 *
 * A rule has minutes, their range and an intensity when its task is a massage.
 *
 * @bytes: the JSON
 * @name: what to call it in errors, such as its file name
 *
 * Returns: (transfer full) (nullable): the numbers, to be freed with g_free(); or NULL with
 *   G_IO_ERROR_INVALID_DATA that names @name and the entry at fault.
 */
RubTiming *rub_timing_parse (GBytes *bytes, const char *name, GError **error);

G_END_DECLS

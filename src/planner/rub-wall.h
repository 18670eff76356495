/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * The instant at which the wall clock of @zone first shows @wall_min minutes after midnight on
 * @date; in a gap of the clock, the first instant after it.
 *
 * Returns: UTC microseconds since the epoch.
 */
gint64 rub_wall_to_instant (GTimeZone *zone, const GDate *date, int wall_min);

/** Sets @date to the local day of @instant_us (UTC microseconds since the epoch) in @zone. */
void rub_wall_get_date (GTimeZone *zone, gint64 instant_us, GDate *date);

G_END_DECLS

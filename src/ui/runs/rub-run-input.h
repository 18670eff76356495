/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "rub-units.h"

G_BEGIN_DECLS

/* What a runner types about a run. White space around is passed over, as is case. */

/**
 * Reads a time on one's feet: "52" and "52 min" are minutes, "1:02:11" and "1h 2m 11s" what they
 * say. Of "1:02" the first number is hours when it is under 10, otherwise minutes: nobody writes
 * down a run of a minute, and few run for ten hours.
 *
 * Returns: FALSE when @text is no such time, or out of the bounds of a run.
 */
gboolean rub_run_input_parse_elapsed (const char *text, int *elapsed_s);

/**
 * Reads a distance in @units, with a point or a comma whatever the language, and with "km" or "mi"
 * behind it in that unit. Empty is 0: not known.
 *
 * Returns: FALSE when @text is no distance, or out of the bounds of a run.
 */
gboolean rub_run_input_parse_distance (const char *text, RubUnits units, double *distance_m);

/**
 * Reads a time of day: "7:30", "07.30", "7:30 pm", "19:30".
 *
 * @wall_min: (out): minutes after midnight
 *
 * Returns: FALSE when @text is none.
 */
gboolean rub_run_input_parse_clock (const char *text, int *wall_min);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "rub-body-marks.h"

/* Signs that say without colour what a region is. Each is drawn around @x, @y in the source of
 * @cr, about @size high. */

/** Draws the sign of @trend: an arrow down or up, a plus, a ring; of none an equals sign. */
void rub_map_sign_paint_trend (cairo_t *cr, RubTrend trend, double x, double y, double size);

/** Draws the sign that one does not massage there: a circle with a slash. */
void rub_map_sign_paint_no_massage (cairo_t *cr, double x, double y, double size);

/** Draws a ring of which @share, 0-1, is strong, clockwise from the top. */
void rub_map_sign_paint_share (cairo_t *cr, double share, double x, double y, double size);

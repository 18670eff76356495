/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body-marks.h"
#include "rub-body-theme.h"
#include "rub-body.h"

G_BEGIN_DECLS

/**
 * How a region is painted. Zeroed: at rest.
 *
 * @soreness: 0-10; the later one of a change, the mean of a summary
 * @trend: what became of it, where two checks are compared
 * @share: in how many of the checks of a summary it was sore, above 0 to 1; 0 where it is not one
 * @care: whether it may be massaged
 * @is_pointed_at: the pointer is over it
 * @is_lit: it is shown where it is from elsewhere too: the list, another view
 * @is_selected, @is_focused: as the names say
 * @has_fibres: whether there is room for hints of fibres
 * @has_pattern: whether a pattern tells its soreness, or its trend, beside the colour
 */
typedef struct
{
  int soreness;
  RubTrend trend;
  double share;
  RubRegionCare care;
  gboolean is_pointed_at;
  gboolean is_lit;
  gboolean is_selected;
  gboolean is_focused;
  gboolean has_fibres;
  gboolean has_pattern;
} RubRegionLook;

/** Paints the figure on which the regions lie, in the units of the drawing. */
void rub_body_paint_silhouette (cairo_t *cr, RubOutline *silhouette, const RubBodyTheme *theme);

/** Paints a region of @kind that has @shape, in the units of the drawing. */
void rub_body_paint_region (cairo_t *cr, const RubRegionShape *shape, RubRegionKind kind,
                            const RubRegionLook *look, const RubBodyTheme *theme);

/**
 * Draws the number of @soreness at @x, @y, with a badge of its own below it when there is less
 * than @room (pixels) between there and the line of the region.
 */
void rub_body_paint_number (GtkSnapshot *snapshot, GtkWidget *widget, RubPoint place, double room,
                            int soreness, const RubBodyTheme *theme);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body.h"
#include "rub-body-theme.h"

G_BEGIN_DECLS

/**
 * How a region is painted.
 *
 * @soreness: 0-10
 * @is_pointed_at, @is_selected, @is_focused: as the names say
 * @has_fibres: whether there is room for hints of fibres
 */
typedef struct
{
  int soreness;
  gboolean is_pointed_at;
  gboolean is_selected;
  gboolean is_focused;
  gboolean has_fibres;
} RubRegionLook;

/** Paints the figure on which the regions lie, in the units of the drawing. */
void rub_body_paint_silhouette (cairo_t *cr, RubOutline *silhouette, const RubBodyTheme *theme);

/** Paints a region of @kind that has @shape, in the units of the drawing. */
void rub_body_paint_region (cairo_t *cr,
                            const RubRegionShape *shape,
                            RubRegionKind kind,
                            const RubRegionLook *look,
                            const RubBodyTheme *theme);

/**
 * Draws the number of @soreness at @x, @y, with a badge of its own below it when there is less
 * than @room (pixels) between there and the line of the region.
 */
void rub_body_paint_number (GtkSnapshot *snapshot,
                            GtkWidget *widget,
                            RubPoint place,
                            double room,
                            int soreness,
                            const RubBodyTheme *theme);

G_END_DECLS

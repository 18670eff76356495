/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body-theme.h"
#include "rub-body.h"
#include "rub-region-look.h"

G_BEGIN_DECLS

/** How much room (pixels) there must be around a region's label point for a sign. */
#define RUB_BODY_PAINT_SIGN_ROOM 6.5

/** Paints the figure on which the regions lie, in the units of the drawing. */
void rub_body_paint_silhouette (cairo_t *cr, RubOutline *silhouette, const RubBodyTheme *theme);

/** Paints a region of @kind that has @shape, in the units of the drawing. */
void rub_body_paint_region (cairo_t *cr, const RubRegionShape *shape, RubRegionKind kind,
                            const RubRegionLook *look, const RubBodyTheme *theme);

G_END_DECLS

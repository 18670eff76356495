/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-outline.h"
#include "rub-region-look.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_SWATCH (rub_map_swatch_get_type ())
/**
 * A small field that looks as a region of the map does, for a legend. Properties "about"
 * (RubBodyMarksKind), "soreness", "trend" (RubTrend), "share" and "has-pattern" are those of a
 * RubRegionLook; "care" (RubRegionCare), too, but such a field has nothing but its sign.
 */
G_DECLARE_FINAL_TYPE (RubMapSwatch, rub_map_swatch, RUB, MAP_SWATCH, GtkWidget)

/** Draws such a field into @box, with the fonts of @context and numbers of @size. */
void rub_map_swatch_paint (cairo_t *cr, PangoContext *context, const RubRegionLook *look,
                           const RubBodyTheme *theme, const RubBox *box, double size);

G_END_DECLS

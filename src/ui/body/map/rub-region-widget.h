/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body-attention.h"
#include "rub-body-marks.h"
#include "rub-body.h"
#include "rub-check-draft.h"
#include "rub-region-look.h"

G_BEGIN_DECLS

#define RUB_TYPE_REGION_WIDGET (rub_region_widget_get_type ())
/**
 * One region in one view of the body: focusable, pointed at by its shape, and a check box to
 * assistive technology. It is a RubRegionItem, and asks what is above it to ask about the region
 * by the action "map.open" (s: id, i: view). What is pointed at or focused is lit.
 * What holds it binds its keys, since to bind them for each would take longer than all the rest.
 */
G_DECLARE_FINAL_TYPE (RubRegionWidget, rub_region_widget, RUB, REGION_WIDGET, GtkWidget)

/**
 * @attention: (nullable): told when the region is pointed at or focused, and when it is left
 *
 * Returns: (transfer floating): a widget for @region, which is in @view of @body.
 */
GtkWidget *rub_region_widget_new (RubBody *body,
                                  RubRegion *region,
                                  RubBodyView view,
                                  RubBodyAttention *attention);

RubRegion *rub_region_widget_get_region (RubRegionWidget *self);

/** Returns: the box that holds what it paints and what it is pointed at by, without any slack. */
RubBox rub_region_widget_get_box (RubRegionWidget *self);

/** Takes the shape that the region has in @body, another drawing of the same regions. */
void rub_region_widget_set_body (RubRegionWidget *self, RubBody *body);

/**
 * Says where the widget is: its top left corner is at @origin of the drawing, of which a unit is
 * @scale pixels. @is_mirrored: x of the drawing grows to the left.
 */
void rub_region_widget_set_placement (RubRegionWidget *self,
                                      RubPoint origin,
                                      double scale,
                                      gboolean is_mirrored);

/**
 * @draft: (nullable): what the region is marked in by keys and actions, and what is told of it
 * @marks: (nullable): what is shown instead, while nothing is to be changed
 */
void rub_region_widget_show (RubRegionWidget *self, RubCheckDraft *draft, RubBodyMarks *marks);

/** Shows what is said of the region now. */
void rub_region_widget_update (RubRegionWidget *self);

/** Returns: the soreness that is shown, 0-10. */
int rub_region_widget_get_soreness (RubRegionWidget *self);

/** Shows that something about this region is being asked. */
void rub_region_widget_set_selected (RubRegionWidget *self, gboolean is_selected);

/** Shows that this region is where the runner is, be it here or elsewhere. */
void rub_region_widget_set_lit (RubRegionWidget *self, gboolean is_lit);

/** Says whether a pattern tells how sore it is, beside the colour. */
void rub_region_widget_set_has_pattern (RubRegionWidget *self, gboolean has_pattern);

/** Returns: how it is painted now. */
RubRegionLook rub_region_widget_get_look (RubRegionWidget *self);

/** How far from a region one may point and still mean it, in pixels. */
#define RUB_REGION_WIDGET_SLACK 8

G_END_DECLS

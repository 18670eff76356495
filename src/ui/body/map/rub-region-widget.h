/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body.h"
#include "rub-check-draft.h"
#include "rub-region-look.h"

G_BEGIN_DECLS

#define RUB_TYPE_REGION_WIDGET (rub_region_widget_get_type ())
/**
 * One region in one view of the body: focusable, pointed at by its shape, and a check box to
 * assistive technology. It is a RubRegionItem, and asks what is above it to ask about the region
 * by the action "map.open" (s: id, i: view).
 */
G_DECLARE_FINAL_TYPE (RubRegionWidget, rub_region_widget, RUB, REGION_WIDGET, GtkWidget)

/** Returns: (transfer floating): a widget for @region, which is in @view of @body. */
GtkWidget *rub_region_widget_new (RubBody *body, RubRegion *region, RubBodyView view);

RubRegion *rub_region_widget_get_region (RubRegionWidget *self);

/** Returns: the box that holds what it paints and what it is pointed at by, without any slack. */
RubBox rub_region_widget_get_box (RubRegionWidget *self);

/**
 * Says where the widget is: its top left corner is at @origin of the drawing, of which a unit is
 * @scale pixels.
 */
void rub_region_widget_set_placement (RubRegionWidget *self, RubPoint origin, double scale);

/**
 * @draft: (nullable): what the region is marked in by keys and actions, and what is told of it;
 *   NULL while something else is shown that is not to be changed
 */
void rub_region_widget_set_draft (RubRegionWidget *self, RubCheckDraft *draft);

int rub_region_widget_get_soreness (RubRegionWidget *self);
/** Shows @soreness, 0-10, with @sensation. */
void rub_region_widget_set_soreness (RubRegionWidget *self, int soreness, RubSensation sensation);

/** Shows that something about this region is being asked. */
void rub_region_widget_set_selected (RubRegionWidget *self, gboolean is_selected);

/** Says whether a pattern tells how sore it is, beside the colour. */
void rub_region_widget_set_has_pattern (RubRegionWidget *self, gboolean has_pattern);

/** Returns: how it is painted now. */
RubRegionLook rub_region_widget_get_look (RubRegionWidget *self);

/** How far from a region one may point and still mean it, in pixels. */
#define RUB_REGION_WIDGET_SLACK 8

G_END_DECLS

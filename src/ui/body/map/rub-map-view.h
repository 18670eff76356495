/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-region-widget.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_VIEW (rub_map_view_get_type ())
/**
 * One view of the body with a child for each region in it, under a line that says which view it
 * is and where the person's left and right are. Tab enters and leaves it as one stop; the arrow
 * keys go from region to region.
 */
G_DECLARE_FINAL_TYPE (RubMapView, rub_map_view, RUB, MAP_VIEW, GtkWidget)

/**
 * @attention: (nullable): told when a region is pointed at or focused
 * @draft: (nullable): what is shown and marked
 *
 * Returns: (transfer floating): @view of @body.
 */
GtkWidget *rub_map_view_new (RubBody *body,
                             RubBodyView view,
                             RubBodyAttention *attention,
                             RubCheckDraft *draft);

/** Shows @body, another drawing of the same regions. Returns: whether it is another than before. */
gboolean rub_map_view_set_body (RubMapView *self, RubBody *body);

/**
 * Shows the front as one sees oneself in a mirror (or as one sees another person).
 *
 * Returns: whether it was the other before.
 */
gboolean rub_map_view_set_mirrored (RubMapView *self, gboolean is_mirrored);

/** Shows @marks, of which nothing is to be changed, or the draft (NULL) as it is now. */
void rub_map_view_show (RubMapView *self, RubBodyMarks *marks);

RubBodyView rub_map_view_get_view (RubMapView *self);

/** Returns: the size of what is drawn, in the units of the drawing. */
RubPoint rub_map_view_get_extent (RubMapView *self);

/** Returns: the height of the line above the figure, in pixels. */
int rub_map_view_get_header_height (RubMapView *self);

/** Returns: (transfer none) (nullable): the widget of @region, or NULL when it is not in view. */
RubRegionWidget *rub_map_view_find (RubMapView *self, RubRegion *region);

/** Returns: where the number of @region, which must be in view, stands, in pixels. */
RubPoint rub_map_view_get_label (RubMapView *self, RubRegion *region);

/** Moves the focus to the region that is nearest to @point (pixels). Returns: whether it did. */
gboolean rub_map_view_focus_near (RubMapView *self, RubPoint point);

/** Paints everything anew, in the colours of the desktop as it is now. */
void rub_map_view_repaint (RubMapView *self);

/** Says whether patterns tell how sore regions are, beside their colours. */
void rub_map_view_set_has_patterns (RubMapView *self, gboolean has_patterns);

G_END_DECLS

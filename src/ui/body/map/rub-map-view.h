/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-region-widget.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_VIEW (rub_map_view_get_type ())
/**
 * One view of the body with a child for each region in it. Tab enters and leaves it as one stop;
 * the arrow keys go from region to region. Signal "region-focused" (RubRegionWidget): the focus is
 * in that region now.
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

/** Returns: (transfer none) (nullable): the widget of @region, or NULL when it is not in view. */
RubRegionWidget *rub_map_view_find (RubMapView *self, RubRegion *region);

/** Returns: where the number of @region, which must be in view, stands, in pixels. */
RubPoint rub_map_view_get_label (RubMapView *self, RubRegion *region);

/** Returns: (transfer none) (nullable): the region meant at @place of the drawing. */
RubRegion *rub_map_view_pick (RubMapView *self, RubPoint place);

/** Returns: (transfer none) (nullable): the widget of the region meant at @point (pixels). */
RubRegionWidget *rub_map_view_find_at (RubMapView *self, RubPoint point);

/** Returns: (transfer none): the widget whose region's number is nearest to @point (pixels). */
RubRegionWidget *rub_map_view_find_near (RubMapView *self, RubPoint point);

/**
 * Returns: (transfer none) (nullable): the widget of the region that one who types @text means,
 *   and who was at @from (nullable) before.
 */
RubRegionWidget *
rub_map_view_find_typed (RubMapView *self, RubRegion *from, const char *text);

/** Returns: where @region would be if the figure were at @place. */
RubBox rub_map_view_get_box (RubMapView *self, RubRegion *region, const RubBox *place);

/** Like rub_map_view_get_box(), of the part of the body it is of, such as the left lower leg. */
RubBox rub_map_view_get_part (RubMapView *self, RubRegion *region, const RubBox *place);

/** Paints the figure as it would look from far away, at @place. */
void rub_map_view_paint (RubMapView *self, cairo_t *cr, const RubBox *place);

/** Paints everything anew, in the colours of the desktop as it is now. */
void rub_map_view_repaint (RubMapView *self);

/** Says whether patterns tell how sore regions are, beside their colours. */
void rub_map_view_set_has_patterns (RubMapView *self, gboolean has_patterns);

G_END_DECLS

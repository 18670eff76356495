/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-map-lens.h"
#include "rub-map-view.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_STAGE (rub_map_stage_get_type ())
/**
 * The views of a body, looked at through a lens: all of them beside each other where there is
 * room, otherwise one. Over each figure stand its words, which stay in sight; an overview is there
 * while not all is seen. The region with the keyboard's focus is brought into sight. Properties
 * "single" (read only): whether only one view is shown; "zoom" (read only): how large it is shown.
 */
G_DECLARE_FINAL_TYPE (RubMapStage, rub_map_stage, RUB, MAP_STAGE, GtkWidget)

/** Returns: (transfer floating): all views of the body of @draft. */
GtkWidget *rub_map_stage_new (RubCheckDraft *draft, RubBodyAttention *attention);

/** Returns: (transfer none): the lens; "changed" is followed by the stage itself. */
RubMapLens *rub_map_stage_get_lens (RubMapStage *self);

/** Returns: (transfer none): one of the views. */
RubMapView *rub_map_stage_get_map_view (RubMapStage *self, RubBodyView view);

/** As of the map. Both return whether that is a change. */
gboolean rub_map_stage_set_body (RubMapStage *self, RubBody *body);
gboolean rub_map_stage_set_mirrored (RubMapStage *self, gboolean is_mirrored);

/** Takes all the height that one view wants (or what there is). */
void rub_map_stage_set_narrow (RubMapStage *self, gboolean is_narrow);

gboolean rub_map_stage_get_single (RubMapStage *self);

/** Which view is shown when not all are. */
RubBodyView rub_map_stage_get_current (RubMapStage *self);
void rub_map_stage_set_current (RubMapStage *self, RubBodyView view);

/** Returns: (transfer none) (nullable): the region meant at @point (pixels). */
RubRegionWidget *rub_map_stage_pick (RubMapStage *self, RubPoint point);

/**
 * Returns: (transfer none) (nullable): @region in the view that is shown first, or else in the
 *   first that has it.
 */
RubRegionWidget *rub_map_stage_find (RubMapStage *self, RubRegion *region);

/** Brings the region of @widget into sight, if it is not all in it. */
void rub_map_stage_reveal (RubMapStage *self, RubRegionWidget *widget);

/** Goes to the part of the body that the region of @widget belongs to. */
void rub_map_stage_zoom_to_part (RubMapStage *self, RubRegionWidget *widget);

/** Shows what is marked now in the overview too. */
void rub_map_stage_repaint_overview (RubMapStage *self);

G_END_DECLS

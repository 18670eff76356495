/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-map-layout.h"
#include "rub-map-lens.h"
#include "rub-map-view.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_OVERVIEW (rub_map_overview_get_type ())
/**
 * All of a map in small, with a frame around what is seen of it. A click or a drag moves what is
 * seen, as the keys do on the map itself, so that the focus need not come here.
 */
G_DECLARE_FINAL_TYPE (RubMapOverview, rub_map_overview, RUB, MAP_OVERVIEW, GtkWidget)

/** Returns: (transfer floating): an overview of what one looks at through @lens. */
GtkWidget *rub_map_overview_new (RubMapLens *lens);

/** @views: (array fixed-size=3): not owned; what stands at the places of @layout */
void rub_map_overview_set_scene (RubMapOverview *self,
                                 const RubMapLayout *layout,
                                 RubMapView *const views[RUB_N_BODY_VIEWS]);

/** Paints everything anew, since something else is marked. */
void rub_map_overview_repaint (RubMapOverview *self);

/** Returns: how large it is on a map of @size pixels. */
RubPoint rub_map_overview_get_size (RubPoint size);

G_END_DECLS

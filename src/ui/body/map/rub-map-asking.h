/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-region-widget.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_ASKING (rub_map_asking_get_type ())
/** What asks about one region of a map, beside it: a popover, and the region it is about. */
G_DECLARE_FINAL_TYPE (RubMapAsking, rub_map_asking, RUB, MAP_ASKING, GObject)

/**
 * @map: not owned; gets the popover as its last child when it first asks
 *
 * Returns: (transfer full): what asks about nothing yet.
 */
RubMapAsking *rub_map_asking_new (GtkWidget *map, RubCheckDraft *draft);

/** Asks about the region of @widget, which is in a view of the map. */
void rub_map_asking_open (RubMapAsking *self, RubRegionWidget *widget);
/** Stops asking. */
void rub_map_asking_close (RubMapAsking *self);

/** Returns: (transfer none) (nullable): what asks, the map's last child; NULL before it did. */
GtkWidget *rub_map_asking_get_popover (RubMapAsking *self);
/** Returns: (transfer none) (nullable): the region that is asked about, or NULL. */
RubRegion *rub_map_asking_get_region (RubMapAsking *self);

/** Asks with large targets (or small ones). */
void rub_map_asking_set_narrow (RubMapAsking *self, gboolean is_narrow);
/** Asks below the region (or beside it), as there is room on the map. */
void rub_map_asking_set_below (RubMapAsking *self, gboolean is_below);

/** Follows the region to where it is now; to be called whenever the map was allocated. */
void rub_map_asking_place (RubMapAsking *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-body-map.h"
#include "rub-map-stage.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_MOTION (rub_map_motion_get_type ())
/**
 * How one looks around on a map: a pinch, or the wheel with Ctrl, goes nearer; while not all is
 * seen, the wheel, a finger, the middle button, or a drag where there is no region moves what is
 * seen.
 */
G_DECLARE_FINAL_TYPE (RubMapMotion, rub_map_motion, RUB, MAP_MOTION, GObject)

/**
 * @map: not owned; what listens to the pointer
 * @stage: not owned; its child at its origin, which moves
 *
 * Returns: (transfer full): what listens from now on.
 */
RubMapMotion *rub_map_motion_new (RubBodyMap *map, RubMapStage *stage);

/**
 * Returns: (transfer none): what a drag is heard by; to be grouped with other gestures of the map
 *   that are to go on when a finger starts to move what is seen. It never denies.
 */
GtkGesture *rub_map_motion_get_drag (RubMapMotion *self);

/** Goes nearer by @ratio, or away when it is below 1, towards the middle. */
void rub_map_motion_zoom_by (RubMapMotion *self, double ratio);

/** Moves what is seen by @x, @y steps. */
void rub_map_motion_step (RubMapMotion *self, int x, int y);

G_END_DECLS

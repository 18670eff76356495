/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-map-zoom.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_LENS (rub_map_lens_get_type ())
/**
 * What one looks through at a map: a zoom that can be on its way to another. Signal "changed": it
 * is another now; not emitted when it only follows the size of the map.
 */
G_DECLARE_FINAL_TYPE (RubMapLens, rub_map_lens, RUB, MAP_LENS, GObject)

/**
 * @widget: not owned; what moves, by whose clock and settings
 *
 * Returns: (transfer full): a lens through which all is seen.
 */
RubMapLens *rub_map_lens_new (GtkWidget *widget);

/** Says that what one looks through is @size pixels now; the middle of it stays. */
void rub_map_lens_set_size (RubMapLens *self, RubPoint size);
RubPoint rub_map_lens_get_size (RubMapLens *self);

/** Returns: the zoom at this moment. */
RubMapZoom rub_map_lens_get_zoom (RubMapLens *self);
/** Returns: the zoom it is on its way to. */
RubMapZoom rub_map_lens_get_aim (RubMapLens *self);

/** Goes to @zoom, which is clamped: in a moment, unless the desktop shows no motion, or at once. */
void rub_map_lens_move (RubMapLens *self, RubMapZoom zoom, gboolean is_animated);

/** Moves by @by pixels at once. Returns: whether the edges let it move at all. */
gboolean rub_map_lens_pan (RubMapLens *self, RubPoint by);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-region.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_HEADER (rub_map_header_get_type ())
/** The words over a figure: which view it is, and where the person's left and right are. */
G_DECLARE_FINAL_TYPE (RubMapHeader, rub_map_header, RUB, MAP_HEADER, GtkWidget)

/** Returns: (transfer floating): the words over @view. */
GtkWidget *rub_map_header_new (RubBodyView view);

/** Says that the view is seen as in a mirror (or as one sees another person). */
void rub_map_header_set_mirrored (RubMapHeader *self, gboolean is_mirrored);

/** Shows that the words do not stand over the figure, but on it. */
void rub_map_header_set_pinned (RubMapHeader *self, gboolean is_pinned);

/** Returns: the height of the words, in pixels. */
int rub_map_header_get_height (RubMapHeader *self);

/**
 * Allocates the header the whole @width of the screen at @y, where the figure is at @figure_x and
 * @figure_width wide, all of it in sight or not; all in pixels.
 */
void rub_map_header_place (
  RubMapHeader *self, double figure_x, double figure_width, int y, int width);

/** Returns: (transfer none): the translated name of @view, and whether it is in a mirror. */
const char *rub_map_header_get_title (RubBodyView view, gboolean is_mirrored);

G_END_DECLS

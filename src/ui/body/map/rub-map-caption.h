/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-region.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_CAPTION (rub_map_caption_get_type ())
/**
 * One line that names the region one is at, at once and without being in the way, as a tooltip
 * would be. It is of one height whatever it says. It is for the eye alone: assistive technology
 * speaks of the region itself.
 */
G_DECLARE_FINAL_TYPE (RubMapCaption, rub_map_caption, RUB, MAP_CAPTION, GtkWidget)

/** Returns: (transfer floating): a line that names nothing yet. */
GtkWidget *rub_map_caption_new (void);

/** @region: (nullable): what to name, @soreness (0-10) included; NULL: how to come to a name */
void rub_map_caption_set_region (RubMapCaption *self, RubRegion *region, int soreness);

/** Returns: (transfer none): what it says. */
const char *rub_map_caption_get_text (RubMapCaption *self);

G_END_DECLS

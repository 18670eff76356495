/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-outline.h"

G_BEGIN_DECLS

/** How far one can zoom in. */
#define RUB_MAP_ZOOM_MAX 6.0

/**
 * Which part of something is seen, and how large. Places on it are in pixels at factor 1, when all
 * of it is seen; places in the window one looks through are in pixels of the screen.
 *
 * @factor: 1 to RUB_MAP_ZOOM_MAX
 * @offset: the top left corner of what is seen, in pixels of the screen
 */
typedef struct
{
  double factor;
  RubPoint offset;
} RubMapZoom;

/** All is seen. */
#define RUB_MAP_ZOOM_FIT ((RubMapZoom){ .factor = 1 })

/** Returns: @zoom within its limits, so that nothing beyond the edges is seen in @size pixels. */
RubMapZoom rub_map_zoom_clamp (RubMapZoom zoom, RubPoint size);

/** Returns: @zoom at @factor; what is at @anchor of the screen stays there if the edges let it. */
RubMapZoom rub_map_zoom_at (RubMapZoom zoom, double factor, RubPoint anchor, RubPoint size);

/** Returns: @zoom after what is seen moved by @by pixels of the screen, as far as the edges let. */
RubMapZoom rub_map_zoom_pan (RubMapZoom zoom, RubPoint by, RubPoint size);

/** Returns: @box in the middle, as large as it can be with @margin pixels around it. */
RubMapZoom rub_map_zoom_to_box (const RubBox *box, double margin, RubPoint size);

/** Returns: @zoom, moved no more than is needed to see @box with @margin pixels around it. */
RubMapZoom rub_map_zoom_reveal (RubMapZoom zoom, const RubBox *box, double margin, RubPoint size);

/** Returns: @zoom of @from pixels in @to pixels: the middle stays what it was. */
RubMapZoom rub_map_zoom_resize (RubMapZoom zoom, RubPoint from, RubPoint to);

/** Returns: on the way from @from (0) to @to (1); what is the same place in both stays there. */
RubMapZoom rub_map_zoom_mix (const RubMapZoom *from, const RubMapZoom *to, double progress);

/** Returns: where @place is on the screen. */
RubPoint rub_map_zoom_to_screen (const RubMapZoom *zoom, RubPoint place);

/** Returns: what is seen in @size pixels. */
RubBox rub_map_zoom_get_seen (const RubMapZoom *zoom, RubPoint size);

G_END_DECLS

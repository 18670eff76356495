/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "rub-body-marks.h"
#include "rub-body-theme.h"
#include "rub-region.h"

G_BEGIN_DECLS

/**
 * How a region is painted. Zeroed: at rest, in a picture of one check.
 *
 * @kind: what the picture is about
 * @soreness: 0-10; the later one of a change, the mean of a summary
 * @trend: what became of it; only of a change
 * @share: in how many of the checks of a summary it was sore, 0-1; only of a summary
 * @care: whether it may be massaged
 * @is_pointed_at: the pointer is over it
 * @is_lit: it is shown where it is from elsewhere too: the list, another view
 * @is_selected, @is_focused: as the names say
 * @is_meant: it is what a text speaks of, filled so that it stands out in a small picture
 * @has_fibres: whether there is room for hints of fibres
 * @has_pattern: whether a pattern tells its soreness, or its trend, beside the colour
 */
typedef struct
{
  RubBodyMarksKind kind;
  int soreness;
  RubTrend trend;
  double share;
  RubRegionCare care;
  gboolean is_pointed_at;
  gboolean is_lit;
  gboolean is_selected;
  gboolean is_focused;
  gboolean is_meant;
  gboolean has_fibres;
  gboolean has_pattern;
} RubRegionLook;

/** Returns: how @region looks in a picture of @marks (nullable: in which nothing is sore). */
RubRegionLook rub_region_look_for_marks (RubBodyMarks *marks, RubRegion *region);

/** Returns: whether there is more to show than a region at rest. */
gboolean rub_region_look_is_marked (const RubRegionLook *look);

/** Returns: the colour that a region of @kind is filled with. */
GdkRGBA rub_region_look_get_fill (const RubRegionLook *look, RubRegionKind kind,
                                  const RubBodyTheme *theme);

G_END_DECLS

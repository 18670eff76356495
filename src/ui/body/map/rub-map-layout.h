/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-outline.h"
#include "rub-region.h"

G_BEGIN_DECLS

/** Room between figures, in pixels. */
#define RUB_MAP_LAYOUT_SPACING 18

/**
 * What is to be laid out.
 *
 * @extents: how large the drawings are, in their units
 * @is_shown: which of them are shown; at least one
 * @header: the room above each, in pixels
 */
typedef struct
{
  RubPoint extents[RUB_N_BODY_VIEWS];
  gboolean is_shown[RUB_N_BODY_VIEWS];
  int header;
} RubMapFigures;

/**
 * Where the figures stand, in pixels.
 *
 * @scale: pixels for a unit of the drawings, the same for all
 * @places: of those that are shown, without their headers
 */
typedef struct
{
  double scale;
  RubBox places[RUB_N_BODY_VIEWS];
} RubMapLayout;

/** Returns: the size of all that are shown beside each other, in units of the drawings. */
RubPoint rub_map_figures_get_extent (const RubMapFigures *figures);

/** Returns: the pixels between those that are shown. */
int rub_map_figures_get_gaps (const RubMapFigures *figures);

/** Returns: the figures, as large as they can be in @size, in its middle and on one ground. */
RubMapLayout rub_map_layout_fit (const RubMapFigures *figures, RubPoint size);

/** Where the words of a header stand: from the left of the screen, and whether there is room. */
typedef struct
{
  double x[3];
  gboolean is_shown[3];
} RubMapWords;

/**
 * The words over a figure: its left side, its name and its right side, as one looks at it. They
 * stand over what is seen of it. The word of a side stands over that side only, and is not shown
 * when that is out of sight; the name goes first when room is scarce.
 *
 * @figure_x, @figure_width: where the figure is on a screen of @width pixels, all of it or not
 * @widths: (array fixed-size=3): how wide the words are
 */
RubMapWords rub_map_layout_words (double figure_x,
                                  double figure_width,
                                  double width,
                                  const double widths[3]);

G_END_DECLS

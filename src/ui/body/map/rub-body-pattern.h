/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "rub-outline.h"
#include "rub-region-look.h"

G_BEGIN_DECLS

/** What is laid over a colour so that it is known without it. From the least to the most dense. */
typedef enum
{
  RUB_BODY_PATTERN_NONE,
  RUB_BODY_PATTERN_DOTS,
  RUB_BODY_PATTERN_HATCH,
  RUB_BODY_PATTERN_CROSS,
  RUB_N_BODY_PATTERNS
} RubBodyPattern;

/**
 * Returns: the pattern of @look: by its soreness (1-3, 4-6, 7-10), or, in a change, by its trend
 *   (better, worse, new).
 */
RubBodyPattern rub_body_pattern_for_look (const RubRegionLook *look);

/**
 * Lays @pattern over @box, in user units. Whoever calls has clipped to the shape. Its lines are as
 * far from each other at every scale; @unit is the size of a pixel in user units.
 */
void rub_body_pattern_paint (cairo_t *cr, RubBodyPattern pattern, const RubBox *box, double unit,
                             const GdkRGBA *color);

G_END_DECLS

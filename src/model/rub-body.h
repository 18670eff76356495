/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-outline.h"
#include "rub-region.h"

G_BEGIN_DECLS

/** The builds a body is drawn in: the same regions in other proportions. */
typedef enum
{
  RUB_BODY_BUILD_STANDARD,
  RUB_BODY_BUILD_NARROWER,
  RUB_N_BODY_BUILDS
} RubBodyBuild;

/**
 * How a region looks in one view.
 *
 * @outline: what is drawn
 * @hit: (nullable): what may be pointed at, where @outline is too small for that
 * @fibres: (nullable): open lines that hint at the fibres of a muscle
 * @label: a place deep inside @outline, for a number
 */
typedef struct
{
  RubOutline *outline;
  RubOutline *hit;
  RubOutline *fibres;
  RubPoint label;
} RubRegionShape;

/**
 * One drawing of the body.
 *
 * @width, @height: its size, in its own units
 * @silhouette: the whole figure, on which the regions lie
 * @regions: (element-type RubRegion): its regions in reading order
 * @shapes: (array): how each of @regions looks here, in the same order
 */
typedef struct
{
  double width;
  double height;
  RubOutline *silhouette;
  GPtrArray *regions;
  RubRegionShape *shapes;
} RubBodyDrawing;

#define RUB_TYPE_BODY (rub_body_get_type ())
/** All regions and the drawings they stand in: an immutable value. */
G_DECLARE_FINAL_TYPE (RubBody, rub_body, RUB, BODY, GObject)

/**
 * @regions: (element-type RubRegion): all regions, each id once
 * @drawings: (array fixed-size=3): by RubBodyView; each region in them is one of @regions
 *
 * Returns: (transfer full): a body with copies of the arguments.
 */
RubBody *rub_body_new (GPtrArray *regions, const RubBodyDrawing drawings[RUB_N_BODY_VIEWS]);

/** Returns: (transfer none) (element-type RubRegion): all regions; not to be changed. */
GPtrArray *rub_body_get_regions (RubBody *self);

/** Returns: (transfer none): the drawing of @view; valid while @self is. */
const RubBodyDrawing *rub_body_get_drawing (RubBody *self, RubBodyView view);

/**
 * Returns: (transfer none) (nullable): how @region looks in @view, or NULL when it is not there;
 *   valid while @self is.
 */
const RubRegionShape *rub_body_get_shape (RubBody *self, RubBodyView view, RubRegion *region);

/** Returns: (transfer none) (nullable): the region with @id. */
RubRegion *rub_body_find (RubBody *self, const char *id);

/**
 * @stems: ids without their sides, with commas between, such as "soleus,achilles"
 *
 * Returns: (transfer full) (element-type RubRegion): the regions meant, on both sides, in the
 *   order of @stems, each once; what is not known is left out.
 */
GPtrArray *rub_body_find_all (RubBody *self, const char *stems);

/**
 * The region someone means who points at @x, @y of the drawing of @view: the one drawn there;
 * otherwise the one with the smallest hit area there; otherwise the nearest within @slack.
 *
 * Returns: (transfer none) (nullable): the region, or NULL when none is near.
 */
RubRegion *rub_body_pick (RubBody *self, RubBodyView view, double x, double y, double slack);

/** Returns: (transfer none) (nullable): the same part of the other side; NULL in the middle. */
RubRegion *rub_body_find_other_side (RubBody *self, RubRegion *region);

G_END_DECLS

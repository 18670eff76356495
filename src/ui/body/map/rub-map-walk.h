/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-body.h"

G_BEGIN_DECLS

/** Where one goes by the arrow keys, as one looks at the body. */
typedef enum
{
  RUB_MAP_WALK_UP,
  RUB_MAP_WALK_DOWN,
  RUB_MAP_WALK_LEFT,
  RUB_MAP_WALK_RIGHT,
  RUB_N_MAP_WALKS
} RubMapWalk;

/**
 * The next region by place: near, and rather straight ahead than aside.
 *
 * @is_mirrored: @view is seen as in a mirror
 *
 * Returns: (transfer none) (nullable): a region of @view, or NULL at its edge.
 */
RubRegion *rub_map_walk_find_next (
  RubBody *body, RubBodyView view, gboolean is_mirrored, RubRegion *from, RubMapWalk walk);

/**
 * Returns: (transfer none) (nullable): the region of @view whose number is nearest to @place of
 *   the drawing.
 */
RubRegion *rub_map_walk_find_nearest (RubBody *body, RubBodyView view, RubPoint place);

/**
 * Returns: the box around all regions of @view of the part of the body that @region belongs to,
 *   such as the left lower leg.
 */
RubBox rub_map_walk_get_part (RubBody *body, RubBodyView view, RubRegion *region);

/**
 * The region that one who types @text means: the best match for it in @view. Of several that
 * match as well, the one on the side of @from (nullable), or else the first.
 *
 * Returns: (transfer none) (nullable): a region of @view.
 */
RubRegion *
rub_map_walk_find_typed (RubBody *body, RubBodyView view, RubRegion *from, const char *text);

G_END_DECLS

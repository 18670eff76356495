/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-walk.h"

#include <math.h>

#include "rub-region-search.h"

/* Lower is nearer; negative: not in that direction at all. */
static double
get_effort (RubPoint from, RubPoint to, RubMapWalk walk)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  gboolean is_across = walk == RUB_MAP_WALK_LEFT || walk == RUB_MAP_WALK_RIGHT;
  double along = is_across ? dx : dy, aside = is_across ? dy : dx;

  if (walk == RUB_MAP_WALK_LEFT || walk == RUB_MAP_WALK_UP)
    along = -along;

  return along < 1 ? -1 : along + 2 * fabs (aside);
}

static RubMapWalk
turn_around (RubMapWalk walk)
{
  if (walk == RUB_MAP_WALK_LEFT)
    return RUB_MAP_WALK_RIGHT;

  return walk == RUB_MAP_WALK_RIGHT ? RUB_MAP_WALK_LEFT : walk;
}

RubRegion *
rub_map_walk_find_next (
  RubBody *body, RubBodyView view, gboolean is_mirrored, RubRegion *from, RubMapWalk walk)
{
  const RubBodyDrawing *drawing = rub_body_get_drawing (body, view);
  const RubRegionShape *start = rub_body_get_shape (body, view, from);
  RubRegion *nearest = NULL;
  double least = INFINITY;

  g_return_val_if_fail (drawing != NULL, NULL);
  g_return_val_if_fail (start != NULL, NULL);

  if (is_mirrored)
    walk = turn_around (walk);
  for (guint i = 0; i < drawing->regions->len; i++)
    {
      double effort = get_effort (start->label, drawing->shapes[i].label, walk);

      if (effort >= 0 && effort < least)
        {
          nearest = g_ptr_array_index (drawing->regions, i);
          least = effort;
        }
    }

  return nearest;
}

RubRegion *
rub_map_walk_find_nearest (RubBody *body, RubBodyView view, RubPoint place)
{
  const RubBodyDrawing *drawing = rub_body_get_drawing (body, view);
  RubRegion *nearest = NULL;
  double least = INFINITY;

  g_return_val_if_fail (drawing != NULL, NULL);

  for (guint i = 0; i < drawing->regions->len; i++)
    {
      RubPoint label = drawing->shapes[i].label;
      double distance = hypot (label.x - place.x, label.y - place.y);

      if (distance < least)
        {
          nearest = g_ptr_array_index (drawing->regions, i);
          least = distance;
        }
    }

  return nearest;
}

/* Of the same side, as far as both have one. */
static gboolean
is_same_part (RubRegion *one, RubRegion *other)
{
  RubSide side = rub_region_get_side (one), other_side = rub_region_get_side (other);

  return g_str_equal (rub_region_get_group (one), rub_region_get_group (other))
         && (side == other_side || side == RUB_SIDE_MIDDLE || other_side == RUB_SIDE_MIDDLE);
}

RubBox
rub_map_walk_get_part (RubBody *body, RubBodyView view, RubRegion *region)
{
  const RubBodyDrawing *drawing = rub_body_get_drawing (body, view);
  RubPoint low = { INFINITY, INFINITY }, high = { -INFINITY, -INFINITY };

  g_return_val_if_fail (drawing != NULL, ((RubBox){ 0 }));
  g_return_val_if_fail (rub_body_get_shape (body, view, region) != NULL, ((RubBox){ 0 }));

  for (guint i = 0; i < drawing->regions->len; i++)
    {
      const RubBox *box = rub_outline_get_bounds (drawing->shapes[i].outline);

      if (!is_same_part (region, g_ptr_array_index (drawing->regions, i)))
        continue;
      low = (RubPoint){ MIN (low.x, box->x), MIN (low.y, box->y) };
      high = (RubPoint){ MAX (high.x, box->x + box->width), MAX (high.y, box->y + box->height) };
    }

  return (RubBox){ low.x, low.y, high.x - low.x, high.y - low.y };
}

RubRegion *
rub_map_walk_find_typed (RubBody *body, RubBodyView view, RubRegion *from, const char *text)
{
  const RubBodyDrawing *drawing = rub_body_get_drawing (body, view);
  RubRegion *best = NULL;
  int best_rank = 0;

  g_return_val_if_fail (drawing != NULL, NULL);
  g_return_val_if_fail (from == NULL || RUB_IS_REGION (from), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  for (guint i = 0; i < drawing->regions->len; i++)
    {
      RubRegion *region = g_ptr_array_index (drawing->regions, i);
      /* The side only tips the balance. */
      int rank = 2 * rub_region_match (region, text);

      if (rank > 0 && from != NULL && rub_region_get_side (region) == rub_region_get_side (from))
        rank++;
      if (rank > best_rank)
        {
          best = region;
          best_rank = rank;
        }
    }

  return best;
}

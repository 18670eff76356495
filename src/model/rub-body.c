/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body.h"

#include <math.h>

struct _RubBody
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *regions; /* of RubRegion */
  GHashTable *by_id;  /* from interned id to the RubRegion in regions */
  RubBodyDrawing drawings[RUB_N_BODY_VIEWS];
  GHashTable *shapes[RUB_N_BODY_VIEWS]; /* from RubRegion to its shape in drawings */
};

G_DEFINE_FINAL_TYPE (RubBody, rub_body, G_TYPE_OBJECT)

static gboolean
is_near (const RubBox *box, double x, double y, double slack)
{
  return x >= box->x - slack && x <= box->x + box->width + slack && y >= box->y - slack
         && y <= box->y + box->height + slack;
}

static RubRegion *
pick_drawn (const RubBodyDrawing *drawing, double x, double y)
{
  for (guint i = 0; i < drawing->regions->len; i++)
    if (rub_outline_contains (drawing->shapes[i].outline, x, y))
      return g_ptr_array_index (drawing->regions, i);

  return NULL;
}

static RubRegion *
pick_smallest_hit (const RubBodyDrawing *drawing, double x, double y)
{
  RubRegion *smallest = NULL;
  double smallest_area = INFINITY;

  for (guint i = 0; i < drawing->regions->len; i++)
    {
      RubOutline *hit = drawing->shapes[i].hit;

      if (hit != NULL && rub_outline_contains (hit, x, y)
          && rub_outline_get_area (hit) < smallest_area)
        {
          smallest = g_ptr_array_index (drawing->regions, i);
          smallest_area = rub_outline_get_area (hit);
        }
    }

  return smallest;
}

static RubRegion *
pick_nearest (const RubBodyDrawing *drawing, double x, double y, double slack)
{
  RubRegion *nearest = NULL;
  double nearest_distance = slack;

  for (guint i = 0; i < drawing->regions->len; i++)
    {
      RubOutline *outline = drawing->shapes[i].outline;
      double distance;

      if (!is_near (rub_outline_get_bounds (outline), x, y, nearest_distance))
        continue;
      distance = rub_outline_get_distance (outline, x, y);
      if (distance <= nearest_distance)
        {
          nearest = g_ptr_array_index (drawing->regions, i);
          nearest_distance = distance;
        }
    }

  return nearest;
}

static RubOutline *
ref_outline (RubOutline *outline)
{
  return outline != NULL ? rub_outline_ref (outline) : NULL;
}

static RubRegionShape *
copy_shapes (const RubBodyDrawing *drawing)
{
  RubRegionShape *shapes = g_new (RubRegionShape, drawing->regions->len);

  for (guint i = 0; i < drawing->regions->len; i++)
    {
      const RubRegionShape *shape = &drawing->shapes[i];

      shapes[i] = (RubRegionShape){ ref_outline (shape->outline), ref_outline (shape->hit),
                                    ref_outline (shape->fibres), shape->label };
    }

  return shapes;
}

static void
clear_shapes (RubBodyDrawing *drawing)
{
  for (guint i = 0; i < drawing->regions->len; i++)
    {
      g_clear_pointer (&drawing->shapes[i].outline, rub_outline_unref);
      g_clear_pointer (&drawing->shapes[i].hit, rub_outline_unref);
      g_clear_pointer (&drawing->shapes[i].fibres, rub_outline_unref);
    }
  g_clear_pointer (&drawing->shapes, g_free);
}

static void
rub_body_finalize (GObject *object)
{
  RubBody *self = RUB_BODY (object);

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      g_clear_pointer (&self->drawings[i].silhouette, rub_outline_unref);
      clear_shapes (&self->drawings[i]);
      g_clear_pointer (&self->drawings[i].regions, g_ptr_array_unref);
      g_hash_table_unref (self->shapes[i]);
    }
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->regions, g_ptr_array_unref);

  G_OBJECT_CLASS (rub_body_parent_class)->finalize (object);
}

static void
rub_body_class_init (RubBodyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_body_finalize;
}

static void
rub_body_init (RubBody *self)
{
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    self->shapes[i] = g_hash_table_new (NULL, NULL);
}

static gpointer
ref_region (gconstpointer region, gpointer user_data)
{
  return g_object_ref ((gpointer) region);
}

static GPtrArray *
copy_regions (GPtrArray *regions)
{
  GPtrArray *copy = g_ptr_array_copy (regions, ref_region, NULL);

  g_ptr_array_set_free_func (copy, g_object_unref);

  return copy;
}

RubBody *
rub_body_new (GPtrArray *regions, const RubBodyDrawing drawings[RUB_N_BODY_VIEWS])
{
  RubBody *self;

  g_return_val_if_fail (regions != NULL, NULL);
  g_return_val_if_fail (drawings != NULL, NULL);

  self = g_object_new (RUB_TYPE_BODY, NULL);
  self->regions = copy_regions (regions);
  for (guint i = 0; i < regions->len; i++)
    {
      RubRegion *region = g_ptr_array_index (regions, i);

      g_hash_table_insert (self->by_id, (gpointer) rub_region_get_id (region), region);
    }
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      self->drawings[i] = drawings[i];
      self->drawings[i].silhouette = rub_outline_ref (drawings[i].silhouette);
      self->drawings[i].regions = copy_regions (drawings[i].regions);
      self->drawings[i].shapes = copy_shapes (&drawings[i]);
      for (guint r = 0; r < drawings[i].regions->len; r++)
        g_hash_table_insert (self->shapes[i], g_ptr_array_index (drawings[i].regions, r),
                             &self->drawings[i].shapes[r]);
    }

  return self;
}

GPtrArray *
rub_body_get_regions (RubBody *self)
{
  g_return_val_if_fail (RUB_IS_BODY (self), NULL);

  return self->regions;
}

const RubBodyDrawing *
rub_body_get_drawing (RubBody *self, RubBodyView view)
{
  g_return_val_if_fail (RUB_IS_BODY (self), NULL);
  g_return_val_if_fail ((int) view >= 0 && view < RUB_N_BODY_VIEWS, NULL);

  return &self->drawings[view];
}

const RubRegionShape *
rub_body_get_shape (RubBody *self, RubBodyView view, RubRegion *region)
{
  g_return_val_if_fail (RUB_IS_BODY (self), NULL);
  g_return_val_if_fail ((int) view >= 0 && view < RUB_N_BODY_VIEWS, NULL);
  g_return_val_if_fail (RUB_IS_REGION (region), NULL);

  return g_hash_table_lookup (self->shapes[view], region);
}

RubRegion *
rub_body_find (RubBody *self, const char *id)
{
  g_return_val_if_fail (RUB_IS_BODY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

static void
add_with_stem (RubBody *self, const char *stem, GPtrArray *found)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      RubRegion *region = g_ptr_array_index (self->regions, i);

      if (rub_region_id_has_stem (rub_region_get_id (region), stem)
          && !g_ptr_array_find (found, region, NULL))
        g_ptr_array_add (found, g_object_ref (region));
    }
}

GPtrArray *
rub_body_find_all (RubBody *self, const char *stems)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (RUB_IS_BODY (self), NULL);
  g_return_val_if_fail (stems != NULL, NULL);

  list = g_strsplit (stems, ",", -1);
  for (char **stem = list; *stem != NULL; stem++)
    add_with_stem (self, *stem, found);

  return g_steal_pointer (&found);
}

RubRegion *
rub_body_pick (RubBody *self, RubBodyView view, double x, double y, double slack)
{
  const RubBodyDrawing *drawing = rub_body_get_drawing (self, view);
  RubRegion *region;

  g_return_val_if_fail (drawing != NULL, NULL);

  region = pick_drawn (drawing, x, y);
  if (region == NULL)
    region = pick_smallest_hit (drawing, x, y);
  if (region == NULL)
    region = pick_nearest (drawing, x, y, slack);

  return region;
}

RubRegion *
rub_body_find_other_side (RubBody *self, RubRegion *region)
{
  const char *id;
  g_autofree char *other = NULL;

  g_return_val_if_fail (RUB_IS_BODY (self), NULL);
  g_return_val_if_fail (RUB_IS_REGION (region), NULL);

  id = rub_region_get_id (region);
  if (g_str_has_suffix (id, "-left"))
    other = g_strdup_printf ("%.*s-right", (int) (strlen (id) - strlen ("-left")), id);
  else if (g_str_has_suffix (id, "-right"))
    other = g_strdup_printf ("%.*s-left", (int) (strlen (id) - strlen ("-right")), id);

  return other != NULL ? rub_body_find (self, other) : NULL;
}

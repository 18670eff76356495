/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-light.h"

struct _RubMapLight
{
  GObject parent_instance;

  /* Owned */
  RubBodyAttention *attention;
  RubRegion *shown;
  GPtrArray *pointed_out;

  /* Borrowed */
  RubMapStage *stage;
};

G_DEFINE_FINAL_TYPE (RubMapLight, rub_map_light, G_TYPE_OBJECT)

/* As it now is to be, whatever it was lit for before. */
static void
update (RubMapLight *self, RubRegion *region)
{
  GPtrArray *pointed_out = rub_body_attention_get_pointed_out (self->attention);
  gboolean is_lit = region == rub_body_attention_get_shown (self->attention)
                    || (pointed_out != NULL && g_ptr_array_find (pointed_out, region, NULL));

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      RubRegionWidget *widget
        = rub_map_view_find (rub_map_stage_get_map_view (self->stage, i), region);

      if (widget != NULL)
        rub_region_widget_set_lit (widget, is_lit);
    }
}

static void
update_all (RubMapLight *self, GPtrArray *regions)
{
  for (guint i = 0; regions != NULL && i < regions->len; i++)
    update (self, regions->pdata[i]);
}

static void
on_shown_changed_cb (RubMapLight *self)
{
  g_autoptr (RubRegion) previous = NULL;

  g_assert (RUB_IS_MAP_LIGHT (self));

  previous = g_steal_pointer (&self->shown);
  g_set_object (&self->shown, rub_body_attention_get_shown (self->attention));
  if (previous != NULL)
    update (self, previous);
  if (self->shown != NULL)
    update (self, self->shown);
}

static void
on_pointed_out_changed_cb (RubMapLight *self)
{
  g_autoptr (GPtrArray) previous = NULL;
  GPtrArray *regions;

  g_assert (RUB_IS_MAP_LIGHT (self));

  previous = g_steal_pointer (&self->pointed_out);
  regions = rub_body_attention_get_pointed_out (self->attention);
  self->pointed_out = regions != NULL ? g_ptr_array_ref (regions) : NULL;
  update_all (self, previous);
  update_all (self, regions);
}

static void
rub_map_light_dispose (GObject *object)
{
  RubMapLight *self = RUB_MAP_LIGHT (object);

  g_clear_object (&self->attention);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->pointed_out, g_ptr_array_unref);

  G_OBJECT_CLASS (rub_map_light_parent_class)->dispose (object);
}

static void
rub_map_light_class_init (RubMapLightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rub_map_light_dispose;
}

static void
rub_map_light_init (RubMapLight *self)
{
}

RubMapLight *
rub_map_light_new (RubMapStage *stage, RubBodyAttention *attention)
{
  RubMapLight *self;

  g_return_val_if_fail (RUB_IS_MAP_STAGE (stage), NULL);
  g_return_val_if_fail (RUB_IS_BODY_ATTENTION (attention), NULL);

  self = g_object_new (RUB_TYPE_MAP_LIGHT, NULL);
  self->stage = stage;
  self->attention = g_object_ref (attention);
  g_signal_connect_object (attention, "notify::shown", G_CALLBACK (on_shown_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (attention, "notify::pointed-out",
                           G_CALLBACK (on_pointed_out_changed_cb), self, G_CONNECT_SWAPPED);
  on_shown_changed_cb (self);
  on_pointed_out_changed_cb (self);

  return self;
}

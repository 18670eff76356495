/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-lens.h"

#include <adwaita.h>

#define DURATION_MS 200

struct _RubMapLens
{
  GObject parent_instance;

  RubPoint size;
  RubMapZoom now;
  RubMapZoom from;
  RubMapZoom aim;

  /* Owned */
  AdwAnimation *animation; /* NULL while nothing moves */

  /* Borrowed */
  GtkWidget *widget;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubMapLens, rub_map_lens, G_TYPE_OBJECT)

static void
stop (RubMapLens *self)
{
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
}

static void
on_step_cb (double progress, gpointer data)
{
  RubMapLens *self = RUB_MAP_LENS (data);

  self->now = rub_map_zoom_mix (&self->from, &self->aim, progress);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start (RubMapLens *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (on_step_cb, self, NULL);

  self->from = self->now;
  self->animation = adw_timed_animation_new (self->widget, 0, 1, DURATION_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->animation);
}

static void
rub_map_lens_dispose (GObject *object)
{
  stop (RUB_MAP_LENS (object));

  G_OBJECT_CLASS (rub_map_lens_parent_class)->dispose (object);
}

static void
rub_map_lens_class_init (RubMapLensClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rub_map_lens_dispose;

  signals[CHANGED] = g_signal_new ("changed", RUB_TYPE_MAP_LENS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
rub_map_lens_init (RubMapLens *self)
{
  self->now = self->aim = RUB_MAP_ZOOM_FIT;
}

RubMapLens *
rub_map_lens_new (GtkWidget *widget)
{
  RubMapLens *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (RUB_TYPE_MAP_LENS, NULL);
  self->widget = widget;

  return self;
}

void
rub_map_lens_set_size (RubMapLens *self, RubPoint size)
{
  g_return_if_fail (RUB_IS_MAP_LENS (self));

  if (self->size.x == size.x && self->size.y == size.y)
    return;

  stop (self);
  self->now = self->aim = rub_map_zoom_resize (self->aim, self->size, size);
  self->size = size;
}

RubPoint
rub_map_lens_get_size (RubMapLens *self)
{
  g_return_val_if_fail (RUB_IS_MAP_LENS (self), ((RubPoint){ 0 }));

  return self->size;
}

RubMapZoom
rub_map_lens_get_zoom (RubMapLens *self)
{
  g_return_val_if_fail (RUB_IS_MAP_LENS (self), RUB_MAP_ZOOM_FIT);

  return self->now;
}

RubMapZoom
rub_map_lens_get_aim (RubMapLens *self)
{
  g_return_val_if_fail (RUB_IS_MAP_LENS (self), RUB_MAP_ZOOM_FIT);

  return self->aim;
}

void
rub_map_lens_move (RubMapLens *self, RubMapZoom zoom, gboolean is_animated)
{
  g_return_if_fail (RUB_IS_MAP_LENS (self));

  stop (self);
  self->aim = rub_map_zoom_clamp (zoom, self->size);
  if (is_animated)
    {
      start (self);
      return;
    }

  self->now = self->aim;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
rub_map_lens_pan (RubMapLens *self, RubPoint by)
{
  RubPoint before;

  g_return_val_if_fail (RUB_IS_MAP_LENS (self), FALSE);

  before = self->aim.offset;
  rub_map_lens_move (self, rub_map_zoom_pan (self->aim, by, self->size), FALSE);

  return before.x != self->aim.offset.x || before.y != self->aim.offset.y;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-pointing.h"

/* How long they stay lit. */
#define LIT_S 8
/* A page that was just turned to is laid out by then. */
#define FRAMES_TO_LAY_OUT 2
/* Around a region that is scrolled to, in pixels. */
#define MARGIN 48

struct _RubMapPointing
{
  GObject parent_instance;

  guint source;
  guint tick;
  int n_frames;

  /* Owned */
  RubBodyAttention *attention;

  /* Borrowed */
  RubBodyMap *map;
};

G_DEFINE_FINAL_TYPE (RubMapPointing, rub_map_pointing, G_TYPE_OBJECT)

static gboolean
on_lit_long_enough_cb (gpointer data)
{
  RubMapPointing *self = RUB_MAP_POINTING (data);

  self->source = 0;
  rub_body_attention_set_pointed_out (self->attention, NULL);

  return G_SOURCE_REMOVE;
}

/* A page that was not laid out yet when the region got the focus did not scroll to it. */
static void
scroll_to_focus (RubMapPointing *self)
{
  GtkWidget *map = GTK_WIDGET (self->map);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (map));
  GtkWidget *viewport = gtk_widget_get_ancestor (map, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  graphene_rect_t place;
  double value, top, bottom;

  if (focus == NULL || viewport == NULL || !gtk_widget_is_ancestor (focus, map)
      || !gtk_widget_compute_bounds (focus, viewport, &place))
    return;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  value = gtk_adjustment_get_value (adjustment);
  top = value + (double) place.origin.y - MARGIN;
  bottom = value + (double) (place.origin.y + place.size.height) + MARGIN;
  /* Setting the value ends the way to where the region was taken to be before. */
  value = MAX (value, bottom - gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_set_value (adjustment, MIN (value, top));
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RubMapPointing *self = RUB_MAP_POINTING (data);

  self->n_frames++;
  if (self->n_frames <= FRAMES_TO_LAY_OUT)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  scroll_to_focus (self);

  return G_SOURCE_REMOVE;
}

/* Returns: the view that has most of @regions. */
static RubBodyView
find_view (RubMapPointing *self, GPtrArray *regions)
{
  RubBodyView best = RUB_BODY_VIEW_FRONT;
  guint n_best = 0;

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      guint n_regions = 0;

      for (guint r = 0; r < regions->len; r++)
        if (rub_body_map_find_widget (self->map, i, regions->pdata[r]) != NULL)
          n_regions++;
      if (n_regions > n_best)
        {
          best = i;
          n_best = n_regions;
        }
    }

  return best;
}

static void
rub_map_pointing_dispose (GObject *object)
{
  RubMapPointing *self = RUB_MAP_POINTING (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->map), self->tick);
  self->tick = 0;
  g_clear_object (&self->attention);

  G_OBJECT_CLASS (rub_map_pointing_parent_class)->dispose (object);
}

static void
rub_map_pointing_class_init (RubMapPointingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rub_map_pointing_dispose;
}

static void
rub_map_pointing_init (RubMapPointing *self)
{
}

RubMapPointing *
rub_map_pointing_new (RubBodyMap *map, RubBodyAttention *attention)
{
  RubMapPointing *self;

  g_return_val_if_fail (RUB_IS_BODY_MAP (map), NULL);
  g_return_val_if_fail (RUB_IS_BODY_ATTENTION (attention), NULL);

  self = g_object_new (RUB_TYPE_MAP_POINTING, NULL);
  self->map = map;
  self->attention = g_object_ref (attention);

  return self;
}

void
rub_map_pointing_show (RubMapPointing *self, GPtrArray *regions)
{
  g_return_if_fail (RUB_IS_MAP_POINTING (self));
  g_return_if_fail (regions != NULL);

  if (regions->len == 0)
    return;

  rub_body_map_close (self->map);
  rub_body_attention_set_pointed_out (self->attention, regions);
  rub_body_map_set_view (self->map, find_view (self, regions));
  rub_body_map_focus_region (self->map, g_ptr_array_index (regions, 0));
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_seconds (LIT_S, on_lit_long_enough_cb, self);
  self->n_frames = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->map), on_tick_cb, self, NULL);
}

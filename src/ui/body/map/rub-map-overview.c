/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-overview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the map, and in pixels. */
#define SHARE 0.22
#define MIN_WIDTH 64.0
#define MAX_WIDTH 150.0
#define FRAME_WIDTH 2.0f
#define FRAME_RADIUS 3.0f

struct _RubMapOverview
{
  GtkWidget parent_instance;

  RubMapLayout layout;

  /* Owned */
  RubMapLens *lens;
  GskRenderNode *picture;

  /* Borrowed */
  RubMapView *views[RUB_N_BODY_VIEWS];
};

G_DEFINE_FINAL_TYPE (RubMapOverview, rub_map_overview, GTK_TYPE_WIDGET)

/* Pixels here for one of the map when all of it is seen. */
static double
get_scale (RubMapOverview *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / MAX (1, rub_map_lens_get_size (self->lens).x);
}

static void
look_at (RubMapOverview *self, double x, double y)
{
  RubMapZoom zoom = rub_map_lens_get_aim (self->lens);
  RubPoint size = rub_map_lens_get_size (self->lens);
  double scale = get_scale (self);

  zoom.offset.x = x / scale * zoom.factor - size.x / 2;
  zoom.offset.y = y / scale * zoom.factor - size.y / 2;
  rub_map_lens_move (self->lens, zoom, FALSE);
}

static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, RubMapOverview *self)
{
  g_assert (RUB_IS_MAP_OVERVIEW (self));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  look_at (self, x, y);
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, RubMapOverview *self)
{
  double x, y;

  g_assert (RUB_IS_MAP_OVERVIEW (self));

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    look_at (self, x + dx, y + dy);
}

static GskRenderNode *
create_picture (RubMapOverview *self)
{
  graphene_rect_t bounds
    = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                          (float) gtk_widget_get_height (GTK_WIDGET (self)));
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  double scale = get_scale (self);

  cairo_scale (cr, scale, scale);
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    if (self->views[i] != NULL && self->layout.places[i].width > 0)
      rub_map_view_paint (self->views[i], cr, &self->layout.places[i]);
  cairo_destroy (cr);

  return node;
}

static void
snapshot_frame (RubMapOverview *self, GtkSnapshot *snapshot)
{
  const RubBodyTheme *theme = rub_body_theme_get_current ();
  RubMapZoom zoom = rub_map_lens_get_zoom (self->lens);
  RubBox seen = rub_map_zoom_get_seen (&zoom, rub_map_lens_get_size (self->lens));
  float scale = (float) get_scale (self);
  graphene_rect_t box
    = GRAPHENE_RECT_INIT ((float) seen.x * scale, (float) seen.y * scale,
                          (float) seen.width * scale, (float) seen.height * scale);
  const float widths[] = { FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH };
  const GdkRGBA colors[] = { theme->focus, theme->focus, theme->focus, theme->focus };
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, &box, FRAME_RADIUS);
  gtk_snapshot_append_border (snapshot, &frame, widths, colors);
}

static void
rub_map_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubMapOverview *self = RUB_MAP_OVERVIEW (widget);

  if (self->picture == NULL)
    self->picture = create_picture (self);
  gtk_snapshot_append_node (snapshot, self->picture);
  snapshot_frame (self, snapshot);
}

static void
rub_map_overview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  g_clear_pointer (&RUB_MAP_OVERVIEW (widget)->picture, gsk_render_node_unref);
}

static void
rub_map_overview_dispose (GObject *object)
{
  RubMapOverview *self = RUB_MAP_OVERVIEW (object);

  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_object (&self->lens);

  G_OBJECT_CLASS (rub_map_overview_parent_class)->dispose (object);
}

static void
rub_map_overview_class_init (RubMapOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_map_overview_dispose;

  widget_class->size_allocate = rub_map_overview_size_allocate;
  widget_class->snapshot = rub_map_overview_snapshot;

  gtk_widget_class_set_css_name (widget_class, "mapoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rub_map_overview_init (RubMapOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "move");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Overview of the body map"), -1);
}

GtkWidget *
rub_map_overview_new (RubMapLens *lens)
{
  RubMapOverview *self;

  g_return_val_if_fail (RUB_IS_MAP_LENS (lens), NULL);

  self = g_object_new (RUB_TYPE_MAP_OVERVIEW, NULL);
  self->lens = g_object_ref (lens);
  g_signal_connect_object (lens, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
rub_map_overview_set_scene (RubMapOverview *self,
                            const RubMapLayout *layout,
                            RubMapView *const views[RUB_N_BODY_VIEWS])
{
  g_return_if_fail (RUB_IS_MAP_OVERVIEW (self));
  g_return_if_fail (layout != NULL);

  if (memcmp (&self->layout, layout, sizeof *layout) == 0)
    return;

  self->layout = *layout;
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    self->views[i] = views[i];
  rub_map_overview_repaint (self);
}

void
rub_map_overview_repaint (RubMapOverview *self)
{
  g_return_if_fail (RUB_IS_MAP_OVERVIEW (self));

  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

RubPoint
rub_map_overview_get_size (RubPoint size)
{
  double width = CLAMP (size.x * SHARE, MIN_WIDTH, MAX_WIDTH);

  return (RubPoint){ width, width * size.y / MAX (1, size.x) };
}

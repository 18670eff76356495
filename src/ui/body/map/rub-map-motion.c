/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-motion.h"

#include <math.h>

#include "rub-region-item.h"

/* What one notch of the wheel does: how much nearer, and how far, in pixels. */
#define WHEEL_RATIO 1.2
#define WHEEL_STEP 60.0
/* How far a touchpad is scrolled for as much as a notch, in pixels. */
#define SURFACE_NOTCH 40.0
/* How far a key moves what is seen, in pixels. */
#define KEY_STEP 60.0

struct _RubMapMotion
{
  GObject parent_instance;

  gboolean has_pointer;
  RubPoint pointer;

  /* The pinch that is under way */
  RubMapZoom pinched;
  RubPoint pinch_start;

  /* The drag that is under way */
  gboolean is_panning; /* or may come to it */
  RubPoint panned; /* up to here */

  /* Borrowed */
  RubBodyMap *map;
  RubMapStage *stage;
  RubMapLens *lens;
  GtkGesture *drag;
};

G_DEFINE_FINAL_TYPE (RubMapMotion, rub_map_motion, G_TYPE_OBJECT)

static gboolean
is_zoomed (RubMapMotion *self)
{
  return rub_map_lens_get_aim (self->lens).factor > 1;
}

static RubPoint
get_middle (RubMapMotion *self)
{
  RubPoint size = rub_map_lens_get_size (self->lens);

  return (RubPoint){ size.x / 2, size.y / 2 };
}

static void
zoom_at (RubMapMotion *self, double ratio, RubPoint anchor, gboolean is_animated)
{
  RubMapZoom aim = rub_map_lens_get_aim (self->lens);

  rub_map_lens_move (self->lens,
                     rub_map_zoom_at (aim, aim.factor * ratio, anchor,
                                      rub_map_lens_get_size (self->lens)),
                     is_animated);
}

static void
on_pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, RubMapMotion *self)
{
  g_assert (RUB_IS_MAP_MOTION (self));

  if (!gtk_gesture_get_bounding_box_center (gesture, &self->pinch_start.x, &self->pinch_start.y))
    self->pinch_start = get_middle (self);
  self->pinched = rub_map_lens_get_zoom (self->lens);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* What was between the fingers stays between them. */
static void
on_pinch_scale_changed_cb (GtkGestureZoom *gesture, double scale, RubMapMotion *self)
{
  RubPoint size = rub_map_lens_get_size (self->lens), now = self->pinch_start;
  RubMapZoom zoom;

  g_assert (RUB_IS_MAP_MOTION (self));

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &now.x, &now.y);
  zoom = rub_map_zoom_at (self->pinched, self->pinched.factor * scale, self->pinch_start, size);
  rub_map_lens_move (self->lens,
                     rub_map_zoom_pan (zoom,
                                       (RubPoint){ self->pinch_start.x - now.x,
                                                   self->pinch_start.y - now.y },
                                       size),
                     FALSE);
}

static gboolean
may_pan (RubMapMotion *self, double x, double y)
{
  GdkDevice *device
    = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (self->drag));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (self->drag));

  if (!is_zoomed (self) || rub_body_map_get_painting (self->map))
    return FALSE;
  if (button == GDK_BUTTON_MIDDLE
      || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN))
    return TRUE;

  return button == GDK_BUTTON_PRIMARY && rub_body_map_pick (self->map, x, y) == NULL;
}

static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, RubMapMotion *self)
{
  GdkEventSequence *sequence
    = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));

  g_assert (RUB_IS_MAP_MOTION (self));

  self->is_panning = may_pan (self, x, y);
  self->panned = (RubPoint){ 0, 0 };
  /* A finger has a sequence. The page would take it otherwise, to scroll itself. */
  if (self->is_panning && sequence != NULL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, RubMapMotion *self)
{
  GtkWidget *map = GTK_WIDGET (self->map);

  g_assert (RUB_IS_MAP_MOTION (self));

  if (!self->is_panning)
    return;
  if (self->panned.x == 0 && self->panned.y == 0)
    {
      if (!gtk_drag_check_threshold (map, 0, 0, (int) dx, (int) dy))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (map, "grabbing");
    }

  rub_map_lens_pan (self->lens, (RubPoint){ self->panned.x - dx, self->panned.y - dy });
  self->panned = (RubPoint){ dx, dy };
}

static void
end_drag (RubMapMotion *self)
{
  if (self->is_panning)
    gtk_widget_set_cursor (GTK_WIDGET (self->map), NULL);
  self->is_panning = FALSE;
}

static void
on_drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, RubMapMotion *self)
{
  g_assert (RUB_IS_MAP_MOTION (self));

  end_drag (self);
}

static void
on_drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, RubMapMotion *self)
{
  g_assert (RUB_IS_MAP_MOTION (self));

  end_drag (self);
}

static void
on_pointer_moved_cb (GtkEventControllerMotion *controller, double x, double y, RubMapMotion *self)
{
  g_assert (RUB_IS_MAP_MOTION (self));

  self->has_pointer = TRUE;
  self->pointer = (RubPoint){ x, y };
}

static void
on_pointer_left_cb (GtkEventControllerMotion *controller, RubMapMotion *self)
{
  g_assert (RUB_IS_MAP_MOTION (self));

  self->has_pointer = FALSE;
}

/* The wheel over a region that is marked changes its level, wherever one looks. */
static gboolean
is_about_level (RubMapMotion *self, gboolean is_wheel)
{
  RubRegionWidget *picked
    = is_wheel && self->has_pointer ? rub_map_stage_pick (self->stage, self->pointer) : NULL;

  return picked != NULL && rub_region_widget_get_soreness (picked) > 0
         && rub_region_item_get_draft (RUB_REGION_ITEM (picked)) != NULL;
}

static gboolean
on_scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, RubMapMotion *self)
{
  GdkModifierType modifiers
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double step = is_wheel ? WHEEL_STEP : 1;

  g_assert (RUB_IS_MAP_MOTION (self));

  if (modifiers & GDK_CONTROL_MASK)
    {
      zoom_at (self, pow (WHEEL_RATIO, -dy / (is_wheel ? 1 : SURFACE_NOTCH)),
               self->has_pointer ? self->pointer : get_middle (self), FALSE);
      return TRUE;
    }
  if (!is_zoomed (self) || is_about_level (self, is_wheel))
    return FALSE;

  if ((modifiers & GDK_SHIFT_MASK) && dx == 0.0)
    {
      dx = dy;
      dy = 0;
    }

  return rub_map_lens_pan (self->lens, (RubPoint){ dx * step, dy * step });
}

static void
add_gestures (RubMapMotion *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_object (pinch, "begin", G_CALLBACK (on_pinch_begin_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (on_pinch_scale_changed_cb), self,
                           0);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (pinch));

  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), 0);
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, 0);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (on_drag_update_cb), self, 0);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (on_drag_end_cb), self, 0);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (on_drag_cancel_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (self->drag));
}

static void
add_pointer (RubMapMotion *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_object (motion, "enter", G_CALLBACK (on_pointer_moved_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_pointer_moved_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_pointer_left_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);

  /* Before what the wheel means for a region. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scrolled_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->map), scroll);
}

static void
rub_map_motion_class_init (RubMapMotionClass *klass)
{
}

static void
rub_map_motion_init (RubMapMotion *self)
{
}

RubMapMotion *
rub_map_motion_new (RubBodyMap *map, RubMapStage *stage)
{
  RubMapMotion *self;

  g_return_val_if_fail (RUB_IS_BODY_MAP (map), NULL);
  g_return_val_if_fail (RUB_IS_MAP_STAGE (stage), NULL);

  self = g_object_new (RUB_TYPE_MAP_MOTION, NULL);
  self->map = map;
  self->stage = stage;
  self->lens = rub_map_stage_get_lens (stage);
  add_gestures (self);
  add_pointer (self);

  return self;
}

GtkGesture *
rub_map_motion_get_drag (RubMapMotion *self)
{
  g_return_val_if_fail (RUB_IS_MAP_MOTION (self), NULL);

  return self->drag;
}

void
rub_map_motion_zoom_by (RubMapMotion *self, double ratio)
{
  g_return_if_fail (RUB_IS_MAP_MOTION (self));
  g_return_if_fail (ratio > 0);

  zoom_at (self, ratio, get_middle (self), TRUE);
}

void
rub_map_motion_step (RubMapMotion *self, int x, int y)
{
  g_return_if_fail (RUB_IS_MAP_MOTION (self));

  rub_map_lens_pan (self->lens, (RubPoint){ x * KEY_STEP, y * KEY_STEP });
}

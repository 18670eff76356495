/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-marking.h"

#include <math.h>

/* How far to drag for the next level, in pixels. */
#define LEVEL_STEP 14.0
/* How close together the places are that are looked at along a sweep, in pixels. */
#define SWEEP_STEP 3.0
/* Turns of the wheel that follow each other sooner belong together. */
#define SCROLL_PAUSE_US (500 * G_TIME_SPAN_MILLISECOND)

/* What a first click did, for when it turns out to be the first of two. */
typedef enum
{
  CLICK_NOTHING,
  CLICK_MARKED,
  CLICK_OPENED
} ClickResult;

struct _RubMapMarking
{
  GObject parent_instance;

  gboolean is_inactive;
  gboolean is_painting;
  gboolean has_clicked;
  ClickResult click_result;

  /* The drag that is under way */
  gboolean has_step;
  int base_level;
  RubPoint start;
  RubPoint swept; /* up to here */

  /* The pointer, and what was scrolled last */
  gboolean has_pointer;
  RubPoint pointer;
  gint64 scrolled_us;

  /* Owned */
  RubCheckDraft *draft;
  RubRegion *clicked;
  RubRegion *dragged;
  RubRegion *scrolled; /* NULL: what was scrolled was left to others */

  /* Borrowed */
  RubBodyMap *map;
  GtkGesture *click;
};

G_DEFINE_FINAL_TYPE (RubMapMarking, rub_map_marking, G_TYPE_OBJECT)

/* Whether the map, or what is around it, has more than it can show, and wants to be scrolled. */
static gboolean
can_scroll (RubMapMarking *self)
{
  GtkWidget *scroller
    = gtk_widget_get_ancestor (GTK_WIDGET (self->map), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *vertical;

  if (rub_body_map_get_zoom (self->map) > 1)
    return TRUE;
  if (scroller == NULL)
    return FALSE;

  vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  return gtk_adjustment_get_upper (vertical) - gtk_adjustment_get_lower (vertical)
         > gtk_adjustment_get_page_size (vertical);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device
    = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
click (RubMapMarking *self, double x, double y)
{
  RubRegion *region = rub_body_map_pick (self->map, x, y);
  gboolean is_opened = region != NULL && region == rub_body_map_get_opened (self->map);

  self->click_result = CLICK_NOTHING;
  if (region == NULL || is_opened)
    {
      rub_body_map_close (self->map);
      return;
    }
  if (rub_check_draft_find (self->draft, region) != NULL)
    {
      rub_body_map_open_at (self->map, x, y);
      self->click_result = CLICK_OPENED;
      return;
    }

  rub_body_map_close (self->map);
  /* So that a key can say at once how sore it is. */
  rub_body_map_focus_at (self->map, x, y);
  rub_check_draft_mark (self->draft, region);
  g_set_object (&self->clicked, region);
  self->click_result = CLICK_MARKED;
}

/* What is only shown is not marked, but there is something to be known of every region. */
static void
tell_at (RubMapMarking *self, double x, double y)
{
  RubRegion *region = rub_body_map_pick (self->map, x, y);

  self->click_result = CLICK_NOTHING;
  if (region != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->map), "body.about", "s",
                                rub_region_get_id (region));
}

/* As if the first of two clicks, which together mean something else, had not been. */
static void
take_click_back (RubMapMarking *self)
{
  if (self->click_result == CLICK_OPENED)
    rub_body_map_close (self->map);
  if (self->click_result == CLICK_MARKED)
    {
      rub_check_draft_resume_step (self->draft, self->clicked);
      rub_check_draft_reset_step (self->draft);
      rub_check_draft_end_step (self->draft);
    }
  self->click_result = CLICK_NOTHING;
}

static void
on_click_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, RubMapMarking *self)
{
  g_assert (RUB_IS_MAP_MARKING (self));

  if (n_press == 1)
    self->has_clicked = FALSE;
}

/* A press that became a drag is not the first of two clicks. */
static void
on_click_released_cb (
  GtkGestureClick *gesture, int n_press, double x, double y, RubMapMarking *self)
{
  gboolean is_second = self->has_clicked && n_press == 2;

  g_assert (RUB_IS_MAP_MARKING (self));

  /* While painting, a click is as short a sweep as there is. */
  if (n_press > 2 || (self->is_painting && !self->is_inactive))
    return;

  self->has_clicked = TRUE;
  if (is_second)
    {
      take_click_back (self);
      rub_body_map_zoom_at (self->map, x, y);
    }
  else if (self->is_inactive)
    tell_at (self, x, y);
  else
    click (self, x, y);
}

static void
ask_at (RubMapMarking *self, GtkGesture *gesture, double x, double y)
{
  if (self->is_inactive || rub_body_map_pick (self->map, x, y) == NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  rub_body_map_open_at (self->map, x, y);
}

static void
on_secondary_pressed_cb (
  GtkGestureClick *gesture, int n_press, double x, double y, RubMapMarking *self)
{
  g_assert (RUB_IS_MAP_MARKING (self));

  ask_at (self, GTK_GESTURE (gesture), x, y);
}

static void
on_long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, RubMapMarking *self)
{
  g_assert (RUB_IS_MAP_MARKING (self));

  ask_at (self, GTK_GESTURE (gesture), x, y);
}

static void
begin_step (RubMapMarking *self)
{
  rub_body_map_close (self->map);
  rub_check_draft_begin_step (self->draft);
  self->has_step = TRUE;
}

static void
end_step (RubMapMarking *self)
{
  if (self->has_step)
    rub_check_draft_end_step (self->draft);
  self->has_step = FALSE;
  g_clear_object (&self->dragged);
}

/* All that lies between, however fast the pointer went. */
static void
sweep_to (RubMapMarking *self, RubPoint to)
{
  RubPoint from = self->swept;
  int n_steps = MAX (1, (int) ceil (hypot (to.x - from.x, to.y - from.y) / SWEEP_STEP));

  for (int i = 1; i <= n_steps; i++)
    {
      RubRegion *region = rub_body_map_pick (self->map, from.x + (to.x - from.x) * i / n_steps,
                                             from.y + (to.y - from.y) * i / n_steps);

      if (region != NULL)
        rub_check_draft_mark (self->draft, region);
    }
  self->swept = to;
}

static void
begin_level (RubMapMarking *self)
{
  int soreness = rub_check_draft_get_soreness (self->draft, self->dragged);

  begin_step (self);
  rub_body_map_focus_at (self->map, self->start.x, self->start.y);
  self->base_level = soreness > 0 ? soreness : rub_check_draft_get_last_level (self->draft);
}

static void
drag_level (RubMapMarking *self, double offset_y)
{
  int now = rub_check_draft_get_soreness (self->draft, self->dragged);
  int level = self->base_level + (int) lround (-offset_y / LEVEL_STEP);

  level = CLAMP (level, 0, RUB_SORENESS_MAX);
  if (level == now)
    return;

  /* Dragged to nothing and back: what else was said of it comes back too. */
  if (now == 0)
    rub_check_draft_reset_step (self->draft);
  rub_check_draft_set_soreness (self->draft, self->dragged, level);
}

static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, RubMapMarking *self)
{
  RubRegion *region;

  g_assert (RUB_IS_MAP_MARKING (self));

  end_step (self);
  self->start = (RubPoint){ x, y };
  region = rub_body_map_pick (self->map, x, y);
  if (self->is_painting && !self->is_inactive)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      begin_step (self);
      self->swept = self->start;
      sweep_to (self, self->start);
      return;
    }

  /* Elsewhere, or with a finger on a long page, a drag is not about a level. */
  if (region == NULL || self->is_inactive
      || (is_touch (GTK_GESTURE (gesture)) && can_scroll (self)))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  else
    self->dragged = g_object_ref (region);
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, RubMapMarking *self)
{
  g_assert (RUB_IS_MAP_MARKING (self));

  if (self->has_step && self->dragged == NULL)
    {
      sweep_to (self, (RubPoint){ self->start.x + dx, self->start.y + dy });
      return;
    }
  if (self->dragged == NULL)
    return;

  if (!self->has_step)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self->map), 0, 0, (int) dx, (int) dy))
        return;
      if (fabs (dx) > fabs (dy))
        {
          gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
          return;
        }
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      begin_level (self);
    }
  drag_level (self, dy);
}

static void
on_drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, RubMapMarking *self)
{
  g_assert (RUB_IS_MAP_MARKING (self));

  /* A quick hand lets go before the last of its way was told of. */
  if (self->has_step && self->dragged == NULL)
    sweep_to (self, (RubPoint){ self->start.x + dx, self->start.y + dy });
  else if (self->has_step)
    drag_level (self, dy);
  end_step (self);
}

static void
on_drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, RubMapMarking *self)
{
  g_assert (RUB_IS_MAP_MARKING (self));

  end_step (self);
}

static void
on_pointer_moved_cb (GtkEventControllerMotion *controller, double x, double y, RubMapMarking *self)
{
  g_assert (RUB_IS_MAP_MARKING (self));

  self->has_pointer = TRUE;
  self->pointer = (RubPoint){ x, y };
}

static void
on_pointer_left_cb (GtkEventControllerMotion *controller, RubMapMarking *self)
{
  g_assert (RUB_IS_MAP_MARKING (self));

  self->has_pointer = FALSE;
}

/*
 * The region whose level a turn of the wheel changes, or NULL. A page that can be scrolled is not
 * to be stopped by a body in its way: there only what is marked takes the wheel, and nothing does
 * that was scrolled under the pointer.
 */
static RubRegion *
find_scrolled (RubMapMarking *self, gboolean is_going_on)
{
  RubRegion *region
    = self->has_pointer ? rub_body_map_pick (self->map, self->pointer.x, self->pointer.y) : NULL;

  if (region == NULL || (is_going_on && region != self->scrolled))
    return NULL;
  if (!is_going_on && can_scroll (self)
      && rub_check_draft_find (self->draft, region) == NULL)
    return NULL;

  return region;
}

static gboolean
on_scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, RubMapMarking *self)
{
  GdkModifierType modifiers
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gint64 now_us = g_get_monotonic_time ();
  gboolean is_going_on = now_us - self->scrolled_us < SCROLL_PAUSE_US;

  g_assert (RUB_IS_MAP_MARKING (self));

  if (self->is_inactive || dy == 0.0 || (modifiers & GDK_CONTROL_MASK) != 0)
    return FALSE;

  g_set_object (&self->scrolled, find_scrolled (self, is_going_on));
  self->scrolled_us = now_us;
  if (self->scrolled == NULL)
    return FALSE;

  if (is_going_on)
    rub_check_draft_resume_step (self->draft, self->scrolled);
  else
    rub_check_draft_begin_step (self->draft);
  rub_check_draft_adjust (self->draft, self->scrolled, dy < 0 ? 1 : -1);
  rub_check_draft_end_step (self->draft);

  return TRUE;
}

/* By its name it is known among the others of the map. */
static void
add (RubMapMarking *self, gpointer controller, const char *name)
{
  gtk_event_controller_set_name (controller, name);
  gtk_widget_add_controller (GTK_WIDGET (self->map), controller);
}

static void
add_clicks (RubMapMarking *self)
{
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  self->click = primary;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (primary), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (primary, "pressed", G_CALLBACK (on_click_pressed_cb), self, 0);
  g_signal_connect_object (primary, "released", G_CALLBACK (on_click_released_cb), self, 0);
  add (self, primary, "marking-click");

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (on_secondary_pressed_cb), self, 0);
  add (self, secondary, "marking-secondary");

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (on_long_pressed_cb), self, 0);
  add (self, hold, "marking-hold");
}

static void
add_moves (RubMapMarking *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_drag_cancel_cb), self, 0);
  add (self, drag, "marking-drag");

  g_signal_connect_object (motion, "enter", G_CALLBACK (on_pointer_moved_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_pointer_moved_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_pointer_left_cb), self, 0);
  add (self, motion, "marking-pointer");

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scrolled_cb), self, 0);
  add (self, scroll, "marking-scroll");
}

static void
rub_map_marking_dispose (GObject *object)
{
  RubMapMarking *self = RUB_MAP_MARKING (object);

  end_step (self);
  g_clear_object (&self->draft);
  g_clear_object (&self->clicked);
  g_clear_object (&self->scrolled);

  G_OBJECT_CLASS (rub_map_marking_parent_class)->dispose (object);
}

static void
rub_map_marking_class_init (RubMapMarkingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rub_map_marking_dispose;
}

static void
rub_map_marking_init (RubMapMarking *self)
{
}

RubMapMarking *
rub_map_marking_new (RubBodyMap *map, RubCheckDraft *draft)
{
  RubMapMarking *self;

  g_return_val_if_fail (RUB_IS_BODY_MAP (map), NULL);
  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (draft), NULL);

  self = g_object_new (RUB_TYPE_MAP_MARKING, NULL);
  self->map = map;
  self->draft = g_object_ref (draft);
  add_clicks (self);
  add_moves (self);

  return self;
}

void
rub_map_marking_join (RubMapMarking *self, GtkGesture *gesture)
{
  g_return_if_fail (RUB_IS_MAP_MARKING (self));
  g_return_if_fail (GTK_IS_GESTURE (gesture));

  gtk_gesture_group (self->click, gesture);
}

void
rub_map_marking_set_active (RubMapMarking *self, gboolean is_active)
{
  g_return_if_fail (RUB_IS_MAP_MARKING (self));

  end_step (self);
  self->is_inactive = !is_active;
}

gboolean
rub_map_marking_get_painting (RubMapMarking *self)
{
  g_return_val_if_fail (RUB_IS_MAP_MARKING (self), FALSE);

  return self->is_painting;
}

void
rub_map_marking_set_painting (RubMapMarking *self, gboolean is_painting)
{
  g_return_if_fail (RUB_IS_MAP_MARKING (self));

  end_step (self);
  self->is_painting = is_painting;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), is_painting ? "crosshair" : NULL);
}

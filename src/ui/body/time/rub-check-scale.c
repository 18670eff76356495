/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check-scale.h"

#include <math.h>

#include <adwaita.h>

#include "rub-body-theme.h"
#include "rub-timeline-paint.h"

#define MIN_WIDTH 120
#define WEEK_DAYS 7
/* How near to the second handle a press takes it rather than the first. */
#define GRAB_PX 9.0
/* How far a finger moves before it is known where to. */
#define TOUCH_PX 8.0

struct _RubCheckScale
{
  GtkScale parent_instance;

  int now_soreness;
  int now_width; /* 0: to be measured */
  int compared; /* -1: none */
  int span_days;
  gboolean is_moving_compared;
  gboolean is_waiting; /* whether a touch becomes a drag or scrolls the page */
  double press_x;

  /* What the picture was painted from */
  GskRenderNode *picture;
  RubTimelineLook picture_look;
  int picture_factor;

  /* Owned */
  RubTimeline *timeline;
};

enum
{
  COMPARED_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubCheckScale, rub_check_scale, GTK_TYPE_SCALE)

static void
drop_picture (RubCheckScale *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static RubTimelineLook
get_look (RubCheckScale *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->now_width == 0)
    self->now_width = rub_timeline_paint_get_now_width (widget);

  return (RubTimelineLook){
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .now_width = self->now_width,
    .is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .now_soreness = self->now_soreness,
    .theme = rub_body_theme_get_current (),
  };
}

static gboolean
is_same_look (const RubTimelineLook *a, const RubTimelineLook *b)
{
  return a->width == b->width && a->height == b->height
         && a->now_width == b->now_width && a->is_mirrored == b->is_mirrored
         && a->now_soreness == b->now_soreness && a->theme == b->theme;
}

/* As pixels: the bars of many years are hundreds of nodes, which would be gone through for every
 * frame of the window, whatever changes in it. */
static GskRenderNode *
create_picture (RubCheckScale *self, const RubTimelineLook *look, int factor)
{
  g_autoptr (GtkSnapshot) drawing = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) drawn = NULL;
  GskRenderNode *picture
    = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) look->width, (float) look->height));
  cairo_surface_t *pixels = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, look->width * factor, look->height * factor);
  cairo_t *cr = cairo_create (pixels);

  rub_timeline_paint_bars (drawing, GTK_WIDGET (self), self->timeline, look);
  drawn = gtk_snapshot_to_node (g_steal_pointer (&drawing));
  cairo_surface_set_device_scale (pixels, factor, factor);
  if (drawn != NULL)
    gsk_render_node_draw (drawn, cr);
  cairo_destroy (cr);

  cr = gsk_cairo_node_get_draw_context (picture);
  cairo_set_source_surface (cr, pixels, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (pixels);

  return picture;
}

static void
rub_check_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubCheckScale *self = RUB_CHECK_SCALE (widget);
  RubTimelineLook look = get_look (self);
  guint index = rub_check_scale_get_index (self);
  int factor = gtk_widget_get_scale_factor (widget);

  if (self->timeline == NULL)
    return;
  if (self->picture == NULL || factor != self->picture_factor
      || !is_same_look (&look, &self->picture_look))
    {
      g_clear_pointer (&self->picture, gsk_render_node_unref);
      self->picture = create_picture (self, &look, factor);
      self->picture_look = look;
      self->picture_factor = factor;
    }

  if (self->span_days > 0)
    rub_timeline_paint_days (snapshot, self->timeline, &look, index, self->span_days);
  else if (self->compared >= 0)
    rub_timeline_paint_between (snapshot, self->timeline, &look, (guint) self->compared, index);
  gtk_snapshot_append_node (snapshot, self->picture);
  if (self->compared >= 0)
    rub_timeline_paint_handle (snapshot, self->timeline, &look, (guint) self->compared, TRUE);
  rub_timeline_paint_handle (snapshot, self->timeline, &look, index, FALSE);
}

static void
rub_check_scale_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                          ? MIN_WIDTH
                          : rub_timeline_paint_get_height (widget);
}

static void
rub_check_scale_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rub_check_scale_parent_class)->css_changed (widget, change);

  /* The colour of the words under the bars, or their size. */
  RUB_CHECK_SCALE (widget)->now_width = 0;
  drop_picture (RUB_CHECK_SCALE (widget));
}

/* Keys and assistive technology: by one check, by a week, to either end. */
static gboolean
rub_check_scale_change_value (GtkRange *range, GtkScrollType scroll, double value)
{
  RubCheckScale *self = RUB_CHECK_SCALE (range);
  guint index = rub_check_scale_get_index (self);

  if (self->timeline == NULL)
    return TRUE;

  switch ((int) scroll)
    {
    case GTK_SCROLL_PAGE_BACKWARD:
    case GTK_SCROLL_PAGE_FORWARD:
    case GTK_SCROLL_PAGE_UP:
    case GTK_SCROLL_PAGE_DOWN:
    case GTK_SCROLL_PAGE_LEFT:
    case GTK_SCROLL_PAGE_RIGHT:
      rub_check_scale_move_days (self, value > index ? WEEK_DAYS : -WEEK_DAYS);
      break;
    default:
      rub_check_scale_set_index (self, (guint) lround (MAX (value, 0)));
    }

  return TRUE;
}

/* By as many checks as @args say, but towards where time runs. */
static gboolean
move_compared (GtkWidget *widget, GVariant *args, gpointer data)
{
  RubCheckScale *self = RUB_CHECK_SCALE (widget);
  int step = g_variant_get_int32 (args);

  if (self->compared < 0)
    return FALSE;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;
  g_signal_emit (self, signals[COMPARED_MOVED], 0, MAX (self->compared + step, 0));

  return TRUE;
}

static void
drag_to (RubCheckScale *self, double x)
{
  guint index = rub_check_scale_find_at (self, x);

  if (self->is_moving_compared)
    g_signal_emit (self, signals[COMPARED_MOVED], 0, (int) index);
  else
    rub_check_scale_set_index (self, index);
}

static void
take_drag (RubCheckScale *self, GtkGestureDrag *gesture)
{
  self->is_waiting = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  /* Taking the second handle is not yet moving it. */
  if (!self->is_moving_compared)
    drag_to (self, self->press_x);
}

static void
on_drag_begin_cb (RubCheckScale *self, double x, double y, GtkGestureDrag *gesture)
{
  RubTimelineLook look = get_look (self);

  g_assert (RUB_IS_CHECK_SCALE (self));

  if (self->timeline == NULL)
    return;
  self->press_x = x;
  self->is_moving_compared = FALSE;
  if (self->compared >= 0)
    {
      double off = fabs (
        x - rub_timeline_paint_get_x (self->timeline, &look, (guint) self->compared));

      self->is_moving_compared
        = off <= GRAB_PX
          && off < fabs (x
                         - rub_timeline_paint_get_x (self->timeline, &look,
                                                     rub_check_scale_get_index (self)));
    }
  self->is_waiting = gtk_gesture_get_last_updated_sequence (GTK_GESTURE (gesture)) != NULL;
  if (!self->is_waiting)
    take_drag (self, gesture);
}

static void
on_drag_update_cb (RubCheckScale *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  g_assert (RUB_IS_CHECK_SCALE (self));

  if (self->is_waiting && fabs (offset_x) < TOUCH_PX)
    return;
  if (self->is_waiting)
    take_drag (self, gesture);
  drag_to (self, self->press_x + offset_x);
}

/* A touch that went nowhere is a tap. */
static void
on_drag_end_cb (RubCheckScale *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  g_assert (RUB_IS_CHECK_SCALE (self));

  if (self->is_waiting && self->timeline != NULL && fabs (offset_y) < TOUCH_PX)
    take_drag (self, gesture);
}

/* A range moves its own slider, which is not where the handle is, and takes the scrolling that a
 * page above it is to have. */
static void
silence_range (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller) || GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
on_theme_changed_cb (RubCheckScale *self)
{
  g_assert (RUB_IS_CHECK_SCALE (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rub_check_scale_finalize (GObject *object)
{
  RubCheckScale *self = RUB_CHECK_SCALE (object);

  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->timeline, rub_timeline_unref);

  G_OBJECT_CLASS (rub_check_scale_parent_class)->finalize (object);
}

static void
rub_check_scale_class_init (RubCheckScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rub_check_scale_finalize;
  widget_class->snapshot = rub_check_scale_snapshot;
  widget_class->measure = rub_check_scale_measure;
  widget_class->css_changed = rub_check_scale_css_changed;
  GTK_RANGE_CLASS (klass)->change_value = rub_check_scale_change_value;

  signals[COMPARED_MOVED]
    = g_signal_new ("compared-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "checkscale");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, move_compared, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, move_compared, "i", 1);
}

static void
rub_check_scale_init (RubCheckScale *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->now_soreness = -1;
  self->compared = -1;
  silence_range (widget);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (on_theme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (on_theme_changed_cb), self, G_CONNECT_SWAPPED);
}

void
rub_check_scale_set_timeline (RubCheckScale *self, RubTimeline *timeline, guint index)
{
  GtkAdjustment *adjustment;
  guint n_checks;

  g_return_if_fail (RUB_IS_CHECK_SCALE (self));
  g_return_if_fail (timeline != NULL);

  rub_timeline_ref (timeline);
  g_clear_pointer (&self->timeline, rub_timeline_unref);
  self->timeline = timeline;
  self->compared = -1;
  n_checks = rub_timeline_get_n_checks (timeline);
  adjustment = gtk_range_get_adjustment (GTK_RANGE (self));
  gtk_adjustment_configure (adjustment, index, 0, n_checks, 1, WEEK_DAYS, 0);
  drop_picture (self);
}

void
rub_check_scale_set_now_soreness (RubCheckScale *self, int soreness)
{
  g_return_if_fail (RUB_IS_CHECK_SCALE (self));

  self->now_soreness = soreness;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
rub_check_scale_get_n_checks (RubCheckScale *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_SCALE (self), 0);

  return self->timeline != NULL ? rub_timeline_get_n_checks (self->timeline) : 0;
}

guint
rub_check_scale_get_index (RubCheckScale *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_SCALE (self), 0);

  return (guint) lround (gtk_range_get_value (GTK_RANGE (self)));
}

void
rub_check_scale_set_index (RubCheckScale *self, guint index)
{
  g_return_if_fail (RUB_IS_CHECK_SCALE (self));

  gtk_range_set_value (GTK_RANGE (self), index);
}

void
rub_check_scale_move_days (RubCheckScale *self, int n_days)
{
  g_return_if_fail (RUB_IS_CHECK_SCALE (self));

  if (self->timeline != NULL)
    rub_check_scale_set_index (self,
                               rub_timeline_find_days_from (
                                 self->timeline, rub_check_scale_get_index (self), n_days));
}

void
rub_check_scale_set_compared (RubCheckScale *self, int index)
{
  g_return_if_fail (RUB_IS_CHECK_SCALE (self));

  self->compared = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rub_check_scale_set_span (RubCheckScale *self, int n_days)
{
  g_return_if_fail (RUB_IS_CHECK_SCALE (self));
  g_return_if_fail (n_days >= 0);

  self->span_days = n_days;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
rub_check_scale_find_at (RubCheckScale *self, double x)
{
  RubTimelineLook look;

  g_return_val_if_fail (RUB_IS_CHECK_SCALE (self), 0);

  if (self->timeline == NULL)
    return 0;
  look = get_look (self);

  return rub_timeline_paint_find_at (self->timeline, &look, x);
}

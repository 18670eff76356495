/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-week-chart.h"

#include "rub-body-theme.h"
#include "rub-compat.h"
#include "rub-history-words.h"

#define N_WEEKS RUB_HISTORY_N_WEEKS
#define NO_WEEK (-1)
#define BAR_SHARE 0.62f
#define RADIUS 4.0f
#define LINE 1.0f
/* The height of the bars, and the least width of a week, in heights of a line of text. */
#define BARS_LINES 5
#define WEEK_LINES 1
#define GAP 2.0f

struct _RubWeekChart
{
  GtkWidget parent_instance;

  int week; /* the one that is pointed at or chosen, or NO_WEEK */
  RubRegionHistory history;

  /* Owned */
  char *words;
  PangoLayout *number;
};

enum
{
  PROP_WORDS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubWeekChart, rub_week_chart, GTK_TYPE_WIDGET)

static gboolean
is_mirrored (RubWeekChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
set_week (RubWeekChart *self, int week)
{
  if (self->week == week)
    return;

  self->week = week;
  g_clear_pointer (&self->words, g_free);
  if (week != NO_WEEK)
    self->words = rub_history_words_for_week (&self->history.weeks[week], week == N_WEEKS - 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->words != NULL ? self->words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

static int
get_line_height (RubWeekChart *self)
{
  int height;

  pango_layout_set_text (self->number, "10", -1);
  pango_layout_get_pixel_size (self->number, NULL, &height);

  return height;
}

static void
draw_field (GtkSnapshot *snapshot, const GdkRGBA *color, const graphene_rect_t *box, float radius)
{
  GskRoundedRect field;

  gsk_rounded_rect_init_from_rect (&field, box, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &field);
  gtk_snapshot_append_color (snapshot, color, box);
  gtk_snapshot_pop (snapshot);
}

/* Its bottom middle at @x, @bottom. */
static void
draw_number (RubWeekChart *self, GtkSnapshot *snapshot, const RubRegionWeek *week, float x,
             float bottom)
{
  g_autofree char *text
    = week->n_checks > 0 ? g_strdup_printf ("%d", week->worst) : g_strdup ("–");
  GdkRGBA color;
  int width, height;

  rub_compat_get_color (GTK_WIDGET (self), &color);
  if (week->n_sore == 0)
    color.alpha *= 0.6f;
  pango_layout_set_text (self->number, text, -1);
  pango_layout_get_pixel_size (self->number, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - (float) width / 2,
                                                          bottom - (float) height));
  gtk_snapshot_append_layout (snapshot, self->number, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_week (RubWeekChart *self, GtkSnapshot *snapshot, int index, const graphene_rect_t *column)
{
  const RubRegionWeek *week = &self->history.weeks[index];
  const GdkRGBA *color = &rub_body_theme_get_current ()->levels[week->worst];
  float floor_y = column->origin.y + column->size.height - LINE;
  float highest = floor_y - (float) get_line_height (self) - GAP;
  float height = highest * (float) week->worst / RUB_SORENESS_MAX;
  float width = column->size.width * BAR_SHARE;
  float middle = column->origin.x + column->size.width / 2;
  graphene_rect_t bar
    = GRAPHENE_RECT_INIT (middle - width / 2, floor_y - height, width, height);

  if (index == self->week)
    {
      GdkRGBA shade;

      rub_compat_get_color (GTK_WIDGET (self), &shade);
      shade.alpha *= 0.1f;
      draw_field (snapshot, &shade, column, RADIUS);
    }
  if (week->n_sore > 0)
    draw_field (snapshot, color, &bar, MIN (RADIUS, height / 2));
  draw_number (self, snapshot, week, middle, floor_y - height - GAP);
}

static void
rub_week_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubWeekChart *self = RUB_WEEK_CHART (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GdkRGBA color;

  for (int i = 0; i < N_WEEKS; i++)
    {
      int place = is_mirrored (self) ? N_WEEKS - 1 - i : i;
      graphene_rect_t column
        = GRAPHENE_RECT_INIT (width * (float) place / N_WEEKS, 0, width / N_WEEKS, height);

      draw_week (self, snapshot, i, &column);
    }

  rub_compat_get_color (widget, &color);
  color.alpha *= 0.3f;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, height - LINE, width, LINE));
}

static void
rub_week_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  int line = get_line_height (RUB_WEEK_CHART (widget));

  *minimum = *natural
    = orientation == GTK_ORIENTATION_HORIZONTAL ? N_WEEKS * WEEK_LINES * line
                                                : (BARS_LINES + 1) * line;
}

static void
on_motion_cb (RubWeekChart *self, double x)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int place = CLAMP ((int) (x * N_WEEKS / MAX (width, 1)), 0, N_WEEKS - 1);

  g_assert (RUB_IS_WEEK_CHART (self));

  set_week (self, is_mirrored (self) ? N_WEEKS - 1 - place : place);
}

static void
on_left_cb (RubWeekChart *self)
{
  g_assert (RUB_IS_WEEK_CHART (self));

  set_week (self, NO_WEEK);
}

static void
move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubWeekChart *self = RUB_WEEK_CHART (widget);
  int step = g_variant_get_int32 (parameter);
  int from;

  if (ABS (step) == 1 && is_mirrored (self))
    step = -step;
  /* It is entered from the end that is moved away from. */
  from = self->week != NO_WEEK ? self->week : step < 0 ? N_WEEKS : -1;
  set_week (self, CLAMP (from + step, 0, N_WEEKS - 1));
}

static void
make_number (RubWeekChart *self)
{
  g_clear_object (&self->number);
  self->number = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
}

static void
rub_week_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rub_week_chart_parent_class)->css_changed (widget, change);

  make_number (RUB_WEEK_CHART (widget));
  gtk_widget_queue_resize (widget);
}

static void
rub_week_chart_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (rub_week_chart_parent_class)->system_setting_changed (widget, setting);

  make_number (RUB_WEEK_CHART (widget));
  gtk_widget_queue_resize (widget);
}

static gboolean
rub_week_chart_grab_focus (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget)
         && GTK_WIDGET_CLASS (rub_week_chart_parent_class)->grab_focus (widget);
}

static void
rub_week_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_WORDS:
      g_value_set_string (value, RUB_WEEK_CHART (object)->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_week_chart_dispose (GObject *object)
{
  RubWeekChart *self = RUB_WEEK_CHART (object);

  g_clear_object (&self->number);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (rub_week_chart_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int step;
  } keys[] = {
    { GDK_KEY_Left, -1 },    { GDK_KEY_KP_Left, -1 },        { GDK_KEY_Right, 1 },
    { GDK_KEY_KP_Right, 1 }, { GDK_KEY_Home, -N_WEEKS },     { GDK_KEY_KP_Home, -N_WEEKS },
    { GDK_KEY_End, N_WEEKS }, { GDK_KEY_KP_End, N_WEEKS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "chart.move", "i",
                                         keys[i].step);
}

static void
rub_week_chart_class_init (RubWeekChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rub_week_chart_get_property;
  object_class->dispose = rub_week_chart_dispose;
  widget_class->css_changed = rub_week_chart_css_changed;
  widget_class->grab_focus = rub_week_chart_grab_focus;
  widget_class->measure = rub_week_chart_measure;
  widget_class->snapshot = rub_week_chart_snapshot;
  widget_class->system_setting_changed = rub_week_chart_system_setting_changed;

  properties[PROP_WORDS]
    = g_param_spec_string ("words", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "chart.move", "i", move);
  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "weekchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rub_week_chart_init (RubWeekChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->week = NO_WEEK;
  make_number (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");

  g_signal_connect_object (motion, "enter", G_CALLBACK (on_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

void
rub_week_chart_set_history (RubWeekChart *self, const RubRegionHistory *history)
{
  g_autofree char *words = NULL;

  g_return_if_fail (RUB_IS_WEEK_CHART (self));
  g_return_if_fail (history != NULL);

  set_week (self, NO_WEEK);
  self->history = *history;
  words = rub_history_words_for_weeks (history);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
rub_week_chart_get_words (RubWeekChart *self)
{
  g_return_val_if_fail (RUB_IS_WEEK_CHART (self), NULL);

  return self->words;
}

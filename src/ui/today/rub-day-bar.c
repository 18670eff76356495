/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-day-bar.h"

#define MIN_WIDTH 18
#define HEIGHT 96
#define BAR_WIDTH 10.0f
#define MASSAGE_HEIGHT 3.0f
/* Room for the number above the highest bar. */
#define HEAD 22.0f

struct _RubDayBar
{
  GtkWidget parent_instance;

  RubDay day;
  double longest_m;
};

G_DEFINE_FINAL_TYPE (RubDayBar, rub_day_bar, GTK_TYPE_WIDGET)

static void
get_color (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, name, color))
    gtk_style_context_get_color (context, color);
}

static void
draw_bar (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width, float height)
{
  GskRoundedRect outline;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, width, height);

  gsk_rounded_rect_init_from_rect (&outline, &bounds, MIN (width, height) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_number (RubDayBar *self, GtkSnapshot *snapshot, float bottom)
{
  g_autofree char *text = g_strdup_printf ("%d", self->day.soreness);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA color;
  int width, height;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (((float) gtk_widget_get_width (GTK_WIDGET (self))
                                     - (float) width) / 2,
                                    bottom - (float) height));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
rub_day_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubDayBar *self = RUB_DAY_BAR (widget);
  float floor_y = (float) gtk_widget_get_height (widget) - 2 * MASSAGE_HEIGHT;
  float x = ((float) gtk_widget_get_width (widget) - BAR_WIDTH) / 2;
  float height = 2;
  GdkRGBA color;

  get_color (widget, self->day.n_runs > 0 ? "accent_bg_color" : "borders", &color);
  if (self->day.n_runs > 0)
    height = MAX (4, (floor_y - HEAD) * (float) (self->day.distance_m / self->longest_m));
  draw_bar (snapshot, &color, x, floor_y - height, BAR_WIDTH, height);

  get_color (widget, "success_color", &color);
  if (self->day.n_massages > 0)
    draw_bar (snapshot, &color, x, floor_y + MASSAGE_HEIGHT, BAR_WIDTH, MASSAGE_HEIGHT);
  if (self->day.soreness > 0)
    draw_number (self, snapshot, floor_y - height - 2);
}

static void
rub_day_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

static gboolean
rub_day_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget)
         && GTK_WIDGET_CLASS (rub_day_bar_parent_class)->grab_focus (widget);
}

static void
rub_day_bar_class_init (RubDayBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rub_day_bar_snapshot;
  widget_class->measure = rub_day_bar_measure;
  widget_class->grab_focus = rub_day_bar_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "daybar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rub_day_bar_init (RubDayBar *self)
{
  self->longest_m = 1;
  self->day.soreness = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
}

void
rub_day_bar_set_day (RubDayBar *self, const RubDay *day, double longest_m, const char *words)
{
  g_return_if_fail (RUB_IS_DAY_BAR (self));
  g_return_if_fail (day != NULL);
  g_return_if_fail (longest_m > 0);

  self->day = *day;
  self->longest_m = longest_m;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-pace-line.h"

#include <math.h>

#include "rub-compat.h"

#define HEIGHT_PX 2
#define TRACK_ALPHA 0.12f
#define LINE_ALPHA 0.6f

struct _RubPaceLine
{
  GtkWidget parent_instance;

  double fraction;
};

G_DEFINE_FINAL_TYPE (RubPaceLine, rub_pace_line, GTK_TYPE_WIDGET)

static void
append_part (GtkSnapshot *snapshot, const GdkRGBA *color, float alpha, double x, double width)
{
  GdkRGBA faded = *color;

  faded.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &faded,
                             &GRAPHENE_RECT_INIT ((float) x, 0, (float) width, HEIGHT_PX));
}

static void
rub_pace_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubPaceLine *self = RUB_PACE_LINE (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double width = gtk_widget_get_width (widget);
  double read = round (width * self->fraction);
  GdkRGBA color;

  rub_compat_get_color (widget, &color);
  append_part (snapshot, &color, TRACK_ALPHA, 0, width);
  append_part (snapshot, &color, LINE_ALPHA, is_rtl ? width - read : 0, read);
}

static void
rub_pace_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT_PX : 0;
}

static void
rub_pace_line_class_init (RubPaceLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rub_pace_line_snapshot;
  widget_class->measure = rub_pace_line_measure;
  gtk_widget_class_set_css_name (widget_class, "paceline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
rub_pace_line_init (RubPaceLine *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.0, -1);
}

void
rub_pace_line_set_fraction (RubPaceLine *self, double fraction)
{
  double percent;

  g_return_if_fail (RUB_IS_PACE_LINE (self));

  fraction = CLAMP (fraction, 0, 1);
  if (self->fraction == fraction)
    return;

  percent = round (fraction * 100);
  if (percent != round (self->fraction * 100))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                    percent, -1);
  self->fraction = fraction;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
rub_pace_line_get_fraction (RubPaceLine *self)
{
  g_return_val_if_fail (RUB_IS_PACE_LINE (self), 0);

  return self->fraction;
}

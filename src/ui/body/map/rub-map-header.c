/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-header.h"

#include <glib/gi18n-lib.h>

#include "rub-map-layout.h"

enum
{
  LEFT, /* as one looks at it */
  TITLE,
  RIGHT,
  N_LABELS
};

struct _RubMapHeader
{
  GtkWidget parent_instance;

  RubBodyView view;
  gboolean is_mirrored;
  double figure_x;
  double figure_width;

  /* Borrowed */
  GtkWidget *labels[N_LABELS];
};

G_DEFINE_FINAL_TYPE (RubMapHeader, rub_map_header, GTK_TYPE_WIDGET)

static void
update_words (RubMapHeader *self)
{
  gboolean is_short = self->view == RUB_BODY_VIEW_SOLES;
  /* Translators: the person's own side, written beside the figure. */
  const char *left = is_short ? C_ ("side of the body", "Left") : _("Your left");
  const char *right = is_short ? C_ ("side of the body", "Right") : _("Your right");
  /* One meets the front as one meets another person, whose left is on the right. */
  gboolean is_met = self->view == RUB_BODY_VIEW_FRONT && !self->is_mirrored;

  gtk_label_set_label (GTK_LABEL (self->labels[LEFT]), is_met ? right : left);
  gtk_label_set_label (GTK_LABEL (self->labels[RIGHT]), is_met ? left : right);
  gtk_label_set_label (GTK_LABEL (self->labels[TITLE]),
                       rub_map_header_get_title (self->view, self->is_mirrored));
}

static void
allocate_words (RubMapHeader *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double widths[N_LABELS];
  RubMapWords words;

  for (int i = 0; i < N_LABELS; i++)
    {
      int width;

      gtk_widget_measure (self->labels[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                          NULL);
      widths[i] = width;
    }

  words = rub_map_layout_words (self->figure_x, self->figure_width,
                                gtk_widget_get_width (GTK_WIDGET (self)), widths);
  for (int i = 0; i < N_LABELS; i++)
    {
      gtk_widget_set_child_visible (self->labels[i], words.is_shown[i]);
      if (words.is_shown[i])
        gtk_widget_size_allocate (
          self->labels[i],
          &(GtkAllocation){ (int) words.x[i], 0, (int) widths[i], height }, -1);
    }
}

static void
rub_map_header_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  RubMapHeader *self = RUB_MAP_HEADER (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  for (int i = 0; i < N_LABELS; i++)
    {
      int height;

      gtk_widget_measure (self->labels[i], orientation, -1, NULL, &height, NULL, NULL);
      *minimum = *natural = MAX (*natural, height);
    }
}

static void
rub_map_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  allocate_words (RUB_MAP_HEADER (widget));
}

static void
rub_map_header_dispose (GObject *object)
{
  RubMapHeader *self = RUB_MAP_HEADER (object);

  for (int i = 0; i < N_LABELS; i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);

  G_OBJECT_CLASS (rub_map_header_parent_class)->dispose (object);
}

static void
rub_map_header_class_init (RubMapHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_map_header_dispose;

  widget_class->measure = rub_map_header_measure;
  widget_class->size_allocate = rub_map_header_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "mapheader");
}

static void
rub_map_header_init (RubMapHeader *self)
{
  for (int i = 0; i < N_LABELS; i++)
    {
      self->labels[i] = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->labels[i], i == TITLE ? "caption-heading" : "caption");
      gtk_widget_set_parent (self->labels[i], GTK_WIDGET (self));
    }
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
rub_map_header_new (RubBodyView view)
{
  RubMapHeader *self = g_object_new (RUB_TYPE_MAP_HEADER, NULL);

  self->view = view;
  update_words (self);

  return GTK_WIDGET (self);
}

void
rub_map_header_set_mirrored (RubMapHeader *self, gboolean is_mirrored)
{
  g_return_if_fail (RUB_IS_MAP_HEADER (self));

  if (self->is_mirrored == is_mirrored)
    return;

  self->is_mirrored = is_mirrored;
  update_words (self);
}

void
rub_map_header_set_pinned (RubMapHeader *self, gboolean is_pinned)
{
  g_return_if_fail (RUB_IS_MAP_HEADER (self));

  if (is_pinned)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pinned");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pinned");
}

int
rub_map_header_get_height (RubMapHeader *self)
{
  int height;

  g_return_val_if_fail (RUB_IS_MAP_HEADER (self), 0);

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height;
}

void
rub_map_header_place (RubMapHeader *self, double figure_x, double figure_width, int y, int width)
{
  int height;

  g_return_if_fail (RUB_IS_MAP_HEADER (self));

  height = rub_map_header_get_height (self);
  self->figure_x = figure_x;
  self->figure_width = figure_width;
  gtk_widget_size_allocate (GTK_WIDGET (self), &(GtkAllocation){ 0, y, width, height }, -1);
  /* The figure may have moved while the header stayed, of which GTK knows nothing. */
  allocate_words (self);
}

const char *
rub_map_header_get_title (RubBodyView view, gboolean is_mirrored)
{
  return is_mirrored ? C_ ("view of the body", "Front, as in a mirror")
                     : rub_body_view_get_name (view);
}

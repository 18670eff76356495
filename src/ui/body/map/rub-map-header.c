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
  SHORT_LEFT, /* instead, where there is little room */
  SHORT_RIGHT,
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
  const char *short_left = C_ ("side of the body", "Left");
  const char *short_right = C_ ("side of the body", "Right");
  /* Translators: the person's own side, written beside the figure. */
  const char *left = _("Your left");
  const char *right = _("Your right");
  /* One meets the front as one meets another person, whose left is on the right. */
  gboolean is_met = self->view == RUB_BODY_VIEW_FRONT && !self->is_mirrored;

  gtk_label_set_label (GTK_LABEL (self->labels[LEFT]), is_met ? right : left);
  gtk_label_set_label (GTK_LABEL (self->labels[RIGHT]), is_met ? left : right);
  gtk_label_set_label (GTK_LABEL (self->labels[SHORT_LEFT]), is_met ? short_right : short_left);
  gtk_label_set_label (GTK_LABEL (self->labels[SHORT_RIGHT]), is_met ? short_left : short_right);
  gtk_label_set_label (GTK_LABEL (self->labels[TITLE]),
                       rub_map_header_get_title (self->view, self->is_mirrored));
}

static RubMapWords
lay_out (RubMapHeader *self, GtkWidget *const labels[3], double widths[3])
{
  for (int i = 0; i < 3; i++)
    {
      int width;

      gtk_widget_measure (labels[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      widths[i] = width;
    }

  return rub_map_layout_words (self->figure_x, self->figure_width,
                               gtk_widget_get_width (GTK_WIDGET (self)), widths);
}

/* Whether as many are there as of the @shorter ones, and none beyond the edges of the figure, where
 * the words of its neighbours are. */
static gboolean
has_room (RubMapHeader *self,
          const RubMapWords *words,
          const double widths[3],
          const RubMapWords *shorter)
{
  for (int i = 0; i < 3; i++)
    if (words->is_shown[i] != shorter->is_shown[i]
        || (words->is_shown[i]
            && (words->x[i] < self->figure_x
                || words->x[i] + widths[i] > self->figure_x + self->figure_width)))
      return FALSE;

  return TRUE;
}

/* The sides in full where there is room for that, or else in short. */
static void
allocate_words (RubMapHeader *self)
{
  GtkWidget *const full[] = { self->labels[LEFT], self->labels[TITLE], self->labels[RIGHT] };
  GtkWidget *const in_short[]
    = { self->labels[SHORT_LEFT], self->labels[TITLE], self->labels[SHORT_RIGHT] };
  double full_widths[3], short_widths[3];
  RubMapWords full_words = lay_out (self, full, full_widths);
  RubMapWords short_words = lay_out (self, in_short, short_widths);
  gboolean is_full = self->view != RUB_BODY_VIEW_SOLES
                     && has_room (self, &full_words, full_widths, &short_words);
  const RubMapWords *words = is_full ? &full_words : &short_words;
  const double *widths = is_full ? full_widths : short_widths;
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  for (int i = 0; i < 3; i++)
    {
      GtkWidget *label = is_full ? full[i] : in_short[i];
      GtkWidget *other = is_full ? in_short[i] : full[i];

      if (other != label)
        gtk_widget_set_child_visible (other, FALSE);
      gtk_widget_set_child_visible (label, words->is_shown[i]);
      if (words->is_shown[i])
        gtk_widget_size_allocate (
          label, &(GtkAllocation){ (int) words->x[i], 0, (int) widths[i], height }, -1);
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

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-legend.h"

#include "rub-map-swatch.h"

struct _RubMapLegend
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *pages[RUB_BODY_MARKS_SUMMARY + 1];
  GtkWidget *start;
  GtkWidget *end;
  GtkBox *levels;
};

G_DEFINE_FINAL_TYPE (RubMapLegend, rub_map_legend, GTK_TYPE_WIDGET)

static void
set_has_patterns (GtkWidget *widget, gboolean has_patterns)
{
  if (RUB_IS_MAP_SWATCH (widget))
    g_object_set (widget, "has-pattern", has_patterns, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_has_patterns (child, has_patterns);
}

static void
rub_map_legend_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (rub_map_legend_parent_class)->dispose (object);
}

static void
rub_map_legend_class_init (RubMapLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_map_legend_dispose;

  g_type_ensure (RUB_TYPE_MAP_SWATCH);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "maplegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-map-legend.ui");
  gtk_widget_class_bind_template_child_full (
      widget_class, "check_page", FALSE,
      G_STRUCT_OFFSET (RubMapLegend, pages[RUB_BODY_MARKS_CHECK]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "change_page", FALSE,
      G_STRUCT_OFFSET (RubMapLegend, pages[RUB_BODY_MARKS_CHANGE]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "summary_page", FALSE,
      G_STRUCT_OFFSET (RubMapLegend, pages[RUB_BODY_MARKS_SUMMARY]));
  gtk_widget_class_bind_template_child (widget_class, RubMapLegend, start);
  gtk_widget_class_bind_template_child (widget_class, RubMapLegend, end);
  gtk_widget_class_bind_template_child (widget_class, RubMapLegend, levels);
}

static void
rub_map_legend_init (RubMapLegend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i <= RUB_SORENESS_MAX; i++)
    gtk_box_append (self->levels, g_object_new (RUB_TYPE_MAP_SWATCH, "soreness", i, NULL));
}

void
rub_map_legend_set_kind (RubMapLegend *self, RubBodyMarksKind kind)
{
  g_return_if_fail (RUB_IS_MAP_LEGEND (self));
  g_return_if_fail ((int) kind >= 0 && kind <= RUB_BODY_MARKS_SUMMARY);

  for (int i = 0; i <= RUB_BODY_MARKS_SUMMARY; i++)
    gtk_widget_set_visible (self->pages[i], i == (int) kind);
}

void
rub_map_legend_set_narrow (RubMapLegend *self, gboolean is_narrow)
{
  GtkOrientation orientation = is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (RUB_IS_MAP_LEGEND (self));

  gtk_widget_set_visible (self->start, !is_narrow);
  gtk_widget_set_visible (self->end, !is_narrow);
  for (int i = 0; i <= RUB_BODY_MARKS_SUMMARY; i++)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->pages[i]), orientation);
}

void
rub_map_legend_set_has_patterns (RubMapLegend *self, gboolean has_patterns)
{
  g_return_if_fail (RUB_IS_MAP_LEGEND (self));

  set_has_patterns (GTK_WIDGET (self), has_patterns);
}

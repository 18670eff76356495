/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-mark-row.h"

struct _RubMarkRow
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *title;
  GtkLabel *quote;
  GtkWidget *note_row;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (RubMarkRow, rub_mark_row, ADW_TYPE_BIN)

static void
rub_mark_row_class_init (RubMarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-mark-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RubMarkRow, title);
  gtk_widget_class_bind_template_child (widget_class, RubMarkRow, quote);
  gtk_widget_class_bind_template_child (widget_class, RubMarkRow, note_row);
  gtk_widget_class_bind_template_child (widget_class, RubMarkRow, note);
}

static void
rub_mark_row_init (RubMarkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rub_mark_row_new (void)
{
  return g_object_new (RUB_TYPE_MARK_ROW, NULL);
}

void
rub_mark_row_set_highlight (RubMarkRow *self, RubHighlight *highlight, const char *title)
{
  const RubHighlightFields *fields;

  g_return_if_fail (RUB_IS_MARK_ROW (self));
  g_return_if_fail (RUB_IS_HIGHLIGHT (highlight));

  fields = rub_highlight_get_fields (highlight);
  gtk_label_set_label (self->title, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title), title != NULL);
  gtk_label_set_label (self->quote, fields->quote);
  gtk_label_set_label (self->note, fields->note != NULL ? fields->note : "");
  gtk_widget_set_visible (self->note_row, fields->note != NULL);
  for (int i = 0; i < RUB_HIGHLIGHT_N_COLORS; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), rub_highlight_color_to_id (i));
  gtk_widget_add_css_class (GTK_WIDGET (self), rub_highlight_color_to_id (fields->color));
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-marks-popover.h"

#include "rub-check-words.h"

struct _RubMarksPopover
{
  GtkPopover parent_instance;

  /* Owned */
  RubBodyMarks *marks; /* that the lines do not tell yet */
  GtkStringList *lines;

  /* Template */
  GtkLabel *title;
  GtkListBox *list;
  GtkWidget *scroller;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (RubMarksPopover, rub_marks_popover, GTK_TYPE_POPOVER)

static GtkWidget *
create_line (gpointer item, gpointer data)
{
  return g_object_new (GTK_TYPE_LABEL, "label", gtk_string_object_get_string (item), "xalign", 0.0f,
                       "wrap", TRUE, "max-width-chars", 40, NULL);
}

/* Only while somebody reads: the picture changes many times a second when it is played. */
static void
fill_lines (RubMarksPopover *self)
{
  g_auto (GStrv) lines = self->marks != NULL ? rub_check_words_list (self->marks) : NULL;
  gboolean is_empty = lines == NULL || lines[0] == NULL;

  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          (const char *const *) lines);
  gtk_widget_set_visible (self->scroller, !is_empty);
  gtk_widget_set_visible (self->nothing, is_empty);
}

static void
rub_marks_popover_map (GtkWidget *widget)
{
  fill_lines (RUB_MARKS_POPOVER (widget));

  GTK_WIDGET_CLASS (rub_marks_popover_parent_class)->map (widget);
}

static void
rub_marks_popover_dispose (GObject *object)
{
  RubMarksPopover *self = RUB_MARKS_POPOVER (object);

  g_clear_pointer (&self->marks, rub_body_marks_unref);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (rub_marks_popover_parent_class)->dispose (object);
}

static void
rub_marks_popover_class_init (RubMarksPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_marks_popover_dispose;
  widget_class->map = rub_marks_popover_map;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-marks-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RubMarksPopover, title);
  gtk_widget_class_bind_template_child (widget_class, RubMarksPopover, list);
  gtk_widget_class_bind_template_child (widget_class, RubMarksPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, RubMarksPopover, nothing);
}

static void
rub_marks_popover_init (RubMarksPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = gtk_string_list_new (NULL);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->lines), create_line, NULL, NULL);
}

void
rub_marks_popover_set_marks (RubMarksPopover *self, const char *title, RubBodyMarks *marks)
{
  g_return_if_fail (RUB_IS_MARKS_POPOVER (self));
  g_return_if_fail (title != NULL);

  gtk_label_set_label (self->title, title);
  g_clear_pointer (&self->marks, rub_body_marks_unref);
  self->marks = marks != NULL ? rub_body_marks_ref (marks) : NULL;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill_lines (self);
}

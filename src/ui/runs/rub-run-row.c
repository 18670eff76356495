/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-row.h"

#include <glib/gi18n.h>

#include "rub-run-line.h"

struct _RubRunRow
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *line_label;
  GtkLabel *when_label;
  GtkLabel *note_label;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (RubRunRow, rub_run_row, ADW_TYPE_BIN)

static void
rub_run_row_class_init (RubRunRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-run-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RubRunRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, RubRunRow, when_label);
  gtk_widget_class_bind_template_child (widget_class, RubRunRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, RubRunRow, delete_button);
}

static void
rub_run_row_init (RubRunRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rub_run_row_new (void)
{
  return g_object_new (RUB_TYPE_RUN_ROW, NULL);
}

static char *
describe_when (const RubRunFields *fields, RubLibrary *library)
{
  GTimeZone *zone = rub_library_get_zone (library);
  g_autofree char *day
    = rub_format_day (fields->start_us, rub_library_get_now_us (library), zone);
  g_autofree char *time = rub_format_time (fields->start_us, zone);

  if (fields->effort == RUB_EFFORT_UNKNOWN)
    /* Translators: a day and a time, such as "Tomorrow, 18:00". */
    return g_strdup_printf (C_ ("day and time", "%s, %s"), day, time);

  /* Translators: day and time of a run, and how hard it was, such as "Monday, 18:00 · effort 7". */
  return g_strdup_printf (C_ ("run", "%s, %s · effort %d"), day, time, fields->effort);
}

void
rub_run_row_set_run (RubRunRow *self, RubRun *run, RubLibrary *library)
{
  const RubRunFields *fields;
  g_autofree char *line = NULL;
  g_autofree char *when = NULL;

  g_return_if_fail (RUB_IS_RUN_ROW (self));
  g_return_if_fail (RUB_IS_RUN (run));
  g_return_if_fail (RUB_IS_LIBRARY (library));

  fields = rub_run_get_fields (run);
  line = rub_run_line_format (run, rub_library_get_units (library));
  when = describe_when (fields, library);
  gtk_label_set_label (self->line_label, line);
  gtk_label_set_label (self->when_label, when);
  gtk_label_set_label (self->note_label, fields->note != NULL ? fields->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), fields->note != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->delete_button), "x", fields->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->delete_button), "runs.delete");
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-runs-window.h"

#include <glib/gi18n.h>

#include "rub-list-update.h"
#include "rub-run-dialog.h"
#include "rub-run-row.h"

struct _RubRunsWindow
{
  AdwWindow parent_instance;

  /* Owned */
  RubLibrary *library;
  RubRecords *records;

  /* Template */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  GListStore *runs;
};

G_DEFINE_FINAL_TYPE (RubRunsWindow, rub_runs_window, ADW_TYPE_WINDOW)

static gboolean
is_shown_alike (gconstpointer a, gconstpointer b)
{
  const RubRunFields *first = rub_run_get_fields (RUB_RUN ((gpointer) a));
  const RubRunFields *second = rub_run_get_fields (RUB_RUN ((gpointer) b));

  return first->id == second->id && first->start_us == second->start_us
         && first->elapsed_s == second->elapsed_s && first->effort == second->effort
         && first->kind == second->kind && first->distance_m <= second->distance_m
         && first->distance_m >= second->distance_m && g_strcmp0 (first->note, second->note) == 0;
}

static void
on_library_changed_cb (RubRunsWindow *self)
{
  RubRecords *records = rub_library_get_records (self->library);
  gboolean can_write = rub_library_can_write (self->library);

  g_assert (RUB_IS_RUNS_WINDOW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "runs.add", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "runs.delete", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "runs.delete-selected", can_write);
  if (records == NULL || records == self->records)
    return;

  g_clear_pointer (&self->records, rub_records_unref);
  self->records = rub_records_ref (records);
  rub_list_update (self->runs, records->runs, is_shown_alike);
  gtk_stack_set_visible_child_name (self->stack, records->runs->len > 0 ? "list" : "empty");
}

static void
on_undo_clicked_cb (AdwToast *toast, gpointer data)
{
  RubRunsWindow *self = RUB_RUNS_WINDOW (data);

  rub_library_commit (self->library, g_object_get_data (G_OBJECT (toast), "rub-undo"), NULL);
}

static void
on_committed_cb (RubRunsWindow *self, const char *title, RubChange *undo)
{
  AdwToast *toast = adw_toast_new (title);

  g_assert (RUB_IS_CHANGE (undo));

  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "rub-undo", g_object_ref (undo), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, rub_run_row_new ());
}

static void
on_row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  RubRunsWindow *self = RUB_RUNS_WINDOW (data);

  rub_run_row_set_run (RUB_RUN_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                       self->library);
}

static void
open_dialog (RubRunsWindow *self, RubRun *run)
{
  if (rub_library_can_write (self->library))
    gtk_window_present (GTK_WINDOW (rub_run_dialog_new (GTK_WINDOW (self), self->library, run)));
}

static void
on_row_activate_cb (RubRunsWindow *self, guint position)
{
  g_autoptr (RubRun) run = g_list_model_get_item (G_LIST_MODEL (self->runs), position);

  g_assert (RUB_IS_RUN (run));

  open_dialog (self, run);
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_dialog (RUB_RUNS_WINDOW (widget), NULL);
}

static void
delete_run (RubRunsWindow *self, gint64 id)
{
  g_autoptr (RubChange) change = rub_change_new ();

  rub_change_set_run_removed (change, id, TRUE);
  rub_library_commit (self->library, change, _("Run deleted"));
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  delete_run (RUB_RUNS_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
delete_selected_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubRunsWindow *self = RUB_RUNS_WINDOW (widget);
  RubRun *run = gtk_single_selection_get_selected_item (self->selection);

  if (run != NULL)
    delete_run (self, rub_run_get_id (run));
}

static void
rub_runs_window_finalize (GObject *object)
{
  RubRunsWindow *self = RUB_RUNS_WINDOW (object);

  g_clear_pointer (&self->records, rub_records_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (rub_runs_window_parent_class)->finalize (object);
}

static void
rub_runs_window_class_init (RubRunsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rub_runs_window_finalize;

  g_type_ensure (RUB_TYPE_RUN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-runs-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RubRunsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RubRunsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RubRunsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RubRunsWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, RubRunsWindow, runs);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activate_cb);

  gtk_widget_class_install_action (widget_class, "runs.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "runs.delete", "x", delete_action);
  gtk_widget_class_install_action (widget_class, "runs.delete-selected", NULL,
                                   delete_selected_action);
}

static void
rub_runs_window_init (RubRunsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

RubRunsWindow *
rub_runs_window_new (GtkWindow *parent, RubLibrary *library)
{
  RubRunsWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (RUB_IS_LIBRARY (library), NULL);

  self = g_object_new (RUB_TYPE_RUNS_WINDOW, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (on_library_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "committed", G_CALLBACK (on_committed_cb), self,
                           G_CONNECT_SWAPPED);
  on_library_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return self;
}

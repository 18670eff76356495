/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-fault-bar.h"

#include <glib/gi18n.h>

#include "rub-rescue.h"

struct _RubFaultBar
{
  AdwBin parent_instance;

  /* Owned */
  RubLibrary *library;
  GCancellable *cancellable;
  char *backup;
  char *set_aside;

  /* Template */
  GtkRevealer *revealer;
  GtkLabel *message;
  GtkLabel *aside;
  GtkButton *retry_button;
  GtkButton *restore_button;
  GtkButton *fresh_button;
};

/* What a search for a backup found. */
typedef struct
{
  char *path;
  gint64 made_us;
} Backup;

typedef struct
{
  char *path;
  char *backup;
} Replacement;

G_DEFINE_FINAL_TYPE (RubFaultBar, rub_fault_bar, ADW_TYPE_BIN)

static void
free_backup (gpointer data)
{
  Backup *backup = data;

  g_free (backup->path);
  g_free (backup);
}

static void
free_replacement (gpointer data)
{
  Replacement *replacement = data;

  g_free (replacement->path);
  g_free (replacement->backup);
  g_free (replacement);
}

static void
find_backup (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Backup *backup = g_new0 (Backup, 1);

  backup->path = rub_rescue_find_backup (data, &backup->made_us);
  g_task_return_pointer (task, backup, free_backup);
}

static void
on_backup_found_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  RubFaultBar *self = RUB_FAULT_BAR (object);
  Backup *backup = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *age = NULL;
  g_autofree char *text = NULL;

  if (backup == NULL)
    return;

  g_free (self->backup);
  self->backup = g_steal_pointer (&backup->path);
  if (self->backup != NULL)
    {
      age = rub_format_age (backup->made_us, rub_library_get_now_us (self->library));
      /* Translators: %s is an age, such as "3 hours ago". */
      text = g_strdup_printf (_("There is a sound copy from %s. Nothing is deleted: the damaged "
                                "file is kept beside the new one."),
                              age);
      gtk_label_set_label (self->aside, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), self->backup != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->fresh_button), TRUE);
  free_backup (backup);
}

static void
look_for_backup (RubFaultBar *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_backup_found_cb, NULL);

  g_task_set_task_data (task, g_strdup (rub_library_get_path (self->library)), g_free);
  g_task_run_in_thread (task, find_backup);
}

static void
replace_store (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Replacement *replacement = data;
  char *aside = NULL;
  GError *error = NULL;

  if (rub_rescue_replace (replacement->path, replacement->backup, g_get_real_time (), &aside,
                          &error))
    g_task_return_pointer (task, aside, g_free);
  else
    g_task_return_error (task, error);
}

static void
on_replaced_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  RubFaultBar *self = RUB_FAULT_BAR (object);
  g_autoptr (GError) error = NULL;
  char *aside = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_label_set_label (self->message, error->message);
      return;
    }

  g_free (self->set_aside);
  self->set_aside = aside;
  rub_library_open (self->library);
}

static void
start_replacement (RubFaultBar *self, const char *backup)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_replaced_cb, NULL);
  Replacement *replacement = g_new0 (Replacement, 1);

  replacement->path = g_strdup (rub_library_get_path (self->library));
  replacement->backup = g_strdup (backup);
  g_task_set_task_data (task, replacement, free_replacement);
  g_task_run_in_thread (task, replace_store);
}

static void
on_restore_clicked_cb (RubFaultBar *self)
{
  start_replacement (self, self->backup);
}

static void
on_fresh_clicked_cb (RubFaultBar *self)
{
  start_replacement (self, NULL);
}

static void
on_retry_clicked_cb (RubFaultBar *self)
{
  rub_library_open (self->library);
}

static void
on_close_clicked_cb (RubFaultBar *self)
{
  g_clear_pointer (&self->set_aside, g_free);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
show_fault (RubFaultBar *self, const GError *fault)
{
  gboolean is_damaged = g_error_matches (fault, RUB_STORE_ERROR, RUB_STORE_ERROR_DAMAGED);

  gtk_label_set_label (self->message, fault->message);
  gtk_label_set_label (self->aside,
                       is_damaged ? _("Nothing is deleted: the damaged file is kept beside the new "
                                      "one.")
                                  : _("You can look at everything; changes cannot be saved."));
  gtk_widget_set_visible (GTK_WIDGET (self->retry_button), !is_damaged);
  if (is_damaged)
    look_for_backup (self);
}

static void
show_set_aside (RubFaultBar *self)
{
  g_autofree char *text
    = g_strdup_printf (_("The damaged file is kept as “%s”."), self->set_aside);

  gtk_label_set_label (self->message, _("Your data can be used again."));
  gtk_label_set_label (self->aside, text);
  gtk_widget_set_visible (GTK_WIDGET (self->retry_button), FALSE);
}

static void
on_library_changed_cb (RubFaultBar *self)
{
  const GError *fault = rub_library_get_fault (self->library);

  g_assert (RUB_IS_FAULT_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->fresh_button), FALSE);
  if (fault != NULL)
    show_fault (self, fault);
  else if (self->set_aside != NULL)
    show_set_aside (self);
  gtk_revealer_set_reveal_child (self->revealer, fault != NULL || self->set_aside != NULL);
}

static void
rub_fault_bar_dispose (GObject *object)
{
  RubFaultBar *self = RUB_FAULT_BAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_pointer (&self->backup, g_free);
  g_clear_pointer (&self->set_aside, g_free);

  G_OBJECT_CLASS (rub_fault_bar_parent_class)->dispose (object);
}

static void
rub_fault_bar_class_init (RubFaultBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_fault_bar_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-fault-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RubFaultBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, RubFaultBar, message);
  gtk_widget_class_bind_template_child (widget_class, RubFaultBar, aside);
  gtk_widget_class_bind_template_child (widget_class, RubFaultBar, retry_button);
  gtk_widget_class_bind_template_child (widget_class, RubFaultBar, restore_button);
  gtk_widget_class_bind_template_child (widget_class, RubFaultBar, fresh_button);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fresh_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
}

static void
rub_fault_bar_init (RubFaultBar *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_fault_bar_set_library (RubFaultBar *self, RubLibrary *library)
{
  g_return_if_fail (RUB_IS_FAULT_BAR (self));
  g_return_if_fail (RUB_IS_LIBRARY (library));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (on_library_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_library_changed_cb (self);
}

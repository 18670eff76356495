/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-import.h"

#include <glib/gi18n.h>

#include "rub-run-file.h"
#include "rub-run-intake.h"

/* More lines than this make a dialog that does not fit. */
#define MAX_LINES 8

/* Lives while files are read; whoever waits for the next one holds it. */
typedef struct
{
  guint position;
  guint n_failed;
  gulong changed_handler;

  /* Owned */
  GListModel *files;
  RubLibrary *library;
  AdwToastOverlay *toasts;
  GCancellable *cancellable;
  RubRunIntake *intake;
  GString *failures;
} Import;

static void read_next (Import *self);

static void
free_import (Import *self)
{
  g_object_unref (self->files);
  g_object_unref (self->library);
  g_object_unref (self->toasts);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->intake, rub_run_intake_free);
  g_string_free (self->failures, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, free_import)

static char *
describe_known (guint n_known)
{
  return g_strdup_printf (ngettext ("%u run was already there", "%u runs were already there",
                                    n_known),
                          n_known);
}

static void
tell_failures (Import *self, guint n_known)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->toasts));
  g_autofree char *heading = g_strdup_printf (
    ngettext ("%u File Was Not Added", "%u Files Were Not Added", self->n_failed), self->n_failed);

  if (self->n_failed > MAX_LINES)
    g_string_append_printf (self->failures,
                            ngettext ("\n\nand %u more", "\n\nand %u more",
                                      self->n_failed - MAX_LINES),
                            self->n_failed - MAX_LINES);
  if (n_known > 0)
    {
      g_autofree char *known = describe_known (n_known);

      g_string_append_printf (self->failures, "\n\n%s", known);
    }
  if (GTK_IS_WINDOW (root))
    rub_compat_tell (GTK_WINDOW (root), heading, self->failures->str);
}

static void
finish (Import *self)
{
  guint n_added = rub_run_intake_get_n_added (self->intake);
  guint n_known = rub_run_intake_get_n_known (self->intake);
  g_autofree char *title = g_strdup_printf (ngettext ("%u run added", "%u runs added", n_added),
                                            n_added);

  if (n_added > 0)
    rub_library_commit (self->library, rub_run_intake_get_change (self->intake), title);
  if (self->n_failed > 0)
    tell_failures (self, n_known);
  else if (n_known > 0)
    {
      g_autofree char *known = describe_known (n_known);

      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (known));
    }
}

static void
add_failure (Import *self, GFile *file, const GError *error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *line = NULL;

  self->n_failed++;
  if (self->n_failed > MAX_LINES)
    return;

  /* Translators: a file and what is wrong with it, or what came in from it. */
  line = g_strdup_printf (C_ ("import", "%s: %s"), name, error->message);
  g_string_append_printf (self->failures, "%s%s", self->failures->len > 0 ? "\n\n" : "", line);
}

static void
on_file_loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) self = data;
  g_autoptr (GFile) file = g_list_model_get_item (self->files, self->position);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = rub_run_file_load_finish (result, &error);
  g_autoptr (GPtrArray) added = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (runs != NULL)
    added = rub_run_intake_add (self->intake, runs, rub_library_get_now_us (self->library),
                                &error);
  if (added == NULL)
    add_failure (self, file, error);
  self->position++;
  read_next (g_steal_pointer (&self));
}

/* Takes @self. */
static void
read_next (Import *self)
{
  g_autoptr (Import) owned = self;
  g_autoptr (GFile) file = g_list_model_get_item (self->files, self->position);

  if (file == NULL)
    finish (self);
  else
    rub_run_file_load_async (file, self->cancellable, on_file_loaded_cb, g_steal_pointer (&owned));
}

static void
start (Import *self)
{
  self->intake = rub_run_intake_new (rub_library_get_records (self->library));
  read_next (self);
}

static void
on_library_changed_cb (RubLibrary *library, gpointer data)
{
  Import *self = data;

  if (rub_library_get_records (library) == NULL)
    return;

  g_signal_handler_disconnect (library, self->changed_handler);
  start (self);
}

void
rub_run_import_start (GListModel *files, RubLibrary *library, AdwToastOverlay *toasts)
{
  Import *self;

  g_return_if_fail (G_IS_LIST_MODEL (files));
  g_return_if_fail (RUB_IS_LIBRARY (library));
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts));
  g_return_if_fail (gtk_widget_get_root (GTK_WIDGET (toasts)) != NULL);

  self = g_new0 (Import, 1);
  self->files = g_object_ref (files);
  self->library = g_object_ref (library);
  self->toasts = g_object_ref (toasts);
  self->cancellable = g_cancellable_new ();
  self->failures = g_string_new (NULL);
  /* Not of the toasts, which are held here. */
  g_signal_connect_object (gtk_widget_get_root (GTK_WIDGET (toasts)), "destroy",
                           G_CALLBACK (g_cancellable_cancel), self->cancellable, G_CONNECT_SWAPPED);

  if (rub_library_get_records (library) != NULL)
    start (self);
  else
    self->changed_handler = g_signal_connect (library, "changed",
                                              G_CALLBACK (on_library_changed_cb), self);
}

void
rub_run_import_choose (GtkWindow *parent, RubCompatFilesFunc callback)
{
  static const char *const suffixes[] = { "gpx", "tcx", "gpx.gz", "tcx.gz" };
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_return_if_fail (GTK_IS_WINDOW (parent));

  gtk_file_filter_set_name (filter, _("Runs (GPX, TCX)"));
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  rub_compat_choose_files (parent, _("Import Runs"), filter, callback);
}

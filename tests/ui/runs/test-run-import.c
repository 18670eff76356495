/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "rub-run-import.h"

/* A library on disk, and a window with toasts in front of it. */
typedef struct
{
  char *folder;
  guint n_committed;
  char *title;
  RubLibrary *library;
  GtkWidget *window;
  AdwToastOverlay *toasts;
} Fixture;

static void
on_committed_cb (RubLibrary *library, const char *title, RubChange *undo, Fixture *self)
{
  self->n_committed++;
  g_free (self->title);
  self->title = g_strdup (title);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (RUB_APP_ID);
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("rubdown-import-XXXXXX", NULL);
  path = g_build_filename (self->folder, "rubdown.db", NULL);
  self->library = rub_library_new (path, settings);
  g_signal_connect (self->library, "committed", G_CALLBACK (on_committed_cb), self);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->toasts));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->title);
}

static void
add_file (Fixture *self, GListStore *files, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_list_store_append (files, file);
}

static char *
make_run (int day)
{
  return g_strdup_printf ("<gpx version=\"1.1\"><trk><trkseg>"
                          "<trkpt lat=\"50.00\" lon=\"8\"><time>2026-05-%02dT06:00:00Z</time>"
                          "</trkpt>"
                          "<trkpt lat=\"50.01\" lon=\"8\"><time>2026-05-%02dT06:06:00Z</time>"
                          "</trkpt></trkseg></trk></gpx>",
                          day, day);
}

/* A dialog of the kind that tells what failed, or NULL. */
static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }

  return NULL;
}

/* Started before the library has read its records, as when files open the program. */
static void
test_import (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *first = make_run (12);
  g_autofree char *second = make_run (13);
  GtkWindow *dialog;

  add_file (self, files, "a.gpx", first);
  add_file (self, files, "a-again.gpx", first);
  add_file (self, files, "b.gpx", second);
  add_file (self, files, "c.gpx", "Dear diary,");
  g_assert_null (rub_library_get_records (self->library));
  rub_run_import_start (G_LIST_MODEL (files), self->library, self->toasts);
  while (self->n_committed == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (self->title, ==, "2 runs added");
  g_assert_cmpuint (rub_library_get_records (self->library)->runs->len, ==, 2);

  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "1 File Was Not Added");
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                                   "c.gpx: "));
  g_assert_true (g_str_has_suffix (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                                   "\n\n1 run was already there"));
  gtk_window_destroy (dialog);
}

/* Nothing new makes no commit, and so nothing that could be undone. */
static void
test_import_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GListStore) more = g_list_store_new (G_TYPE_FILE);
  g_autofree char *first = make_run (12);
  g_autofree char *second = make_run (13);

  add_file (self, files, "a.gpx", first);
  rub_run_import_start (G_LIST_MODEL (files), self->library, self->toasts);
  while (self->n_committed == 0)
    g_main_context_iteration (NULL, TRUE);

  rub_run_import_start (G_LIST_MODEL (files), self->library, self->toasts);
  add_file (self, more, "b.gpx", second);
  rub_run_import_start (G_LIST_MODEL (more), self->library, self->toasts);
  while (self->n_committed == 1)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (self->n_committed, ==, 2);
  g_assert_cmpstr (self->title, ==, "1 run added");
  g_assert_cmpuint (rub_library_get_records (self->library)->runs->len, ==, 2);
  g_assert_null (find_dialog ());
}

/* What is under way when its window goes is dropped, without a trace. */
static void
test_import_closed (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *first = make_run (12);
  gpointer toasts = self->toasts;

  g_object_add_weak_pointer (G_OBJECT (self->toasts), &toasts);
  add_file (self, files, "a.gpx", first);
  rub_run_import_start (G_LIST_MODEL (files), self->library, self->toasts);
  gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = NULL;
  while (toasts != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (self->n_committed, ==, 0);
  g_assert_cmpuint (rub_library_get_records (self->library)->runs->len, ==, 0);
}

#define ADD(path, func) g_test_add ("/run-import/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("files", test_import);
  ADD ("again", test_import_again);
  ADD ("closed", test_import_closed);

  return g_test_run ();
}

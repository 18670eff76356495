/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>

#include "rub-runs-window.h"
#include "rub-ui-resources.h"

#define N_RUNS 3

/* A library on disk with three runs, a day apart, and the window of all runs. */
typedef struct
{
  char *folder;
  guint n_committed;
  RubChange *undo;
  RubLibrary *library;
  GtkWindow *parent;
  RubRunsWindow *window;
} Fixture;

static void
on_committed_cb (RubLibrary *library, const char *title, RubChange *undo, Fixture *self)
{
  self->n_committed++;
  g_set_object (&self->undo, undo);
}

static void
wait_for_commit (Fixture *self)
{
  guint before = self->n_committed;

  while (self->n_committed == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
add_runs (Fixture *self)
{
  g_autoptr (RubChange) change = rub_change_new ();

  for (int i = 0; i < N_RUNS; i++)
    {
      const RubRunFields fields = {
        .start_us = (1778571000 + i * (gint64) 86400) * G_TIME_SPAN_SECOND,
        .elapsed_s = 3600 + i,
        .distance_m = 10000,
        .ascent_m = NAN,
        .descent_m = NAN,
        .effort = RUB_EFFORT_UNKNOWN,
        .source = "hand",
      };
      g_autoptr (RubRun) run = rub_run_new (&fields);

      rub_change_save_run (change, run);
    }
  rub_library_commit (self->library, change, "Runs added");
  wait_for_commit (self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (RUB_APP_ID);
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("rubdown-runs-XXXXXX", NULL);
  path = g_build_filename (self->folder, "rubdown.db", NULL);
  self->library = rub_library_new (path, settings);
  g_signal_connect (self->library, "committed", G_CALLBACK (on_committed_cb), self);
  while (!rub_library_can_write (self->library))
    g_main_context_iteration (NULL, TRUE);
  self->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (self->parent);
  self->window = rub_runs_window_new (self->parent, self->library);
  /* Cleared when it is finalised, so that a leak is seen. */
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  gtk_window_close (GTK_WINDOW (self->window));
  while (self->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (self->parent);
  g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->undo);
  g_clear_object (&self->library);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static gpointer
child (Fixture *self, const char *name)
{
  GObject *object
    = gtk_widget_get_template_child (GTK_WIDGET (self->window), RUB_TYPE_RUNS_WINDOW, name);

  g_assert_nonnull (object);

  return object;
}

static RubRun *
get_run (Fixture *self, guint position)
{
  return g_list_model_get_item (child (self, "runs"), position);
}

static void
test_list (Fixture *self, gconstpointer data)
{
  int width;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (child (self, "stack")), ==, "empty");
  add_runs (self);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (child (self, "stack")), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (child (self, "runs")), ==, N_RUNS);
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (RubRun) run = get_run (self, i);

      g_assert_cmpint (rub_run_get_fields (run)->elapsed_s, ==, 3600 + N_RUNS - 1 - (int) i);
    }

  /* Fits a phone. */
  gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  g_assert_cmpint (width, <=, 360);
}

/* What stays keeps its object, and with it its row, its focus and the place of the list. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (RubRun) first = NULL;
  g_autoptr (RubRun) last = NULL;
  g_autoptr (RubRun) first_after = NULL;
  g_autoptr (RubRun) last_after = NULL;
  g_autoptr (RubChange) undo = NULL;

  add_runs (self);
  first = get_run (self, 0);
  last = get_run (self, 2);
  gtk_single_selection_set_selected (child (self, "selection"), 1);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "runs.delete-selected", NULL);
  wait_for_commit (self);

  g_assert_cmpuint (g_list_model_get_n_items (child (self, "runs")), ==, 2);
  first_after = get_run (self, 0);
  last_after = get_run (self, 1);
  g_assert_true (first == first_after);
  g_assert_true (last == last_after);

  undo = g_object_ref (self->undo);
  rub_library_commit (self->library, undo, "Undone");
  wait_for_commit (self);
  g_assert_cmpuint (g_list_model_get_n_items (child (self, "runs")), ==, N_RUNS);
}

static void
test_delete_last (Fixture *self, gconstpointer data)
{
  add_runs (self);
  for (int i = 0; i < N_RUNS; i++)
    {
      g_autoptr (RubRun) run = get_run (self, 0);

      gtk_widget_activate_action (GTK_WIDGET (self->window), "runs.delete", "x",
                                  rub_run_get_id (run));
      wait_for_commit (self);
    }
  g_assert_cmpstr (gtk_stack_get_visible_child_name (child (self, "stack")), ==, "empty");
}

#define ADD(path, func) g_test_add ("/runs-window/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());

  ADD ("list", test_list);
  ADD ("delete", test_delete);
  ADD ("delete-last", test_delete_last);

  return g_test_run ();
}

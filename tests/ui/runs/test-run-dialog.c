/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>

#include "rub-run-dialog.h"
#include "rub-ui-resources.h"

/* A library on disk, and a window to be in front of. */
typedef struct
{
  char *folder;
  guint n_committed;
  char *title;
  RubLibrary *library;
  GtkWindow *window;
  RubRunDialog *dialog;
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

  g_settings_set_string (settings, "units", "metric");
  self->folder = g_dir_make_tmp ("rubdown-dialog-XXXXXX", NULL);
  path = g_build_filename (self->folder, "rubdown.db", NULL);
  self->library = rub_library_new (path, settings);
  g_signal_connect (self->library, "committed", G_CALLBACK (on_committed_cb), self);
  while (!rub_library_can_write (self->library))
    g_main_context_iteration (NULL, TRUE);
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_assert_null (self->dialog);
  gtk_window_destroy (self->window);
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

static gpointer
child (Fixture *self, const char *name)
{
  GObject *object
    = gtk_widget_get_template_child (GTK_WIDGET (self->dialog), RUB_TYPE_RUN_DIALOG, name);

  g_assert_nonnull (object);

  return object;
}

static void
open_dialog (Fixture *self, RubRun *run)
{
  self->dialog = rub_run_dialog_new (self->window, self->library, run);
  /* Cleared when it is finalised, so that a leak is seen. */
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
type (Fixture *self, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (child (self, name)), text);
}

static void
save (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "run.save", NULL);
}

/* Saves, and waits until it is in the library and the dialog is gone. */
static const RubRunFields *
save_well (Fixture *self)
{
  guint before = self->n_committed;

  save (self);
  while (self->n_committed == before || self->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);

  return rub_run_get_fields (
    g_ptr_array_index (rub_library_get_records (self->library)->runs, 0));
}

static void
test_add (Fixture *self, gconstpointer data)
{
  const RubRunFields *fields;
  gint64 now_us = g_get_real_time ();

  open_dialog (self, NULL);
  type (self, "distance_row", "12,4");
  type (self, "elapsed_row", "1:02");
  g_assert_cmpstr (gtk_label_get_label (child (self, "pace_label")), ==, "1:02:00 · 5:00 /km");
  fields = save_well (self);

  g_assert_cmpstr (self->title, ==, "Run added");
  g_assert_cmpfloat_with_epsilon (fields->distance_m, 12400, 0.01);
  g_assert_cmpint (fields->elapsed_s, ==, 3720);
  g_assert_cmpint (fields->effort, ==, RUB_EFFORT_UNKNOWN);
  g_assert_cmpint (fields->kind, ==, RUB_RUN_KIND_EASY);
  g_assert_cmpstr (fields->source, ==, "hand");
  g_assert_cmpstr (fields->zone, ==, "UTC");
  g_assert_null (fields->note);
  g_assert_cmpint (ABS (fields->start_us - (now_us - 3720 * G_TIME_SPAN_SECOND)), <,
                   G_TIME_SPAN_MINUTE);
}

static void
assert_problem (Fixture *self, const char *name, gboolean is_wrong)
{
  g_assert_cmpint (gtk_widget_has_css_class (child (self, name), "error"), ==, is_wrong);
}

static void
test_problems (Fixture *self, gconstpointer data)
{
  open_dialog (self, NULL);
  save (self);
  assert_problem (self, "elapsed_row", TRUE);
  assert_problem (self, "distance_row", FALSE);

  type (self, "distance_row", "far");
  assert_problem (self, "elapsed_row", FALSE);
  save (self);
  assert_problem (self, "elapsed_row", TRUE);
  assert_problem (self, "distance_row", TRUE);

  type (self, "distance_row", "10");
  type (self, "elapsed_row", "23:00:00");
  adw_combo_row_set_selected (child (self, "when_row"), 1);
  type (self, "clock_row", "noon");
  save (self);
  assert_problem (self, "clock_row", TRUE);

  /* Whatever the time is now: it cannot have ended yet. */
  type (self, "elapsed_row", "25h");
  type (self, "clock_row", "0:00");
  save (self);
  assert_problem (self, "clock_row", TRUE);
  assert_problem (self, "elapsed_row", FALSE);

  g_assert_cmpuint (rub_library_get_records (self->library)->runs->len, ==, 0);
  gtk_window_close (GTK_WINDOW (self->dialog));
  while (self->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_other_day (Fixture *self, gconstpointer data)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 5, 12, 0, 0, 0);
  g_autoptr (GDateTime) start = g_date_time_new_utc (2026, 5, 12, 7, 30, 0);
  const RubRunFields *fields;

  open_dialog (self, NULL);
  adw_combo_row_set_selected (child (self, "when_row"), 2);
  gtk_calendar_select_day (child (self, "calendar"), day);
  type (self, "clock_row", "7:30");
  type (self, "elapsed_row", "52");
  type (self, "note_row", "Rain");
  adw_combo_row_set_selected (child (self, "kind_row"), RUB_RUN_KIND_RACE);
  fields = save_well (self);

  g_assert_cmpint (fields->start_us, ==, g_date_time_to_unix (start) * G_TIME_SPAN_SECOND);
  g_assert_cmpint (fields->kind, ==, RUB_RUN_KIND_RACE);
  g_assert_cmpfloat (fields->distance_m, ==, 0);
  g_assert_cmpstr (fields->note, ==, "Rain");
}

static void
choose_effort (Fixture *self, double effort)
{
  gboolean was_handled;

  g_signal_emit_by_name (child (self, "effort_scale"), "change-value", GTK_SCROLL_JUMP, effort,
                         &was_handled);
}

/* What is not touched stays to the second and the metre, and only the kind nobody chose follows. */
static void
test_change (Fixture *self, gconstpointer data)
{
  const RubRunFields before = {
    .start_us = G_GINT64_CONSTANT (1778571013) * G_TIME_SPAN_SECOND,
    .elapsed_s = 3731,
    .distance_m = 12403.7,
    .ascent_m = 120,
    .descent_m = NAN,
    .effort = 4,
    .kind = RUB_RUN_KIND_HILLS,
    .source = "gpx",
  };
  g_autoptr (RubRun) run = rub_run_new (&before);
  g_autoptr (RubChange) change = rub_change_new ();
  const RubRunFields *fields;

  rub_change_save_run (change, run);
  rub_library_commit (self->library, change, "Run added");
  while (self->n_committed == 0)
    g_main_context_iteration (NULL, TRUE);

  open_dialog (self, g_ptr_array_index (rub_library_get_records (self->library)->runs, 0));
  g_assert_cmpstr (gtk_editable_get_text (child (self, "distance_row")), ==, "12.4");
  g_assert_cmpstr (gtk_editable_get_text (child (self, "elapsed_row")), ==, "1:02:11");
  choose_effort (self, 7.2);
  fields = save_well (self);

  g_assert_cmpstr (self->title, ==, "Run changed");
  g_assert_cmpuint (rub_library_get_records (self->library)->runs->len, ==, 1);
  g_assert_cmpint (fields->effort, ==, 7);
  g_assert_cmpint (fields->start_us, ==, before.start_us);
  g_assert_cmpint (fields->elapsed_s, ==, before.elapsed_s);
  g_assert_cmpfloat (fields->distance_m, ==, before.distance_m);
  g_assert_cmpfloat (fields->ascent_m, ==, before.ascent_m);
  g_assert_cmpint (fields->kind, ==, before.kind);
  g_assert_cmpstr (fields->source, ==, before.source);
  g_assert_null (fields->zone);
}

static void
test_effort (Fixture *self, gconstpointer data)
{
  open_dialog (self, NULL);
  type (self, "elapsed_row", "30");
  g_assert_false (gtk_widget_get_visible (child (self, "unrate_button")));
  choose_effort (self, 8);
  g_assert_cmpstr (gtk_label_get_label (child (self, "effort_label")), ==, "8 of 10");
  g_assert_cmpuint (adw_combo_row_get_selected (child (self, "kind_row")), ==,
                    RUB_RUN_KIND_TEMPO);
  choose_effort (self, 0);
  g_assert_cmpstr (gtk_label_get_label (child (self, "effort_label")), ==, "0 of 10");
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "run.unrate", NULL);
  g_assert_cmpstr (gtk_label_get_label (child (self, "effort_label")), ==, "Not rated");
  g_assert_cmpint (save_well (self)->effort, ==, RUB_EFFORT_UNKNOWN);
}

/* Fits a phone, with all its rows shown and something wrong. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  int width;

  open_dialog (self, NULL);
  adw_combo_row_set_selected (child (self, "when_row"), 2);
  choose_effort (self, 10);
  save (self);
  gtk_widget_measure (GTK_WIDGET (self->dialog), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  g_assert_cmpint (width, <=, 360);

  gtk_window_close (GTK_WINDOW (self->dialog));
  while (self->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(path, func) g_test_add ("/run-dialog/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());

  ADD ("add", test_add);
  ADD ("problems", test_problems);
  ADD ("other-day", test_other_day);
  ADD ("change", test_change);
  ADD ("effort", test_effort);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}

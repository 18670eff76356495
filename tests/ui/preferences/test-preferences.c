/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "rub-preferences.h"
#include "rub-ui-resources.h"

typedef struct
{
  char *folder;
  GSettings *settings;
  RubLibrary *library;
  GtkWidget *parent;
  GtkWidget *preferences;
  int n_changes;
} Fixture;

static void
on_changed_cb (RubLibrary *library, Fixture *fixture)
{
  fixture->n_changes++;
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("rub-preferences-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "rubdown.db", NULL);
  fixture->settings = g_settings_new (RUB_APP_ID);
  fixture->library = rub_library_new (path, fixture->settings);
  while (rub_library_get_records (fixture->library) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (on_changed_cb), fixture);

  fixture->parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->parent));
  rub_preferences_present (GTK_WINDOW (fixture->parent), fixture->settings, fixture->library);
  fixture->preferences = find_toplevel (RUB_TYPE_PREFERENCES);
  g_assert_nonnull (fixture->preferences);
}

static void
assert_gone (gpointer *object)
{
  for (int i = 0; i < 1000 && *object != NULL; i++)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (5000);
  g_assert_null (*object);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer preferences = fixture->preferences, library = fixture->library;
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_object_add_weak_pointer (G_OBJECT (preferences), &preferences);
  g_object_add_weak_pointer (G_OBJECT (library), &library);
  gtk_window_destroy (GTK_WINDOW (fixture->preferences));
  assert_gone (&preferences);
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  g_object_unref (fixture->library);
  assert_gone (&library);
  for (int i = 0; i < 3; i++)
    g_settings_reset (fixture->settings,
                      (const char *[]){ "body-build", "body-mirrored", "body-patterns" }[i]);
  g_object_unref (fixture->settings);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (fixture->folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* The row with @title, which has its mnemonic in it. */
static AdwPreferencesRow *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return ADW_PREFERENCES_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwPreferencesRow *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_build (Fixture *fixture, gconstpointer data)
{
  AdwPreferencesRow *row = find_row (fixture->preferences, "_Build");

  g_assert_true (ADW_IS_COMBO_ROW (row));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  g_assert_cmpint (rub_library_get_body_build (fixture->library), ==, RUB_BODY_BUILD_STANDARD);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_cmpint (rub_library_get_body_build (fixture->library), ==, RUB_BODY_BUILD_NARROWER);
  g_assert_cmpint (fixture->n_changes, ==, 1);

  g_settings_set_string (fixture->settings, "body-build", "standard");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  g_assert_cmpint (fixture->n_changes, ==, 2);
}

/* Activating the row turns the switch, which is the setting. */
static void
test_switches (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title;
    gboolean (*get) (RubLibrary *library);
  } rows[] = {
    { "Front as in a _Mirror", rub_library_is_body_mirrored },
    { "_Patterns", rub_library_has_body_patterns },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AdwPreferencesRow *row = find_row (fixture->preferences, rows[i].title);

      g_assert_true (ADW_IS_ACTION_ROW (row));
      g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), !=, "");
      g_assert_false (rows[i].get (fixture->library));
      adw_action_row_activate (ADW_ACTION_ROW (row));
      /* A switch takes its time to slide over. */
      for (int j = 0; j < 200 && !rows[i].get (fixture->library); j++)
        if (!g_main_context_iteration (NULL, FALSE))
          g_usleep (10000);
      g_assert_true (rows[i].get (fixture->library));
      g_assert_cmpint (fixture->n_changes, ==, (int) i + 1);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());

  g_test_add ("/preferences/build", Fixture, NULL, set_up, test_build, tear_down);
  g_test_add ("/preferences/switches", Fixture, NULL, set_up, test_switches, tear_down);

  return g_test_run ();
}

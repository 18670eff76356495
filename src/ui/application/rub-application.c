/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-application.h"

#include <glib/gi18n.h>

#include "rub-cli.h"
#include "rub-icon-resources.h"
#include "rub-preferences.h"
#include "rub-recheck.h"
#include "rub-reminder-actions.h"
#include "rub-ui-resources.h"
#include "rub-window.h"

struct _RubApplication
{
  AdwApplication parent_instance;

  /* Owned */
  GSettings *settings;
  RubLibrary *library;
};

G_DEFINE_FINAL_TYPE (RubApplication, rub_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.add-run", { "<Control>n" } },
  { "win.import-runs", { "<Control>o" } },
  { "win.show-page::today", { "<Alt>1" } },
  { "win.show-page::body", { "<Alt>2" } },
  { "win.show-page::plan", { "<Alt>3" } },
  { "win.show-page::read", { "<Alt>4" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
};

static void
send_recheck (RubApplication *self)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));

  if (connection != NULL)
    rub_recheck_send (connection);
}

static RubLibrary *
get_library (RubApplication *self)
{
  g_autofree char *path = NULL;

  if (self->library == NULL)
    {
      path = rub_store_get_default_path ();
      self->library = rub_library_new (path, self->settings);
      g_signal_connect_object (self->library, "written", G_CALLBACK (send_recheck), self,
                               G_CONNECT_SWAPPED);
      /* Starts the background program, should it not run. */
      send_recheck (self);
    }

  return self->library;
}

static RubWindow *
get_window (RubApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !RUB_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window == NULL)
    window = GTK_WINDOW (rub_window_new (GTK_APPLICATION (self), get_library (self),
                                         self->settings));

  return RUB_WINDOW (window);
}

static void
on_reminder_recheck_cb (gpointer data)
{
  RubApplication *self = RUB_APPLICATION (data);

  if (self->library != NULL)
    rub_library_recheck (self->library);
}

static void
on_reminder_answered_cb (const char *id, const GError *error, gpointer data)
{
  RubApplication *self = RUB_APPLICATION (data);

  if (error != NULL && self->library != NULL)
    g_signal_emit_by_name (self->library, "failed", error);
  on_reminder_recheck_cb (self);
  send_recheck (self);
}

static void
on_reminder_opened_cb (const char *id, gpointer data)
{
  RubWindow *window = get_window (RUB_APPLICATION (data));
  const char *page = g_str_has_prefix (id, "check/") ? "body" : "today";

  /* What came late is told of together, and listed in the plan. */
  rub_window_show_page (window, id[0] == '\0' ? "plan" : page);
  gtk_window_present (GTK_WINDOW (window));
}

static const RubReminderActions reminder_actions = {
  .recheck = on_reminder_recheck_cb,
  .answered = on_reminder_answered_cb,
  .open = on_reminder_opened_cb,
  .start = on_reminder_opened_cb,
};

static void
on_about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const developers[] = { "The Rubdown contributors", NULL };
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_show_about_window (window, "application-name", "Rubdown", "application-icon", RUB_APP_ID,
                         "version", RUB_VERSION, "developer-name", _("The Rubdown contributors"),
                         "developers", developers, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _("Rubdown is a wellness tool. It does not diagnose, and it does not "
                           "replace a professional."),
                         /* Translators: put your names here, one a line. */
                         "translator-credits", _("translator-credits"), NULL);
}

static void
on_preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RubApplication *self = RUB_APPLICATION (data);

  rub_preferences_present (GTK_WINDOW (get_window (self)), self->settings, get_library (self));
}

static void
on_quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  /* Through the window, so that it keeps its size. */
  if (RUB_IS_WINDOW (window))
    gtk_window_close (window);
  else
    g_application_quit (G_APPLICATION (data));
}

static const GActionEntry actions[] = {
  { "about", on_about_cb },
  { "preferences", on_preferences_cb },
  { "quit", on_quit_cb },
};

static void
rub_application_startup (GApplication *application)
{
  RubApplication *self = RUB_APPLICATION (application);
  g_autofree char *path = rub_store_get_default_path ();

  g_resources_register (rub_ui_get_resource ());
  g_resources_register (rub_icons_get_resource ());
  G_APPLICATION_CLASS (rub_application_parent_class)->startup (application);

  self->settings = g_settings_new (RUB_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  rub_reminder_actions_install (application, path, &reminder_actions, self);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           (const char *const *) accels[i].keys);
}

static void
rub_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (RUB_APPLICATION (application))));
}

static void
rub_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  RubWindow *window = get_window (RUB_APPLICATION (application));
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);
  gtk_window_present (GTK_WINDOW (window));
  rub_window_import_runs (window, G_LIST_MODEL (list));
}

/* The names of files are taken as an option, so that --import can have them; without it they are
 * passed on to whichever instance is the first, as if they had not been. */
static int
open_files (GApplication *application, const char *const *paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  for (gsize i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (paths[i]));
  g_application_open (application, (GFile **) files->pdata, (int) files->len, "");

  return EXIT_SUCCESS;
}

static int
rub_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_auto (GStrv) files = rub_cli_get_files (options);
  int status = rub_cli_run (options);

  if (status >= 0 || files == NULL)
    return status;

  return open_files (application, (const char *const *) files);
}

static void
rub_application_finalize (GObject *object)
{
  RubApplication *self = RUB_APPLICATION (object);

  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rub_application_parent_class)->finalize (object);
}

static void
rub_application_class_init (RubApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rub_application_finalize;
  application_class->startup = rub_application_startup;
  application_class->activate = rub_application_activate;
  application_class->open = rub_application_open;
  application_class->handle_local_options = rub_application_handle_local_options;
}

static void
rub_application_init (RubApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), rub_cli_entries);
}

RubApplication *
rub_application_new (void)
{
  return g_object_new (RUB_TYPE_APPLICATION, "application-id", RUB_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/rubdown/Rubdown", NULL);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-reminders-app.h"

#include <malloc.h>

#include <glib-unix.h>

#include "rub-app-notifier.h"
#include "rub-autostart.h"
#include "rub-background-request.h"
#include "rub-peer.h"
#include "rub-recheck.h"
#include "rub-reminder-actions.h"
#include "rub-scheduler.h"
#include "rub-sleep-watch.h"
#include "rub-store.h"
#include "rub-timer-clock.h"

#define PROGRAM RUB_LIBEXECDIR "/rubdown-reminders"
/* How long to stay when reminders are off, for the next message of the window. */
#define IDLE_TIMEOUT_MS 10000

struct _RubRemindersApp
{
  GApplication parent_instance;

  gboolean is_held;
  gboolean is_sandboxed;
  guint sigterm_source;

  /* Owned */
  GSettings *settings;
  RubScheduler *scheduler;
  RubSleepWatch *sleep_watch;
  char *token; /* of the action being activated: the right to raise a window */
};

G_DEFINE_FINAL_TYPE (RubRemindersApp, rub_reminders_app, G_TYPE_APPLICATION)

static void
set_held (RubRemindersApp *self, gboolean is_held)
{
  if (self->is_held == is_held)
    return;

  self->is_held = is_held;
  if (is_held)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
update_enabled (RubRemindersApp *self)
{
  gboolean is_enabled = g_settings_get_boolean (self->settings, "reminders-enabled");

  rub_scheduler_set_enabled (self->scheduler, is_enabled);
  set_held (self, is_enabled);
}

static void
update_autostart (RubRemindersApp *self)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));
  gboolean is_wanted = g_settings_get_boolean (self->settings, "reminders-enabled")
                       && g_settings_get_boolean (self->settings, "start-with-session");
  g_autoptr (GError) error = NULL;

  if (self->is_sandboxed && connection != NULL)
    rub_background_request (connection, is_wanted);
  else if (!rub_autostart_set (PROGRAM, is_wanted, &error))
    g_warning ("Reminders cannot be started with the session: %s", error->message);
}

/* Asks the window's program for an action of the same name, with the right to raise itself. */
static void
forward (RubRemindersApp *self, const char *action, const char *id)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));

  if (connection != NULL)
    rub_peer_activate_action (connection, RUB_APP_ID, action, g_variant_new_string (id),
                              self->token, G_DBUS_CALL_FLAGS_NONE);
}

static void
look_again (gpointer user_data)
{
  rub_scheduler_recheck (RUB_REMINDERS_APP (user_data)->scheduler);
}

static void
follow_answer (const char *id, const GError *error, gpointer user_data)
{
  RubRemindersApp *self = user_data;
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));

  rub_scheduler_recheck (self->scheduler);
  if (connection != NULL)
    rub_recheck_send_to_app (connection);
}

static void
open_in_app (const char *id, gpointer user_data)
{
  forward (user_data, "open", id);
}

static void
start_in_app (const char *id, gpointer user_data)
{
  forward (user_data, "start", id);
}

static const RubReminderActions actions = {
  .recheck = look_again,
  .answered = follow_answer,
  .open = open_in_app,
  .start = start_in_app,
};

static void
on_enabled_changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  g_assert (RUB_IS_REMINDERS_APP (user_data));

  update_enabled (user_data);
  update_autostart (user_data);
}

static void
on_start_with_session_changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  g_assert (RUB_IS_REMINDERS_APP (user_data));

  update_autostart (user_data);
}

static void
on_scheduler_settled_cb (RubScheduler *scheduler, gboolean has_changed, gpointer user_data)
{
  RubRemindersApp *self = user_data;
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));

  g_assert (RUB_IS_REMINDERS_APP (self));

  if (has_changed && connection != NULL)
    rub_recheck_send_to_app (connection);

#ifdef __GLIBC__
  /* Hours may pass until the next round, and a round leaves hundreds of kilobytes behind. */
  malloc_trim (0);
#endif
}

static gboolean
on_sigterm_cb (gpointer user_data)
{
  RubRemindersApp *self = user_data;

  g_assert (RUB_IS_REMINDERS_APP (self));

  self->sigterm_source = 0;
  g_application_quit (G_APPLICATION (self));

  return G_SOURCE_REMOVE;
}

static void
make_scheduler (RubRemindersApp *self, const char *store_path)
{
  GApplication *app = G_APPLICATION (self);
  GDBusConnection *connection = g_application_get_dbus_connection (app);
  g_autoptr (RubTimerClock) clock = rub_timer_clock_new ("/etc/localtime");
  g_autoptr (RubServerWatch) watch = NULL;
  g_autoptr (RubAppNotifier) notifier = NULL;

  if (!self->is_sandboxed && connection != NULL)
    watch = rub_server_watch_new (connection);
  notifier = rub_app_notifier_new (app, self->settings, watch);

  self->scheduler = rub_scheduler_new (store_path, RUB_CLOCK (clock), RUB_NOTIFIER (notifier));
  g_signal_connect_object (self->scheduler, "settled", G_CALLBACK (on_scheduler_settled_cb), self,
                           0);
}

static void
rub_reminders_app_startup (GApplication *app)
{
  RubRemindersApp *self = RUB_REMINDERS_APP (app);
  g_autofree char *store_path = rub_store_get_default_path ();

  G_APPLICATION_CLASS (rub_reminders_app_parent_class)->startup (app);

  self->is_sandboxed = g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
  self->settings = g_settings_new (RUB_APP_ID);
  g_signal_connect_object (self->settings, "changed::reminders-enabled",
                           G_CALLBACK (on_enabled_changed_cb), self, 0);
  g_signal_connect_object (self->settings, "changed::start-with-session",
                           G_CALLBACK (on_start_with_session_changed_cb), self, 0);
  self->sigterm_source = g_unix_signal_add (SIGTERM, on_sigterm_cb, self);

  make_scheduler (self, store_path);
  rub_reminder_actions_install (app, store_path, &actions, self);
  if (!self->is_sandboxed)
    {
      self->sleep_watch = rub_sleep_watch_new ();
      g_signal_connect_object (self->sleep_watch, "resumed", G_CALLBACK (rub_scheduler_recheck),
                               self->scheduler, G_CONNECT_SWAPPED);
    }

  update_enabled (self);
  update_autostart (self);
}

/* Nothing to show: reminders come by themselves. */
static void
rub_reminders_app_activate (GApplication *app)
{
}

static void
rub_reminders_app_shutdown (GApplication *app)
{
  RubRemindersApp *self = RUB_REMINDERS_APP (app);
  GDBusConnection *connection = g_application_get_dbus_connection (app);

  g_clear_handle_id (&self->sigterm_source, g_source_remove);
  g_clear_object (&self->sleep_watch);
  g_clear_object (&self->scheduler);
  g_clear_object (&self->settings);
  if (connection != NULL)
    g_dbus_connection_flush_sync (connection, NULL, NULL);

  G_APPLICATION_CLASS (rub_reminders_app_parent_class)->shutdown (app);
}

static void
rub_reminders_app_before_emit (GApplication *app, GVariant *platform_data)
{
  RubRemindersApp *self = RUB_REMINDERS_APP (app);

  g_clear_pointer (&self->token, g_free);
  if (!g_variant_lookup (platform_data, "activation-token", "s", &self->token))
    g_variant_lookup (platform_data, "desktop-startup-id", "s", &self->token);

  G_APPLICATION_CLASS (rub_reminders_app_parent_class)->before_emit (app, platform_data);
}

static void
rub_reminders_app_after_emit (GApplication *app, GVariant *platform_data)
{
  g_clear_pointer (&RUB_REMINDERS_APP (app)->token, g_free);

  G_APPLICATION_CLASS (rub_reminders_app_parent_class)->after_emit (app, platform_data);
}

static void
rub_reminders_app_finalize (GObject *object)
{
  g_clear_pointer (&RUB_REMINDERS_APP (object)->token, g_free);

  G_OBJECT_CLASS (rub_reminders_app_parent_class)->finalize (object);
}

static void
rub_reminders_app_class_init (RubRemindersAppClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rub_reminders_app_finalize;

  app_class->startup = rub_reminders_app_startup;
  app_class->activate = rub_reminders_app_activate;
  app_class->shutdown = rub_reminders_app_shutdown;
  app_class->before_emit = rub_reminders_app_before_emit;
  app_class->after_emit = rub_reminders_app_after_emit;
}

static void
rub_reminders_app_init (RubRemindersApp *self)
{
}

RubRemindersApp *
rub_reminders_app_new (void)
{
  return g_object_new (RUB_TYPE_REMINDERS_APP, "application-id", RUB_DAEMON_ID, "flags",
                       G_APPLICATION_IS_SERVICE, "inactivity-timeout", IDLE_TIMEOUT_MS, NULL);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-app-notifier.h"

#include <glib/gi18n-lib.h>

#include "rub-reminder-text.h"

struct _RubAppNotifier
{
  GObject parent_instance;

  /* Owned */
  GSettings *settings;
  RubServerWatch *watch;

  /* Borrowed */
  GApplication *app;
};

static void rub_app_notifier_notifier_init (RubNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RubAppNotifier, rub_app_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RUB_TYPE_NOTIFIER,
                                                      rub_app_notifier_notifier_init))

static RubUnits
get_units (RubAppNotifier *self)
{
  g_autofree char *choice = g_settings_get_string (self->settings, "units");

  if (g_str_equal (choice, "metric"))
    return RUB_UNITS_METRIC;
  if (g_str_equal (choice, "imperial"))
    return RUB_UNITS_IMPERIAL;

  return rub_units_from_locale ();
}

static void
add_buttons (GNotification *notification, RubReminder *reminder)
{
  const RubReminderFields *fields = rub_reminder_get_fields (reminder);
  gboolean is_check = fields->task == RUB_TASK_CHECK;
  const char *start = is_check ? C_ ("button of a notification", "Answer")
                               : C_ ("button of a notification", "Start");
  const char *snooze = C_ ("button of a notification", "Snooze");
  const char *done = C_ ("button of a notification", "Done");

  /* What is done elsewhere cannot be started here. */
  if (is_check || fields->task == RUB_TASK_MASSAGE)
    g_notification_add_button_with_target (notification, start, "app.start", "s", fields->id);
  g_notification_add_button_with_target (notification, snooze, "app.snooze", "s", fields->id);
  /* A check is done by filling it in. */
  if (!is_check)
    g_notification_add_button_with_target (notification, done, "app.done", "s", fields->id);
}

static GNotification *
make_notification (RubReminder *single, const char *title, const char *body)
{
  g_autofree char *plain_title = rub_reminder_text_make_plain (title);
  g_autofree char *plain_body = rub_reminder_text_make_plain (body);
  GNotification *notification = g_notification_new (plain_title);
  g_autoptr (GIcon) icon = g_themed_icon_new (RUB_APP_ID);

  if (plain_body[0] != '\0')
    g_notification_set_body (notification, plain_body);
  g_notification_set_icon (notification, icon);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_NORMAL);
  if (single != NULL)
    add_buttons (notification, single);

  return notification;
}

static GNotification *
make_for_one (RubAppNotifier *self, RubReminder *reminder)
{
  g_autofree char *title = rub_reminder_text_get_notice_title (reminder);
  g_autofree char *body = rub_reminder_text_get_notice (reminder, get_units (self));
  GNotification *notification = make_notification (reminder, title, body);

  g_notification_set_default_action_and_target (notification, "app.open", "s",
                                                rub_reminder_get_id (reminder));

  return notification;
}

/* Opens the list of what waits; one that came late alone can be answered at once. */
static GNotification *
make_for_late (GPtrArray *reminders)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *body = rub_reminder_text_get_away (reminders, g_get_real_time (), zone);
  GNotification *notification
    = make_notification (reminders->len == 1 ? g_ptr_array_index (reminders, 0) : NULL,
                         rub_reminder_text_get_away_title (), body);

  g_notification_set_default_action_and_target (notification, "app.open", "s", "");

  return notification;
}

static gboolean
has_server (RubAppNotifier *self)
{
  return self->watch == NULL || rub_server_watch_is_present (self->watch);
}

static void
rub_app_notifier_send (RubNotifier *notifier, const char *id, GPtrArray *reminders)
{
  RubAppNotifier *self = RUB_APP_NOTIFIER (notifier);
  g_autoptr (GNotification) notification = NULL;

  /* Which server to use is chosen at the first one sent and never again; so none is sent before
   * there is a server. */
  if (!has_server (self))
    {
      rub_server_watch_start_server (self->watch);
      return;
    }

  notification = g_str_equal (id, RUB_NOTIFICATION_WAITING)
                   ? make_for_late (reminders)
                   : make_for_one (self, g_ptr_array_index (reminders, 0));
  g_application_send_notification (self->app, id, notification);
}

static void
rub_app_notifier_withdraw (RubNotifier *notifier, const char *id)
{
  RubAppNotifier *self = RUB_APP_NOTIFIER (notifier);

  if (has_server (self))
    g_application_withdraw_notification (self->app, id);
}

static void
on_server_appeared_cb (RubServerWatch *watch, gpointer user_data)
{
  g_assert (RUB_IS_APP_NOTIFIER (user_data));

  rub_notifier_report_ready (user_data);
}

static void
rub_app_notifier_notifier_init (RubNotifierInterface *iface)
{
  iface->send = rub_app_notifier_send;
  iface->withdraw = rub_app_notifier_withdraw;
}

static void
rub_app_notifier_finalize (GObject *object)
{
  RubAppNotifier *self = RUB_APP_NOTIFIER (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (rub_app_notifier_parent_class)->finalize (object);
}

static void
rub_app_notifier_class_init (RubAppNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_app_notifier_finalize;
}

static void
rub_app_notifier_init (RubAppNotifier *self)
{
}

RubAppNotifier *
rub_app_notifier_new (GApplication *app, GSettings *settings, RubServerWatch *watch)
{
  RubAppNotifier *self;

  g_return_val_if_fail (G_IS_APPLICATION (app), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (RUB_TYPE_APP_NOTIFIER, NULL);
  self->app = app;
  self->settings = g_object_ref (settings);
  if (watch != NULL)
    {
      self->watch = g_object_ref (watch);
      g_signal_connect_object (watch, "appeared", G_CALLBACK (on_server_appeared_cb), self, 0);
    }

  return self;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sleep-watch.h"

struct _RubSleepWatch
{
  GObject parent_instance;

  guint subscription;

  /* Owned */
  GCancellable *cancellable;
  GDBusConnection *connection;
};

enum
{
  RESUMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubSleepWatch, rub_sleep_watch, G_TYPE_OBJECT)

static void
on_prepare_for_sleep_cb (GDBusConnection *connection,
                         const char *sender,
                         const char *path,
                         const char *interface,
                         const char *signal,
                         GVariant *parameters,
                         gpointer user_data)
{
  gboolean is_going_to_sleep = TRUE;

  g_assert (RUB_IS_SLEEP_WATCH (user_data));

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &is_going_to_sleep);
  if (!is_going_to_sleep)
    g_signal_emit (user_data, signals[RESUMED], 0);
}

static void
on_bus_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_finish (result, &error);
  RubSleepWatch *self;

  if (connection == NULL)
    {
      /* When it was cancelled, the watch is gone. */
      g_debug ("No system bus: %s", error->message);
      return;
    }

  self = user_data;
  g_assert (RUB_IS_SLEEP_WATCH (self));

  /* That the system bus ends is no reason for this program to. */
  g_dbus_connection_set_exit_on_close (connection, FALSE);
  self->subscription
    = g_dbus_connection_signal_subscribe (connection, "org.freedesktop.login1",
                                          "org.freedesktop.login1.Manager", "PrepareForSleep",
                                          "/org/freedesktop/login1", NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, on_prepare_for_sleep_cb, self,
                                          NULL);
  self->connection = g_steal_pointer (&connection);
}

static void
rub_sleep_watch_finalize (GObject *object)
{
  RubSleepWatch *self = RUB_SLEEP_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, self->subscription);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (rub_sleep_watch_parent_class)->finalize (object);
}

static void
rub_sleep_watch_class_init (RubSleepWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_sleep_watch_finalize;

  signals[RESUMED] = g_signal_new ("resumed", RUB_TYPE_SLEEP_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
rub_sleep_watch_init (RubSleepWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

RubSleepWatch *
rub_sleep_watch_new (void)
{
  RubSleepWatch *self = g_object_new (RUB_TYPE_SLEEP_WATCH, NULL);

  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, on_bus_got_cb, self);

  return self;
}

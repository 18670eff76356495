/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-server-watch.h"

/* GNOME's own interface, which outlives the sender, and everybody's. */
static const char *const names[] = { "org.gtk.Notifications", "org.freedesktop.Notifications" };

struct _RubServerWatch
{
  GObject parent_instance;

  guint watches[G_N_ELEMENTS (names)];
  gboolean has_owner[G_N_ELEMENTS (names)];

  /* Owned */
  GDBusConnection *connection;
};

enum
{
  APPEARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubServerWatch, rub_server_watch, G_TYPE_OBJECT)

static void
set_has_owner (RubServerWatch *self, const char *name, gboolean has_owner)
{
  gboolean was_present = rub_server_watch_is_present (self);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      self->has_owner[i] = has_owner;

  if (!was_present && rub_server_watch_is_present (self))
    g_signal_emit (self, signals[APPEARED], 0);
}

static void
on_name_appeared_cb (GDBusConnection *connection,
                     const char *name,
                     const char *owner,
                     gpointer user_data)
{
  g_assert (RUB_IS_SERVER_WATCH (user_data));

  set_has_owner (user_data, name, TRUE);
}

static void
on_name_vanished_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  g_assert (RUB_IS_SERVER_WATCH (user_data));

  set_has_owner (user_data, name, FALSE);
}

static void
rub_server_watch_finalize (GObject *object)
{
  RubServerWatch *self = RUB_SERVER_WATCH (object);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_clear_handle_id (&self->watches[i], g_bus_unwatch_name);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (rub_server_watch_parent_class)->finalize (object);
}

static void
rub_server_watch_class_init (RubServerWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_server_watch_finalize;

  signals[APPEARED] = g_signal_new ("appeared", RUB_TYPE_SERVER_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
rub_server_watch_init (RubServerWatch *self)
{
}

RubServerWatch *
rub_server_watch_new (GDBusConnection *connection)
{
  RubServerWatch *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), NULL);

  self = g_object_new (RUB_TYPE_SERVER_WATCH, NULL);
  self->connection = g_object_ref (connection);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    self->watches[i] = g_bus_watch_name_on_connection (connection, names[i],
                                                       G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                       on_name_appeared_cb, on_name_vanished_cb,
                                                       self, NULL);

  return self;
}

gboolean
rub_server_watch_is_present (RubServerWatch *self)
{
  g_return_val_if_fail (RUB_IS_SERVER_WATCH (self), FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (self->has_owner[i])
      return TRUE;

  return FALSE;
}

void
rub_server_watch_start_server (RubServerWatch *self)
{
  g_return_if_fail (RUB_IS_SERVER_WATCH (self));

  g_dbus_connection_call (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "StartServiceByName",
                          g_variant_new ("(su)", "org.freedesktop.Notifications", 0), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-background-request.h"

#include <glib/gi18n-lib.h>

#define PORTAL "org.freedesktop.portal.Desktop"

/* Number of requests made, to name each. */
static guint n_requests;

static char *
make_request_path (GDBusConnection *connection, const char *token)
{
  const char *unique_name = g_dbus_connection_get_unique_name (connection);
  g_autofree char *sender = g_strdelimit (g_strdup (unique_name + 1), ".", '_');

  return g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", sender, token);
}

static void
on_response_cb (GDBusConnection *connection,
                const char *sender,
                const char *path,
                const char *interface,
                const char *signal,
                GVariant *parameters,
                gpointer user_data)
{
  guint *subscription = user_data;
  g_autoptr (GVariant) results = NULL;
  gboolean may_run = FALSE;
  guint32 response;

  g_assert (subscription != NULL);

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;

  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "background", "b", &may_run);
  if (response != 0 || !may_run)
    g_message ("The desktop does not let reminders run in the background");

  g_dbus_connection_signal_unsubscribe (connection, *subscription);
}

static void
on_requested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GDBusConnection *connection = G_DBUS_CONNECTION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) handle = g_dbus_connection_call_finish (connection, result, &error);

  if (handle != NULL)
    return;

  g_message ("The desktop cannot be asked to run reminders in the background: %s", error->message);
  g_dbus_connection_signal_unsubscribe (connection, GPOINTER_TO_UINT (user_data));
}

static GVariant *
make_options (const char *token, gboolean is_started_with_session)
{
  static const char *const command[] = { "rubdown-reminders", NULL };
  GVariantBuilder options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  /* Translators: shown when the desktop asks whether Rubdown may run in the background. */
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_("Remind you of massage after your runs")));
  g_variant_builder_add (&options, "{sv}", "autostart",
                         g_variant_new_boolean (is_started_with_session));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  /* Started by activation, it would be the window's program that starts. */
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));

  return g_variant_builder_end (&options);
}

void
rub_background_request (GDBusConnection *connection, gboolean is_started_with_session)
{
  g_autofree char *token = g_strdup_printf ("rubdown%u", ++n_requests);
  g_autofree char *path = NULL;
  guint *subscription;

  g_return_if_fail (G_IS_DBUS_CONNECTION (connection));

  path = make_request_path (connection, token);
  subscription = g_new0 (guint, 1);
  /* Before the call, since the answer may come before its reply. */
  *subscription = g_dbus_connection_signal_subscribe (connection, PORTAL,
                                                      "org.freedesktop.portal.Request", "Response",
                                                      path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                      on_response_cb, subscription, g_free);
  g_dbus_connection_call (connection, PORTAL, "/org/freedesktop/portal/desktop",
                          "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(s@a{sv})", "",
                                         make_options (token, is_started_with_session)),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          on_requested_cb, GUINT_TO_POINTER (*subscription));
}

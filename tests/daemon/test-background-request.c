/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "rub-background-request.h"

#define PORTAL "org.freedesktop.portal.Desktop"

static const char interface_xml[]
  = "<node><interface name='org.freedesktop.portal.Background'>"
    "<method name='RequestBackground'>"
    "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='o' direction='out'/></method></interface></node>";

/* A portal that answers in the same breath, and what it was asked. */
typedef struct
{
  gboolean answer;
  GVariant *options;
  gboolean is_done;
} Portal;

static int n_messages;

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  if ((level & G_LOG_LEVEL_MASK) == G_LOG_LEVEL_MESSAGE)
    n_messages++;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

static void
on_method_called_cb (GDBusConnection *connection,
                     const char *sender,
                     const char *object_path,
                     const char *interface_name,
                     const char *method_name,
                     GVariant *parameters,
                     GDBusMethodInvocation *invocation,
                     gpointer user_data)
{
  Portal *portal = user_data;
  g_autofree char *escaped = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *path = NULL;
  const char *token;
  GVariantBuilder results = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_get (parameters, "(&s@a{sv})", NULL, &portal->options);
  g_assert_true (g_variant_lookup (portal->options, "handle_token", "&s", &token));
  path = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", escaped, token);

  g_variant_builder_add (&results, "{sv}", "background", g_variant_new_boolean (portal->answer));
  g_dbus_connection_emit_signal (connection, sender, path, "org.freedesktop.portal.Request",
                                 "Response", g_variant_new ("(ua{sv})", 0, &results), NULL);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  portal->is_done = TRUE;
}

static const GDBusInterfaceVTable vtable = { .method_call = on_method_called_cb };

/* Lets what is on its way arrive: a call to the bus is answered after it. */
static void
settle (GDBusConnection *connection)
{
  g_autoptr (GVariant) id
    = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "GetId", NULL, NULL,
                                   G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);

  g_assert_nonnull (id);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GDBusConnection *
connect_to_bus (GTestDBus *bus)
{
  return g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                                 G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                   | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                 NULL, NULL, NULL);
}

static void
own_portal (GDBusConnection *connection, Portal *portal)
{
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autoptr (GVariant) reply = NULL;

  g_dbus_connection_register_object (connection, "/org/freedesktop/portal/desktop",
                                     info->interfaces[0], &vtable, portal, NULL, NULL);
  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", PORTAL, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (reply);
}

static void
check_options (GVariant *options)
{
  g_autofree const char **command = NULL;
  gboolean is_autostarted = FALSE;
  gboolean is_activatable = TRUE;

  g_assert_true (g_variant_lookup (options, "autostart", "b", &is_autostarted));
  g_assert_true (is_autostarted);
  g_assert_true (g_variant_lookup (options, "dbus-activatable", "b", &is_activatable));
  g_assert_false (is_activatable);
  g_assert_true (g_variant_lookup (options, "commandline", "^a&s", &command));
  g_assert_cmpstr (command[0], ==, "rubdown-reminders");
  g_assert_null (command[1]);
}

static void
test_answer (gconstpointer data)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) server = NULL;
  g_autoptr (GDBusConnection) client = NULL;
  Portal portal = { .answer = GPOINTER_TO_INT (data) };

  g_test_dbus_up (bus);
  server = connect_to_bus (bus);
  client = connect_to_bus (bus);
  own_portal (server, &portal);

  n_messages = 0;
  rub_background_request (client, TRUE);
  while (!portal.is_done)
    g_main_context_iteration (NULL, TRUE);
  settle (server);
  settle (client);

  check_options (portal.options);
  g_assert_cmpint (n_messages, ==, portal.answer ? 0 : 1);

  g_variant_unref (portal.options);
  g_dbus_connection_close_sync (client, NULL, NULL);
  g_dbus_connection_close_sync (server, NULL, NULL);
  g_test_dbus_down (bus);
}

static void
test_no_portal (void)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) client = NULL;

  g_test_dbus_up (bus);
  client = connect_to_bus (bus);

  n_messages = 0;
  rub_background_request (client, FALSE);
  while (n_messages == 0)
    g_main_context_iteration (NULL, TRUE);

  g_dbus_connection_close_sync (client, NULL, NULL);
  g_test_dbus_down (bus);
}

int
main (int argc, char **argv)
{
  g_log_set_writer_func (write_log, NULL, NULL);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/background-request/yes", GINT_TO_POINTER (TRUE), test_answer);
  g_test_add_data_func ("/background-request/no", GINT_TO_POINTER (FALSE), test_answer);
  g_test_add_func ("/background-request/no-portal", test_no_portal);

  return g_test_run ();
}

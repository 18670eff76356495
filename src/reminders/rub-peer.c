/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-peer.h"

/* The path at which GApplication exports an application. */
static char *
make_object_path (const char *app_id)
{
  char *path;

  g_assert (app_id != NULL);

  path = g_strconcat ("/", app_id, NULL);

  return g_strdelimit (g_strdelimit (path, ".", '/'), "-", '_');
}

static GVariant *
make_platform_data (const char *token)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  if (token != NULL)
    {
      /* The first name is Wayland's, the second X11's; each side reads the one it knows. */
      g_variant_builder_add (&builder, "{sv}", "activation-token", g_variant_new_string (token));
      g_variant_builder_add (&builder, "{sv}", "desktop-startup-id", g_variant_new_string (token));
    }

  return g_variant_builder_end (&builder);
}

static void
on_action_activated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *label = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;

  g_assert (label != NULL);

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (reply == NULL)
    g_info ("Not reached: %s: %s", label, error->message);
}

void
rub_peer_activate_action (GDBusConnection *connection,
                          const char *app_id,
                          const char *action,
                          GVariant *target,
                          const char *token,
                          GDBusCallFlags flags)
{
  g_autofree char *path = NULL;
  GVariantBuilder parameters = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  g_return_if_fail (G_IS_DBUS_CONNECTION (connection));
  g_return_if_fail (g_application_id_is_valid (app_id));
  g_return_if_fail (action != NULL);

  if (target != NULL)
    g_variant_builder_add (&parameters, "v", target);

  path = make_object_path (app_id);
  g_dbus_connection_call (connection, app_id, path, "org.freedesktop.Application",
                          "ActivateAction",
                          g_variant_new ("(sav@a{sv})", action, &parameters,
                                         make_platform_data (token)),
                          NULL, flags, -1, NULL, on_action_activated_cb,
                          g_strdup_printf ("%s of %s", action, app_id));
}

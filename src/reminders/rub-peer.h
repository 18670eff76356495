/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Activates an action of another application over D-Bus, without waiting: an error is only logged.
 * A program about to end calls g_dbus_connection_flush_sync() after it.
 *
 * @connection: the session bus
 * @app_id: the other application
 * @action: name of the action
 * @target: (nullable) (transfer floating): its parameter
 * @token: (nullable): what lets the other application raise its window, from the platform data
 * @flags: G_DBUS_CALL_FLAGS_NO_AUTO_START to reach it only when it runs
 */
void rub_peer_activate_action (GDBusConnection *connection,
                               const char *app_id,
                               const char *action,
                               GVariant *target,
                               const char *token,
                               GDBusCallFlags flags);

G_END_DECLS

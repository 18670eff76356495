/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Asks the desktop, from inside a sandbox, to let this program run in the background and to start
 * it with the session or not. The runner may be asked. Does not wait; what was answered is only
 * logged, since the portal ends a program that may not run in the background.
 *
 * @connection: the session bus
 * @is_started_with_session: whether the session is to start this program
 */
void rub_background_request (GDBusConnection *connection, gboolean is_started_with_session);

G_END_DECLS

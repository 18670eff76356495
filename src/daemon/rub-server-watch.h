/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RUB_TYPE_SERVER_WATCH (rub_server_watch_get_type ())
/**
 * Whether something on the session bus shows notifications. Emits "appeared" when it comes up,
 * also when it was found to be there from the start.
 */
G_DECLARE_FINAL_TYPE (RubServerWatch, rub_server_watch, RUB, SERVER_WATCH, GObject)

RubServerWatch *rub_server_watch_new (GDBusConnection *connection);

/** Returns: whether a server is known to be there. */
gboolean rub_server_watch_is_present (RubServerWatch *self);

/** Asks the bus to start a server, if it can; "appeared" follows when it did. */
void rub_server_watch_start_server (RubServerWatch *self);

G_END_DECLS

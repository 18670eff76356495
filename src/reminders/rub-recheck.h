/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Name of the action by which one program tells the other that the store or a setting changed. */
#define RUB_ACTION_RECHECK "recheck"

/**
 * Tells the background program, starting it when it does not run, that the store or a setting
 * changed. To be called after every commit, after a change of a setting, and once at start. Does
 * not wait; see rub_peer_activate_action().
 */
void rub_recheck_send (GDBusConnection *connection);

/** Tells the application, if it runs, that the store changed. */
void rub_recheck_send_to_app (GDBusConnection *connection);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-recheck.h"

#include "rub-peer.h"

void
rub_recheck_send (GDBusConnection *connection)
{
  rub_peer_activate_action (connection, RUB_DAEMON_ID, RUB_ACTION_RECHECK, NULL, NULL,
                            G_DBUS_CALL_FLAGS_NONE);
}

void
rub_recheck_send_to_app (GDBusConnection *connection)
{
  rub_peer_activate_action (connection, RUB_APP_ID, RUB_ACTION_RECHECK, NULL, NULL,
                            G_DBUS_CALL_FLAGS_NO_AUTO_START);
}

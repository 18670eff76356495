/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Codes of replies and events that somebody asks for by name. */
#define RUB_SSIP_RECEIVING 230
#define RUB_SSIP_QUEUED 225
#define RUB_SSIP_END 702
#define RUB_SSIP_CANCELED 703

/** Whether @code is that of a command which was carried out. */
#define RUB_SSIP_IS_OK(code) ((code) >= 200 && (code) < 300)

/**
 * What the service answers to a command.
 *
 * @code: what became of it
 * @lines: (array zero-terminated=1): what was asked for, a line each; in UTF-8
 */
typedef void (*RubSsipReplyFunc) (int code, const char *const *lines, gpointer data);

#define RUB_TYPE_SSIP (rub_ssip_get_type ())
/**
 * A connection that speaks SSIP, the protocol of Speech Dispatcher, without ever waiting: commands
 * are sent at once and answered from the main loop, in their order. What the service sends is
 * not trusted: anything odd or endless ends the connection.
 *
 * "event" (int code, guint message): something happened to a message, see RUB_SSIP_END
 * "closed": the service is gone, or does not keep to the protocol; nothing is answered any more
 */
G_DECLARE_FINAL_TYPE (RubSsip, rub_ssip, RUB, SSIP, GObject)

/** Returns: (transfer full): a talk over @connection, with the main context of this thread. */
RubSsip *rub_ssip_new (GSocketConnection *connection);

/**
 * @line: a command, or text ended as the protocol wants it, without its last line end
 * @func: (nullable): called with the answer, unless the connection is closed before
 */
void rub_ssip_send (RubSsip *self, const char *line, RubSsipReplyFunc func, gpointer data);

/** Silences what this connection said, and ends it. No function and no signal is called later. */
void rub_ssip_close (RubSsip *self);

G_END_DECLS

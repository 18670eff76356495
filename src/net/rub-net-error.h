/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RUB_NET_ERROR (rub_net_error_quark ())
GQuark rub_net_error_quark (void);

/**
 * @RUB_NET_ERROR_ADDRESS: no address on the web, or one with a user name or password
 * @RUB_NET_ERROR_OFFLINE: this computer has no way to the network
 * @RUB_NET_ERROR_HOST: nobody of that name
 * @RUB_NET_ERROR_CONNECT: the host does not take connections, or none that are safe
 * @RUB_NET_ERROR_CERTIFICATE: it is not certain who answers
 * @RUB_NET_ERROR_REDIRECT: led round in circles, too far, or to where nothing is loaded from
 * @RUB_NET_ERROR_TIMEOUT: no answer, or one that takes too long
 * @RUB_NET_ERROR_TOO_LARGE: more bytes than were allowed
 * @RUB_NET_ERROR_TYPE: another kind of content than was asked for
 * @RUB_NET_ERROR_BROKEN: the answer breaks off or cannot be understood
 * @RUB_NET_ERROR_MISSING: nothing under this address, or no longer
 * @RUB_NET_ERROR_REFUSED: there, but not for us
 * @RUB_NET_ERROR_BUSY: not now
 * @RUB_NET_ERROR_SERVER: a fault of the other side
 *
 * The message of each is a translated sentence or two for the runner: what happened, what to do.
 */
typedef enum
{
  RUB_NET_ERROR_ADDRESS,
  RUB_NET_ERROR_OFFLINE,
  RUB_NET_ERROR_HOST,
  RUB_NET_ERROR_CONNECT,
  RUB_NET_ERROR_CERTIFICATE,
  RUB_NET_ERROR_REDIRECT,
  RUB_NET_ERROR_TIMEOUT,
  RUB_NET_ERROR_TOO_LARGE,
  RUB_NET_ERROR_TYPE,
  RUB_NET_ERROR_BROKEN,
  RUB_NET_ERROR_MISSING,
  RUB_NET_ERROR_REFUSED,
  RUB_NET_ERROR_BUSY,
  RUB_NET_ERROR_SERVER,
} RubNetError;

G_END_DECLS

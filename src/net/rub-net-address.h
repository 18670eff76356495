/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Returns: whether @text starts with http:// or https://, and so can be nothing else. */
gboolean rub_net_address_is_web (const char *text);

/**
 * Reads an address as people type it. Without a scheme it is one of https, and @is_guess is set.
 *
 * Returns: (transfer full) (nullable): an http or https address with a host and without a user, in
 *   ASCII, or NULL with RUB_NET_ERROR_ADDRESS.
 */
GUri *rub_net_address_parse (const char *typed, gboolean *is_guess, GError **error);

/**
 * @from: where a server answered
 * @location: (nullable): where it sent us instead
 *
 * Returns: (transfer full) (nullable): where that is, or NULL with RUB_NET_ERROR_REDIRECT when it
 *   is not on the web, has a user in it, or leads from https down to http.
 */
GUri *rub_net_address_follow (GUri *from, const char *location, GError **error);

/** Returns: (transfer full): @uri as it goes over the wire, without its fragment. */
char *rub_net_address_to_string (GUri *uri);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-link.h"

#include <string.h>

/* As long as any server takes. */
#define MAX_ADDRESS_BYTES 4096

char *
rub_link_resolve (const char *base, const char *target)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *address = NULL;
  const char *scheme;

  g_return_val_if_fail (target != NULL, NULL);

  if (strlen (target) > MAX_ADDRESS_BYTES)
    return NULL;
  trimmed = g_strstrip (g_strdup (target));
  if (*trimmed == '\0' || *trimmed == '#')
    return NULL;
  address = g_uri_resolve_relative (base, trimmed, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED,
                                    NULL);
  if (address == NULL || !g_utf8_validate (address, -1, NULL))
    return NULL;
  scheme = g_uri_peek_scheme (address);
  if (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0)
    return NULL;

  return g_steal_pointer (&address);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-link.h"

#include <string.h>

/* As long as any server takes. */
#define MAX_ADDRESS_BYTES 4096

#define FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED)

static GUri *
resolve (const char *base, const char *target)
{
  g_autoptr (GUri) from = base != NULL ? g_uri_parse (base, FLAGS, NULL) : NULL;

  return g_uri_parse_relative (from, target, FLAGS, NULL);
}

/* GLib parses dots in a path to what it does not write again. */
static gboolean
is_on_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);
  const char *path = g_uri_get_path (uri);

  return (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0) && host != NULL
         && *host != '\0' && (*path == '\0' || *path == '/');
}

char *
rub_link_resolve (const char *base, const char *target)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *address = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (target != NULL, NULL);

  if (strlen (target) > MAX_ADDRESS_BYTES)
    return NULL;
  trimmed = g_strstrip (g_strdup (target));
  if (*trimmed == '\0' || *trimmed == '#')
    return NULL;
  uri = resolve (base, trimmed);
  if (uri == NULL || !is_on_web (uri))
    return NULL;
  address = g_uri_to_string (uri);

  return g_utf8_validate (address, -1, NULL) ? g_steal_pointer (&address) : NULL;
}

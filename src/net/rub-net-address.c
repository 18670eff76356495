/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-net-address.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rub-net-error.h"

/* Longer ones are refused by servers, too. */
#define MAX_ADDRESS_BYTES 8192

#define FLAGS \
  (G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY \
   | G_URI_FLAGS_ENCODED_FRAGMENT | G_URI_FLAGS_SCHEME_NORMALIZE | G_URI_FLAGS_PARSE_RELAXED)

gboolean
rub_net_address_is_web (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return g_ascii_strncasecmp (text, "http://", 7) == 0
         || g_ascii_strncasecmp (text, "https://", 8) == 0;
}

/* A colon ends a scheme, or a host before its port. */
static gboolean
has_scheme (const char *text)
{
  gsize size = 0;

  if (!g_ascii_isalpha (*text))
    return FALSE;
  while (g_ascii_isalnum (text[size]) || (text[size] != '\0' && strchr ("+-.", text[size]) != NULL))
    size++;

  return text[size] == ':' && !g_ascii_isdigit (text[size + 1]);
}

/* What is no ASCII is escaped; what is escaped already stays as it is. */
static char *
escape (const char *part)
{
  return part != NULL ? g_uri_escape_string (part, "%!$&'()*+,;=:@/?~-._[]|", FALSE) : NULL;
}

static GUri *
normalize (GUri *uri)
{
  const char *path = *g_uri_get_path (uri) != '\0' ? g_uri_get_path (uri) : "/";
  g_autofree char *safe_path = escape (path);
  g_autofree char *query = escape (g_uri_get_query (uri));
  g_autofree char *host = g_hostname_to_ascii (g_uri_get_host (uri));

  if (host == NULL)
    return NULL;

  return g_uri_build (FLAGS, g_uri_get_scheme (uri), NULL, host, g_uri_get_port (uri), safe_path,
                      query, g_uri_get_fragment (uri));
}

static gboolean
is_on_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);
  const char *path = g_uri_get_path (uri);

  return (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0) && host != NULL
         && *host != '\0' && strpbrk (host, " \t\r\n/?#@%\\") == NULL
         && (*path == '\0' || *path == '/');
}

GUri *
rub_net_address_parse (const char *typed, gboolean *is_guess, GError **error)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GUri) uri = NULL;
  GUri *safe = NULL;

  g_return_val_if_fail (typed != NULL, NULL);
  g_return_val_if_fail (is_guess != NULL, NULL);

  trimmed = g_strstrip (g_strdup (typed));
  *is_guess = !has_scheme (trimmed);
  if (*is_guess)
    text = g_strconcat ("https:", g_str_has_prefix (trimmed, "//") ? "" : "//", trimmed, NULL);
  else
    text = g_strdup (trimmed);
  uri = strlen (text) <= MAX_ADDRESS_BYTES ? g_uri_parse (text, FLAGS, NULL) : NULL;
  if (uri != NULL && g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error_literal (error, RUB_NET_ERROR, RUB_NET_ERROR_ADDRESS,
                           _("The address has a user name or password in it. Take it out, and try "
                             "again."));
      return NULL;
    }
  if (uri != NULL && is_on_web (uri))
    safe = normalize (uri);
  if (safe == NULL)
    g_set_error_literal (error, RUB_NET_ERROR, RUB_NET_ERROR_ADDRESS,
                         _("This is not the address of a web page. Such an address starts with "
                           "“https://” or “http://”."));

  return safe;
}

GUri *
rub_net_address_follow (GUri *from, const char *location, GError **error)
{
  g_autoptr (GUri) uri = NULL;
  GUri *safe = NULL;

  g_return_val_if_fail (from != NULL, NULL);

  if (location != NULL && strlen (location) <= MAX_ADDRESS_BYTES)
    uri = g_uri_parse_relative (from, location, FLAGS, NULL);
  if (uri != NULL && is_on_web (uri) && g_uri_get_userinfo (uri) == NULL)
    safe = normalize (uri);
  if (safe == NULL)
    {
      g_set_error (error, RUB_NET_ERROR, RUB_NET_ERROR_REDIRECT,
                   _("“%s” leads to an address that is not on the web. Look for another page."),
                   g_uri_get_host (from));
      return NULL;
    }
  if (g_str_equal (g_uri_get_scheme (from), "https")
      && g_str_equal (g_uri_get_scheme (safe), "http"))
    {
      g_uri_unref (safe);
      g_set_error (error, RUB_NET_ERROR, RUB_NET_ERROR_REDIRECT,
                   _("“%s” leads from a safe connection to an unsafe one, which is not followed. "
                     "Open the page in a browser, if you trust it."),
                   g_uri_get_host (from));
      return NULL;
    }

  return safe;
}

char *
rub_net_address_to_string (GUri *uri)
{
  g_return_val_if_fail (uri != NULL, NULL);

  return g_uri_to_string_partial (uri, G_URI_HIDE_FRAGMENT);
}

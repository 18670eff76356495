/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-net-words.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "rub-net-error.h"

/* Who asks for more patience says something else. */
#define MAX_WAIT_S (30 * 24 * 3600)

/* Returns: the wait a server asks for in seconds, or 0 when it does not, or unreadably. */
static gint64
parse_wait (const char *retry_after, gint64 now_us)
{
  g_autofree char *text = g_strstrip (g_strdup (retry_after != NULL ? retry_after : ""));
  g_autoptr (GDateTime) date = NULL;
  gint64 wait_s = 0;

  if (g_ascii_isdigit (*text))
    wait_s = g_ascii_strtoll (text, NULL, 10);
  else if (*text != '\0')
    date = soup_date_time_new_from_http_string (text);
  if (date != NULL)
    wait_s = g_date_time_to_unix (date) - now_us / G_USEC_PER_SEC;

  return CLAMP (wait_s, 0, MAX_WAIT_S);
}

/* Rounds up: too early would be asked for in vain. */
static char *
say_wait (gint64 wait_s)
{
  gulong minutes = (gulong) (wait_s + 59) / 60;
  gulong hours = (minutes + 59) / 60;
  gulong days = (hours + 23) / 24;

  if (wait_s <= 0)
    return g_strdup (_("Try again later."));
  if (wait_s < 90)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Try again in %lu second.",
                                         "Try again in %lu seconds.", (gulong) wait_s),
                            (gulong) wait_s);
  if (minutes < 90)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Try again in %lu minute.",
                                         "Try again in %lu minutes.", minutes),
                            minutes);
  if (hours < 36)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Try again in %lu hour.",
                                         "Try again in %lu hours.", hours),
                            hours);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Try again in %lu day.",
                                       "Try again in %lu days.", days),
                          days);
}

G_GNUC_PRINTF (2, 3)
static GError *
say (RubNetError code, const char *format, ...)
{
  va_list args;
  GError *error;

  va_start (args, format);
  error = g_error_new_valist (RUB_NET_ERROR, (int) code, format, args);
  va_end (args);

  return error;
}

static GError *
say_busy (RubNetError code, const char *what, gint64 wait_s)
{
  g_autofree char *wait = say_wait (wait_s);

  /* Translators: what happened, and when to try again: two sentences. */
  return say (code, C_ ("sentences", "%s %s"), what, wait);
}

GError *
rub_net_words_for_status (guint status, const char *host, const char *retry_after, gint64 now_us)
{
  gint64 wait_s = parse_wait (retry_after, now_us);
  g_autofree char *what = NULL;

  g_return_val_if_fail (host != NULL, NULL);

  if (status == 404)
    return say (RUB_NET_ERROR_MISSING, _("“%s” has no such page. Check the address."), host);
  if (status == 410)
    return say (RUB_NET_ERROR_MISSING,
                _("“%s” had this page once and has taken it away. Look for another."), host);
  if (status == 401 || status == 402 || status == 407)
    return say (RUB_NET_ERROR_REFUSED,
                _("“%s” shows this page only to those who log in. Open it in a browser, save it, "
                  "and open the file here."),
                host);
  if (status == 403)
    return say (RUB_NET_ERROR_REFUSED,
                _("“%s” refuses to hand out this page. Open it in a browser, save it, and open the "
                  "file here."),
                host);
  if (status == 451)
    return say (RUB_NET_ERROR_REFUSED, _("“%s” may not show this page, for reasons of law."), host);
  if (status == 408)
    return rub_net_words_for_timeout (FALSE, host);
  if (status == 429)
    {
      what = g_strdup_printf (_("“%s” was asked too often."), host);
      return say_busy (RUB_NET_ERROR_BUSY, what, wait_s);
    }
  if (status == 503)
    {
      what = g_strdup_printf (_("“%s” is overloaded or being worked on."), host);
      return say_busy (RUB_NET_ERROR_BUSY, what, wait_s);
    }
  if (status >= 500 && status < 600)
    {
      what = g_strdup_printf (_("“%s” has a fault of its own (%u)."), host, status);
      return say_busy (RUB_NET_ERROR_SERVER, what, wait_s);
    }
  if (status >= 400 && status < 500)
    return say (RUB_NET_ERROR_REFUSED,
                _("“%s” does not answer such a request (%u). Check the address."), host, status);

  return say (RUB_NET_ERROR_BROKEN, _("“%s” gave an answer that makes no sense (%u)."), host,
              status);
}

static GError *
say_certificate (GTlsCertificateFlags flaws, const char *host)
{
  if (flaws & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return say (RUB_NET_ERROR_CERTIFICATE,
                _("Nobody known to this computer vouches for the certificate of “%s”, so "
                  "somebody else might be answering. Nothing was loaded."),
                host);
  if (flaws & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return say (RUB_NET_ERROR_CERTIFICATE,
                _("The certificate that “%s” shows belongs to somebody else. Check the address. "
                  "Nothing was loaded."),
                host);
  if (flaws & G_TLS_CERTIFICATE_EXPIRED)
    return say (RUB_NET_ERROR_CERTIFICATE,
                _("The certificate of “%s” has expired. If the clock of this computer is right, "
                  "the site has to renew it. Nothing was loaded."),
                host);
  if (flaws & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return say (RUB_NET_ERROR_CERTIFICATE,
                _("The certificate of “%s” is not valid yet. Check the clock of this computer. "
                  "Nothing was loaded."),
                host);

  return say (RUB_NET_ERROR_CERTIFICATE,
              _("The certificate of “%s” is not valid. Nothing was loaded."), host);
}

static GError *
say_io (const GError *cause, const char *host)
{
  switch (cause->code)
    {
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      return say (RUB_NET_ERROR_OFFLINE,
                  _("There is no way to “%s” from here. Check the network connection."), host);
    case G_IO_ERROR_CONNECTION_REFUSED:
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      return say (RUB_NET_ERROR_CONNECT,
                  _("“%s” does not take connections. Check the address, or try again later."),
                  host);
    case G_IO_ERROR_HOST_NOT_FOUND:
      return say (RUB_NET_ERROR_HOST,
                  _("“%s” was not found. Check the address and the network connection."), host);
    case G_IO_ERROR_TIMED_OUT:
      return rub_net_words_for_timeout (TRUE, host);
    default:
      return say (RUB_NET_ERROR_BROKEN,
                  _("The answer of “%s” broke off or is damaged. Try again."), host);
    }
}

GError *
rub_net_words_for_failure (const GError *cause, GTlsCertificateFlags flaws, const char *host)
{
  g_return_val_if_fail (cause != NULL, NULL);
  g_return_val_if_fail (host != NULL, NULL);

  if (g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE) || flaws != 0)
    return say_certificate (flaws, host);
  if (cause->domain == G_TLS_ERROR)
    return say (RUB_NET_ERROR_CONNECT,
                _("“%s” cannot be reached over a safe connection. Check the address, or try again "
                  "later."),
                host);
  if (cause->domain == G_RESOLVER_ERROR)
    return say (RUB_NET_ERROR_HOST,
                _("“%s” was not found. Check the address and the network connection."), host);
  if (cause->domain == G_IO_ERROR)
    return say_io (cause, host);

  return say (RUB_NET_ERROR_BROKEN, _("The answer of “%s” broke off or is damaged. Try again."),
              host);
}

GError *
rub_net_words_for_type (const char *type)
{
  if (type == NULL)
    type = "?";
  if (g_str_equal (type, "application/pdf") || g_str_equal (type, "application/x-pdf"))
    return say (RUB_NET_ERROR_TYPE,
                _("This is a PDF document, not a web page. Open it in a browser."));
  if (g_str_has_prefix (type, "image/"))
    return say (RUB_NET_ERROR_TYPE, _("This is a picture, not a web page. Open it in a browser."));
  if (g_str_has_prefix (type, "video/"))
    return say (RUB_NET_ERROR_TYPE, _("This is a video, not a web page. Open it in a browser."));
  if (g_str_has_prefix (type, "audio/"))
    return say (RUB_NET_ERROR_TYPE,
                _("This is a recording, not a web page. Open it in a browser."));

  return say (RUB_NET_ERROR_TYPE,
              _("This is a file of the type “%s”, which is not read here. Open it in a browser."),
              type);
}

GError *
rub_net_words_for_size (gsize max_bytes)
{
  g_autofree char *size = g_format_size (max_bytes);

  return say (RUB_NET_ERROR_TOO_LARGE, _("This is larger than %s, and was not loaded."), size);
}

GError *
rub_net_words_for_timeout (gboolean is_silent, const char *host)
{
  g_return_val_if_fail (host != NULL, NULL);

  if (is_silent)
    return say (RUB_NET_ERROR_TIMEOUT, _("“%s” does not answer. Try again later."), host);

  return say (RUB_NET_ERROR_TIMEOUT,
              _("“%s” answers too slowly, so it was not waited for any longer. Try again later."),
              host);
}

GError *
rub_net_words_for_redirects (gboolean is_loop, const char *host)
{
  g_return_val_if_fail (host != NULL, NULL);

  if (is_loop)
    return say (RUB_NET_ERROR_REDIRECT,
                _("“%s” leads round in a circle, perhaps because no cookies are kept here. Open "
                  "the page in a browser, save it, and open the file here."),
                host);

  return say (RUB_NET_ERROR_REDIRECT,
              _("“%s” leads from address to address without end. Open the page in a browser."),
              host);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "rub-net-error.h"
#include "rub-net-words.h"

/* 12 May 2026, 10:00:00 UTC */
#define NOW_US (G_GINT64_CONSTANT (1778580000) * G_USEC_PER_SEC)

static void
test_status (void)
{
  static const struct
  {
    guint status;
    const char *retry_after;
    int code;
    const char *words; /* what the message ends with */
  } rows[] = {
    { 404, NULL, RUB_NET_ERROR_MISSING, "“a.org” has no such page. Check the address." },
    { 410, NULL, RUB_NET_ERROR_MISSING, "has taken it away. Look for another." },
    { 401, NULL, RUB_NET_ERROR_REFUSED, "open the file here." },
    { 403, NULL, RUB_NET_ERROR_REFUSED, "open the file here." },
    { 451, NULL, RUB_NET_ERROR_REFUSED, "for reasons of law." },
    { 418, NULL, RUB_NET_ERROR_REFUSED, "such a request (418). Check the address." },
    { 408, NULL, RUB_NET_ERROR_TIMEOUT, "Try again later." },
    { 500, NULL, RUB_NET_ERROR_SERVER, "has a fault of its own (500). Try again later." },
    { 502, "30", RUB_NET_ERROR_SERVER, "(502). Try again in 30 seconds." },
    { 503, NULL, RUB_NET_ERROR_BUSY, "being worked on. Try again later." },
    { 503, "3600", RUB_NET_ERROR_BUSY, "Try again in 60 minutes." },
    { 429, NULL, RUB_NET_ERROR_BUSY, "was asked too often. Try again later." },
    { 429, "1", RUB_NET_ERROR_BUSY, "Try again in 1 second." },
    { 429, "90", RUB_NET_ERROR_BUSY, "Try again in 2 minutes." },
    { 429, " 7200 ", RUB_NET_ERROR_BUSY, "Try again in 2 hours." },
    { 429, "200000", RUB_NET_ERROR_BUSY, "Try again in 3 days." },
    { 429, "99999999999999999999", RUB_NET_ERROR_BUSY, "Try again in 30 days." },
    { 429, "0", RUB_NET_ERROR_BUSY, "Try again later." },
    { 429, "-5", RUB_NET_ERROR_BUSY, "Try again later." },
    { 429, "soon", RUB_NET_ERROR_BUSY, "Try again later." },
    { 429, "", RUB_NET_ERROR_BUSY, "Try again later." },
    { 429, "Tue, 12 May 2026 10:05:00 GMT", RUB_NET_ERROR_BUSY, "Try again in 5 minutes." },
    { 503, "Tue, 12 May 2026 09:00:00 GMT", RUB_NET_ERROR_BUSY, "Try again later." },
    { 503, "Fri, 01 Jan 9999 00:00:00 GMT", RUB_NET_ERROR_BUSY, "Try again in 30 days." },
    { 600, NULL, RUB_NET_ERROR_BROKEN, "makes no sense (600)." },
    { 204, NULL, RUB_NET_ERROR_BROKEN, "makes no sense (204)." },
    { 0, NULL, RUB_NET_ERROR_BROKEN, "makes no sense (0)." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error
        = rub_net_words_for_status (rows[i].status, "a.org", rows[i].retry_after, NOW_US);

      g_test_message ("%u: %s", rows[i].status, error->message);
      g_assert_error (error, RUB_NET_ERROR, rows[i].code);
      g_assert_true (g_str_has_suffix (error->message, rows[i].words));
    }
}

static void
test_failures (void)
{
  const struct
  {
    GQuark domain;
    int cause;
    GTlsCertificateFlags flaws;
    int code;
  } rows[] = {
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, 0, RUB_NET_ERROR_HOST },
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, 0, RUB_NET_ERROR_HOST },
    { G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, 0, RUB_NET_ERROR_OFFLINE },
    { G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, 0, RUB_NET_ERROR_CONNECT },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, 0, RUB_NET_ERROR_CONNECT },
    { G_IO_ERROR, G_IO_ERROR_TIMED_OUT, 0, RUB_NET_ERROR_TIMEOUT },
    { G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, 0, RUB_NET_ERROR_BROKEN },
    { G_IO_ERROR, G_IO_ERROR_INVALID_DATA, 0, RUB_NET_ERROR_BROKEN },
    { G_TLS_ERROR, G_TLS_ERROR_MISC, 0, RUB_NET_ERROR_CONNECT },
    { G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, G_TLS_CERTIFICATE_REVOKED,
      RUB_NET_ERROR_CERTIFICATE },
    { G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, G_TLS_CERTIFICATE_NOT_ACTIVATED,
      RUB_NET_ERROR_CERTIFICATE },
    { G_FILE_ERROR, 0, 0, RUB_NET_ERROR_BROKEN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) cause
        = g_error_new_literal (rows[i].domain, rows[i].cause, "untranslated");
      g_autoptr (GError) error = rub_net_words_for_failure (cause, rows[i].flaws, "a.org");

      g_assert_error (error, RUB_NET_ERROR, rows[i].code);
      g_assert_nonnull (strstr (error->message, "“a.org”"));
      g_assert_null (strstr (error->message, "untranslated"));
    }
}

static void
test_types (void)
{
  static const struct
  {
    const char *type;
    const char *words;
  } rows[] = {
    { "application/pdf", "PDF document" }, { "image/png", "picture" },
    { "video/mp4", "video" },              { "audio/mpeg", "recording" },
    { "application/zip", "“application/zip”" }, { NULL, "“?”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = rub_net_words_for_type (rows[i].type);

      g_assert_error (error, RUB_NET_ERROR, RUB_NET_ERROR_TYPE);
      g_assert_nonnull (strstr (error->message, rows[i].words));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/net-words/status", test_status);
  g_test_add_func ("/net-words/failures", test_failures);
  g_test_add_func ("/net-words/types", test_types);

  return g_test_run ();
}

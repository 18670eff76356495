/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <sys/resource.h>

#include "rub-bad-site.h"
#include "rub-fetcher.h"
#include "rub-net-error.h"
#include "rub-test-server.h"

#define MAX_BYTES (1024 * 1024)

/* Limits of the test: short, but not for a machine that is busy with other things; TLS under a
 * sanitizer is one. The main loop may be busy with one thing for no longer than the last. */
#ifdef __SANITIZE_ADDRESS__
#define DEADLINE_MS 16000
#define IDLE_MS 5000
#define MAX_BLOCK_US (2 * G_USEC_PER_SEC)
#else
#define DEADLINE_MS 6000
#define IDLE_MS 2500
#define MAX_BLOCK_US (400 * 1000)
#endif

/* What a process may grow by, whatever is sent to it. */
#ifdef __SANITIZE_ADDRESS__
#define MAX_GROWTH_KB (192 * 1024)
#else
#define MAX_GROWTH_KB (64 * 1024)
#endif

typedef struct
{
  char *folder; /* of the certificates */
  RubTestServer *http;
  RubTestServer *https;
  RubTestServer *expired;
  RubTestServer *elsewhere;
  RubTestServer *self_signed;
  GTlsDatabase *trust;
  RubFetcher *fetcher;
} Fixture;

static RubTestServer *
start (Fixture *self, const char *name, gpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);

  return rub_test_server_new (certificate, rub_bad_site_answer, data);
}

/* One fetch, and what the main loop did meanwhile. */
typedef struct
{
  RubFetched *fetched;
  GError *error;
  gboolean is_done;
  gint64 ticked_us;
  gint64 longest_us;
  gint64 n_bytes;
  gint64 n_total;
  GCancellable *cancellable;
  gint64 cancel_at; /* bytes, or -1 */
} Visit;

static void
on_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Visit *visit = user_data;

  visit->fetched = rub_fetcher_fetch_finish (RUB_FETCHER (source), result, &visit->error);
  visit->is_done = TRUE;
}

static void
on_progress_cb (gint64 n_bytes, gint64 n_total, gpointer user_data)
{
  Visit *visit = user_data;

  g_assert_cmpint (n_bytes, >, visit->n_bytes);
  g_assert_cmpint (n_bytes, <=, MAX_BYTES);
  g_assert_false (visit->is_done);
  visit->n_bytes = n_bytes;
  visit->n_total = n_total;
  if (visit->cancel_at >= 0 && n_bytes >= visit->cancel_at)
    g_cancellable_cancel (visit->cancellable);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  Visit *visit = user_data;
  gint64 now_us = g_get_monotonic_time ();

  visit->longest_us = MAX (visit->longest_us, now_us - visit->ticked_us);
  visit->ticked_us = now_us;

  return G_SOURCE_CONTINUE;
}

static void
visit_clear (Visit *visit)
{
  g_clear_pointer (&visit->fetched, rub_fetched_free);
  g_clear_error (&visit->error);
}

static void
visit_request (RubFetcher *fetcher, const RubFetchRequest *request, Visit *visit)
{
  guint ticker = g_timeout_add (5, on_tick_cb, visit);

  visit->ticked_us = g_get_monotonic_time ();
  rub_fetcher_fetch_async (fetcher, request, visit->cancellable, on_progress_cb, visit,
                           on_fetched_cb, visit);
  g_assert_false (visit->is_done);
  while (!visit->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticker);
  /* What libsoup has still to do must not block either. */
  on_tick_cb (visit);
  while (g_main_context_iteration (NULL, FALSE))
    on_tick_cb (visit);
  g_assert_true ((visit->fetched != NULL) != (visit->error != NULL));
  g_assert_cmpint (visit->longest_us, <, MAX_BLOCK_US);
}

static const char *const accept[] = { "text/html", "text/plain", NULL };

static void
visit_address (Fixture *self, const char *address, Visit *visit)
{
  const RubFetchRequest request = {
    .address = address,
    .accept = accept,
    .max_bytes = MAX_BYTES,
    .deadline_ms = DEADLINE_MS,
    .idle_ms = IDLE_MS,
  };

  *visit = (Visit) { .cancel_at = -1 };
  visit_request (self->fetcher, &request, visit);
}

static void
visit_path (Fixture *self, RubTestServer *server, const char *path, Visit *visit)
{
  g_autofree char *address = rub_test_server_get_address (server, path);

  visit_address (self, address, visit);
}

/* The first handshakes load what TLS needs, which takes a sanitizer many seconds. */
static void
warm_up (Fixture *self)
{
  static gboolean is_warm = FALSE;
  RubTestServer *servers[] = { self->https, self->expired };

  for (gsize i = 0; i < G_N_ELEMENTS (servers) && !is_warm; i++)
    {
      g_autofree char *address = rub_test_server_get_address (servers[i], "/ok");
      const RubFetchRequest request = {
        .address = address, .max_bytes = MAX_BYTES, .deadline_ms = 120000, .idle_ms = 120000
      };
      Visit visit = { 0 };

      rub_fetcher_fetch_async (self->fetcher, &request, NULL, NULL, NULL, on_fetched_cb, &visit);
      while (!visit.is_done)
        g_main_context_iteration (NULL, TRUE);
      visit_clear (&visit);
    }
  is_warm = TRUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *authority = NULL;
  g_autoptr (GError) error = NULL;
  char *plain;

  self->folder = rub_test_certificates_make ();
  authority = g_build_filename (self->folder, "ca.pem", NULL);
  self->trust = g_tls_file_database_new (authority, &error);
  g_assert_no_error (error);
  self->http = rub_test_server_new (NULL, rub_bad_site_answer, NULL);
  plain = rub_test_server_get_address (self->http, "/ok");
  g_object_set_data_full (G_OBJECT (self->trust), "plain", plain, g_free);
  self->https = start (self, "good.pem", plain);
  self->expired = start (self, "expired.pem", NULL);
  self->elsewhere = start (self, "elsewhere.pem", NULL);
  self->self_signed = start (self, "self.pem", NULL);
  self->fetcher = rub_fetcher_new (self->trust);
  warm_up (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->fetcher);
  rub_test_server_free (self->http);
  rub_test_server_free (self->https);
  rub_test_server_free (self->expired);
  rub_test_server_free (self->elsewhere);
  rub_test_server_free (self->self_signed);
  g_object_unref (self->trust);
  rub_test_certificates_remove (self->folder);
}

/* However bad one was, the next is good: nothing is left over from it. */
static void
assert_next_is_good (Fixture *self, RubTestServer *server)
{
  Visit visit;

  visit_path (self, server, "/ok", &visit);
  g_assert_no_error (visit.error);
  g_assert_cmpmem (g_bytes_get_data (visit.fetched->bytes, NULL),
                   g_bytes_get_size (visit.fetched->bytes), "ok", 2);
  visit_clear (&visit);
}

static glong
get_peak_kb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss;
}

static void
test_failures (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *path;
    int code;
    const char *words;
  } rows[] = {
    { "/loop", RUB_NET_ERROR_REDIRECT, "circle" },
    { "/self", RUB_NET_ERROR_REDIRECT, "circle" },
    { "/steps/11", RUB_NET_ERROR_REDIRECT, "without end" },
    { "/to-file", RUB_NET_ERROR_REDIRECT, "not on the web" },
    { "/to-ftp", RUB_NET_ERROR_REDIRECT, "not on the web" },
    { "/to-nowhere", RUB_NET_ERROR_REDIRECT, "not on the web" },
    { "/to-user", RUB_NET_ERROR_REDIRECT, "not on the web" },
    { "/cut", RUB_NET_ERROR_BROKEN, "broke off" },
    { "/cut-chunk", RUB_NET_ERROR_BROKEN, "broke off" },
    { "/damaged", RUB_NET_ERROR_BROKEN, "damaged" },
    { "/garbage", RUB_NET_ERROR_BROKEN, "damaged" },
    { "/nothing", RUB_NET_ERROR_BROKEN, "broke off" },
    { "/too-long-a-length", RUB_NET_ERROR_TIMEOUT, "does not answer" },
    { "/huge-length", RUB_NET_ERROR_TOO_LARGE, "larger than" },
    { "/bomb", RUB_NET_ERROR_TOO_LARGE, "larger than" },
    { "/endless", RUB_NET_ERROR_TOO_LARGE, "larger than" },
    { "/endless-chunks", RUB_NET_ERROR_TOO_LARGE, "larger than" },
    { "/long-header", RUB_NET_ERROR_BROKEN, "damaged" },
    { "/endless-headers", RUB_NET_ERROR_BROKEN, "damaged" },
    { "/pdf", RUB_NET_ERROR_TYPE, "PDF document" },
    { "/image", RUB_NET_ERROR_TYPE, "picture" },
    { "/404", RUB_NET_ERROR_MISSING, "“localhost” has no such page" },
    { "/410", RUB_NET_ERROR_MISSING, "taken it away" },
    { "/401", RUB_NET_ERROR_REFUSED, "log in" },
    { "/403", RUB_NET_ERROR_REFUSED, "refuses" },
    { "/500", RUB_NET_ERROR_SERVER, "(500)" },
    { "/503", RUB_NET_ERROR_BUSY, "Try again later." },
    { "/429", RUB_NET_ERROR_BUSY, "in 2 minutes." },
    { "/429-date", RUB_NET_ERROR_BUSY, "in 30 days." },
    { "/204", RUB_NET_ERROR_BROKEN, "no sense (204)" },
    { "/304", RUB_NET_ERROR_BROKEN, "no sense (304)" },
    { "/never", RUB_NET_ERROR_TIMEOUT, "does not answer" },
    { "/silent", RUB_NET_ERROR_TIMEOUT, "does not answer" },
    { "/drip", RUB_NET_ERROR_TIMEOUT, "too slowly" },
    { "/drip-headers", RUB_NET_ERROR_TIMEOUT, "does not answer" },
  };
  RubTestServer *server = data != NULL ? self->https : self->http;
  glong peak_kb;

  assert_next_is_good (self, server);
  peak_kb = get_peak_kb ();
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Visit visit;

      g_test_message ("%s", rows[i].path);
      visit_path (self, server, rows[i].path, &visit);
      g_assert_error (visit.error, RUB_NET_ERROR, rows[i].code);
      g_test_message ("%s, %" G_GINT64_FORMAT " ms", visit.error->message, visit.longest_us / 1000);
      g_assert_nonnull (strstr (visit.error->message, rows[i].words));
      visit_clear (&visit);
      assert_next_is_good (self, server);
      g_assert_cmpint (get_peak_kb () - peak_kb, <, MAX_GROWTH_KB);
    }
}

static void
test_contents (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *path;
    const char *content;
    const char *type;
    const char *charset;
    const char *last_path;
    gint64 n_total;
  } rows[] = {
    { "/ok", "ok", "text/html", NULL, "/ok", 2 },
    { "/no-type", "ok", NULL, NULL, "/no-type", 2 },
    { "/charset", "<meta charset=\"utf-8\"> gr\xfc\xdf dich.", "text/html", "ISO-8859-1",
      "/charset", 33 },
    { "/steps/10", "ok", "text/html", NULL, "/steps/0", 2 },
    { "/long-way", "ok", "text/html", NULL, "/ok", 2 },
    { "/until-closed", "ok", "text/html", NULL, "/until-closed", -1 },
    { "/too-short-a-length", "ok", "text/html", NULL, "/too-short-a-length", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *address = NULL;
      Visit visit;

      visit_path (self, self->http, rows[i].path, &visit);
      g_test_message ("%s", rows[i].path);
      g_assert_no_error (visit.error);
      g_assert_cmpmem (g_bytes_get_data (visit.fetched->bytes, NULL),
                       g_bytes_get_size (visit.fetched->bytes), rows[i].content,
                       strlen (rows[i].content));
      g_assert_cmpstr (visit.fetched->type, ==, rows[i].type);
      g_assert_cmpstr (visit.fetched->charset, ==, rows[i].charset);
      address = rub_test_server_get_address (self->http, rows[i].last_path);
      g_assert_cmpstr (visit.fetched->address, ==, address);
      g_assert_false (visit.fetched->is_unmodified);
      g_assert_cmpint (visit.n_bytes, ==, (gint64) strlen (rows[i].content));
      g_assert_cmpint (visit.n_total, ==, rows[i].n_total);
      visit_clear (&visit);
      assert_next_is_good (self, self->http);
    }
}

/* The length of what is packed is none of the runner's business. */
static void
test_packed (Fixture *self, gconstpointer data)
{
  Visit visit;

  visit_path (self, self->http, "/packed", &visit);
  g_assert_no_error (visit.error);
  g_assert_cmpuint (g_bytes_get_size (visit.fetched->bytes), ==, 50000);
  g_assert_cmpint (visit.n_bytes, ==, 50000);
  g_assert_cmpint (visit.n_total, ==, -1);
  visit_clear (&visit);
}

static void
test_certificates (Fixture *self, gconstpointer data)
{
  const struct
  {
    RubTestServer *server;
    const char *words;
  } rows[] = {
    { self->expired, "expired" },
    { self->elsewhere, "somebody else" },
    { self->self_signed, "vouches" },
  };
  Visit visit;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      visit_path (self, rows[i].server, "/ok", &visit);
      g_assert_error (visit.error, RUB_NET_ERROR, RUB_NET_ERROR_CERTIFICATE);
      g_assert_nonnull (strstr (visit.error->message, rows[i].words));
      g_assert_cmpuint (rub_test_server_get_n_requests (rows[i].server), ==, 0);
      visit_clear (&visit);
    }

  visit_path (self, self->https, "/down", &visit);
  g_assert_error (visit.error, RUB_NET_ERROR, RUB_NET_ERROR_REDIRECT);
  g_assert_nonnull (strstr (visit.error->message, "unsafe"));
  g_assert_cmpuint (rub_test_server_get_n_requests (self->http), ==, 0);
  visit_clear (&visit);
  assert_next_is_good (self, self->https);
}

/* Without the injected authority, the good server is as unknown as any. */
static void
test_distrust (Fixture *self, gconstpointer data)
{
  g_autoptr (RubFetcher) fetcher = rub_fetcher_new (NULL);
  g_autofree char *address = rub_test_server_get_address (self->https, "/ok");
  const RubFetchRequest request = {
    .address = address, .max_bytes = 10, .deadline_ms = DEADLINE_MS, .idle_ms = IDLE_MS
  };
  Visit visit = { .cancel_at = -1 };

  visit_request (fetcher, &request, &visit);
  g_assert_error (visit.error, RUB_NET_ERROR, RUB_NET_ERROR_CERTIFICATE);
  visit_clear (&visit);
}

static void
test_no_scheme (Fixture *self, gconstpointer data)
{
  g_autofree char *safe
    = g_strdup_printf ("localhost:%u/ok", rub_test_server_get_port (self->https));
  g_autofree char *plain
    = g_strdup_printf ("localhost:%u/ok", rub_test_server_get_port (self->http));
  g_autofree char *wrong
    = g_strdup_printf ("localhost:%u/ok", rub_test_server_get_port (self->self_signed));
  Visit visit;

  visit_address (self, safe, &visit);
  g_assert_no_error (visit.error);
  g_assert_true (g_str_has_prefix (visit.fetched->address, "https://localhost:"));
  visit_clear (&visit);

  visit_address (self, plain, &visit);
  g_assert_no_error (visit.error);
  g_assert_true (g_str_has_prefix (visit.fetched->address, "http://localhost:"));
  visit_clear (&visit);

  visit_address (self, wrong, &visit);
  g_assert_error (visit.error, RUB_NET_ERROR, RUB_NET_ERROR_CERTIFICATE);
  visit_clear (&visit);
}

static void
test_addresses (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *address;
    int code;
  } rows[] = {
    { "file:///etc/passwd", RUB_NET_ERROR_ADDRESS },
    { "http://user:pass@localhost/", RUB_NET_ERROR_ADDRESS },
    { "http://localhost:1/", RUB_NET_ERROR_CONNECT },
    { "http://no-such-host.invalid/", RUB_NET_ERROR_HOST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Visit visit;

      visit_address (self, rows[i].address, &visit);
      g_assert_error (visit.error, RUB_NET_ERROR, rows[i].code);
      visit_clear (&visit);
    }
}

/* What is told to the other side: who we are and what we want, and nothing else. */
static void
test_request (Fixture *self, gconstpointer data)
{
  static const char *const absent[] = { "Cookie", "Referer", "Authorization", "Accept-Language",
                                        "If-None-Match", "If-Modified-Since" };
  g_autofree char *head = NULL;
  Visit visit;

  visit_path (self, self->http, "/question", &visit);
  g_assert_no_error (visit.error);
  visit_clear (&visit);
  visit_path (self, self->http, "/echo", &visit);
  g_assert_no_error (visit.error);
  head = g_strndup (g_bytes_get_data (visit.fetched->bytes, NULL),
                    g_bytes_get_size (visit.fetched->bytes));
  g_assert_true (g_str_has_prefix (head, "GET /echo HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (head, "\r\nUser-Agent: Rubdown/" RUB_VERSION "\r\n"));
  g_assert_nonnull (strstr (head, "\r\nAccept: text/html, text/plain\r\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (absent); i++)
    {
      g_autofree char *header = g_strdup_printf ("\r\n%s:", absent[i]);

      g_assert_null (strstr (head, header));
    }
  visit_clear (&visit);
}

static void
test_unmodified (Fixture *self, gconstpointer data)
{
  g_autofree char *address = rub_test_server_get_address (self->http, "/question");
  RubFetchRequest request = {
    .address = address, .max_bytes = MAX_BYTES, .deadline_ms = DEADLINE_MS, .idle_ms = IDLE_MS
  };
  Visit first = { .cancel_at = -1 };
  Visit second = { .cancel_at = -1 };

  visit_request (self->fetcher, &request, &first);
  g_assert_no_error (first.error);
  g_assert_cmpstr (first.fetched->etag, ==, "\"one\"");
  g_assert_cmpstr (first.fetched->last_modified, ==, "Tue, 12 May 2026 10:00:00 GMT");

  request.etag = first.fetched->etag;
  request.last_modified = first.fetched->last_modified;
  visit_request (self->fetcher, &request, &second);
  g_assert_no_error (second.error);
  g_assert_true (second.fetched->is_unmodified);
  g_assert_cmpuint (g_bytes_get_size (second.fetched->bytes), ==, 0);
  g_assert_cmpstr (second.fetched->etag, ==, "\"one\"");
  g_assert_cmpstr (second.fetched->last_modified, ==, "Tue, 12 May 2026 10:00:00 GMT");
  visit_clear (&first);
  visit_clear (&second);
  assert_next_is_good (self, self->http);
}

static gboolean
on_cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

/* Before, while nothing comes, and in the middle of much. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *path;
    gint64 cancel_at;
    int cancel_ms; /* -1: before the start */
  } rows[] = {
    { "/ok", -1, -1 },
    { "/never", -1, 100 },
    { "/silent", -1, 100 },
    { "/drip-headers", -1, 100 },
    { "/endless-chunks", 100000, 0 },
    { "/endless", 1, 0 },
    { "/ok", 2, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *address = rub_test_server_get_address (self->https, rows[i].path);
      const RubFetchRequest request = {
        .address = address, .max_bytes = MAX_BYTES, .deadline_ms = DEADLINE_MS, .idle_ms = IDLE_MS
      };
      Visit visit = { .cancel_at = rows[i].cancel_at, .cancellable = cancellable };
      gint64 start_us = g_get_monotonic_time ();

      if (rows[i].cancel_ms < 0)
        g_cancellable_cancel (cancellable);
      else if (rows[i].cancel_ms > 0)
        g_timeout_add ((guint) rows[i].cancel_ms, on_cancel_cb, cancellable);
      visit_request (self->fetcher, &request, &visit);
      g_test_message ("%s", rows[i].path);
      g_assert_error (visit.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (g_get_monotonic_time () - start_us, <, MAX_BLOCK_US + IDLE_MS * 1000);
      visit_clear (&visit);
      assert_next_is_good (self, self->https);
    }
}

/* A fetch may outlive whoever asked for it. */
static void
test_abandoned (Fixture *self, gconstpointer data)
{
  RubFetcher *fetcher = rub_fetcher_new (self->trust);
  g_autofree char *address = rub_test_server_get_address (self->http, "/ok");
  const RubFetchRequest request = {
    .address = address, .max_bytes = MAX_BYTES, .deadline_ms = DEADLINE_MS, .idle_ms = IDLE_MS
  };
  Visit visit = { .cancel_at = -1 };

  rub_fetcher_fetch_async (fetcher, &request, NULL, NULL, NULL, on_fetched_cb, &visit);
  g_object_unref (fetcher);
  while (!visit.is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (visit.error);
  visit_clear (&visit);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer), gconstpointer data)
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/fetcher/failures/http", test_failures, NULL);
  add ("/fetcher/failures/https", test_failures, "https");
  add ("/fetcher/contents", test_contents, NULL);
  add ("/fetcher/packed", test_packed, NULL);
  add ("/fetcher/certificates", test_certificates, NULL);
  add ("/fetcher/distrust", test_distrust, NULL);
  add ("/fetcher/no-scheme", test_no_scheme, NULL);
  add ("/fetcher/addresses", test_addresses, NULL);
  add ("/fetcher/request", test_request, NULL);
  add ("/fetcher/unmodified", test_unmodified, NULL);
  add ("/fetcher/cancel", test_cancel, NULL);
  add ("/fetcher/abandoned", test_abandoned, NULL);

  return g_test_run ();
}

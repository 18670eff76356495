/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-bad-site.h"

#include <string.h>

#define BOMB_BYTES (300 * 1024 * 1024)

#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
#define EMPTY "Content-Length: 0\r\n\r\n"

static const struct
{
  const char *path;
  const char *answer;
  gboolean closes;
} scripts[] = {
  { "/ok", HEAD "Content-Length: 2\r\n\r\nok", FALSE },
  { "/no-type", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", FALSE },
  { "/charset", "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; Charset=\"ISO-8859-1\"\r\n"
                "Content-Length: 33\r\n\r\n<meta charset=\"utf-8\"> gr\xfc\xdf dich.",
    FALSE },
  { "/loop", "HTTP/1.1 302 Found\r\nLocation: /pool\r\n" EMPTY, FALSE },
  { "/pool", "HTTP/1.1 301 Moved\r\nLocation: /loop#again\r\n" EMPTY, FALSE },
  { "/self", "HTTP/1.1 303 See\r\nLocation: /self\r\n" EMPTY, FALSE },
  { "/to-file", "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n" EMPTY, FALSE },
  { "/to-ftp", "HTTP/1.1 302 Found\r\nLocation: ftp://localhost/a\r\n" EMPTY, FALSE },
  { "/to-nowhere", "HTTP/1.1 302 Found\r\n" EMPTY, FALSE },
  { "/to-user", "HTTP/1.1 302 Found\r\nLocation: http://a:b@localhost/\r\n" EMPTY, FALSE },
  { "/long-way",
    "HTTP/1.1 307 Moved\r\nLocation: /ok\r\nContent-Length: 99999\r\n\r\nA", FALSE },
  { "/cut", HEAD "Content-Length: 5000\r\n\r\nonly this much", TRUE },
  { "/cut-chunk", HEAD "Transfer-Encoding: chunked\r\n\r\n20\r\nonly this", TRUE },
  { "/too-short-a-length", HEAD "Content-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n"
                           "Content-Length: 4\r\n\r\nevil", FALSE },
  { "/too-long-a-length", HEAD "Content-Length: 3\r\n\r\nok", FALSE },
  { "/huge-length", HEAD "Content-Length: 99999999999999\r\n\r\nok", FALSE },
  { "/odd-length", HEAD "Content-Length: -7\r\n\r\nok", TRUE },
  { "/until-closed", HEAD "Connection: close\r\n\r\nok", TRUE },
  { "/pdf", "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF", TRUE },
  { "/image", "HTTP/1.1 200 OK\r\nContent-Type: IMAGE/png;a=b\r\n\r\nPNG", TRUE },
  { "/404", "HTTP/1.1 404 Not Found\r\nContent-Length: 6\r\n\r\nabsent", FALSE },
  { "/410", "HTTP/1.1 410 Gone\r\n" EMPTY, FALSE },
  { "/401", "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"a\"\r\n" EMPTY, FALSE },
  { "/403", "HTTP/1.1 403 No\r\n" EMPTY, FALSE },
  { "/500", "HTTP/1.1 500 Oh\r\n" EMPTY, FALSE },
  { "/503", "HTTP/1.1 503 Busy\r\n" EMPTY, FALSE },
  { "/429", "HTTP/1.1 429 Slow\r\nRetry-After: 120\r\n" EMPTY, FALSE },
  { "/429-date",
    "HTTP/1.1 429 Slow\r\nRetry-After: Fri, 01 Jan 2100 00:00:00 GMT\r\n" EMPTY, FALSE },
  { "/204", "HTTP/1.1 204 None\r\n\r\n", FALSE },
  { "/304", "HTTP/1.1 304 Same\r\n\r\n", FALSE },
  { "/garbage", "SSH-2.0-OpenSSH_9.2\r\n\r\n", TRUE },
  { "/nothing", "", TRUE },
};

/* A redirect chain of so many steps. */
static void
write_steps (RubTestServer *server, GOutputStream *out, const char *path)
{
  gint64 n_left = g_ascii_strtoll (path + strlen ("/steps/"), NULL, 10);
  g_autofree char *answer
    = n_left > 0 ? g_strdup_printf ("HTTP/1.1 302 Found\r\nLocation: /steps/%" G_GINT64_FORMAT
                                    "\r\n" EMPTY, n_left - 1)
                 : g_strdup (HEAD "Content-Length: 2\r\n\r\nok");

  rub_test_server_write (server, out, answer, -1);
}

/* Zeros, packed to a thousandth. */
static void
write_bomb (RubTestServer *server, GOutputStream *out)
{
  g_autoptr (GConverter) gzip
    = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autoptr (GOutputStream) packed = g_converter_output_stream_new (out, gzip);
  g_autofree char *zeros = g_malloc0 (65536);

  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (packed), FALSE);
  rub_test_server_write (server, out, HEAD "Content-Encoding: gzip\r\n\r\n", -1);
  for (gsize i = 0; i < BOMB_BYTES / 65536; i++)
    if (!rub_test_server_write (server, packed, zeros, 65536))
      return;
}

static void
write_endlessly (RubTestServer *server, GOutputStream *out, const char *head, const char *piece,
                 guint pause_ms)
{
  rub_test_server_write (server, out, head, -1);
  while (rub_test_server_write (server, out, piece, -1) && rub_test_server_wait (server, pause_ms))
    ;
}

static void
write_echo (RubTestServer *server, GOutputStream *out, const char *head)
{
  rub_test_server_write_content (server, out, "text/plain", head, strlen (head));
}

static void
write_packed (RubTestServer *server, GOutputStream *out, gboolean is_damaged)
{
  g_autofree char *text = g_strnfill (50000, 'a');
  g_autoptr (GConverter) gzip
    = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autofree char *packed = g_malloc (50000);
  g_autofree char *head = NULL;
  gsize n_read, n_written;

  g_converter_convert (gzip, text, 50000, packed, 50000, G_CONVERTER_INPUT_AT_END, &n_read,
                       &n_written, NULL);
  if (is_damaged)
    packed[n_written - 6] ^= 1;
  head = g_strdup_printf (HEAD "Content-Encoding: gzip\r\nContent-Length: %zu\r\n\r\n",
                          n_written);
  rub_test_server_write (server, out, head, -1);
  rub_test_server_write (server, out, packed, (gssize) n_written);
}

static void
write_question (RubTestServer *server, GOutputStream *out, const char *head)
{
  if (strstr (head, "\r\nIf-None-Match: \"one\"\r\n") != NULL
      && strstr (head, "\r\nIf-Modified-Since: Tue, 12 May 2026 10:00:00 GMT\r\n") != NULL)
    rub_test_server_write (server, out, "HTTP/1.1 304 Same\r\nETag: \"one\"\r\n\r\n", -1);
  else
    rub_test_server_write (server, out,
                           HEAD "ETag: \"one\"\r\nLast-Modified: Tue, 12 May 2026 10:00:00 "
                                "GMT\r\nSet-Cookie: a=b\r\nContent-Length: 2\r\n\r\nok", -1);
}

#define LONG_HEADER_BYTES (4 * 1024 * 1024)

static void
write_long_header (RubTestServer *server, GOutputStream *out)
{
  g_autofree char *value = g_strnfill (LONG_HEADER_BYTES, 'a');

  rub_test_server_write (server, out, "HTTP/1.1 200 OK\r\nX-Long: ", -1);
  rub_test_server_write (server, out, value, -1);
  rub_test_server_write (server, out, "\r\n" EMPTY, -1);
}

gboolean
rub_bad_site_answer (RubTestServer *server, const char *head, const char *path, GOutputStream *out,
                     gpointer data)
{
  const char *plain = data; /* where a server of http is */
  g_autofree char *chunk = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_str_equal (path, scripts[i].path))
      return rub_test_server_write (server, out, scripts[i].answer, -1) && !scripts[i].closes;

  if (g_str_has_prefix (path, "/steps/"))
    write_steps (server, out, path);
  else if (g_str_equal (path, "/bomb"))
    write_bomb (server, out);
  else if (g_str_equal (path, "/packed"))
    write_packed (server, out, FALSE);
  else if (g_str_equal (path, "/damaged"))
    write_packed (server, out, TRUE);
  else if (g_str_equal (path, "/echo"))
    write_echo (server, out, head);
  else if (g_str_equal (path, "/question"))
    write_question (server, out, head);
  else if (g_str_equal (path, "/long-header"))
    write_long_header (server, out);
  else if (g_str_equal (path, "/endless-headers"))
    write_endlessly (server, out, "HTTP/1.1 200 OK\r\n", "X-More: and more of it\r\n", 0);
  else if (g_str_equal (path, "/drip"))
    write_endlessly (server, out, HEAD "\r\n", "a", 100);
  else if (g_str_equal (path, "/drip-headers"))
    write_endlessly (server, out, "HTTP/1.1 200 OK\r\n", "X", 100);
  else if (g_str_equal (path, "/endless-chunks"))
    {
      chunk = g_strdup_printf ("2000\r\n%08192d\r\n", 0);
      write_endlessly (server, out, HEAD "Transfer-Encoding: chunked\r\n\r\n", chunk, 0);
    }
  else if (g_str_equal (path, "/endless"))
    write_endlessly (server, out, HEAD "\r\n", "and so on and on, without an end in sight", 0);
  else if (g_str_equal (path, "/silent"))
    write_endlessly (server, out, HEAD "Content-Length: 9\r\n\r\n", "a", 60000);
  else if (g_str_equal (path, "/never"))
    rub_test_server_wait (server, 60000);
  else if (g_str_equal (path, "/down"))
    {
      chunk = g_strdup_printf ("HTTP/1.1 302 Found\r\nLocation: %s\r\n" EMPTY, plain);
      rub_test_server_write (server, out, chunk, -1);
    }
  else
    g_error ("No such path: %s", path);

  return TRUE;
}

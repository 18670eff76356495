/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <string.h>

#include <gio/gio.h>

#include "rub-test-server.h"

/* Runs the program as built on pages of a server, without a display and without a bus. */

#define PROSE \
  "<p>This is a paragraph that is long enough to be taken for prose, with a comma in it, and a " \
  "full stop at the end. It is followed by a second sentence, so that there is no doubt.</p>"

static gboolean
on_request_cb (RubTestServer *server, const char *head, const char *path, GOutputStream *out,
               gpointer data)
{
  static const char page[]
    = "<title>A Walk</title><h1>A Walk</h1><img src='/picture.png' width=400>" PROSE PROSE;

  if (g_str_equal (path, "/walk"))
    return rub_test_server_write_content (server, out, "text/html", page, sizeof page - 1);
  if (g_str_equal (path, "/never"))
    rub_test_server_wait (server, 60000);
  else
    rub_test_server_write (server, out, "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", -1);

  return FALSE;
}

static GSubprocess *
start (RubTestServer *server, const char *path)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *address = rub_test_server_get_address (server, path);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("RUBDOWN"), "--read", address,
                                         NULL);
  g_assert_no_error (error);

  return process;
}

static void
assert_ends (GSubprocess *process, int status, const char *expected_out, const char *expected_err)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, status);
  g_assert_true (g_str_has_prefix (out, expected_out));
  g_assert_cmpint (*out == '\0', ==, *expected_out == '\0');
  g_assert_nonnull (strstr (err, expected_err));
}

static void
test_read (void)
{
  g_autoptr (RubTestServer) server = rub_test_server_new (NULL, on_request_cb, NULL);
  g_autoptr (GSubprocess) walk = start (server, "/walk");
  g_autoptr (GSubprocess) missing = NULL;

  assert_ends (walk, 0, "# A Walk\n\n![](http://localhost:", "");
  g_assert_cmpuint (rub_test_server_get_n_requests (server), ==, 1);
  missing = start (server, "/missing");
  assert_ends (missing, 1, "", "“localhost” has no such page. Check the address.\n");
}

static void
test_interrupt (void)
{
  g_autoptr (RubTestServer) server = rub_test_server_new (NULL, on_request_cb, NULL);
  g_autoptr (GSubprocess) process = start (server, "/never");
  gint64 end_us = g_get_monotonic_time () + 15 * G_USEC_PER_SEC;

  while (rub_test_server_get_n_requests (server) == 0 && g_get_monotonic_time () < end_us)
    g_usleep (10000);
  g_subprocess_send_signal (process, SIGINT);
  assert_ends (process, 1, "", "Stopped before the page was there.\n");
  g_assert_cmpint (g_get_monotonic_time (), <, end_us);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-read/read", test_read);
  g_test_add_func ("/cli-read/interrupt", test_interrupt);

  return g_test_run ();
}

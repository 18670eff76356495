/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-test-server.h"

#include <string.h>

#include <glib/gstdio.h>

#define MAX_HEAD_BYTES 65536

struct _RubTestServer
{
  RubTestAnswer answer;
  gpointer data;
  guint port;
  int n_threads; /* atomic, as are those below */
  int n_requests;
  int n_busy;
  int n_at_once;

  /* Owned */
  GSocketListener *listener;
  GThread *thread;
  GTlsCertificate *certificate;
  GCancellable *stop;
};

/* Returns: (transfer full) (nullable): the next request, up to its empty line. */
static char *
read_head (RubTestServer *self, GInputStream *in)
{
  g_autoptr (GString) head = g_string_new (NULL);
  char byte;

  while (head->len < MAX_HEAD_BYTES
         && g_input_stream_read (in, &byte, 1, self->stop, NULL) == 1)
    {
      /* The greeting of somebody who takes this for a server of https. */
      if (head->len == 0 && byte == 0x16)
        return NULL;
      g_string_append_c (head, byte);
      if (g_str_has_suffix (head->str, "\r\n\r\n"))
        return g_string_free (g_steal_pointer (&head), FALSE);
    }

  return NULL;
}

static gboolean
answer_next (RubTestServer *self, GIOStream *stream)
{
  g_autofree char *head = read_head (self, g_io_stream_get_input_stream (stream));
  g_auto (GStrv) words = NULL;
  gboolean goes_on;
  int n_busy;

  if (head == NULL)
    return FALSE;
  words = g_strsplit (head, " ", 3);
  if (g_strv_length (words) < 3)
    return FALSE;
  g_atomic_int_inc (&self->n_requests);
  n_busy = g_atomic_int_add (&self->n_busy, 1) + 1;
  if (n_busy > g_atomic_int_get (&self->n_at_once))
    g_atomic_int_set (&self->n_at_once, n_busy);
  goes_on = self->answer (self, head, words[1], g_io_stream_get_output_stream (stream), self->data);
  g_atomic_int_add (&self->n_busy, -1);

  return goes_on;
}

/* One connection, in a thread. */
typedef struct
{
  RubTestServer *server;
  GSocketConnection *connection;
} Guest;

static gpointer
serve (gpointer data)
{
  g_autofree Guest *guest = data;
  RubTestServer *self = guest->server;
  g_autoptr (GSocketConnection) connection = guest->connection;
  g_autoptr (GIOStream) stream = NULL;

  if (self->certificate != NULL)
    stream = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);
  else
    stream = g_object_ref (G_IO_STREAM (connection));
  while (stream != NULL && answer_next (self, stream))
    ;
  /* Straight away: a TLS connection that is closed in good form waits for the other side. */
  g_socket_close (g_socket_connection_get_socket (connection), NULL);
  g_atomic_int_add (&self->n_threads, -1);

  return NULL;
}

/* In a thread, so that whoever tests may block. */
static gpointer
accept_guests (gpointer data)
{
  RubTestServer *self = data;
  GSocketConnection *connection;

  while ((connection = g_socket_listener_accept (self->listener, NULL, self->stop, NULL)) != NULL)
    {
      Guest *guest = g_new0 (Guest, 1);

      guest->server = self;
      guest->connection = connection;
      g_atomic_int_inc (&self->n_threads);
      g_thread_unref (g_thread_new ("guest", serve, guest));
    }

  return NULL;
}

RubTestServer *
rub_test_server_new (GTlsCertificate *certificate, RubTestAnswer answer, gpointer data)
{
  RubTestServer *self = g_new0 (RubTestServer, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInetAddress) host = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) wish = g_inet_socket_address_new (host, 0);
  g_autoptr (GSocketAddress) address = NULL;

  self->answer = answer;
  self->data = data;
  self->stop = g_cancellable_new ();
  self->certificate = certificate != NULL ? g_object_ref (certificate) : NULL;
  self->listener = g_socket_listener_new ();
  g_socket_listener_add_address (self->listener, wish, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                                 NULL, &address, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  self->thread = g_thread_new ("server", accept_guests, self);

  return self;
}

void
rub_test_server_free (RubTestServer *self)
{
  g_cancellable_cancel (self->stop);
  g_thread_join (self->thread);
  g_socket_listener_close (self->listener);
  while (g_atomic_int_get (&self->n_threads) > 0)
    g_usleep (1000);
  g_object_unref (self->listener);
  g_clear_object (&self->certificate);
  g_object_unref (self->stop);
  g_free (self);
}

char *
rub_test_server_get_address (RubTestServer *self, const char *path)
{
  return g_strdup_printf ("%s://localhost:%u%s", self->certificate != NULL ? "https" : "http",
                          self->port, path);
}

guint
rub_test_server_get_port (RubTestServer *self)
{
  return self->port;
}

guint
rub_test_server_get_n_requests (RubTestServer *self)
{
  return (guint) g_atomic_int_get (&self->n_requests);
}

guint
rub_test_server_get_n_at_once (RubTestServer *self)
{
  return (guint) g_atomic_int_get (&self->n_at_once);
}

gboolean
rub_test_server_write (RubTestServer *self, GOutputStream *out, const void *data, gssize size)
{
  gsize length = size < 0 ? strlen (data) : (gsize) size;

  return g_output_stream_write_all (out, data, length, NULL, self->stop, NULL);
}

gboolean
rub_test_server_write_content (RubTestServer *self, GOutputStream *out, const char *type,
                               const void *data, gsize size)
{
  g_autofree char *head = g_strdup_printf (
    "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %zu\r\n\r\n", type, size);

  return rub_test_server_write (self, out, head, -1)
         && rub_test_server_write (self, out, data, (gssize) size);
}

gboolean
rub_test_server_wait (RubTestServer *self, guint ms)
{
  GPollFD poll_fd;

  if (!g_cancellable_make_pollfd (self->stop, &poll_fd))
    return FALSE;
  g_poll (&poll_fd, 1, (int) ms);
  g_cancellable_release_fd (self->stop);

  return !g_cancellable_is_cancelled (self->stop);
}

char *
rub_test_certificates_make (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("rubdown-tls-XXXXXX", &error);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "certificates.sh", NULL);
  char *argv[] = { (char *) "/bin/sh", script, folder, NULL };
  g_autofree char *log = NULL;
  int status;

  g_assert_no_error (error);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &log, &status,
                &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", error->message, log);

  return folder;
}

void
rub_test_certificates_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-fake-speech.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

struct _RubFakeSpeech
{
  RubFakeKind kind;
  guint n_messages;
  gboolean is_in_text;
  guint flood_source;

  /* Owned */
  char *folder;
  char *path;
  GSocketService *service;
  GSocketConnection *connection;
  GDataInputStream *input;
  GCancellable *reading;
  GString *log;
};

/* What is answered to a command that starts with "start". */
static const struct
{
  const char *start;
  const char *answer;
} answers[] = {
  { "GET OUTPUT_MODULE", "251-second\r\n251 OK GET RETURNED\r\n" },
  { "LIST OUTPUT_MODULES",
    "250-first\r\n250-second\r\n250-dummy\r\n250 OK MODULE LIST SENT\r\n" },
  { "LIST SYNTHESIS_VOICES",
    "249-English (America)\ten-US\tnone\r\n249-English (America)+Max\ten-US\tMax\r\n"
    "249-German\tde\tnone\r\n249-\r\n249-Broken\r\n249 OK VOICE LIST SENT\r\n" },
  { "SET", "200 OK\r\n" },
  { "SPEAK", "230 OK RECEIVING DATA\r\n" },
  { "CANCEL", "210 OK STOPPED\r\n" },
};

static void
say (RubFakeSpeech *self, const char *text)
{
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (self->connection));

  /* Whoever asked may have hung up by now. */
  g_output_stream_write_all (output, text, strlen (text), NULL, NULL, NULL);
}

static const char *
find_answer (RubFakeSpeech *self, const char *line)
{
  if (self->kind == RUB_FAKE_DUMB && g_str_equal (line, "LIST OUTPUT_MODULES"))
    return "250-dummy\r\n250 OK MODULE LIST SENT\r\n";
  if (self->kind == RUB_FAKE_REFUSES && g_str_equal (line, "SPEAK"))
    return "400 ERR INTERNAL\r\n";
  if (self->kind == RUB_FAKE_STRANGE && g_str_equal (line, "LIST OUTPUT_MODULES"))
    return "HTTP/1.1 200 OK\r\n";
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_has_prefix (line, answers[i].start))
      return answers[i].answer;

  return "500 ERR INVALID COMMAND\r\n";
}

static void
take_text (RubFakeSpeech *self)
{
  g_autofree char *queued = NULL;

  self->is_in_text = FALSE;
  self->n_messages++;
  queued
    = g_strdup_printf ("225-%u\r\n225 OK MESSAGE QUEUED\r\n", self->n_messages);
  if (self->kind == RUB_FAKE_HASTY)
    rub_fake_speech_tell (self, 702, self->n_messages);
  say (self, queued);
}

static gboolean
on_flood_cb (gpointer data)
{
  g_autofree char *line = g_strnfill (64 * 1024, '2');

  say (data, line);

  return G_SOURCE_CONTINUE;
}

static void
answer (RubFakeSpeech *self, const char *line)
{
  if (self->is_in_text)
    {
      if (g_str_equal (line, "."))
        take_text (self);
      return;
    }
  if (self->kind == RUB_FAKE_SILENT)
    return;
  if (self->kind == RUB_FAKE_ENDLESS)
    {
      if (self->flood_source == 0)
        self->flood_source = g_idle_add (on_flood_cb, self);
      return;
    }

  self->is_in_text = g_str_equal (line, "SPEAK") && self->kind != RUB_FAKE_REFUSES;
  say (self, find_answer (self, line));
}

static void
on_line_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RubFakeSpeech *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source),
                                                                result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (line == NULL)
    {
      rub_fake_speech_drop (self);
      return;
    }

  g_strchomp (line);
  g_string_append_printf (self->log, "%s\n", line);
  answer (self, line);
  if (self->input != NULL)
    g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, self->reading,
                                         on_line_cb, self);
}

static gboolean
on_incoming_cb (GSocketService *service, GSocketConnection *connection, GObject *source,
                gpointer data)
{
  RubFakeSpeech *self = data;
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));

  rub_fake_speech_drop (self);
  self->connection = g_object_ref (connection);
  /* A flood goes on when there is room for it. */
  g_socket_set_blocking (g_socket_connection_get_socket (connection),
                         self->kind != RUB_FAKE_ENDLESS);
  self->input = g_data_input_stream_new (input);
  self->reading = g_cancellable_new ();
  self->is_in_text = FALSE;
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, self->reading,
                                       on_line_cb, self);

  return TRUE;
}

RubFakeSpeech *
rub_fake_speech_new (RubFakeKind kind)
{
  RubFakeSpeech *self = g_new0 (RubFakeSpeech, 1);
  g_autoptr (GSocketAddress) address = NULL;
  g_autofree char *variable = NULL;

  self->kind = kind;
  self->log = g_string_new (NULL);
  self->folder = g_dir_make_tmp ("rub-speech-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "socket", NULL);
  variable = g_strconcat ("unix_socket:", self->path, NULL);
  g_setenv ("SPEECHD_ADDRESS", variable, TRUE);
  address = g_unix_socket_address_new (self->path);

  self->service = g_socket_service_new ();
  g_assert_true (g_socket_listener_add_address (
    G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT,
    NULL, NULL, NULL));
  g_signal_connect (self->service, "incoming", G_CALLBACK (on_incoming_cb), self);

  return self;
}

void
rub_fake_speech_free (RubFakeSpeech *self)
{
  rub_fake_speech_drop (self);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_object_unref (self->service);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_string_free (self->log, TRUE);
  g_free (self);
}

const char *
rub_fake_speech_get_log (RubFakeSpeech *self)
{
  return self->log->str;
}

void
rub_fake_speech_clear_log (RubFakeSpeech *self)
{
  g_string_truncate (self->log, 0);
}

guint
rub_fake_speech_get_n_messages (RubFakeSpeech *self)
{
  return self->n_messages;
}

void
rub_fake_speech_tell (RubFakeSpeech *self, int code, guint id)
{
  g_autofree char *event
    = g_strdup_printf ("%d-%u\r\n%d-1\r\n%d SOMETHING\r\n", code, id, code, code);

  say (self, event);
}

void
rub_fake_speech_drop (RubFakeSpeech *self)
{
  if (self->connection == NULL)
    return;

  g_clear_handle_id (&self->flood_source, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_io_stream_close (G_IO_STREAM (self->connection), NULL, NULL);
  g_clear_object (&self->input);
  g_clear_object (&self->reading);
  g_clear_object (&self->connection);
}

gboolean
rub_fake_speech_is_connected (RubFakeSpeech *self)
{
  return self->connection != NULL;
}

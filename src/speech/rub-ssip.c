/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-ssip.h"

#include <string.h>

/* How much is read at once, and the most that one answer may have: a synthesizer has been seen to
 * list 12,000 voices in half a million bytes. */
#define CHUNK_BYTES (16 * 1024)
#define REPLY_MAX_BYTES (16 * 1024 * 1024)

/* "250-" or "250 ". */
#define PREFIX_BYTES 4

typedef struct
{
  RubSsipReplyFunc func;
  gpointer data;
} Waiting;

struct _RubSsip
{
  GObject parent_instance;

  guint lost_source;
  gsize reply_bytes;

  /* Owned */
  GSocketConnection *connection; /* NULL when closed */
  GSource *source;
  GString *incoming;
  GPtrArray *lines; /* of the answer that is not complete */
  GQueue waiting;   /* of Waiting: commands without an answer */
};

enum
{
  EVENT,
  CLOSED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (RubSsip, rub_ssip, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
disconnect (RubSsip *self)
{
  g_clear_handle_id (&self->lost_source, g_source_remove);
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_clear_object (&self->connection);
  g_queue_clear_full (&self->waiting, g_free);
}

static void
lose (RubSsip *self)
{
  if (self->connection == NULL)
    return;

  disconnect (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
on_lost_cb (gpointer data)
{
  RubSsip *self = RUB_SSIP (data);

  self->lost_source = 0;
  lose (self);

  return G_SOURCE_REMOVE;
}

/* A command that is not sent is never answered; its sender hears of that later. */
static void
lose_soon (RubSsip *self)
{
  if (self->lost_source == 0)
    self->lost_source = g_idle_add (on_lost_cb, self);
}

/* A few commands always fit into what the system keeps of a connection; where they do not, the
 * service has stopped reading. */
static gboolean
write_now (RubSsip *self, const char *text)
{
  GSocket *socket = g_socket_connection_get_socket (self->connection);
  gsize length = strlen (text);

  return g_socket_send_with_blocking (socket, text, length, FALSE, NULL, NULL) == (gssize) length;
}

/* The message an event is about is its first line. */
static void
tell_event (RubSsip *self, int code)
{
  guint64 message = 0;

  if (self->lines->len > 0)
    g_ascii_string_to_unsigned (g_ptr_array_index (self->lines, 0), 10, 0, G_MAXUINT, &message,
                                NULL);
  g_signal_emit (self, signals[EVENT], 0, code, (guint) message);
}

static void
tell_reply (RubSsip *self, int code, GPtrArray *lines)
{
  g_autofree Waiting *waiting = g_queue_pop_head (&self->waiting);

  if (waiting == NULL || waiting->func == NULL)
    return;

  g_ptr_array_add (lines, NULL);
  waiting->func (code, (const char *const *) lines->pdata, waiting->data);
}

static void
finish_reply (RubSsip *self, int code)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_ref (self->lines);

  if (code >= 700)
    tell_event (self, code);
  g_ptr_array_unref (self->lines);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->reply_bytes = 0;
  if (code < 700)
    tell_reply (self, code, lines);
}

/* Returns: FALSE when @line is none of the protocol. */
static gboolean
take_line (RubSsip *self, const char *line, gsize length)
{
  int code;

  if (length > 0 && line[length - 1] == '\r')
    length--;
  if (length < PREFIX_BYTES || !g_ascii_isdigit (line[0]) || !g_ascii_isdigit (line[1])
      || !g_ascii_isdigit (line[2]) || (line[3] != '-' && line[3] != ' '))
    return FALSE;

  code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
  if (line[3] == ' ')
    finish_reply (self, code);
  else
    g_ptr_array_add (self->lines, g_utf8_make_valid (line + PREFIX_BYTES,
                                                     (gssize) (length - PREFIX_BYTES)));

  return TRUE;
}

static gboolean
take_lines (RubSsip *self)
{
  gsize start = 0;
  const char *newline;

  while (self->connection != NULL
         && (newline = memchr (self->incoming->str + start, '\n', self->incoming->len - start))
              != NULL)
    {
      gsize length = (gsize) (newline - (self->incoming->str + start));

      self->reply_bytes += length;
      if (!take_line (self, self->incoming->str + start, length))
        return FALSE;
      start += length + 1;
    }
  g_string_erase (self->incoming, 0, (gssize) start);

  return self->reply_bytes + self->incoming->len <= REPLY_MAX_BYTES;
}

static gboolean
on_readable_cb (GSocket *socket, GIOCondition condition, gpointer data)
{
  g_autoptr (RubSsip) self = g_object_ref (RUB_SSIP (data));
  g_autoptr (GError) error = NULL;
  char chunk[CHUNK_BYTES];
  gssize length = g_socket_receive_with_blocking (socket, chunk, sizeof chunk, FALSE, NULL,
                                                  &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    return G_SOURCE_CONTINUE;

  if (length > 0)
    g_string_append_len (self->incoming, chunk, length);
  if (length <= 0 || !take_lines (self))
    lose (self);

  return self->connection != NULL ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
rub_ssip_dispose (GObject *object)
{
  rub_ssip_close (RUB_SSIP (object));

  G_OBJECT_CLASS (rub_ssip_parent_class)->dispose (object);
}

static void
rub_ssip_finalize (GObject *object)
{
  RubSsip *self = RUB_SSIP (object);

  g_string_free (self->incoming, TRUE);
  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (rub_ssip_parent_class)->finalize (object);
}

static void
rub_ssip_class_init (RubSsipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rub_ssip_dispose;
  object_class->finalize = rub_ssip_finalize;

  signals[EVENT] = g_signal_new ("event", RUB_TYPE_SSIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_UINT);
  signals[CLOSED] = g_signal_new ("closed", RUB_TYPE_SSIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
rub_ssip_init (RubSsip *self)
{
  self->incoming = g_string_new (NULL);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  g_queue_init (&self->waiting);
}

RubSsip *
rub_ssip_new (GSocketConnection *connection)
{
  RubSsip *self;

  g_return_val_if_fail (G_IS_SOCKET_CONNECTION (connection), NULL);

  self = g_object_new (RUB_TYPE_SSIP, NULL);
  self->connection = g_object_ref (connection);
  self->source
    = g_socket_create_source (g_socket_connection_get_socket (connection), G_IO_IN, NULL);
  g_source_set_callback (self->source, G_SOURCE_FUNC (on_readable_cb), self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());

  return self;
}

void
rub_ssip_send (RubSsip *self, const char *line, RubSsipReplyFunc func, gpointer data)
{
  g_autofree char *text = NULL;
  Waiting *waiting;

  g_return_if_fail (RUB_IS_SSIP (self));
  g_return_if_fail (line != NULL);

  if (self->connection == NULL)
    return;

  waiting = g_new (Waiting, 1);
  waiting->func = func;
  waiting->data = data;
  g_queue_push_tail (&self->waiting, waiting);
  text = g_strconcat (line, "\r\n", NULL);
  if (!write_now (self, text))
    lose_soon (self);
}

void
rub_ssip_close (RubSsip *self)
{
  g_return_if_fail (RUB_IS_SSIP (self));

  if (self->connection == NULL)
    return;

  write_now (self, "CANCEL SELF\r\nQUIT\r\n");
  disconnect (self);
}

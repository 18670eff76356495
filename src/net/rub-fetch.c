/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-fetch.h"

#include <string.h>

#include "rub-net-address.h"
#include "rub-net-error.h"
#include "rub-net-words.h"

/* Lives as long as libsoup may still call back, which can be after the task has returned. */
typedef struct
{
  gsize max_bytes;
  guint idle_ms;
  gboolean is_guess;    /* whether https was our idea */
  gboolean is_question; /* whether "unmodified" is an answer */
  guint n_redirects;
  gint64 n_total;
  RubFetchProgress progress;
  gpointer progress_data;

  /* Owned */
  GTask *task; /* NULL once it has returned */
  SoupSession *session;
  GCancellable *stop;
  GSource *deadline;
  GSource *silence;
  GSource *cancel;
  GUri *uri;
  GHashTable *visited;
  char **accept;
  char *etag;
  char *last_modified;
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *data;
  RubFetched *fetched;
} Fetch;

static void send (Fetch *self);

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
fetch_clear (gpointer data)
{
  Fetch *self = data;

  g_assert (self->task == NULL);

  g_object_unref (self->session);
  g_object_unref (self->stop);
  g_clear_pointer (&self->uri, g_uri_unref);
  g_hash_table_unref (self->visited);
  g_strfreev (self->accept);
  g_free (self->etag);
  g_free (self->last_modified);
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->data, g_byte_array_unref);
  g_clear_pointer (&self->fetched, rub_fetched_free);
}

static void
fetch_unref (Fetch *self)
{
  g_rc_box_release_full (self, fetch_clear);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fetch, fetch_unref)

static const char *
get_host (Fetch *self)
{
  return g_uri_get_host (self->uri);
}

static const char *
get_header (Fetch *self, const char *name)
{
  return soup_message_headers_get_one (soup_message_get_response_headers (self->message), name);
}

/* A stream that is left open keeps its connection from everybody else. */
static void
close_stream (Fetch *self)
{
  if (self->stream != NULL)
    g_input_stream_close_async (self->stream, G_PRIORITY_DEFAULT, self->stop, NULL, NULL);
  g_clear_object (&self->stream);
}

/* Returns by the task, with @error (transfer full) or what was fetched; the first time counts. */
static void
end (Fetch *self, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  g_assert (task != NULL);

  clear_source (&self->deadline);
  clear_source (&self->silence);
  clear_source (&self->cancel);
  if (error != NULL)
    g_cancellable_cancel (self->stop);
  close_stream (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&self->fetched),
                           (GDestroyNotify) rub_fetched_free);
}

static void
delay_silence (Fetch *self)
{
  g_source_set_ready_time (self->silence, g_get_monotonic_time () + self->idle_ms * (gint64) 1000);
}

static void
finish (Fetch *self)
{
  self->fetched->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&self->data));
  end (self, NULL);
}

static void read_more (Fetch *self);

static void
take_chunk (Fetch *self, GBytes *chunk)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (chunk, &size);

  if (size > self->max_bytes - self->data->len)
    {
      end (self, rub_net_words_for_size (self->max_bytes));
      return;
    }
  g_byte_array_append (self->data, data, (guint) size);
  delay_silence (self);
  if (self->progress != NULL)
    self->progress (self->data->len, self->n_total, self->progress_data);
  /* Who is told may have cancelled, which returns from the main loop. */
  read_more (self);
}

static void
on_chunk_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Fetch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk
    = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (self->task == NULL)
    return;
  if (chunk == NULL)
    end (self, rub_net_words_for_failure (error, 0, get_host (self)));
  else if (g_bytes_get_size (chunk) == 0)
    finish (self);
  else
    take_chunk (self, chunk);
}

static void
read_more (Fetch *self)
{
  g_input_stream_read_bytes_async (self->stream, RUB_FETCHER_CHUNK_BYTES, G_PRIORITY_DEFAULT,
                                   self->stop, on_chunk_read_cb, g_rc_box_acquire (self));
}

static gboolean
is_accepted (Fetch *self, const char *type)
{
  if (self->accept == NULL || type == NULL)
    return TRUE;

  for (gsize i = 0; self->accept[i] != NULL; i++)
    if (g_str_has_suffix (self->accept[i], "/") ? g_str_has_prefix (type, self->accept[i])
                                                : g_str_equal (type, self->accept[i]))
      return TRUE;

  return FALSE;
}

static void
take_head (Fetch *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  g_autoptr (GHashTable) params = NULL;
  const char *type = soup_message_headers_get_content_type (headers, &params);
  RubFetched *fetched = g_new0 (RubFetched, 1);

  fetched->type = type != NULL ? g_ascii_strdown (type, -1) : NULL;
  if (params != NULL)
    fetched->charset = g_strdup (g_hash_table_lookup (params, "charset"));
  fetched->address = rub_net_address_to_string (self->uri);
  fetched->etag = g_strdup (get_header (self, "ETag"));
  fetched->last_modified = g_strdup (get_header (self, "Last-Modified"));
  self->fetched = fetched;
}

/* The size in the head is that over the wire, so it says nothing of what is packed. */
static gint64
get_total (Fetch *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);

  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH
      || get_header (self, "Content-Encoding") != NULL)
    return -1;

  return soup_message_headers_get_content_length (headers);
}

static void
take_content (Fetch *self)
{
  take_head (self);
  if (!is_accepted (self, self->fetched->type))
    {
      end (self, rub_net_words_for_type (self->fetched->type));
      return;
    }
  self->n_total = get_total (self);
  if (self->n_total > 0 && (guint64) self->n_total > self->max_bytes)
    {
      end (self, rub_net_words_for_size (self->max_bytes));
      return;
    }
  self->data = g_byte_array_new ();
  read_more (self);
}

static void
take_unmodified (Fetch *self)
{
  take_head (self);
  self->fetched->is_unmodified = TRUE;
  if (self->fetched->etag == NULL)
    self->fetched->etag = g_steal_pointer (&self->etag);
  if (self->fetched->last_modified == NULL)
    self->fetched->last_modified = g_steal_pointer (&self->last_modified);
  self->data = g_byte_array_new ();
  finish (self);
}

static void
follow (Fetch *self)
{
  GError *error = NULL;
  GUri *next = rub_net_address_follow (self->uri, get_header (self, "Location"), &error);

  if (next == NULL)
    {
      end (self, error);
      return;
    }
  close_stream (self);
  g_clear_object (&self->message);
  g_uri_unref (self->uri);
  self->uri = next;
  self->is_guess = FALSE;
  if (!g_hash_table_add (self->visited, rub_net_address_to_string (next)))
    end (self, rub_net_words_for_redirects (TRUE, get_host (self)));
  else if (++self->n_redirects > RUB_FETCHER_MAX_REDIRECTS)
    end (self, rub_net_words_for_redirects (FALSE, get_host (self)));
  else
    send (self);
}

static void
take_answer (Fetch *self)
{
  guint status = soup_message_get_status (self->message);

  delay_silence (self);
  switch (status)
    {
    case SOUP_STATUS_MOVED_PERMANENTLY:
    case SOUP_STATUS_FOUND:
    case SOUP_STATUS_SEE_OTHER:
    case SOUP_STATUS_TEMPORARY_REDIRECT:
    case SOUP_STATUS_PERMANENT_REDIRECT:
      follow (self);
      return;
    case SOUP_STATUS_OK:
    case SOUP_STATUS_NON_AUTHORITATIVE:
      take_content (self);
      return;
    case SOUP_STATUS_NOT_MODIFIED:
      if (self->is_question)
        {
          take_unmodified (self);
          return;
        }
      break;
    default:
      break;
    }
  end (self, rub_net_words_for_status (status, get_host (self), get_header (self, "Retry-After"),
                                       g_get_real_time ()));
}

/* Whether a host that was asked over https without need may be asked over http instead. Not when
 * somebody answers with a wrong certificate: that may be who wants to be asked so. */
static gboolean
may_try_http (Fetch *self, const GError *error)
{
  return self->is_guess && g_str_equal (g_uri_get_scheme (self->uri), "https")
         && error->code == RUB_NET_ERROR_CONNECT;
}

static void
try_http (Fetch *self)
{
  GUri *uri = g_uri_build (SOUP_HTTP_URI_FLAGS, "http", NULL, get_host (self),
                           g_uri_get_port (self->uri), g_uri_get_path (self->uri),
                           g_uri_get_query (self->uri), NULL);

  g_uri_unref (self->uri);
  self->uri = uri;
  g_clear_object (&self->message);
  send (self);
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Fetch) self = user_data;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->stream);
  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &cause);
  if (self->task == NULL)
    {
      close_stream (self);
      return;
    }
  if (self->stream != NULL)
    {
      take_answer (self);
      return;
    }
  error = rub_net_words_for_failure (cause,
                                     soup_message_get_tls_peer_certificate_errors (self->message),
                                     get_host (self));
  if (may_try_http (self, error))
    try_http (self);
  else
    end (self, g_steal_pointer (&error));
}

static void
set_headers (Fetch *self)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (self->message);
  g_autoptr (GString) accept = g_string_new (NULL);

  for (gsize i = 0; self->accept != NULL && self->accept[i] != NULL; i++)
    g_string_append_printf (accept, "%s%s%s", i > 0 ? ", " : "", self->accept[i],
                            g_str_has_suffix (self->accept[i], "/") ? "*" : "");
  soup_message_headers_replace (headers, "Accept", accept->len > 0 ? accept->str : "*/*");
  if (self->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", self->etag);
  if (self->last_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", self->last_modified);
}

static void
send (Fetch *self)
{
  self->message = soup_message_new_from_uri ("GET", self->uri);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  set_headers (self);
  delay_silence (self);
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->stop, on_sent_cb,
                           g_rc_box_acquire (self));
}

static gboolean
on_deadline_cb (gpointer user_data)
{
  Fetch *self = user_data;

  end (self, rub_net_words_for_timeout (FALSE, get_host (self)));

  return G_SOURCE_REMOVE;
}

static gboolean
on_silence_cb (gpointer user_data)
{
  Fetch *self = user_data;

  end (self, rub_net_words_for_timeout (TRUE, get_host (self)));

  return G_SOURCE_REMOVE;
}

/* Not left to libsoup, which may be in the middle of something that takes time. */
static gboolean
on_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  Fetch *self = user_data;

  end (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled"));

  return G_SOURCE_REMOVE;
}

static GSource *
attach (Fetch *self, GSource *source, GSourceFunc callback)
{
  g_source_set_callback (source, callback, g_rc_box_acquire (self), (GDestroyNotify) fetch_unref);
  g_source_attach (source, g_task_get_context (self->task));

  return source;
}

static void
watch (Fetch *self, guint deadline_ms)
{
  GCancellable *cancellable = g_task_get_cancellable (self->task);

  self->deadline = attach (self, g_timeout_source_new (deadline_ms), on_deadline_cb);
  self->silence = attach (self, g_timeout_source_new (self->idle_ms), on_silence_cb);
  if (cancellable != NULL)
    self->cancel = attach (self, g_cancellable_source_new (cancellable),
                           G_SOURCE_FUNC (on_cancelled_cb));
}

/* Whether it is known whom the system trusts; atomic. */
static int is_trust_loaded;

static void
load_trust (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GTlsDatabase) trust
    = g_tls_backend_get_default_database (g_tls_backend_get_default ());

  g_atomic_int_set (&is_trust_loaded, TRUE);
  g_task_return_boolean (task, trust != NULL);
}

static void
on_trust_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Fetch) self = user_data;

  if (self->task != NULL)
    send (self);
}

/* Reading whom the system trusts takes longer than a frame, and is left to the first handshake
 * otherwise. It is kept for all others. */
static void
prepare (Fetch *self)
{
  g_autoptr (GTask) task = NULL;

  if (g_atomic_int_get (&is_trust_loaded))
    {
      send (self);
      return;
    }

  task = g_task_new (NULL, NULL, on_trust_loaded_cb, g_rc_box_acquire (self));
  g_task_set_source_tag (task, prepare);
  g_task_run_in_thread (task, load_trust);
}

void
rub_fetch_run (SoupSession *session, const RubFetchRequest *request, RubFetchProgress progress,
               gpointer progress_data, GTask *task)
{
  g_autoptr (Fetch) self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = NULL;
  gboolean is_guess;

  g_return_if_fail (SOUP_IS_SESSION (session));
  g_return_if_fail (request != NULL);
  g_return_if_fail (G_IS_TASK (task));

  uri = rub_net_address_parse (request->address, &is_guess, &error);
  if (uri == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self = g_rc_box_new0 (Fetch);
  self->max_bytes = MIN (request->max_bytes, G_MAXINT32);
  self->idle_ms = request->idle_ms;
  self->is_guess = is_guess;
  self->is_question = request->etag != NULL || request->last_modified != NULL;
  self->n_total = -1;
  self->progress = progress;
  self->progress_data = progress_data;
  self->task = g_object_ref (task);
  self->session = g_object_ref (session);
  self->stop = g_cancellable_new ();
  self->uri = g_steal_pointer (&uri);
  self->visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->accept = g_strdupv ((char **) request->accept);
  self->etag = g_strdup (request->etag);
  self->last_modified = g_strdup (request->last_modified);
  g_hash_table_add (self->visited, rub_net_address_to_string (self->uri));
  watch (self, request->deadline_ms);
  prepare (self);
}

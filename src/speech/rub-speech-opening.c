/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-speech-opening.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rub-voice.h"

/* Starting the service and all of its synthesizers takes seconds on a slow machine. */
#define PATIENCE_S 20
#define DEFAULT_PORT 6560
#define VOICES_MAX 2000

/* What is spoken by a module of this name is that there is no voice. */
#define DUMMY_MODULE "dummy"

static const char *const login[] = {
  "SET SELF CLIENT_NAME \"user:rubdown:aloud\"",
  "SET SELF NOTIFICATION ALL ON",
  /* Waits for what a screen reader says, and is not cut off by it. */
  "SET SELF PRIORITY MESSAGE",
};

typedef struct
{
  guint patience_source;
  guint module; /* index of the one whose voices are asked for */
  gboolean was_started;
  gboolean is_done;

  /* Owned */
  GSocketConnectable *address;
  GCancellable *cancellable; /* of each step, for when patience ends */
  GSource *cancel_source;
  char *socket_path; /* nullable: of a service on this machine */
  char *own_module;
  GPtrArray *modules;
  GListStore *voices;
  RubSsip *wire;
} Opening;

static void start_service (GTask *task);
static void ask_for_voices (GTask *task);

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_clear_object (&self->address);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->voices);
  g_clear_object (&self->wire);
  g_free (self->socket_path);
  g_free (self->own_module);
  g_ptr_array_unref (self->modules);
  g_free (self);
}

/* Ends the task with what it has, or with @error (transfer full). Only the first time counts. */
static void
conclude (GTask *task, GError *error)
{
  Opening *self = g_task_get_task_data (task);

  if (self->is_done)
    {
      g_clear_error (&error);
      return;
    }

  self->is_done = TRUE;
  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_source_destroy (self->cancel_source);
  g_clear_pointer (&self->cancel_source, g_source_unref);
  if (error != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      if (self->wire != NULL)
        rub_ssip_close (self->wire);
      g_task_return_error (task, error);
    }
  else
    {
      g_signal_handlers_disconnect_by_data (self->wire, task);
      g_task_return_pointer (task, g_object_ref (self->wire), g_object_unref);
    }
  g_object_unref (task);
}

static void
fail (GTask *task, int code, const char *message)
{
  conclude (task, g_error_new_literal (G_IO_ERROR, code, message));
}

static void
tell_missing (GTask *task)
{
  fail (task, G_IO_ERROR_NOT_FOUND,
        _ ("No speech service was found. Install “speech-dispatcher” and a voice for it, such as "
           "“espeak-ng”, then try again."));
}

static void
tell_silent (GTask *task)
{
  fail (task, G_IO_ERROR_TIMED_OUT,
        _ ("The speech service does not answer. Try again, or log out and in."));
}

static gboolean
on_patience_ended_cb (gpointer task)
{
  Opening *self = g_task_get_task_data (task);

  self->patience_source = 0;
  tell_silent (task);

  return G_SOURCE_REMOVE;
}

static gboolean
on_cancelled_cb (GCancellable *cancellable, gpointer task)
{
  conclude (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled"));

  return G_SOURCE_REMOVE;
}

static void
on_closed_cb (RubSsip *wire, GTask *task)
{
  tell_silent (task);
}

static gboolean
is_well_formed (const char *name)
{
  return name[0] != '\0' && strpbrk (name, "\r\n") == NULL;
}

/* A row is the name, the language and the variant, with tabs between. Variants are the same voice
 * in disguise, a hundred for each voice of one synthesizer. */
static void
add_voice (Opening *self, const char *module, const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, "\t", 4);
  g_autoptr (RubVoice) voice = NULL;

  if (g_strv_length (cells) < 2 || !is_well_formed (cells[0]) || !is_well_formed (cells[1])
      || g_list_model_get_n_items (G_LIST_MODEL (self->voices)) >= VOICES_MAX)
    return;
  if (cells[2] != NULL && !g_str_equal (cells[2], "none") && strchr (cells[0], '+') != NULL)
    return;

  voice = rub_voice_new (module, cells[0], cells[1]);
  g_list_store_append (self->voices, voice);
}

static void
on_voices_cb (int code, const char *const *lines, gpointer task)
{
  Opening *self = g_task_get_task_data (task);
  const char *module = g_ptr_array_index (self->modules, self->module);

  if (RUB_SSIP_IS_OK (code))
    for (; *lines != NULL; lines++)
      add_voice (self, module, *lines);
  self->module++;
  ask_for_voices (task);
}

static void
ask_for_voices (GTask *task)
{
  Opening *self = g_task_get_task_data (task);
  g_autofree char *command = NULL;

  if (self->module < self->modules->len)
    {
      command = g_strdup_printf ("SET SELF OUTPUT_MODULE %s",
                                 (char *) g_ptr_array_index (self->modules, self->module));
      rub_ssip_send (self->wire, command, NULL, NULL);
      rub_ssip_send (self->wire, "LIST SYNTHESIS_VOICES", on_voices_cb, task);
      return;
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (self->voices)) == 0)
    fail (task, G_IO_ERROR_NOT_FOUND,
          _ ("The speech service has no voice. Install one, such as “espeak-ng”, then log out and "
             "in, and try again."));
  else
    conclude (task, NULL);
}

static void
on_modules_cb (int code, const char *const *lines, gpointer task)
{
  Opening *self = g_task_get_task_data (task);

  for (; RUB_SSIP_IS_OK (code) && *lines != NULL; lines++)
    if (is_well_formed (*lines) && !g_str_equal (*lines, DUMMY_MODULE))
      g_ptr_array_insert (self->modules, g_strcmp0 (*lines, self->own_module) == 0 ? 0 : -1,
                          g_strdup (*lines));
  ask_for_voices (task);
}

static void
on_own_module_cb (int code, const char *const *lines, gpointer task)
{
  Opening *self = g_task_get_task_data (task);

  if (RUB_SSIP_IS_OK (code))
    self->own_module = g_strdup (lines[0]);
}

static void
on_connected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Opening *self = g_task_get_task_data (task);
  g_autoptr (GSocketConnection) connection
    = g_socket_client_connect_finish (G_SOCKET_CLIENT (source), result, NULL);

  if (self->is_done)
    return;
  if (connection == NULL && self->was_started)
    {
      tell_missing (task);
      return;
    }
  if (connection == NULL)
    {
      start_service (task);
      return;
    }

  self->wire = rub_ssip_new (connection);
  g_signal_connect (self->wire, "closed", G_CALLBACK (on_closed_cb), task);
  for (gsize i = 0; i < G_N_ELEMENTS (login); i++)
    rub_ssip_send (self->wire, login[i], NULL, NULL);
  rub_ssip_send (self->wire, "GET OUTPUT_MODULE", on_own_module_cb, task);
  rub_ssip_send (self->wire, "LIST OUTPUT_MODULES", on_modules_cb, task);
}

static void
connect_to_service (GTask *task)
{
  Opening *self = g_task_get_task_data (task);
  g_autoptr (GSocketClient) client = g_socket_client_new ();

  g_socket_client_set_enable_proxy (client, FALSE);
  g_socket_client_connect_async (client, self->address, self->cancellable, on_connected_cb,
                                 g_object_ref (task));
}

static void
on_started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Opening *self = g_task_get_task_data (task);
  gboolean has_started = g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL);

  if (self->is_done)
    return;
  if (has_started)
    connect_to_service (task);
  else
    tell_missing (task);
}

/* The service goes into the background once it listens. Many desktops start it when somebody
 * connects, and there this is never reached. */
static void
start_service (GTask *task)
{
  Opening *self = g_task_get_task_data (task);
  const char *program = g_getenv ("SPEECHD_CMD");
  g_autoptr (GSubprocess) process = NULL;

  self->was_started = TRUE;
  if (self->socket_path != NULL)
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                  | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                NULL, program != NULL ? program : "speech-dispatcher", "--spawn",
                                "--communication-method", "unix_socket", "--socket-path",
                                self->socket_path, NULL);
  if (process == NULL)
    tell_missing (task);
  else
    g_subprocess_wait_check_async (process, self->cancellable, on_started_cb,
                                   g_object_ref (task));
}

/* "unix_socket:/path" or "inet_socket:host:port"; all but the method can be left out. */
static void
find_address (Opening *self)
{
  const char *address = g_getenv ("SPEECHD_ADDRESS");
  g_auto (GStrv) parts = g_strsplit (address != NULL ? address : "", ":", 3);
  guint n_parts = g_strv_length (parts);

  if (n_parts > 0 && g_str_equal (parts[0], "inet_socket"))
    {
      guint64 port = n_parts > 2 ? g_ascii_strtoull (parts[2], NULL, 10) : 0;

      self->address
        = g_network_address_new (n_parts > 1 ? parts[1] : "127.0.0.1",
                                 port > 0 && port <= G_MAXUINT16 ? (guint16) port : DEFAULT_PORT);
      return;
    }

  self->socket_path = n_parts > 1 ? g_strdup (parts[1])
                                  : g_build_filename (g_get_user_runtime_dir (),
                                                      "speech-dispatcher", "speechd.sock", NULL);
  self->address = G_SOCKET_CONNECTABLE (g_unix_socket_address_new (self->socket_path));
}

void
rub_speech_open_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;
  Opening *self;

  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, data);
  self = g_new0 (Opening, 1);
  g_task_set_source_tag (task, rub_speech_open_async);
  g_task_set_task_data (task, self, opening_free);
  self->cancellable = g_cancellable_new ();
  self->modules = g_ptr_array_new_with_free_func (g_free);
  self->voices = g_list_store_new (RUB_TYPE_VOICE);
  self->cancel_source = g_cancellable_source_new (cancellable);
  g_source_set_callback (self->cancel_source, G_SOURCE_FUNC (on_cancelled_cb), task, NULL);
  g_source_attach (self->cancel_source, g_main_context_get_thread_default ());
  self->patience_source = g_timeout_add_seconds (PATIENCE_S, on_patience_ended_cb, task);

  find_address (self);
  connect_to_service (task);
}

RubSsip *
rub_speech_open_finish (GAsyncResult *result, GListModel **voices, GError **error)
{
  Opening *self;
  RubSsip *wire;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (voices != NULL, NULL);

  self = g_task_get_task_data (G_TASK (result));
  wire = g_task_propagate_pointer (G_TASK (result), error);
  if (wire != NULL)
    *voices = G_LIST_MODEL (g_object_ref (self->voices));

  return wire;
}

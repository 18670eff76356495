/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-speech-bench.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>

#define PROGRAM "speech-dispatcher"
#define PATIENCE_S 20

/* The service ends some time after the last program has gone, should a test fail to end it. */
#define CONFIG                                                                                    \
  "LogLevel 1\n"                                                                                  \
  "SocketPath \"%s\"\n"                                                                           \
  "LogDir \"default\"\n"                                                                          \
  "Timeout 1\n"                                                                                   \
  "AudioOutputMethod \"libao\"\n"                                                                 \
  "DefaultLanguage \"en\"\n"                                                                      \
  "AddModule \"espeak-ng\" \"sd_espeak-ng\" \"espeak-ng.conf\"\n"                                 \
  "DefaultModule espeak-ng\n"
#define SYSTEM_MODULE_CONFIG "/etc/speech-dispatcher/modules/espeak-ng.conf"

struct _RubSpeechBench
{
  /* Owned */
  char *folder;
  char *socket;
  char *script;
  GSubprocess *service;
};

static char *
in_folder (RubSpeechBench *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
write_file (RubSpeechBench *self, const char *name, const char *text)
{
  g_autofree char *path = in_folder (self, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
write_config (RubSpeechBench *self, const char *program)
{
  g_autofree char *modules = in_folder (self, "modules");
  g_autofree char *module_config = NULL;
  g_autofree char *config = g_strdup_printf (CONFIG, self->socket);
  g_autofree char *script = NULL;

  g_assert_cmpint (g_mkdir (modules, 0700), ==, 0);
  g_assert_true (g_file_get_contents (SYSTEM_MODULE_CONFIG, &module_config, NULL, NULL));
  write_file (self, "modules/espeak-ng.conf", module_config);
  write_file (self, "speechd.conf", config);
  write_file (self, ".libao", "default_driver=null\nquiet\n");
  /* HOME is where libao looks which device to play to; it looks for PulseAudio, too. */
  script = g_strdup_printf ("#!/bin/sh\n"
                            "HOME='%s' PULSE_RUNTIME_PATH='%s/pulse' "
                            "exec '%s' -C '%s' -P '%s/pid' -L '%s' \"$@\"\n",
                            self->folder, self->folder, program, self->folder, self->folder,
                            self->folder);
  write_file (self, "start", script);
  self->script = in_folder (self, "start");
  g_assert_cmpint (g_chmod (self->script, 0700), ==, 0);
}

gboolean
rub_speech_bench_is_possible (void)
{
  g_autofree char *program = g_find_program_in_path (PROGRAM);

  return program != NULL && g_file_test (SYSTEM_MODULE_CONFIG, G_FILE_TEST_EXISTS);
}

RubSpeechBench *
rub_speech_bench_new (void)
{
  g_autofree char *program = g_find_program_in_path (PROGRAM);
  g_autofree char *variable = NULL;
  RubSpeechBench *self;

  self = g_new0 (RubSpeechBench, 1);
  self->folder = g_dir_make_tmp ("rub-speech-XXXXXX", NULL);
  self->socket = in_folder (self, "socket");
  write_config (self, program);
  variable = g_strconcat ("unix_socket:", self->socket, NULL);
  g_setenv ("SPEECHD_ADDRESS", variable, TRUE);
  rub_speech_bench_set_startable (self, FALSE);

  return self;
}

static gboolean
listens (RubSpeechBench *self)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (self->socket);
  g_autoptr (GSocketConnection) connection
    = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);

  return connection != NULL;
}

void
rub_speech_bench_start (RubSpeechBench *self)
{
  gint64 deadline_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;
  g_autoptr (GError) error = NULL;

  self->service
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                        &error, self->script, "--run-single", "--timeout", "60",
                        "--communication-method", "unix_socket", "--socket-path", self->socket,
                        NULL);
  g_assert_no_error (error);
  while (!listens (self))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      g_usleep (10 * 1000);
    }
}

/* One that was started by who connected has gone into the background. */
static void
kill_by_file (RubSpeechBench *self)
{
  g_autofree char *path = in_folder (self, "pid");
  g_autofree char *text = NULL;
  int pid = 0;

  if (g_file_get_contents (path, &text, NULL, NULL))
    pid = atoi (text);
  if (pid > 1)
    kill (pid, SIGTERM);
}

void
rub_speech_bench_kill (RubSpeechBench *self)
{
  if (self->service == NULL)
    {
      kill_by_file (self);
      return;
    }

  g_subprocess_force_exit (self->service);
  g_subprocess_wait (self->service, NULL, NULL);
  g_clear_object (&self->service);
}

void
rub_speech_bench_set_startable (RubSpeechBench *self, gboolean is_startable)
{
  g_setenv ("SPEECHD_CMD", is_startable ? self->script : "/nonexistent/speech-dispatcher", TRUE);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* The service ends its synthesizer, which would write into the folder yet. */
static void
end (RubSpeechBench *self)
{
  if (self->service == NULL)
    {
      kill_by_file (self);
      return;
    }

  g_subprocess_send_signal (self->service, SIGTERM);
  g_subprocess_wait (self->service, NULL, NULL);
  g_clear_object (&self->service);
}

void
rub_speech_bench_free (RubSpeechBench *self)
{
  end (self);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->socket);
  g_free (self->script);
  g_free (self);
}

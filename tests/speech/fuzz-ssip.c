/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers to the speech service's client with mutated talks: fuzz-ssip CORPUS SECONDS [SEED], see
 * rub-fuzz.h. */

#include "config.h"

#include <sys/socket.h>
#include <unistd.h>

#include "rub-fuzz.h"
#include "rub-ssip.h"

/* More commands than any talk of the corpus answers. */
#define N_COMMANDS 16
/* What the system keeps of a connection, at least. */
#define MAX_BYTES (64 * 1024)

static const char *const words[] = {
  "\r\n", "\n", "\r", "-", " ", "\t", "249-", "249 OK", "225-0", "225--1", "225-4294967296",
  "225-99999999999999999999", "702-1\r\n702-1\r\n702 END\r\n", "703 CANCELED", "700 ", "799-",
  "000 ", "999 ", "99 ", "2x0 ", "\xff\xfe", "\xc3", "\xf4\x90\x80\x80", "230 OK RECEIVING DATA",
};

typedef struct
{
  gboolean is_closed;
  gboolean is_sane;
  int n_answers;
} Talk;

static void
on_answer_cb (int code, const char *const *lines, gpointer data)
{
  Talk *talk = data;

  talk->n_answers++;
  talk->is_sane &= !talk->is_closed && code >= 0 && code < 700;
  for (; *lines != NULL; lines++)
    talk->is_sane &= g_utf8_validate (*lines, -1, NULL);
}

static void
on_event_cb (RubSsip *wire, int code, guint message, Talk *talk)
{
  talk->is_sane &= !talk->is_closed && code >= 700 && code <= 999;
}

static void
on_closed_cb (RubSsip *wire, Talk *talk)
{
  talk->is_sane &= !talk->is_closed;
  talk->is_closed = TRUE;
}

static GSocketConnection *
connect_to (int descriptor)
{
  g_autoptr (GSocket) socket = g_socket_new_from_fd (descriptor, NULL);

  g_assert_nonnull (socket);

  return g_socket_connection_factory_create_connection (socket);
}

static gboolean
try_talk (GBytes *file, const char *kept)
{
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (RubSsip) wire = NULL;
  Talk talk = { FALSE, TRUE, 0 };
  gsize length = MIN (g_bytes_get_size (file), MAX_BYTES);
  int ends[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM, 0, ends), ==, 0);
  connection = connect_to (ends[0]);
  wire = rub_ssip_new (connection);
  g_signal_connect (wire, "event", G_CALLBACK (on_event_cb), &talk);
  g_signal_connect (wire, "closed", G_CALLBACK (on_closed_cb), &talk);
  for (int i = 0; i < N_COMMANDS; i++)
    rub_ssip_send (wire, "COMMAND", on_answer_cb, &talk);

  g_assert_cmpint (send (ends[1], g_bytes_get_data (file, NULL), length, MSG_NOSIGNAL), ==,
                   (gssize) length);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  rub_ssip_close (wire);
  close (ends[1]);
  if (!talk.is_sane || talk.n_answers > N_COMMANDS)
    g_error ("not sane, kept in %s", kept);

  return !talk.is_closed;
}

int
main (int argc, char **argv)
{
  static const RubFuzz fuzz = { "fuzz-ssip", words, G_N_ELEMENTS (words), try_talk };

  return rub_fuzz_run (&fuzz, argc, argv);
}

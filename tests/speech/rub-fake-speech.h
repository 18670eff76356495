/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** How a fake service differs from one that is well. */
typedef enum
{
  RUB_FAKE_WELL,
  RUB_FAKE_HASTY,   /* tells that a message ended before it tells the message's number */
  RUB_FAKE_REFUSES, /* takes no text */
  RUB_FAKE_DUMB,    /* has no voice but the one that says so */
  RUB_FAKE_STRANGE, /* does not keep to the protocol */
  RUB_FAKE_ENDLESS, /* answers with lines without an end */
  RUB_FAKE_SILENT   /* never answers */
} RubFakeKind;

/** A speech service in the test's own main loop, which SPEECHD_ADDRESS then leads to. */
typedef struct _RubFakeSpeech RubFakeSpeech;

RubFakeSpeech *rub_fake_speech_new (RubFakeKind kind);
void rub_fake_speech_free (RubFakeSpeech *self);

/** Returns: (transfer none): the commands and texts it got, one a line, and forgets them later. */
const char *rub_fake_speech_get_log (RubFakeSpeech *self);
void rub_fake_speech_clear_log (RubFakeSpeech *self);

/** Returns: how many messages were spoken, or are. */
guint rub_fake_speech_get_n_messages (RubFakeSpeech *self);

/** Tells that something happened to the message @id. */
void rub_fake_speech_tell (RubFakeSpeech *self, int code, guint id);

/** Ends the connection as a service does that dies. */
void rub_fake_speech_drop (RubFakeSpeech *self);

/** Returns: whether somebody is connected. */
gboolean rub_fake_speech_is_connected (RubFakeSpeech *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubFakeSpeech, rub_fake_speech_free)

G_END_DECLS

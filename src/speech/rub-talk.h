/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RUB_TYPE_TALK (rub_talk_get_type ())
/**
 * What is said through the speech service of the desktop: one text at a time. The service is
 * connected to when something is first said. Nothing blocks and there are no threads. Silent once
 * disposed.
 *
 * "opened": the service is there, and its voices are known
 * "ended": the text was spoken to its end
 * "silenced": somebody else asked the service for silence; the text is given up
 * "failed" (const char *message): the text cannot be spoken, or not to its end; @message says why
 *   and what to do, for people
 */
G_DECLARE_FINAL_TYPE (RubTalk, rub_talk, RUB, TALK, GObject)

RubTalk *rub_talk_new (void);

/**
 * Says @text, one line of it, instead of what is being said, with the speed and the voice that are
 * set by then.
 */
void rub_talk_say (RubTalk *self, const char *text);

/** Falls silent at once. No signal follows. */
void rub_talk_hush (RubTalk *self);

/** Falls silent and lets go of the service. No signal follows. */
void rub_talk_hang_up (RubTalk *self);

/** Returns: whether the service is there. */
gboolean rub_talk_is_open (RubTalk *self);

/** @language: the tag of the language of what is said, such as "pt-br" */
void rub_talk_set_language (RubTalk *self, const char *language);

/** @rate: from -100 to 100, where 0 is the usual one of the voice */
void rub_talk_set_rate (RubTalk *self, int rate);

/**
 * @module, @name: (nullable): a RubVoice's, or NULL to let the service choose by language; one the
 *   service does not know counts as none
 */
void rub_talk_set_voice (RubTalk *self, const char *module, const char *name);

/** Returns: (transfer none) (nullable): the RubVoices there are, as of the last connection. */
GListModel *rub_talk_get_voices (RubTalk *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-article.h"
#include "rub-sentence.h"
#include "rub-voice.h"

G_BEGIN_DECLS

/** How fast can be spoken, as a factor of the voice's usual speed. */
#define RUB_SPEED_MIN 0.5
#define RUB_SPEED_MAX 3.0

/** What a speaker is doing. */
typedef enum
{
  RUB_SPEAKER_IDLE,
  RUB_SPEAKER_OPENING,
  RUB_SPEAKER_SPEAKING,
  RUB_SPEAKER_PAUSED,
  RUB_SPEAKER_FAILED
} RubSpeakerState;

#define RUB_TYPE_SPEAKER_STATE (rub_speaker_state_get_type ())
GType rub_speaker_state_get_type (void);

#define RUB_TYPE_SPEAKER (rub_speaker_get_type ())
/**
 * Reads an article aloud through the speech service of the desktop, one sentence at a time, so
 * that it can be followed with any voice. Nothing blocks and there are no threads; the service is
 * connected to when it is first needed. Silent once disposed.
 *
 * Property "state": a RubSpeakerState. Property "sentence": index of the sentence that is being
 * spoken, or would be; -1 when idle. Property "voices": (nullable) the RubVoices there are, as of
 * the last connection.
 */
G_DECLARE_FINAL_TYPE (RubSpeaker, rub_speaker, RUB, SPEAKER, GObject)

RubSpeaker *rub_speaker_new (void);

/** @article: (nullable): what to read; stops what was being read. */
void rub_speaker_set_article (RubSpeaker *self, RubArticle *article);

/** Returns: (transfer none) (nullable): what to read. */
RubArticle *rub_speaker_get_article (RubSpeaker *self);

/** Returns: (transfer none) (array length=n_sentences): the sentences of the article. */
const RubSentence *rub_speaker_get_sentences (RubSpeaker *self, guint *n_sentences);

/** Returns: (transfer full): the tag of the language it is read in: rub_voices_dup_language(). */
char *rub_speaker_dup_language (RubSpeaker *self);

/** Speaks from the start of @sentence on, if there is any; tries anew after a failure. */
void rub_speaker_play (RubSpeaker *self, guint sentence);

/** Falls silent at once, and keeps the sentence. */
void rub_speaker_pause (RubSpeaker *self);

/** Goes on from the start of the sentence that was paused, or that failed. */
void rub_speaker_resume (RubSpeaker *self);

/** Moves @n sentences on, or back if negative, within the article; paused it stays paused. */
void rub_speaker_move (RubSpeaker *self, int n);

/** Falls silent and lets go of the service. */
void rub_speaker_stop (RubSpeaker *self);

/** @speed: from RUB_SPEED_MIN to RUB_SPEED_MAX; starts the sentence anew in a moment. */
void rub_speaker_set_speed (RubSpeaker *self, double speed);
double rub_speaker_get_speed (RubSpeaker *self);

/**
 * Chooses a voice; the sentence starts anew with it. One that the service does not know counts as
 * none.
 *
 * @module, @name: (nullable): a RubVoice's, or NULL to let the service choose by language
 */
void rub_speaker_set_voice (RubSpeaker *self, const char *module, const char *name);

RubSpeakerState rub_speaker_get_state (RubSpeaker *self);

/** Returns: (transfer none) (nullable): why it failed, and what to do, for people. */
const char *rub_speaker_get_message (RubSpeaker *self);

/** Returns: see the property "sentence". */
int rub_speaker_get_sentence (RubSpeaker *self);

/** Returns: (transfer none) (nullable): see the property "voices". */
GListModel *rub_speaker_get_voices (RubSpeaker *self);

/**
 * Returns: the rate of the service, from -100 to 100, for @speed. The service takes 0 for usual,
 *   and its ends for the slowest and the fastest a voice can; how fast that is, is the voice's.
 *   The two ranges are laid over each other evenly: espeak-ng, from 80 over 170 to 449 words a
 *   minute, comes within a tenth of the factor up to twice the speed.
 */
int rub_speaker_get_rate (double speed);

G_END_DECLS

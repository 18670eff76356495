/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-speaker.h"

#include <math.h>

#include "rub-talk.h"
#include "rub-voices.h"

/* How long a new speed or voice rests before the sentence starts anew with it: a slider on its way
 * would make a stutter of it. */
#define RETUNE_MS 250

struct _RubSpeaker
{
  GObject parent_instance;

  RubSpeakerState state;
  int sentence;
  double speed;
  guint retune_source;

  /* Owned */
  char *message;
  char *voice_module;
  char *voice_name;
  RubArticle *article;
  GArray *sentences; /* of RubSentence */
  RubTalk *talk;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_SENTENCE,
  PROP_VOICES,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (RubSpeaker, rub_speaker, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (RubSpeakerState, rub_speaker_state,
                    G_DEFINE_ENUM_VALUE (RUB_SPEAKER_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (RUB_SPEAKER_OPENING, "opening"),
                    G_DEFINE_ENUM_VALUE (RUB_SPEAKER_SPEAKING, "speaking"),
                    G_DEFINE_ENUM_VALUE (RUB_SPEAKER_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (RUB_SPEAKER_FAILED, "failed"))

static GParamSpec *properties[N_PROPS];

static void
set_state (RubSpeaker *self, RubSpeakerState state)
{
  if (self->state == state)
    return;

  self->state = state;
  if (state != RUB_SPEAKER_FAILED)
    g_clear_pointer (&self->message, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_sentence (RubSpeaker *self, int sentence)
{
  if (self->sentence == sentence)
    return;

  self->sentence = sentence;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
}

static void
say (RubSpeaker *self)
{
  const RubSentence *sentence = &g_array_index (self->sentences, RubSentence, self->sentence);
  g_autofree char *text = rub_sentence_dup_text (sentence, self->article);
  g_autofree char *language = rub_speaker_dup_language (self);

  g_clear_handle_id (&self->retune_source, g_source_remove);
  rub_talk_set_language (self->talk, language);
  rub_talk_set_rate (self->talk, rub_speaker_get_rate (self->speed));
  rub_talk_set_voice (self->talk, self->voice_module, self->voice_name);
  rub_talk_say (self->talk, text);
}

static void
on_opened_cb (RubSpeaker *self)
{
  g_assert (RUB_IS_SPEAKER (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOICES]);
  if (self->state == RUB_SPEAKER_OPENING)
    set_state (self, RUB_SPEAKER_SPEAKING);
}

static void
on_ended_cb (RubSpeaker *self)
{
  g_assert (RUB_IS_SPEAKER (self));

  if (self->sentence + 1 == (int) self->sentences->len)
    rub_speaker_stop (self);
  else
    rub_speaker_move (self, 1);
}

static void
on_silenced_cb (RubSpeaker *self)
{
  g_assert (RUB_IS_SPEAKER (self));

  set_state (self, RUB_SPEAKER_PAUSED);
}

static void
on_failed_cb (RubSpeaker *self, const char *message)
{
  g_assert (RUB_IS_SPEAKER (self));

  g_free (self->message);
  self->message = g_strdup (message);
  set_state (self, RUB_SPEAKER_FAILED);
}

static gboolean
is_active (RubSpeaker *self)
{
  return self->state == RUB_SPEAKER_OPENING || self->state == RUB_SPEAKER_SPEAKING;
}

static gboolean
on_retuned_cb (gpointer data)
{
  RubSpeaker *self = RUB_SPEAKER (data);

  self->retune_source = 0;
  if (is_active (self))
    rub_speaker_play (self, (guint) self->sentence);

  return G_SOURCE_REMOVE;
}

static void
retune (RubSpeaker *self)
{
  g_clear_handle_id (&self->retune_source, g_source_remove);
  if (is_active (self))
    self->retune_source = g_timeout_add (RETUNE_MS, on_retuned_cb, self);
}

static void
rub_speaker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubSpeaker *self = RUB_SPEAKER (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_SENTENCE:
      g_value_set_int (value, self->sentence);
      break;
    case PROP_VOICES:
      g_value_set_object (value, rub_talk_get_voices (self->talk));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_speaker_dispose (GObject *object)
{
  RubSpeaker *self = RUB_SPEAKER (object);

  g_clear_handle_id (&self->retune_source, g_source_remove);
  /* Silent even if somebody else still holds it. */
  rub_talk_hang_up (self->talk);
  g_signal_handlers_disconnect_by_data (self->talk, self);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (rub_speaker_parent_class)->dispose (object);
}

static void
rub_speaker_finalize (GObject *object)
{
  RubSpeaker *self = RUB_SPEAKER (object);

  g_free (self->message);
  g_free (self->voice_module);
  g_free (self->voice_name);
  g_array_unref (self->sentences);
  g_object_unref (self->talk);

  G_OBJECT_CLASS (rub_speaker_parent_class)->finalize (object);
}

static void
rub_speaker_class_init (RubSpeakerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rub_speaker_get_property;
  object_class->dispose = rub_speaker_dispose;
  object_class->finalize = rub_speaker_finalize;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, RUB_TYPE_SPEAKER_STATE,
                                              RUB_SPEAKER_IDLE, flags);
  properties[PROP_SENTENCE]
    = g_param_spec_int ("sentence", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_VOICES]
    = g_param_spec_object ("voices", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rub_speaker_init (RubSpeaker *self)
{
  self->sentence = -1;
  self->speed = 1.0;
  self->sentences = g_array_new (FALSE, FALSE, sizeof (RubSentence));
  self->talk = rub_talk_new ();
  g_signal_connect_swapped (self->talk, "opened", G_CALLBACK (on_opened_cb), self);
  g_signal_connect_swapped (self->talk, "ended", G_CALLBACK (on_ended_cb), self);
  g_signal_connect_swapped (self->talk, "silenced", G_CALLBACK (on_silenced_cb), self);
  g_signal_connect_swapped (self->talk, "failed", G_CALLBACK (on_failed_cb), self);
}

RubSpeaker *
rub_speaker_new (void)
{
  return g_object_new (RUB_TYPE_SPEAKER, NULL);
}

void
rub_speaker_set_article (RubSpeaker *self, RubArticle *article)
{
  g_return_if_fail (RUB_IS_SPEAKER (self));
  g_return_if_fail (article == NULL || RUB_IS_ARTICLE (article));

  rub_speaker_stop (self);
  g_array_unref (self->sentences);
  self->sentences = article != NULL ? rub_sentences_new (article)
                                    : g_array_new (FALSE, FALSE, sizeof (RubSentence));
  g_set_object (&self->article, article);
}

RubArticle *
rub_speaker_get_article (RubSpeaker *self)
{
  g_return_val_if_fail (RUB_IS_SPEAKER (self), NULL);

  return self->article;
}

const RubSentence *
rub_speaker_get_sentences (RubSpeaker *self, guint *n_sentences)
{
  g_return_val_if_fail (RUB_IS_SPEAKER (self), NULL);
  g_return_val_if_fail (n_sentences != NULL, NULL);

  *n_sentences = self->sentences->len;

  return (const RubSentence *) (gpointer) self->sentences->data;
}

char *
rub_speaker_dup_language (RubSpeaker *self)
{
  g_return_val_if_fail (RUB_IS_SPEAKER (self), NULL);

  return rub_voices_dup_language (
    self->article != NULL ? rub_article_get_language (self->article) : "und",
    g_get_language_names ()[0]);
}

void
rub_speaker_play (RubSpeaker *self, guint sentence)
{
  g_return_if_fail (RUB_IS_SPEAKER (self));

  if (self->sentences->len == 0)
    return;

  set_sentence (self, (int) MIN (sentence, self->sentences->len - 1));
  say (self);
  set_state (self, rub_talk_is_open (self->talk) ? RUB_SPEAKER_SPEAKING : RUB_SPEAKER_OPENING);
}

void
rub_speaker_pause (RubSpeaker *self)
{
  g_return_if_fail (RUB_IS_SPEAKER (self));

  if (!is_active (self))
    return;

  rub_talk_hush (self->talk);
  set_state (self, RUB_SPEAKER_PAUSED);
}

void
rub_speaker_resume (RubSpeaker *self)
{
  g_return_if_fail (RUB_IS_SPEAKER (self));

  if (self->state == RUB_SPEAKER_PAUSED || self->state == RUB_SPEAKER_FAILED)
    rub_speaker_play (self, (guint) self->sentence);
}

void
rub_speaker_move (RubSpeaker *self, int n)
{
  int last;

  g_return_if_fail (RUB_IS_SPEAKER (self));

  if (self->state == RUB_SPEAKER_IDLE)
    return;

  last = (int) self->sentences->len - 1;
  n = CLAMP (n, -self->sentence, last - self->sentence);
  set_sentence (self, self->sentence + n);
  if (is_active (self))
    say (self);
}

void
rub_speaker_stop (RubSpeaker *self)
{
  g_return_if_fail (RUB_IS_SPEAKER (self));

  g_clear_handle_id (&self->retune_source, g_source_remove);
  rub_talk_hang_up (self->talk);
  set_sentence (self, -1);
  set_state (self, RUB_SPEAKER_IDLE);
}

void
rub_speaker_set_speed (RubSpeaker *self, double speed)
{
  g_return_if_fail (RUB_IS_SPEAKER (self));

  speed = CLAMP (speed, RUB_SPEED_MIN, RUB_SPEED_MAX);
  if (speed == self->speed)
    return;

  self->speed = speed;
  retune (self);
}

double
rub_speaker_get_speed (RubSpeaker *self)
{
  g_return_val_if_fail (RUB_IS_SPEAKER (self), 1.0);

  return self->speed;
}

void
rub_speaker_set_voice (RubSpeaker *self, const char *module, const char *name)
{
  g_return_if_fail (RUB_IS_SPEAKER (self));
  g_return_if_fail ((module == NULL) == (name == NULL));

  if (g_strcmp0 (module, self->voice_module) == 0 && g_strcmp0 (name, self->voice_name) == 0)
    return;

  g_free (self->voice_module);
  g_free (self->voice_name);
  self->voice_module = g_strdup (module);
  self->voice_name = g_strdup (name);
  retune (self);
}

RubSpeakerState
rub_speaker_get_state (RubSpeaker *self)
{
  g_return_val_if_fail (RUB_IS_SPEAKER (self), RUB_SPEAKER_IDLE);

  return self->state;
}

const char *
rub_speaker_get_message (RubSpeaker *self)
{
  g_return_val_if_fail (RUB_IS_SPEAKER (self), NULL);

  return self->message;
}

int
rub_speaker_get_sentence (RubSpeaker *self)
{
  g_return_val_if_fail (RUB_IS_SPEAKER (self), -1);

  return self->sentence;
}

GListModel *
rub_speaker_get_voices (RubSpeaker *self)
{
  g_return_val_if_fail (RUB_IS_SPEAKER (self), NULL);

  return rub_talk_get_voices (self->talk);
}

int
rub_speaker_get_rate (double speed)
{
  speed = CLAMP (speed, RUB_SPEED_MIN, RUB_SPEED_MAX);
  if (speed < 1)
    return (int) lround ((speed - 1) / (1 - RUB_SPEED_MIN) * 100);

  return (int) lround ((speed - 1) / (RUB_SPEED_MAX - 1) * 100);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-talk.h"

#include <glib/gi18n-lib.h>

#include "rub-speech-opening.h"
#include "rub-voices.h"

/*
 * At any time one command at most is on its way that a decision hangs on: a SPEAK with its text.
 * Whatever changes meanwhile only marks it stale, and is settled once the service has answered.
 * Falling silent means cancelling the message: what the service calls pausing takes effect at the
 * next mark a synthesizer sets, if it sets any.
 */
struct _RubTalk
{
  GObject parent_instance;

  int rate;
  guint message_id;      /* what the service is speaking for us, or 0 */
  gboolean is_sending;   /* whether a SPEAK waits for its answers */
  gboolean is_stale;     /* whether what is being sent is wanted no more */
  gboolean is_voice_set; /* whether the connection was told a voice by name */
  guint early_id;        /* a message that ended while one was being sent, or 0 */
  int early_code;

  /* Owned */
  char *text; /* what is to be said; NULL for silence */
  char *language;
  char *voice_module;
  char *voice_name;
  GListModel *voices;
  GCancellable *opening; /* NULL when no connection is being opened */
  RubSsip *wire;
};

enum
{
  OPENED,
  ENDED,
  SILENCED,
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (RubTalk, rub_talk, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void settle (RubTalk *self);

static void
disconnect (RubTalk *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->wire != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->wire, self);
      rub_ssip_close (self->wire);
    }
  g_clear_object (&self->wire);
  self->message_id = 0;
  self->is_sending = FALSE;
  self->is_stale = FALSE;
  self->is_voice_set = FALSE;
}

/* Whoever has nothing said is not bothered: the next text connects anew. */
static void
fail (RubTalk *self, const char *message)
{
  gboolean was_wanted = self->text != NULL;

  rub_talk_hang_up (self);
  if (was_wanted)
    g_signal_emit (self, signals[FAILED], 0, message);
}

static void
tell_gone (RubTalk *self)
{
  fail (self, _ ("The speech service has ended. Try again."));
}

static void
set_parameter (RubTalk *self, const char *name, const char *value)
{
  g_autofree char *command = g_strdup_printf ("SET SELF %s %s", name, value);

  rub_ssip_send (self->wire, command, NULL, NULL);
}

static void
tune_chosen (RubTalk *self, RubVoice *voice)
{
  set_parameter (self, "LANGUAGE", rub_voice_get_language (voice));
  set_parameter (self, "OUTPUT_MODULE", rub_voice_get_module (voice));
  set_parameter (self, "SYNTHESIS_VOICE", rub_voice_get_name (voice));
  self->is_voice_set = TRUE;
}

/* Which of its voices speaks a language is left to the service, which knows what its user likes:
 * that can even be another synthesizer. */
static void
tune_fitting (RubTalk *self, RubVoice *voice)
{
  g_autofree char *base = rub_voice_dup_base (rub_voice_get_language (voice));
  gboolean is_exact = rub_voice_get_fit (voice, self->language) == RUB_VOICE_EXACT;

  set_parameter (self, "OUTPUT_MODULE", rub_voice_get_module (voice));
  set_parameter (self, "LANGUAGE", is_exact ? self->language : base);
}

/* Returns: FALSE when there is no voice for the language. */
static gboolean
tune (RubTalk *self)
{
  g_autofree char *rate = g_strdup_printf ("%d", self->rate);
  RubVoice *chosen = rub_voices_find (self->voices, self->voice_module, self->voice_name);
  RubVoice *fitting = rub_voices_find_fitting (self->voices, self->language);

  if (chosen == NULL && fitting == NULL)
    return FALSE;

  if (chosen != NULL)
    tune_chosen (self, chosen);
  else
    tune_fitting (self, fitting);
  set_parameter (self, "RATE", rate);

  return TRUE;
}

static void
end_message (RubTalk *self, int code)
{
  self->message_id = 0;
  g_clear_pointer (&self->text, g_free);
  g_signal_emit (self, signals[code == RUB_SSIP_END ? ENDED : SILENCED], 0);
}

static void
on_queued_cb (int code, const char *const *lines, gpointer data)
{
  RubTalk *self = RUB_TALK (data);
  guint64 id = 0;

  self->is_sending = FALSE;
  if (code == RUB_SSIP_QUEUED && lines[0] != NULL)
    g_ascii_string_to_unsigned (lines[0], 10, 1, G_MAXUINT, &id, NULL);
  self->message_id = (guint) id;
  if (id == 0)
    tell_gone (self);
  else if (self->is_stale)
    settle (self);
  else if (self->early_id == self->message_id)
    end_message (self, self->early_code);
}

/* What the text starts with must not be taken for its end. One that was given up meanwhile is ended
 * all the same, for the service waits for it. */
static void
on_receiving_cb (int code, const char *const *lines, gpointer data)
{
  RubTalk *self = RUB_TALK (data);
  const char *text = self->text != NULL ? self->text : "";
  g_autofree char *line = g_strconcat (text[0] == '.' ? "." : "", text, "\r\n.", NULL);

  if (code == RUB_SSIP_RECEIVING)
    rub_ssip_send (self->wire, line, on_queued_cb, self);
  else
    tell_gone (self);
}

/* Brings what the service is doing in line with what is wanted. */
static void
settle (RubTalk *self)
{
  if (self->wire == NULL)
    return;
  if (self->is_sending)
    {
      self->is_stale = TRUE;
      return;
    }

  if (self->message_id != 0)
    rub_ssip_send (self->wire, "CANCEL SELF", NULL, NULL);
  self->message_id = 0;
  self->is_stale = FALSE;
  if (self->text == NULL)
    return;
  if (!tune (self))
    {
      fail (self, _ ("No voice speaks the language of this article. Choose another voice, or "
                     "install one."));
      return;
    }

  self->is_sending = TRUE;
  self->early_id = 0;
  rub_ssip_send (self->wire, "SPEAK", on_receiving_cb, self);
}

/* A short message may end before the service has told its number. */
static void
on_event_cb (RubSsip *wire, int code, guint message, RubTalk *self)
{
  g_assert (RUB_IS_TALK (self));

  if (message == 0 || (code != RUB_SSIP_CANCELED && code != RUB_SSIP_END))
    return;

  if (self->is_sending)
    {
      self->early_id = message;
      self->early_code = code;
    }
  else if (message == self->message_id)
    end_message (self, code);
}

static void
on_closed_cb (RubSsip *wire, RubTalk *self)
{
  g_assert (RUB_IS_TALK (self));

  tell_gone (self);
}

/* The talk may be gone by now, or may have hung up and be opening anew. */
static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree GWeakRef *reference = data;
  g_autoptr (RubTalk) self = g_weak_ref_get (reference);
  g_autoptr (GListModel) voices = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RubSsip) wire = rub_speech_open_finish (result, &voices, &error);

  g_weak_ref_clear (reference);
  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->opening)
    return;

  g_clear_object (&self->opening);
  if (wire == NULL)
    {
      fail (self, error->message);
      return;
    }

  self->wire = g_steal_pointer (&wire);
  g_signal_connect (self->wire, "event", G_CALLBACK (on_event_cb), self);
  g_signal_connect (self->wire, "closed", G_CALLBACK (on_closed_cb), self);
  g_set_object (&self->voices, voices);
  g_signal_emit (self, signals[OPENED], 0);
  settle (self);
}

static void
open_service (RubTalk *self)
{
  GWeakRef *reference;

  if (self->opening != NULL)
    return;

  reference = g_new (GWeakRef, 1);
  g_weak_ref_init (reference, self);
  self->opening = g_cancellable_new ();
  rub_speech_open_async (self->opening, on_opened_cb, reference);
}

static void
rub_talk_dispose (GObject *object)
{
  RubTalk *self = RUB_TALK (object);

  disconnect (self);
  g_clear_object (&self->voices);

  G_OBJECT_CLASS (rub_talk_parent_class)->dispose (object);
}

static void
rub_talk_finalize (GObject *object)
{
  RubTalk *self = RUB_TALK (object);

  g_free (self->text);
  g_free (self->language);
  g_free (self->voice_module);
  g_free (self->voice_name);

  G_OBJECT_CLASS (rub_talk_parent_class)->finalize (object);
}

static void
rub_talk_class_init (RubTalkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rub_talk_dispose;
  object_class->finalize = rub_talk_finalize;

  signals[OPENED] = g_signal_new ("opened", RUB_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", RUB_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[SILENCED] = g_signal_new ("silenced", RUB_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", RUB_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rub_talk_init (RubTalk *self)
{
  self->language = g_strdup ("en");
}

RubTalk *
rub_talk_new (void)
{
  return g_object_new (RUB_TYPE_TALK, NULL);
}

void
rub_talk_say (RubTalk *self, const char *text)
{
  g_return_if_fail (RUB_IS_TALK (self));
  g_return_if_fail (text != NULL);

  g_free (self->text);
  self->text = g_strdup (text);
  /* A voice once told by name can be changed, but not be left to the service again. */
  if (self->is_voice_set && self->voice_name == NULL)
    disconnect (self);
  if (self->wire == NULL)
    open_service (self);
  else
    settle (self);
}

void
rub_talk_hush (RubTalk *self)
{
  g_return_if_fail (RUB_IS_TALK (self));

  g_clear_pointer (&self->text, g_free);
  settle (self);
}

void
rub_talk_hang_up (RubTalk *self)
{
  g_return_if_fail (RUB_IS_TALK (self));

  g_clear_pointer (&self->text, g_free);
  disconnect (self);
}

gboolean
rub_talk_is_open (RubTalk *self)
{
  g_return_val_if_fail (RUB_IS_TALK (self), FALSE);

  return self->wire != NULL;
}

void
rub_talk_set_language (RubTalk *self, const char *language)
{
  g_return_if_fail (RUB_IS_TALK (self));
  g_return_if_fail (language != NULL);

  g_free (self->language);
  self->language = g_strdup (language);
}

void
rub_talk_set_rate (RubTalk *self, int rate)
{
  g_return_if_fail (RUB_IS_TALK (self));

  self->rate = CLAMP (rate, -100, 100);
}

void
rub_talk_set_voice (RubTalk *self, const char *module, const char *name)
{
  g_return_if_fail (RUB_IS_TALK (self));
  g_return_if_fail ((module == NULL) == (name == NULL));

  g_free (self->voice_module);
  g_free (self->voice_name);
  self->voice_module = g_strdup (module);
  self->voice_name = g_strdup (name);
}

GListModel *
rub_talk_get_voices (RubTalk *self)
{
  g_return_val_if_fail (RUB_IS_TALK (self), NULL);

  return self->voices;
}

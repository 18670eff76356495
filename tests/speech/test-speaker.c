/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "rub-fake-speech.h"
#include "rub-speaker.h"

#define PATIENCE_S 15
#define N_SENTENCES 4

/* How long is looked whether something does not happen after all. */
#define QUIET_MS 30

typedef struct
{
  RubFakeSpeech *fake;
  RubSpeaker *speaker;
  GString *history; /* of sentences, a space before each */
} Fixture;

static RubArticle *
make_article (const char *language)
{
  RubBlockFields fields
    = { .kind = RUB_BLOCK_PARAGRAPH, .text = ".NET is one. Here are two. And that is three." };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (blocks, rub_block_new (&fields));

  return rub_article_new ("test", language, "A Title", blocks);
}

static void
on_sentence_changed_cb (RubSpeaker *speaker, GParamSpec *pspec, GString *history)
{
  g_string_append_printf (history, " %d", rub_speaker_get_sentence (speaker));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RubArticle) article = make_article ("en");

  g_setenv ("SPEECHD_CMD", "/nonexistent/speech-dispatcher", TRUE);
  fixture->fake = rub_fake_speech_new (GPOINTER_TO_INT (data));
  fixture->speaker = rub_speaker_new ();
  fixture->history = g_string_new (NULL);
  g_signal_connect (fixture->speaker, "notify::sentence", G_CALLBACK (on_sentence_changed_cb),
                    fixture->history);
  rub_speaker_set_article (fixture->speaker, article);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->speaker, fixture->history);
  g_assert_finalize_object (fixture->speaker);
  g_clear_pointer (&fixture->fake, rub_fake_speech_free);
  g_string_free (fixture->history, TRUE);
}

static void
wait_for_state (Fixture *fixture, RubSpeakerState state)
{
  gint64 deadline_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (rub_speaker_get_state (fixture->speaker) != state)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
wait_for_message (Fixture *fixture, guint n)
{
  gint64 deadline_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (rub_fake_speech_get_n_messages (fixture->fake) < n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (rub_fake_speech_get_n_messages (fixture->fake), ==, n);
}

static void
idle (void)
{
  gint64 end_us = g_get_monotonic_time () + QUIET_MS * 1000;

  while (g_get_monotonic_time () < end_us)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* Waits until the service was told @expected. */
static void
assert_said_to (RubFakeSpeech *fake, const char *expected)
{
  gint64 deadline_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (strstr (rub_fake_speech_get_log (fake), expected) == NULL)
    {
      if (g_get_monotonic_time () > deadline_us)
        g_test_message ("not in the log: %s\n%s", expected, rub_fake_speech_get_log (fake));
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
assert_said (Fixture *fixture, const char *expected)
{
  assert_said_to (fixture->fake, expected);
}

static void
wait_until_dropped (RubFakeSpeech *fake)
{
  gint64 deadline_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (rub_fake_speech_is_connected (fake))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  rub_speaker_play (fixture->speaker, 0);
  g_assert_cmpint (rub_speaker_get_state (fixture->speaker), ==, RUB_SPEAKER_OPENING);
  for (guint i = 1; i <= N_SENTENCES; i++)
    {
      wait_for_message (fixture, i);
      g_assert_cmpint (rub_speaker_get_state (fixture->speaker), ==, RUB_SPEAKER_SPEAKING);
      rub_fake_speech_tell (fixture->fake, 701, i);
      /* What is no message of ours changes nothing. */
      rub_fake_speech_tell (fixture->fake, 702, 1000);
      rub_fake_speech_tell (fixture->fake, 703, i - 1);
      rub_fake_speech_tell (fixture->fake, 702, i);
    }
  wait_for_state (fixture, RUB_SPEAKER_IDLE);

  g_assert_cmpstr (fixture->history->str, ==, " 0 1 2 3 -1");
  assert_said (fixture, "SPEAK\nA Title\n.\n");
  assert_said (fixture, "SPEAK\n..NET is one.\n.\n");
  assert_said (fixture, "SPEAK\nAnd that is three.\n.\n");
  wait_until_dropped (fixture->fake);
}

/* The synthesizer the service prefers, its variants and what has no name left out. */
static void
test_voices (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[][2] = {
    { "second", "English (America)" },
    { "second", "German" },
    { "first", "English (America)" },
    { "first", "German" },
  };
  GListModel *voices;

  g_assert_null (rub_speaker_get_voices (fixture->speaker));
  rub_speaker_play (fixture->speaker, 0);
  wait_for_message (fixture, 1);
  voices = rub_speaker_get_voices (fixture->speaker);
  g_assert_cmpuint (g_list_model_get_n_items (voices), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (RubVoice) voice = g_list_model_get_item (voices, i);

      g_assert_cmpstr (rub_voice_get_module (voice), ==, expected[i][0]);
      g_assert_cmpstr (rub_voice_get_name (voice), ==, expected[i][1]);
    }
}

static void
test_pause (Fixture *fixture, gconstpointer data)
{
  rub_speaker_play (fixture->speaker, 1);
  wait_for_message (fixture, 1);
  idle ();
  rub_speaker_pause (fixture->speaker);
  g_assert_cmpint (rub_speaker_get_state (fixture->speaker), ==, RUB_SPEAKER_PAUSED);
  /* What was on its way already, and what the service says to it. */
  rub_fake_speech_tell (fixture->fake, 702, 1);
  rub_fake_speech_tell (fixture->fake, 703, 1);
  idle ();
  assert_said (fixture, "CANCEL SELF\n");
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, 1);
  g_assert_cmpuint (rub_fake_speech_get_n_messages (fixture->fake), ==, 1);

  rub_speaker_move (fixture->speaker, 1);
  idle ();
  g_assert_cmpuint (rub_fake_speech_get_n_messages (fixture->fake), ==, 1);
  rub_speaker_resume (fixture->speaker);
  wait_for_message (fixture, 2);
  assert_said (fixture, "SPEAK\nHere are two.\n.\n");

  /* A service goes on with what it has, unless it is told. */
  rub_speaker_stop (fixture->speaker);
  idle ();
  assert_said (fixture, "CANCEL SELF\nQUIT\n");
}

/* In each moment between the command and the number of the message. */
static void
test_pause_early (Fixture *fixture, gconstpointer data)
{
  for (int n_turns = 0; n_turns < 16; n_turns++)
    {
      g_autoptr (RubFakeSpeech) fake = rub_fake_speech_new (RUB_FAKE_WELL);

      rub_speaker_play (fixture->speaker, 0);
      for (int i = 0; i < n_turns; i++)
        g_main_context_iteration (NULL, FALSE);
      rub_speaker_pause (fixture->speaker);
      idle ();
      g_assert_cmpint (rub_speaker_get_state (fixture->speaker), ==, RUB_SPEAKER_PAUSED);
      if (rub_fake_speech_get_n_messages (fake) > 0)
        assert_said_to (fake, "\n.\nCANCEL SELF\n");
      rub_fake_speech_clear_log (fake);
      rub_speaker_resume (fixture->speaker);
      assert_said_to (fake, "SPEAK\nA Title\n.\n");
      rub_speaker_stop (fixture->speaker);
    }
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  rub_speaker_move (fixture->speaker, 1);
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, -1);
  rub_speaker_play (fixture->speaker, 99);
  wait_for_message (fixture, 1);
  idle ();
  rub_speaker_move (fixture->speaker, 1);
  rub_speaker_move (fixture->speaker, -1);
  rub_speaker_move (fixture->speaker, -1);
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, 1);
  /* The last word of all of them is spoken. */
  assert_said (fixture, "SPEAK\n..NET is one.\n.\n");
  idle ();
  g_assert_true (g_str_has_suffix (rub_fake_speech_get_log (fixture->fake),
                                   "SPEAK\n..NET is one.\n.\n"));
  rub_speaker_move (fixture->speaker, -99);
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, 0);
}

static void
test_tuning (Fixture *fixture, gconstpointer data)
{
  rub_speaker_set_speed (fixture->speaker, 2.0);
  rub_speaker_play (fixture->speaker, 0);
  wait_for_message (fixture, 1);
  assert_said (fixture, "SET SELF PRIORITY MESSAGE\n");
  assert_said (fixture, "SET SELF OUTPUT_MODULE second\nSET SELF LANGUAGE en\nSET SELF RATE 50\n");

  idle ();
  rub_fake_speech_clear_log (fixture->fake);
  rub_speaker_set_voice (fixture->speaker, "first", "German");
  rub_speaker_set_speed (fixture->speaker, 1.7);
  rub_speaker_set_speed (fixture->speaker, 1.0);
  wait_for_message (fixture, 2);
  g_assert_cmpstr (rub_fake_speech_get_log (fixture->fake), ==,
                   "CANCEL SELF\nSET SELF LANGUAGE de\nSET SELF OUTPUT_MODULE first\n"
                   "SET SELF SYNTHESIS_VOICE German\nSET SELF RATE 0\nSPEAK\nA Title\n.\n");

  /* One the service no longer has counts as none. */
  rub_speaker_set_voice (fixture->speaker, "first", "Klingon");
  wait_for_message (fixture, 3);
  assert_said (fixture, "SET SELF OUTPUT_MODULE second\nSET SELF LANGUAGE en\n");
  rub_fake_speech_clear_log (fixture->fake);
  rub_speaker_set_voice (fixture->speaker, NULL, NULL);
  wait_for_message (fixture, 4);
  /* The service forgets the voice with the connection. */
  assert_said (fixture, "SET SELF CLIENT_NAME");
  g_assert_null (strstr (rub_fake_speech_get_log (fixture->fake), "SYNTHESIS_VOICE German"));
}

static void
test_silenced (Fixture *fixture, gconstpointer data)
{
  rub_speaker_play (fixture->speaker, 1);
  wait_for_message (fixture, 1);
  idle ();
  rub_fake_speech_tell (fixture->fake, 703, 1);
  wait_for_state (fixture, RUB_SPEAKER_PAUSED);
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, 1);
}

static void
test_hasty (Fixture *fixture, gconstpointer data)
{
  rub_speaker_play (fixture->speaker, 0);
  wait_for_state (fixture, RUB_SPEAKER_SPEAKING);
  wait_for_state (fixture, RUB_SPEAKER_IDLE);
  g_assert_cmpstr (fixture->history->str, ==, " 0 1 2 3 -1");
}

static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  rub_speaker_play (fixture->speaker, 1);
  wait_for_message (fixture, 1);
  rub_fake_speech_drop (fixture->fake);
  wait_for_state (fixture, RUB_SPEAKER_FAILED);
  g_assert_cmpstr (rub_speaker_get_message (fixture->speaker), ==,
                   "The speech service has ended. Try again.");
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, 1);

  rub_speaker_resume (fixture->speaker);
  wait_for_message (fixture, 2);
  g_assert_null (rub_speaker_get_message (fixture->speaker));

  /* Nobody who paused is bothered. */
  rub_speaker_pause (fixture->speaker);
  rub_fake_speech_drop (fixture->fake);
  idle ();
  g_assert_cmpint (rub_speaker_get_state (fixture->speaker), ==, RUB_SPEAKER_PAUSED);
  rub_speaker_resume (fixture->speaker);
  wait_for_message (fixture, 3);
}

static void
test_fails (Fixture *fixture, gconstpointer data)
{
  static const char *const messages[] = {
    [RUB_FAKE_REFUSES] = "The speech service has ended.",
    [RUB_FAKE_DUMB] = "The speech service has no voice.",
    [RUB_FAKE_STRANGE] = "The speech service does not answer.",
    [RUB_FAKE_ENDLESS] = "The speech service does not answer.",
  };

  rub_speaker_play (fixture->speaker, 0);
  wait_for_state (fixture, RUB_SPEAKER_FAILED);
  g_assert_true (g_str_has_prefix (rub_speaker_get_message (fixture->speaker),
                                   messages[GPOINTER_TO_INT (data)]));
  rub_speaker_stop (fixture->speaker);
  g_assert_cmpint (rub_speaker_get_state (fixture->speaker), ==, RUB_SPEAKER_IDLE);
}

static void
test_no_service (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->fake, rub_fake_speech_free);
  rub_speaker_play (fixture->speaker, 0);
  wait_for_state (fixture, RUB_SPEAKER_FAILED);
  g_assert_true (g_str_has_prefix (rub_speaker_get_message (fixture->speaker),
                                   "No speech service was found. Install"));
  fixture->fake = rub_fake_speech_new (RUB_FAKE_WELL);
  rub_speaker_resume (fixture->speaker);
  wait_for_message (fixture, 1);
}

static void
test_no_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RubArticle) article = make_article ("fi");

  rub_speaker_set_article (fixture->speaker, article);
  rub_speaker_play (fixture->speaker, 0);
  wait_for_state (fixture, RUB_SPEAKER_FAILED);
  g_assert_true (g_str_has_prefix (rub_speaker_get_message (fixture->speaker),
                                   "No voice speaks the language of this article."));
  /* There is a voice to choose, though. */
  g_assert_nonnull (rub_speaker_get_voices (fixture->speaker));
  rub_speaker_set_voice (fixture->speaker, "first", "German");
  rub_speaker_resume (fixture->speaker);
  wait_for_message (fixture, 1);
}

/* Gone while opening and while nothing answers: tear_down() asserts that nothing holds it. */
static void
test_dispose (Fixture *fixture, gconstpointer data)
{
  for (int n_turns = 0; n_turns < 16; n_turns++)
    {
      g_autoptr (RubArticle) article = make_article ("en");
      RubSpeaker *speaker = rub_speaker_new ();

      rub_speaker_set_article (speaker, article);
      rub_speaker_play (speaker, 0);
      for (int i = 0; i < n_turns; i++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_finalize_object (speaker);
      idle ();
      wait_until_dropped (fixture->fake);
    }
}

static void
add (const char *path, RubFakeKind kind, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (kind), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/speech/speaker/all", RUB_FAKE_WELL, test_all);
  add ("/speech/speaker/voices", RUB_FAKE_WELL, test_voices);
  add ("/speech/speaker/pause", RUB_FAKE_WELL, test_pause);
  add ("/speech/speaker/pause-early", RUB_FAKE_WELL, test_pause_early);
  add ("/speech/speaker/move", RUB_FAKE_WELL, test_move);
  add ("/speech/speaker/tuning", RUB_FAKE_WELL, test_tuning);
  add ("/speech/speaker/silenced", RUB_FAKE_WELL, test_silenced);
  add ("/speech/speaker/hasty", RUB_FAKE_HASTY, test_hasty);
  add ("/speech/speaker/dropped", RUB_FAKE_WELL, test_dropped);
  add ("/speech/speaker/refuses", RUB_FAKE_REFUSES, test_fails);
  add ("/speech/speaker/dumb", RUB_FAKE_DUMB, test_fails);
  add ("/speech/speaker/strange", RUB_FAKE_STRANGE, test_fails);
  add ("/speech/speaker/endless", RUB_FAKE_ENDLESS, test_fails);
  add ("/speech/speaker/no-service", RUB_FAKE_WELL, test_no_service);
  add ("/speech/speaker/no-language", RUB_FAKE_WELL, test_no_language);
  add ("/speech/speaker/dispose", RUB_FAKE_WELL, test_dispose);
  add ("/speech/speaker/dispose-silent", RUB_FAKE_SILENT, test_dispose);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-speaker.h"
#include "rub-speech-bench.h"

#define PATIENCE_S 30

typedef struct
{
  RubSpeechBench *bench;
  RubSpeaker *speaker;
  GString *history; /* of sentences, a space before each */
} Fixture;

static RubArticle *
make_article (const char *language)
{
  static const RubBlockFields fields = {
    .kind = RUB_BLOCK_PARAGRAPH,
    .text = "One. Two. Three. Four. Five. Six. Seven. Eight.",
  };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (blocks, rub_block_new (&fields));

  return rub_article_new ("test", language, "Zero", blocks);
}

static void
on_sentence_changed_cb (RubSpeaker *speaker, GParamSpec *pspec, GString *history)
{
  g_string_append_printf (history, " %d", rub_speaker_get_sentence (speaker));
}

static void
set_up (Fixture *fixture, gconstpointer language)
{
  g_autoptr (RubArticle) article = make_article (language);

  fixture->bench = rub_speech_bench_new ();
  fixture->speaker = rub_speaker_new ();
  fixture->history = g_string_new (NULL);
  g_signal_connect (fixture->speaker, "notify::sentence", G_CALLBACK (on_sentence_changed_cb),
                    fixture->history);
  rub_speaker_set_article (fixture->speaker, article);
  rub_speaker_set_speed (fixture->speaker, RUB_SPEED_MAX);
  rub_speech_bench_start (fixture->bench);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->speaker, fixture->history);
  g_assert_finalize_object (fixture->speaker);
  g_clear_pointer (&fixture->bench, rub_speech_bench_free);
  g_string_free (fixture->history, TRUE);
}

static void
wait_for (Fixture *fixture, RubSpeakerState state, int sentence)
{
  gint64 deadline_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (rub_speaker_get_state (fixture->speaker) != state
         || rub_speaker_get_sentence (fixture->speaker) < sentence)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

static void
idle (int length_ms)
{
  gint64 end_us = g_get_monotonic_time () + length_ms * 1000;

  while (g_get_monotonic_time () < end_us)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
test_all (Fixture *fixture, gconstpointer language)
{
  rub_speaker_play (fixture->speaker, 0);
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 0);
  wait_for (fixture, RUB_SPEAKER_IDLE, -1);
  g_assert_cmpstr (fixture->history->str, ==, " 0 1 2 3 4 5 6 7 8 -1");
}

static void
test_hold (Fixture *fixture, gconstpointer language)
{
  int sentence;

  rub_speaker_play (fixture->speaker, 0);
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 2);
  rub_speaker_pause (fixture->speaker);
  sentence = rub_speaker_get_sentence (fixture->speaker);
  idle (300);
  g_assert_cmpint (rub_speaker_get_state (fixture->speaker), ==, RUB_SPEAKER_PAUSED);
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, sentence);

  rub_speaker_move (fixture->speaker, -1);
  rub_speaker_resume (fixture->speaker);
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, sentence - 1);
  wait_for (fixture, RUB_SPEAKER_SPEAKING, sentence);
  rub_speaker_set_speed (fixture->speaker, 2.5);
  rub_speaker_set_voice (fixture->speaker, "espeak-ng", "German");
  wait_for (fixture, RUB_SPEAKER_IDLE, -1);
}

static void
test_killed (Fixture *fixture, gconstpointer language)
{
  int sentence;

  rub_speaker_play (fixture->speaker, 1);
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 2);
  rub_speech_bench_kill (fixture->bench);
  wait_for (fixture, RUB_SPEAKER_FAILED, -1);
  sentence = rub_speaker_get_sentence (fixture->speaker);
  g_assert_true (g_str_has_prefix (rub_speaker_get_message (fixture->speaker),
                                   "The speech service has ended."));
  rub_speaker_resume (fixture->speaker);
  wait_for (fixture, RUB_SPEAKER_FAILED, -1);
  g_assert_true (g_str_has_prefix (rub_speaker_get_message (fixture->speaker),
                                   "No speech service was found."));

  rub_speech_bench_start (fixture->bench);
  rub_speaker_resume (fixture->speaker);
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, sentence);
  wait_for (fixture, RUB_SPEAKER_SPEAKING, sentence);
  wait_for (fixture, RUB_SPEAKER_IDLE, -1);
}

/* A service that does not run yet is started by who first speaks. */
static void
test_start (Fixture *fixture, gconstpointer language)
{
  rub_speech_bench_kill (fixture->bench);
  rub_speech_bench_set_startable (fixture->bench, TRUE);
  rub_speaker_play (fixture->speaker, 6);
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 6);
  wait_for (fixture, RUB_SPEAKER_IDLE, -1);
}

/* Gone while it speaks: tear_down() sees that it is gone for good. */
static void
test_gone (Fixture *fixture, gconstpointer language)
{
  rub_speaker_play (fixture->speaker, 0);
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 1);
}

static void
add (const char *path, const char *language, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, language, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!rub_speech_bench_is_possible ())
    {
      g_print ("1..0 # SKIP Speech Dispatcher with espeak-ng is not installed\n");
      return 0;
    }

  add ("/speech/service/all", "en", test_all);
  add ("/speech/service/unknown-language", "und", test_all);
  add ("/speech/service/german", "de_AT", test_all);
  add ("/speech/service/hold", "en", test_hold);
  add ("/speech/service/killed", "en", test_killed);
  add ("/speech/service/start", "en", test_start);
  add ("/speech/service/gone", "en", test_gone);

  return g_test_run ();
}

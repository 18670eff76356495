/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-speaker.h"
#include "rub-voices.h"

static void
test_fit (void)
{
  static const struct
  {
    const char *voice;
    const char *language;
    RubVoiceFit fit;
  } rows[] = {
    { "en-GB", "en-gb", RUB_VOICE_EXACT },
    { "en_GB", "en-gb", RUB_VOICE_EXACT },
    { "de", "de", RUB_VOICE_EXACT },
    { "en-GB", "en-us", RUB_VOICE_OTHER_REGION },
    { "en-GB", "en", RUB_VOICE_OTHER_REGION },
    { "pt", "pt-br", RUB_VOICE_OTHER_REGION },
    { "nb", "no", RUB_VOICE_OTHER_REGION },
    { "cmn", "zh-cn", RUB_VOICE_OTHER_REGION },
    { "de", "en", RUB_VOICE_FOREIGN },
    { "eno", "en", RUB_VOICE_FOREIGN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubVoice) voice = rub_voice_new ("module", "Voice", rows[i].voice);

      g_assert_cmpint (rub_voice_get_fit (voice, rows[i].language), ==, rows[i].fit);
    }
}

static void
test_choice (void)
{
  static const char *const languages[] = { "de", "en-029", "en-GB", "en-US", "pt-BR" };
  static const struct
  {
    const char *language;
    const char *expected;
  } rows[] = {
    { "en-us", "en-US" }, { "en-nz", "en-029" }, { "pt", "pt-BR" },
    { "de", "de" },       { "fi", NULL },
  };
  g_autoptr (GListStore) voices = g_list_store_new (RUB_TYPE_VOICE);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (RubVoice) voice = rub_voice_new ("module", languages[i], languages[i]);

      g_list_store_append (voices, voice);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubVoice *voice = rub_voices_find_fitting (G_LIST_MODEL (voices), rows[i].language);

      g_assert_cmpstr (voice != NULL ? rub_voice_get_name (voice) : NULL, ==, rows[i].expected);
    }
  g_assert_nonnull (rub_voices_find (G_LIST_MODEL (voices), "module", "de"));
  g_assert_null (rub_voices_find (G_LIST_MODEL (voices), "other", "de"));
  g_assert_null (rub_voices_find (G_LIST_MODEL (voices), "module", "fi"));
  g_assert_null (rub_voices_find (G_LIST_MODEL (voices), NULL, NULL));
  g_assert_null (rub_voices_find (NULL, "module", "de"));
}

static void
test_language (void)
{
  static const struct
  {
    const char *article;
    const char *desktop;
    const char *expected;
  } rows[] = {
    { "en", "en_US.UTF-8", "en-us" },
    { "en", "de_DE.UTF-8", "en" },
    { "en_GB", "en_US.UTF-8", "en-gb" },
    { "pt_BR", "pt_PT", "pt-br" },
    { "und", "de_AT@euro", "de-at" },
    { "und", "C", "en" },
    { "und", "C.UTF-8", "en" },
    { "de", "POSIX", "de" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *language = rub_voices_dup_language (rows[i].article, rows[i].desktop);

      g_assert_cmpstr (language, ==, rows[i].expected);
    }
}

static void
test_rate (void)
{
  static const struct
  {
    double speed;
    int rate;
  } rows[] = {
    { 0.1, -100 }, { 0.5, -100 }, { 0.75, -50 }, { 1.0, 0 },
    { 1.5, 25 },   { 2.0, 50 },   { 3.0, 100 },  { 9.0, 100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (rub_speaker_get_rate (rows[i].speed), ==, rows[i].rate);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/speech/voices/fit", test_fit);
  g_test_add_func ("/speech/voices/choice", test_choice);
  g_test_add_func ("/speech/voices/language", test_language);
  g_test_add_func ("/speech/voices/rate", test_rate);

  return g_test_run ();
}

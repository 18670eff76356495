/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-voices.h"

/* The language of a text whose language nobody said. */
#define UNKNOWN_LANGUAGE "und"

RubVoice *
rub_voices_find (GListModel *voices, const char *module, const char *name)
{
  guint n_voices;

  g_return_val_if_fail (voices == NULL || G_IS_LIST_MODEL (voices), NULL);

  n_voices = voices != NULL && name != NULL ? g_list_model_get_n_items (voices) : 0;
  for (guint i = 0; i < n_voices; i++)
    {
      g_autoptr (RubVoice) voice = g_list_model_get_item (voices, i);

      if (g_strcmp0 (rub_voice_get_module (voice), module) == 0
          && g_str_equal (rub_voice_get_name (voice), name))
        return voice;
    }

  return NULL;
}

RubVoice *
rub_voices_find_fitting (GListModel *voices, const char *language)
{
  RubVoiceFit best_fit = RUB_VOICE_FOREIGN;
  RubVoice *best = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (voices), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (voices); i++)
    {
      g_autoptr (RubVoice) voice = g_list_model_get_item (voices, i);
      RubVoiceFit fit = rub_voice_get_fit (voice, language);

      if (fit > best_fit)
        {
          best_fit = fit;
          best = voice;
        }
    }

  return best;
}

char *
rub_voices_dup_language (const char *language, const char *desktop)
{
  g_autofree char *own = NULL;
  g_autofree char *base = NULL;
  g_autofree char *tag = NULL;

  g_return_val_if_fail (language != NULL && desktop != NULL, NULL);

  own = rub_voice_dup_tag (language);
  tag = rub_voice_dup_tag (desktop);
  /* "C" and "POSIX" are no languages. */
  if (g_str_equal (tag, "c") || g_str_equal (tag, "posix") || tag[0] == '\0')
    {
      g_free (tag);
      tag = g_strdup ("en");
    }
  base = rub_voice_dup_base (tag);

  return g_str_equal (own, UNKNOWN_LANGUAGE) || g_str_equal (own, base) ? g_steal_pointer (&tag)
                                                                        : g_steal_pointer (&own);
}

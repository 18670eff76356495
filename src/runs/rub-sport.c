/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sport.h"

/* Starts of lower-case words; the first row that fits counts: "interval run" before "run". */
static const struct
{
  const char *start;
  RubRunKind kind;
} on_foot[] = {
  { "race", RUB_RUN_KIND_RACE },          { "racing", RUB_RUN_KIND_RACE },
  { "competition", RUB_RUN_KIND_RACE },   { "parkrun", RUB_RUN_KIND_RACE },
  { "marathon", RUB_RUN_KIND_RACE },      { "interval", RUB_RUN_KIND_INTERVALS },
  { "fartlek", RUB_RUN_KIND_INTERVALS },  { "hill", RUB_RUN_KIND_HILLS },
  { "tempo", RUB_RUN_KIND_TEMPO },        { "threshold", RUB_RUN_KIND_TEMPO },
  { "long", RUB_RUN_KIND_LONG },          { "run", RUB_RUN_KIND_EASY },
  { "jog", RUB_RUN_KIND_EASY },           { "treadmill", RUB_RUN_KIND_EASY },
};

static const char *const not_on_foot[] = {
  "bicycl", "bike",  "biking", "boat", "canoe", "climb", "cycl", "driving", "elliptical",
  "flight", "flying", "golf",  "kayak", "motor", "mtb",  "ride", "riding",  "rowing",
  "sail",   "skat",  "ski",    "snowboard", "strength", "surf", "swim", "tennis", "yoga",
};

/* "TrailRun", "trail_run" and "Trail run" are all the words "trail" and "run". */
static char **
split_words (const char *text)
{
  g_autoptr (GString) spaced = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (p > text && g_ascii_isupper (p[0]) && g_ascii_islower (p[-1]))
        g_string_append_c (spaced, ' ');
      g_string_append_c (spaced, g_ascii_isalpha (*p) ? g_ascii_tolower (*p) : ' ');
    }

  return g_strsplit (spaced->str, " ", -1);
}

static gboolean
has_word (char **words, const char *start)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], start))
      return TRUE;

  return FALSE;
}

gboolean
rub_sport_parse (const char *word, RubRunKind *kind)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (kind != NULL, FALSE);

  *kind = RUB_RUN_KIND_EASY;
  if (word == NULL || word[0] == '\0' || g_str_equal (word, "9"))
    return TRUE;

  words = split_words (word);
  for (gsize i = 0; i < G_N_ELEMENTS (not_on_foot); i++)
    if (has_word (words, not_on_foot[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (on_foot); i++)
    if (has_word (words, on_foot[i].start))
      {
        *kind = on_foot[i].kind;
        return TRUE;
      }

  *kind = RUB_RUN_KIND_OTHER;

  return TRUE;
}

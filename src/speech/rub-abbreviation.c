/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-abbreviation.h"

#include <string.h>

/* The longest word that is looked up, in bytes. */
#define WORD_MAX 24

/* Longer numbers are years and such, which are not counted with a stop. */
#define ORDINAL_MAX 2

/* Something always follows these. One that can end a sentence as well, such as "etc.", is not
 * here: the small letter behind it says when it does not. Of English, German, French, Spanish,
 * Italian, Portuguese, Dutch, the Nordic and Slavic languages; lower case, sorted. */
static const char *const leading_words[] = {
  "approx", "bijv", "bzgl", "bzw", "ca", "capt", "cf", "dhr", "dott", "dr", "dr.-ing", "e.g",
  "engl", "env", "evtl", "f.eks", "fr", "gen", "ggf", "gov", "hr", "hrsg", "i.e", "inkl", "insb",
  "lat", "lt", "m.in", "messrs", "mme", "mr", "mrs", "ms", "mt", "mw", "např", "np", "prof",
  "rev", "sen", "sgt", "sog", "sr", "sra", "st", "t.ex", "tj", "tzv", "u.a", "vgl", "viz", "vs",
  "z.b", "zb", "zzgl", "д-р", "им", "напр", "проф", "см", "т.е",
};

/* A number follows these, or else they are words like others. Sorted. */
static const char *const counting_words[] = {
  "abb", "al", "art", "bd", "c", "ch", "chap", "col", "ed", "eds", "eq", "fig", "figs", "gl",
  "kap", "kl", "max", "min", "no", "nos", "nr", "nrs", "núm", "ok", "op", "p", "pag", "pp", "pág",
  "ref", "refs", "s", "sec", "sect", "str", "suppl", "tab", "vers", "vol", "vols", "č", "čl",
  "рис", "стр", "табл",
};

/* Languages that write "3rd" as "3." */
static const char *const counting_languages[] = {
  "bs", "cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk",
  "sl", "sr", "tr",
};

static gboolean
is_among (const char *word, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_equal (word, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_of_word (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character) || character == '.'
         || character == '-';
}

/* Returns: where the word starts that ends before @stop, stops and hyphens within it included. */
static const char *
find_word (const char *start, const char *stop)
{
  const char *word = stop;

  while (word > start && stop - word <= WORD_MAX)
    {
      const char *before = g_utf8_prev_char (word);

      if (!is_of_word (g_utf8_get_char (before)))
        break;
      word = before;
    }

  return word;
}

static gboolean
is_number (const char *word, const char *stop)
{
  for (const char *c = word; c < stop; c++)
    if (!g_ascii_isdigit (*c))
      return FALSE;

  return TRUE;
}

static gboolean
counts_with_stop (const char *language)
{
  g_autofree char *base = NULL;

  if (language == NULL)
    return FALSE;
  base = g_ascii_strdown (language, (gssize) strcspn (language, "-_.@"));

  return is_among (base, counting_languages, G_N_ELEMENTS (counting_languages));
}

static const char *
skip_blanks_back (const char *start, const char *end)
{
  while (end > start && end[-1] == ' ')
    end--;

  return end;
}

static gboolean
may_number_end (const char *start, const char *word, const char *stop, const char *language)
{
  const char *before = skip_blanks_back (start, word);

  /* What starts with a number and a stop is "1. Warm up". */
  if (word == start)
    return FALSE;
  /* The number behind "Nr." is not counted. */
  if (before > start && before[-1] == '.')
    return TRUE;

  return stop - word > ORDINAL_MAX || !counts_with_stop (language);
}

/* "So do I. Then" ends with the English word, which no initial stands behind a small word as. */
static gboolean
is_pronoun (const char *start, const char *word)
{
  const char *before;

  if (*word != 'I')
    return FALSE;
  before = find_word (start, skip_blanks_back (start, word));

  return before < word && g_unichar_islower (g_utf8_get_char (before));
}

/* "p. ej.", "p. ex.", "f. eks.": words of their own, but for the letter before them. */
static gboolean
is_second_half (const char *start, const char *word, const char *lower)
{
  static const char *const halves[] = { "ej", "eks", "es", "ex" };
  const char *stop = skip_blanks_back (start, word);

  return stop < word && stop - start >= 2 && stop[-1] == '.' && g_ascii_islower (stop[-2])
         && is_among (lower, halves, G_N_ELEMENTS (halves));
}

/* "U.S", "J.R.R": letters with stops between them, all capital. Small ones ("p.m") end sentences,
 * but for those in the table. */
static gboolean
is_dotted_capitals (const char *word, const char *stop)
{
  const char *c = word;

  if (memchr (word, '.', (gsize) (stop - word)) == NULL)
    return FALSE;
  for (; c < stop; c = g_utf8_next_char (c))
    if (*c != '.' && !g_unichar_isupper (g_utf8_get_char (c)))
      return FALSE;

  return TRUE;
}

gboolean
rub_abbreviation_may_end (const char *start, const char *stop, gunichar next, const char *language)
{
  const char *word;
  g_autofree char *lower = NULL;
  gunichar first;

  g_return_val_if_fail (start != NULL && stop != NULL && start <= stop, TRUE);

  word = find_word (start, stop);
  if (word == stop || stop - word > WORD_MAX)
    return TRUE;
  if (is_number (word, stop))
    return may_number_end (start, word, stop, language);

  first = g_utf8_get_char (word);
  if (g_utf8_next_char (word) == stop && (g_unichar_isupper (first) || g_unichar_islower (first)))
    return is_pronoun (start, word);
  if (is_dotted_capitals (word, stop))
    return FALSE;

  lower = g_utf8_strdown (word, stop - word);
  if (is_among (lower, leading_words, G_N_ELEMENTS (leading_words))
      || is_second_half (start, word, lower))
    return FALSE;

  return !g_unichar_isdigit (next)
         || !is_among (lower, counting_words, G_N_ELEMENTS (counting_words));
}

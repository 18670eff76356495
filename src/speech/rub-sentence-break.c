/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sentence-break.h"

#include "rub-abbreviation.h"

/* A cut leaves at least this share of the most that is allowed before it. */
#define MIN_SHARE 0.4

/* How far behind a stop its next letter is looked for; there are only quotes and brackets. */
#define NEAR_CHARS 16

/* End a sentence with or without a blank behind: of Chinese and Japanese, full and half width, and
 * of scripts where no other use is known: Arabic, Urdu, Devanagari, Armenian, Ethiopic, Khmer,
 * Burmese. */
static const gunichar sure_stops[] = {
  0x3002, 0xFF01, 0xFF1F, 0xFF61, 0xFF0E, 0x061F, 0x06D4, 0x0964,
  0x0965, 0x0589, 0x1362, 0x1367, 0x17D4, 0x104B, 0x203C, 0x2047,
};

/* A comma and its like, behind which a long sentence can be cut, with a blank behind or without. */
static const gunichar pauses[] = { ',', ';', ':', 0x2013, 0x2014, 0x060C, 0x061B };
static const gunichar sure_pauses[] = { 0x3001, 0xFF0C, 0xFF1B, 0xFF1A };

/* Straight and curled; some languages close with what others open with. */
static const gunichar closers[] = {
  '"',    '\'',   ')',    ']',    '}',    0x00BB, 0x00AB, 0x2019, 0x2018, 0x201D, 0x201C,
  0x203A, 0x2039, 0x300D, 0x300F, 0x3011, 0x300B, 0x3009, 0xFF09, 0xFF02, 0xFF3D,
};

static gboolean
is_one_of (gunichar character, const gunichar *set, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (set[i] == character)
      return TRUE;

  return FALSE;
}

#define IS_ONE_OF(character, set) is_one_of (character, set, G_N_ELEMENTS (set))

static gboolean
is_stop (gunichar character)
{
  return character == '.' || character == '!' || character == '?' || character == 0x2026
         || IS_ONE_OF (character, sure_stops);
}

static gunichar
get_char (const char *text, const char *end)
{
  return text < end ? g_utf8_get_char (text) : 0;
}

static const char *
skip_blanks (const char *text, const char *end)
{
  while (text < end && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* The mark of a note behind a stop: "runners.[12]". */
static const char *
skip_note (const char *text, const char *end)
{
  const char *c = text;

  if (get_char (c, end) != '[')
    return text;
  for (c++; c < end && g_ascii_isdigit (*c); c++)
    ;

  return c > text + 1 && get_char (c, end) == ']' ? c + 1 : text;
}

/* French closes with a blank before the quote, and German opens with the same one. */
static const char *
skip_apart_quote (const char *text, const char *end)
{
  const char *quote = skip_blanks (text, end);
  const char *behind;

  if (quote == text || get_char (quote, end) != 0x00BB)
    return text;
  behind = g_utf8_next_char (quote);

  return behind == end || g_unichar_isspace (g_utf8_get_char (behind)) ? behind : text;
}

/* Returns: behind the brackets and quotes that close behind a stop. */
static const char *
skip_closers (const char *text, const char *end)
{
  while (text < end)
    {
      const char *behind = skip_note (text, end);

      if (behind == text && IS_ONE_OF (g_utf8_get_char (text), closers))
        behind = g_utf8_next_char (text);
      if (behind == text)
        behind = skip_apart_quote (text, end);
      if (behind == text)
        break;
      text = behind;
    }

  return text;
}

/* Returns: the first letter or digit from @text on, or 0 when none is near. */
static gunichar
find_letter (const char *text, const char *end)
{
  for (int n = 0; text < end && n < NEAR_CHARS; n++, text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (g_unichar_isalnum (character))
        return character;
    }

  return 0;
}

/* Whether the stops from @stop to @behind end a sentence that goes on at @rest. */
static gboolean
ends (const char *start, const char *stop, const char *behind, const char *rest, const char *end,
      const char *language)
{
  gunichar next = find_letter (rest, end);

  if (rest == end)
    return TRUE;
  if (IS_ONE_OF (g_utf8_get_char (g_utf8_prev_char (behind)), sure_stops))
    return TRUE;
  if (!g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (rest))) || g_unichar_islower (next))
    return FALSE;

  return *stop != '.' || behind - stop > 1
         || rub_abbreviation_may_end (start, stop, next, language);
}

const char *
rub_sentence_break_find (const char *text, const char *end, const char *language)
{
  const char *c = text;

  g_return_val_if_fail (text != NULL && text < end, end);

  while (c < end)
    {
      const char *stop = c, *behind, *rest;

      if (!is_stop (g_utf8_get_char (c)))
        {
          c = g_utf8_next_char (c);
          continue;
        }
      while (c < end && is_stop (g_utf8_get_char (c)))
        c = g_utf8_next_char (c);
      behind = c;
      c = skip_closers (c, end);
      rest = skip_blanks (c, end);
      if (ends (text, stop, behind, rest, end, language))
        return rest;
    }

  return end;
}

const char *
rub_sentence_break_cut (const char *text, const char *end, int max_chars)
{
  const char *pause = NULL, *blank = NULL, *c = text;

  g_return_val_if_fail (text != NULL && text < end, end);

  for (int n = 0; c < end && n < max_chars; n++)
    {
      gunichar character = g_utf8_get_char (c);
      gboolean is_far = n >= max_chars * MIN_SHARE;

      c = g_utf8_next_char (c);
      if (is_far && g_unichar_isspace (character))
        blank = c;
      if (is_far
          && (IS_ONE_OF (character, sure_pauses)
              || (IS_ONE_OF (character, pauses) && g_unichar_isspace (get_char (c, end)))))
        pause = c;
    }
  while (c < end && g_unichar_ismark (g_utf8_get_char (c)))
    c = g_utf8_next_char (c);
  if (pause != NULL)
    return pause;

  return blank != NULL ? blank : c;
}

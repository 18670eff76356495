/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-text-search.h"

#include <string.h>

/* Lines to look through before the clock is asked. */
#define LINES_PER_CLOCK 16

/* A line of the text, and the same folded, as soon as somebody looked at it. */
typedef struct
{
  const char *text;
  gsize length;
  int offset;   /* of its first character */
  char *folded; /* owned, nullable */
} Line;

struct _RubTextSearch
{
  guint first; /* line that is looked at first */
  guint next;  /* how many lines were looked at */

  /* Owned */
  char *text;
  char *words;    /* folded; NULL: none */
  GArray *lines;  /* of Line */
  GArray *before; /* of RubMatch, in lines before the first */
  GArray *behind; /* of RubMatch, in the others */
};

static void
clear_line (gpointer line)
{
  g_free (((Line *) line)->folded);
}

static void
split (RubTextSearch *self)
{
  const char *start = self->text;
  int offset = 0;

  while (start != NULL)
    {
      const char *end = strchr (start, '\n');
      Line line = { .text = start, .offset = offset };

      line.length = end != NULL ? (gsize) (end - start) : strlen (start);
      g_array_append_val (self->lines, line);
      offset += (int) g_utf8_strlen (start, (gssize) line.length) + 1;
      start = end != NULL ? end + 1 : NULL;
    }
}

RubTextSearch *
rub_text_search_new (const char *text)
{
  RubTextSearch *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (RubTextSearch, 1);
  self->text = g_strdup (text);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  self->before = g_array_new (FALSE, FALSE, sizeof (RubMatch));
  self->behind = g_array_new (FALSE, FALSE, sizeof (RubMatch));
  split (self);

  return self;
}

void
rub_text_search_free (RubTextSearch *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->lines);
  g_array_unref (self->before);
  g_array_unref (self->behind);
  g_free (self->words);
  g_free (self->text);
  g_free (self);
}

/* Appends the character at @p to @folded: without case, its accents behind its letter. */
static void
fold_char (GString *folded, const char *p)
{
  g_autofree char *apart = NULL;
  g_autofree char *plain = NULL;

  if ((guchar) *p < 0x80)
    {
      g_string_append_c (folded, g_ascii_tolower (*p));
      return;
    }

  plain = g_utf8_casefold (p, g_utf8_next_char (p) - p);
  apart = g_utf8_normalize (plain, -1, G_NORMALIZE_NFD);
  g_string_append (folded, apart != NULL ? apart : plain);
}

/* Each character by itself, so that a place in the result leads back to one. */
static GString *
fold (const char *text, gsize length)
{
  GString *folded = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    fold_char (folded, p);

  return folded;
}

/* A walk through the characters of a line, beside the bytes of its folded text. */
typedef struct
{
  const char *p;
  const char *end;
  gsize n_bytes;
  int n_chars;
  gboolean is_ascii; /* a byte is a character, and nothing is to be walked */
} Walk;

/* Goes on to the @n_bytes of the folded text; never back.
 * Returns: whether a character ends there, and its accents too. */
static gboolean
walk_to (Walk *walk, gsize n_bytes)
{
  if (walk->is_ascii)
    {
      walk->n_bytes = n_bytes;
      walk->n_chars = (int) n_bytes;
      return TRUE;
    }

  while (walk->n_bytes < n_bytes)
    {
      g_autoptr (GString) folded = NULL;

      if ((guchar) *walk->p >= 0x80)
        {
          folded = g_string_new (NULL);
          fold_char (folded, walk->p);
        }
      walk->n_bytes += folded != NULL ? folded->len : 1;
      walk->p = g_utf8_next_char (walk->p);
      walk->n_chars++;
    }

  return walk->n_bytes == n_bytes
         && (walk->p >= walk->end || !g_unichar_ismark (g_utf8_get_char (walk->p)));
}

/* Not the folded text: that of other letters may have none but those of ASCII. */
static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;

  return TRUE;
}

static void
search_line (RubTextSearch *self, Line *line, GArray *matches)
{
  gsize n_words = strlen (self->words);
  Walk walk = { line->text, line->text + line->length, 0, 0, FALSE };
  const char *p;

  if (line->folded == NULL)
    line->folded = g_string_free (fold (line->text, line->length), FALSE);
  walk.is_ascii = is_ascii (line->text, line->length);
  for (p = strstr (line->folded, self->words); p != NULL; p = strstr (p, self->words))
    {
      gsize place = (gsize) (p - line->folded);
      gboolean is_whole = walk_to (&walk, place);
      Walk start = walk;

      if (is_whole && walk_to (&walk, place + n_words))
        {
          RubMatch match = { line->offset + start.n_chars, line->offset + walk.n_chars };

          g_array_append_val (matches, match);
          p += n_words;
        }
      else
        {
          walk = start;
          p = g_utf8_next_char (p);
        }
    }
}

/* Returns: the line that the character at @offset is in. */
static guint
find_line (RubTextSearch *self, int offset)
{
  guint low = 0, high = self->lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, Line, middle).offset <= offset)
        low = middle;
      else
        high = middle;
    }

  return low;
}

void
rub_text_search_start (RubTextSearch *self, const char *words, int offset)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (words != NULL);

  g_array_set_size (self->before, 0);
  g_array_set_size (self->behind, 0);
  g_clear_pointer (&self->words, g_free);
  if (words[0] != '\0')
    self->words = g_string_free (fold (words, strlen (words)), FALSE);
  self->first = find_line (self, offset);
  self->next = 0;
}

gboolean
rub_text_search_step (RubTextSearch *self, gint64 budget_us)
{
  gint64 deadline_us = g_get_monotonic_time () + budget_us;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->words == NULL || self->words[0] == '\0')
    return FALSE;

  while (self->next < self->lines->len)
    {
      guint index = (self->first + self->next++) % self->lines->len;

      search_line (self, &g_array_index (self->lines, Line, index),
                   index < self->first ? self->before : self->behind);
      if (self->next % LINES_PER_CLOCK == 0 && g_get_monotonic_time () >= deadline_us)
        break;
    }

  return self->next < self->lines->len;
}

guint
rub_text_search_get_n_matches (RubTextSearch *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->before->len + self->behind->len;
}

RubMatch
rub_text_search_get_match (RubTextSearch *self, guint index)
{
  RubMatch none = { 0, 0 };

  g_return_val_if_fail (self != NULL, none);
  g_return_val_if_fail (index < self->before->len + self->behind->len, none);

  if (index < self->before->len)
    return g_array_index (self->before, RubMatch, index);

  return g_array_index (self->behind, RubMatch, index - self->before->len);
}

guint
rub_text_search_find (RubTextSearch *self, int offset)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = rub_text_search_get_n_matches (self);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (rub_text_search_get_match (self, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-snippet.h"

#include <string.h>

#include "rub-block-json.h"
#include "rub-hit.h"

#define ELLIPSIS "…"
/* Two lines of a list of hits, and how much of that is before the first match. */
#define MAX_BYTES 200
#define LEAD_BYTES 60
/* Beyond this many matches another one tells nothing. */
#define MAX_MATCHES 256

/* A match in the whole text. @word: a bit that stands for what was found. */
typedef struct
{
  RubRange range;
  guint64 word;
} Match;

static guint64
get_word_bit (const char *text, const RubRange *range, GHashTable *words)
{
  g_autofree char *folded
    = g_utf8_casefold (text + range->start, (gssize) (range->end - range->start));
  gpointer number = NULL;

  if (!g_hash_table_lookup_extended (words, folded, NULL, &number))
    {
      number = GUINT_TO_POINTER (g_hash_table_size (words));
      g_hash_table_insert (words, g_steal_pointer (&folded), number);
    }

  return G_GUINT64_CONSTANT (1) << (GPOINTER_TO_UINT (number) % 64);
}

/* Walks both texts at once: what is only in @marked is a mark. */
static GArray *
find_matches (const char *text, const char *marked)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Match match = { 0 };
  const char *t = text;

  for (const char *m = marked; *m != '\0' && matches->len < MAX_MATCHES; m++)
    {
      if (*m == *t)
        {
          t++;
          continue;
        }
      if (*m == RUB_MATCH_OPEN)
        match.range.start = (gsize) (t - text);
      else if (*m == RUB_MATCH_CLOSE)
        match.range.end = (gsize) (t - text);
      else
        break;
      if (*m == RUB_MATCH_CLOSE && match.range.end > match.range.start)
        {
          match.word = get_word_bit (text, &match.range, words);
          g_array_append_val (matches, match);
        }
    }

  return matches;
}

/* Returns: how many different things are found from @first on within one snippet. */
static int
count_words (const char *text, const GArray *matches, guint first)
{
  gsize start = g_array_index (matches, Match, first).range.start;
  guint64 seen = 0;

  for (guint i = first; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);

      if (match->range.end > start + MAX_BYTES - LEAD_BYTES
          || memchr (text + start, RUB_BLOCK_BREAK, match->range.start - start) != NULL)
        break;
      seen |= match->word;
    }

  return __builtin_popcountll (seen);
}

static gsize
choose_start (const char *text, const GArray *matches)
{
  gsize start = 0;
  int best = -1;

  for (guint i = 0; i < matches->len; i++)
    {
      int n_words = count_words (text, matches, i);

      if (n_words > best)
        {
          best = n_words;
          start = g_array_index (matches, Match, i).range.start;
        }
    }

  return start;
}

/* Where to cut before @from: at a space within LEAD_BYTES of it, in the same block. */
static gsize
find_cut_before (const char *text, gsize from)
{
  gsize cut = from;

  for (gsize i = from; i > 0 && from - i < LEAD_BYTES; i--)
    {
      if (text[i - 1] == RUB_BLOCK_BREAK)
        return i;
      if (g_ascii_isspace (text[i - 1]))
        cut = i;
      else if (i == 1)
        cut = 0;
    }

  /* One long word, or a script without spaces: between characters then. */
  if (cut == from && from >= LEAD_BYTES)
    cut = from - LEAD_BYTES / 2;
  while (cut < from && ((guchar) text[cut] & 0xc0) == 0x80)
    cut++;

  return cut;
}

/* Where to cut behind @start: at the end of the block, or a space, or at least between characters;
 * not before @least, unless that is too far away. */
static gsize
find_cut_behind (const char *text, gsize start, gsize least)
{
  gsize end = start + strcspn (text + start, (char[]){ RUB_BLOCK_BREAK, '\0' });
  gsize cut = start + MAX_BYTES;

  if (end <= cut)
    return end;

  while (cut > least && !g_ascii_isspace (text[cut]))
    cut--;
  if (cut > least)
    return cut;

  cut = MIN (MAX (least, start + MAX_BYTES / 2), start + MAX_BYTES);
  while (cut > start && ((guchar) text[cut] & 0xc0) == 0x80)
    cut--;

  return cut;
}

static gboolean
is_block_edge (const char *text, gsize offset)
{
  return offset == 0 || text[offset] == '\0' || text[offset] == RUB_BLOCK_BREAK
         || text[offset - 1] == RUB_BLOCK_BREAK;
}

static RubSnippet *
cut_snippet (const char *text, const GArray *matches, gsize start, gsize end)
{
  RubSnippet *self = g_new0 (RubSnippet, 1);
  GString *out = g_string_new (is_block_edge (text, start) ? NULL : ELLIPSIS);
  gsize shift = out->len;

  g_string_append_len (out, text + start, (gssize) (end - start));
  if (!is_block_edge (text, end))
    g_string_append (out, ELLIPSIS);
  for (gsize i = 0; i < out->len; i++)
    if (g_ascii_iscntrl (out->str[i]))
      out->str[i] = ' ';

  self->text = g_string_free (out, FALSE);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (RubRange));
  for (guint i = 0; i < matches->len; i++)
    {
      RubRange range = g_array_index (matches, Match, i).range;

      range.start = MAX (range.start, start);
      range.end = MIN (range.end, end);
      if (range.start >= range.end)
        continue;
      range.start = range.start - start + shift;
      range.end = range.end - start + shift;
      g_array_append_val (self->ranges, range);
    }
  for (gsize i = 0; i < start; i++)
    self->block += text[i] == RUB_BLOCK_BREAK;

  return self;
}

RubSnippet *
rub_snippet_new (const char *text, const char *marked)
{
  g_autoptr (GArray) matches = find_matches (text, marked != NULL ? marked : "");
  gsize first = choose_start (text, matches);
  gsize least = first;
  gsize start;

  for (guint i = 0; i < matches->len && least == first; i++)
    if (g_array_index (matches, Match, i).range.start == first)
      least = g_array_index (matches, Match, i).range.end;

  start = find_cut_before (text, first);

  return cut_snippet (text, matches, start, find_cut_behind (text, start, least));
}

void
rub_snippet_free (RubSnippet *self)
{
  g_free (self->text);
  g_array_unref (self->ranges);
  g_free (self);
}

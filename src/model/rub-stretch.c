/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-stretch.h"

#include <string.h>

/* The text of an article in one piece, blocks on lines of their own, and where each begins. */
typedef struct
{
  GString *text;
  GArray *starts;
} Whole;

static void
clear_whole (Whole *whole)
{
  g_string_free (whole->text, TRUE);
  g_array_unref (whole->starts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Whole, clear_whole)

static Whole
join_blocks (RubArticle *article)
{
  guint n_blocks = rub_article_get_n_blocks (article);
  Whole whole = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (gsize)) };

  for (guint i = 0; i < n_blocks; i++)
    {
      if (i > 0)
        g_string_append_c (whole.text, '\n');
      g_array_append_val (whole.starts, whole.text->len);
      g_string_append (whole.text, rub_block_get_text (rub_article_get_block (article, i)));
    }

  return whole;
}

/* The last block that begins at or before @offset. */
static guint
find_block (const Whole *whole, gsize offset)
{
  guint first = 0;
  guint last = whole->starts->len - 1;

  while (first < last)
    {
      guint middle = (first + last + 1) / 2;

      if (g_array_index (whole->starts, gsize, middle) <= offset)
        first = middle;
      else
        last = middle - 1;
    }

  return first;
}

/* @end is behind the last byte, which is the one whose block counts; unless that is the break
 * between two blocks, which is in neither. */
static RubStretch
make_stretch (const Whole *whole, gsize start, gsize end)
{
  guint block = find_block (whole, start);
  guint end_block = find_block (whole, end - 1);

  if (end_block + 1 < whole->starts->len
      && g_array_index (whole->starts, gsize, end_block + 1) == end)
    end_block++;

  return (RubStretch){ .block = block,
                       .start = start - g_array_index (whole->starts, gsize, block),
                       .end_block = end_block,
                       .end = end - g_array_index (whole->starts, gsize, end_block) };
}

static gboolean
is_nearer (const RubStretch *a, const RubStretch *b, const RubStretch *wanted)
{
  gint64 a_blocks = ABS ((gint64) a->block - wanted->block);
  gint64 b_blocks = ABS ((gint64) b->block - wanted->block);
  gint64 a_bytes = ABS ((gint64) a->start - (gint64) wanted->start);
  gint64 b_bytes = ABS ((gint64) b->start - (gint64) wanted->start);

  return a_blocks < b_blocks || (a_blocks == b_blocks && a_bytes < b_bytes);
}

static gboolean
is_place (RubArticle *article, guint block, gsize offset)
{
  const char *text;

  if (block >= rub_article_get_n_blocks (article))
    return FALSE;

  text = rub_block_get_text (rub_article_get_block (article, block));

  return offset <= strlen (text) && ((guchar) text[offset] & 0xc0) != 0x80;
}

static gboolean
find_nearest (RubStretch *stretch, const char *quote, RubArticle *article)
{
  g_auto (Whole) whole = join_blocks (article);
  RubStretch best = { 0 };
  gboolean is_found = FALSE;

  for (const char *hit = strstr (whole.text->str, quote); hit != NULL;
       hit = strstr (hit + 1, quote))
    {
      gsize start = (gsize) (hit - whole.text->str);
      RubStretch found = make_stretch (&whole, start, start + strlen (quote));

      if (!is_found || is_nearer (&found, &best, stretch))
        best = found;
      is_found = TRUE;
    }
  if (is_found)
    *stretch = best;

  return is_found;
}

gboolean
rub_stretch_is_in (const RubStretch *stretch, RubArticle *article)
{
  g_return_val_if_fail (stretch != NULL, FALSE);
  g_return_val_if_fail (RUB_IS_ARTICLE (article), FALSE);

  return is_place (article, stretch->block, stretch->start)
         && is_place (article, stretch->end_block, stretch->end)
         && (stretch->block < stretch->end_block
             || (stretch->block == stretch->end_block && stretch->start < stretch->end));
}

char *
rub_stretch_get_text (const RubStretch *stretch, RubArticle *article)
{
  GString *text;

  g_return_val_if_fail (stretch != NULL, NULL);
  g_return_val_if_fail (RUB_IS_ARTICLE (article), NULL);

  if (!rub_stretch_is_in (stretch, article))
    return NULL;

  text = g_string_new (NULL);
  for (guint i = stretch->block; i <= stretch->end_block; i++)
    {
      const char *block = rub_block_get_text (rub_article_get_block (article, i));
      gsize start = i == stretch->block ? stretch->start : 0;
      gsize end = i == stretch->end_block ? stretch->end : strlen (block);

      if (i > stretch->block)
        g_string_append_c (text, '\n');
      g_string_append_len (text, block + start, (gssize) (end - start));
    }

  return g_string_free (text, FALSE);
}

gboolean
rub_stretch_find_quote (RubStretch *stretch, const char *quote, RubArticle *article)
{
  g_autofree char *there = NULL;

  g_return_val_if_fail (stretch != NULL, FALSE);
  g_return_val_if_fail (quote != NULL, FALSE);
  g_return_val_if_fail (RUB_IS_ARTICLE (article), FALSE);

  if (quote[0] == '\0')
    return FALSE;

  there = rub_stretch_get_text (stretch, article);

  return g_strcmp0 (there, quote) == 0 || find_nearest (stretch, quote, article);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sentence.h"

#include <string.h>

#include "rub-sentence-break.h"

static const gboolean is_spoken[RUB_BLOCK_N_KINDS] = {
  [RUB_BLOCK_HEADING] = TRUE, [RUB_BLOCK_PARAGRAPH] = TRUE, [RUB_BLOCK_ITEM] = TRUE,
  [RUB_BLOCK_VERDICT] = TRUE, [RUB_BLOCK_STEP] = TRUE,      [RUB_BLOCK_QUOTE] = TRUE,
  [RUB_BLOCK_PICTURE] = TRUE, [RUB_BLOCK_TABLE] = TRUE,
};

static void
trim (const char *text, gsize *start, gsize *end)
{
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (text + *start)))
    *start = (gsize) (g_utf8_next_char (text + *start) - text);
  while (*start < *end)
    {
      const char *last = g_utf8_prev_char (text + *end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      *end = (gsize) (last - text);
    }
}

static gboolean
can_be_said (const char *text, gsize start, gsize end)
{
  for (const char *c = text + start; c < text + end; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

static void
add_piece (GArray *sentences, int block, const char *text, gsize start, gsize end)
{
  RubSentence sentence = { .block = block };

  trim (text, &start, &end);
  if (!can_be_said (text, start, end))
    return;

  sentence.start = start;
  sentence.end = end;
  g_array_append_val (sentences, sentence);
}

static gboolean
is_too_long (const char *text, const char *end)
{
  for (int n = 0; text < end; n++, text = g_utf8_next_char (text))
    if (n == RUB_SENTENCE_MAX_CHARS)
      return TRUE;

  return FALSE;
}

static void
add_sentence (GArray *sentences, int block, const char *text, gsize start, gsize end)
{
  trim (text, &start, &end);
  while (is_too_long (text + start, text + end))
    {
      const char *cut
        = rub_sentence_break_cut (text + start, text + end, RUB_SENTENCE_MAX_CHARS);

      add_piece (sentences, block, text, start, (gsize) (cut - text));
      start = (gsize) (cut - text);
    }
  add_piece (sentences, block, text, start, end);
}

static void
add_range (GArray *sentences, int block, const char *text, gsize start, gsize end,
           const char *language)
{
  while (start < end)
    {
      const char *newline = memchr (text + start, '\n', end - start);
      const char *line_end = newline != NULL ? newline : text + end;
      const char *from = text + start;

      while (from < line_end)
        {
          const char *to = rub_sentence_break_find (from, line_end, language);

          add_sentence (sentences, block, text, (gsize) (from - text), (gsize) (to - text));
          from = to;
        }
      start = (gsize) (line_end - text) + 1;
    }
}

/* The label of a verdict, "Partly", stands in the line of what it is about. */
static void
add_block (GArray *sentences, int index, const RubBlockFields *fields, const char *language)
{
  gsize label_end = 0;

  if (!is_spoken[fields->kind])
    return;

  if (fields->n_spans > 0 && fields->spans[0].kind == RUB_SPAN_LABEL
      && fields->spans[0].start == 0)
    label_end = fields->spans[0].end;
  add_range (sentences, index, fields->text, 0, label_end, language);
  add_range (sentences, index, fields->text, label_end, strlen (fields->text), language);
}

GArray *
rub_sentences_new (RubArticle *article)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (RubSentence));
  const char *language;

  g_return_val_if_fail (RUB_IS_ARTICLE (article), sentences);

  language = rub_article_get_language (article);
  rub_sentences_add (sentences, RUB_SENTENCE_IN_TITLE, rub_article_get_title (article), language);
  for (guint i = 0; i < rub_article_get_n_blocks (article); i++)
    add_block (sentences, (int) i, rub_block_get_fields (rub_article_get_block (article, i)),
               language);

  return sentences;
}

void
rub_sentences_add (GArray *sentences, int block, const char *text, const char *language)
{
  g_return_if_fail (sentences != NULL);
  g_return_if_fail (text != NULL);

  add_range (sentences, block, text, 0, strlen (text), language);
}

char *
rub_sentence_dup_text (const RubSentence *sentence, RubArticle *article)
{
  g_autoptr (GString) spoken = g_string_new (NULL);
  const char *text;

  g_return_val_if_fail (sentence != NULL, NULL);
  g_return_val_if_fail (RUB_IS_ARTICLE (article), NULL);

  text = sentence->block == RUB_SENTENCE_IN_TITLE
           ? rub_article_get_title (article)
           : rub_block_get_text (rub_article_get_block (article, (guint) sentence->block));
  for (const char *c = text + sentence->start; c < text + sentence->end; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '\t')
        g_string_append (spoken, ", ");
      else if (g_unichar_isspace (character) || g_unichar_iscntrl (character))
        g_string_append_c (spoken, ' ');
      else if (character != 0x00AD && character != 0xFFFC) /* soft hyphen, place of an object */
        g_string_append_unichar (spoken, character);
    }

  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

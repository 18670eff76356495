/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-pace.h"

struct _RubReadPace
{
  /* Owned */
  RubArticleBuffer *text;
  guint *before; /* words before each block, and in the end all */
};

static guint
get_n_blocks (RubReadPace *self)
{
  return rub_article_get_n_blocks (rub_article_buffer_get_article (self->text));
}

RubReadPace *
rub_read_pace_new (RubArticleBuffer *text)
{
  RubReadPace *self;
  RubArticle *article;
  guint n_blocks;

  g_return_val_if_fail (RUB_IS_ARTICLE_BUFFER (text), NULL);

  self = g_new0 (RubReadPace, 1);
  self->text = g_object_ref (text);
  article = rub_article_buffer_get_article (text);
  n_blocks = rub_article_get_n_blocks (article);
  self->before = g_new0 (guint, n_blocks + 1);
  for (guint i = 0; i < n_blocks; i++)
    self->before[i + 1]
      = self->before[i] + rub_block_get_n_words (rub_article_get_block (article, i));

  return self;
}

void
rub_read_pace_free (RubReadPace *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->text);
  g_free (self->before);
  g_free (self);
}

/* Within a block, words are taken to be of one length. */
static double
count_before (RubReadPace *self, int offset)
{
  guint n_blocks = get_n_blocks (self);
  GtkTextIter iter;
  int block, start, end;
  double part;

  if (n_blocks == 0)
    return 0;
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->text), &iter, offset);
  block = rub_article_buffer_get_block_at (self->text, &iter);
  rub_article_buffer_get_block_start (self->text, block, &iter);
  /* The title is before the first block. */
  start = gtk_text_iter_get_offset (&iter);
  gtk_text_iter_forward_to_line_end (&iter);
  end = MAX (start + 1, gtk_text_iter_get_offset (&iter));
  part = CLAMP ((double) (offset - start) / (end - start), 0, 1);

  return self->before[block] + part * (self->before[block + 1] - self->before[block]);
}

guint
rub_read_pace_get_left_min (RubReadPace *self, int offset)
{
  double n_left;

  g_return_val_if_fail (self != NULL, 0);

  n_left = self->before[get_n_blocks (self)] - count_before (self, offset);

  return (guint) (n_left / RUB_READING_WORDS_PER_MIN + 0.5);
}

double
rub_read_pace_get_fraction (RubReadPace *self, int offset)
{
  guint n_words;

  g_return_val_if_fail (self != NULL, 0);

  n_words = self->before[get_n_blocks (self)];

  return n_words > 0 ? count_before (self, offset) / n_words : 0;
}

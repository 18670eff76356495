/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-buffer.h"

#include <glib/gi18n-lib.h>

#include "rub-article-style.h"

#define BULLET "•\t"

struct _RubArticleBuffer
{
  GtkTextBuffer parent_instance;

  /* Owned */
  RubArticle *article;
  GArray *starts; /* of int: where each block starts, in characters */
  GArray *spots;  /* of RubSpot */
};

G_DEFINE_FINAL_TYPE (RubArticleBuffer, rub_article_buffer, GTK_TYPE_TEXT_BUFFER)

static const char *const kind_tags[RUB_BLOCK_N_KINDS] = {
  [RUB_BLOCK_PARAGRAPH] = RUB_TAG_PARAGRAPH, [RUB_BLOCK_ITEM] = RUB_TAG_ITEM,
  [RUB_BLOCK_VERDICT] = RUB_TAG_VERDICT,     [RUB_BLOCK_SOURCE] = RUB_TAG_SOURCE,
  [RUB_BLOCK_LINK] = RUB_TAG_BUTTON,         [RUB_BLOCK_STEP] = RUB_TAG_ITEM,
  [RUB_BLOCK_QUOTE] = RUB_TAG_QUOTE,         [RUB_BLOCK_CODE] = RUB_TAG_CODE_BLOCK,
  [RUB_BLOCK_PICTURE] = RUB_TAG_CAPTION,     [RUB_BLOCK_TABLE] = RUB_TAG_TABLE,
};

static const char *const heading_tags[] = { RUB_TAG_HEADING_2, RUB_TAG_HEADING_3,
                                            RUB_TAG_HEADING_4 };

static const char *const span_tags[RUB_SPAN_N_KINDS] = {
  [RUB_SPAN_EMPHASIS] = RUB_TAG_EMPHASIS,
  [RUB_SPAN_STRONG] = RUB_TAG_STRONG,
  [RUB_SPAN_LABEL] = RUB_TAG_LABEL,
  [RUB_SPAN_LINK] = RUB_TAG_LINK,
  [RUB_SPAN_CODE] = RUB_TAG_CODE,
};

static const char *
get_tag_name (const RubBlockFields *fields)
{
  if (fields->kind == RUB_BLOCK_HEADING)
    return heading_tags[fields->level - RUB_HEADING_MIN_LEVEL];

  return kind_tags[fields->kind];
}

static int
get_length (RubArticleBuffer *self)
{
  return gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self));
}

/* Returns: where the text starts, which goes to the end of its line. */
static int
append_paragraph (RubArticleBuffer *self, const char *text, const char *tag_name)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  /* To insert it all at once takes half as long. */
  g_autofree char *line = g_strconcat (text, "\n", NULL);
  int start = get_length (self);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, line, -1, tag_name, NULL);

  return start;
}

static void
add_spot (RubArticleBuffer *self, const RubBlockFields *fields, const RubSpan *span, int start,
          int end)
{
  RubSpot spot = { .start = start, .end = end, .target = span->target };

  if (span->kind == RUB_SPAN_LABEL)
    spot.kind = RUB_SPOT_LABEL;
  else if (span->kind == RUB_SPAN_LINK && fields->kind == RUB_BLOCK_LINK)
    spot.kind = RUB_SPOT_BUTTON;
  else if (span->kind == RUB_SPAN_LINK)
    spot.kind = RUB_SPOT_LINK;
  else
    return;
  spot.verdict = fields->verdict;
  g_array_append_val (self->spots, spot);
}

static void
mark_span (RubArticleBuffer *self, const RubBlockFields *fields, const RubSpan *span, int start)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  int first = start + (int) g_utf8_strlen (fields->text, (gssize) span->start);
  int last = start + (int) g_utf8_strlen (fields->text, (gssize) span->end);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, first);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, last);
  gtk_text_buffer_apply_tag_by_name (buffer, span_tags[span->kind], &from, &to);
  add_spot (self, fields, span, first, last);
}

static char *
make_bullet (const RubBlockFields *fields)
{
  if (fields->kind == RUB_BLOCK_ITEM)
    return g_strdup (BULLET);
  if (fields->kind == RUB_BLOCK_STEP)
    return g_strdup_printf ("%d.\t", fields->number);

  return g_strdup ("");
}

static void
append_block (RubArticleBuffer *self, const RubBlockFields *fields)
{
  g_autofree char *bullet = make_bullet (fields);
  g_autofree char *line = g_strconcat (bullet, fields->text, NULL);
  int start = append_paragraph (self, line, get_tag_name (fields));
  int text_start = start + (int) g_utf8_strlen (bullet, -1);

  g_array_append_val (self->starts, start);
  for (gsize i = 0; i < fields->n_spans; i++)
    mark_span (self, fields, &fields->spans[i], text_start);
}

static const RubBlockFields *
get_fields (RubArticleBuffer *self, guint index)
{
  return rub_block_get_fields (rub_article_get_block (self->article, index));
}

/* Appends the sources from block @index on behind a line that shows and hides them.
 * Returns: the first block behind them. */
static guint
append_sources (RubArticleBuffer *self, guint index)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  guint end = index;
  g_autofree char *title = NULL;
  RubSpot fold = { .kind = RUB_SPOT_FOLD };
  GtkTextIter from, to;

  while (end < rub_article_get_n_blocks (self->article)
         && get_fields (self, end)->kind == RUB_BLOCK_SOURCE)
    end++;

  title = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Source (%u)", "Sources (%u)", end - index), end - index);
  fold.start = append_paragraph (self, title, RUB_TAG_FOLD);
  fold.end = get_length (self) - 1;
  fold.tag = gtk_text_buffer_create_tag (buffer, NULL, "invisible", TRUE, NULL);
  g_array_append_val (self->spots, fold);

  for (guint i = index; i < end; i++)
    append_block (self, get_fields (self, i));
  gtk_text_buffer_get_iter_at_offset (buffer, &from, fold.end + 1);
  gtk_text_buffer_get_end_iter (buffer, &to);
  gtk_text_buffer_apply_tag (buffer, fold.tag, &from, &to);

  return end;
}

static void
fill (RubArticleBuffer *self)
{
  guint minutes = rub_article_get_reading_min (self->article);
  g_autofree char *byline = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u-minute read", "%u-minute read", minutes), minutes);

  append_paragraph (self, rub_article_get_title (self->article), RUB_TAG_TITLE);
  append_paragraph (self, byline, RUB_TAG_BYLINE);
  for (guint i = 0; i < rub_article_get_n_blocks (self->article);)
    if (get_fields (self, i)->kind == RUB_BLOCK_SOURCE)
      i = append_sources (self, i);
    else
      append_block (self, get_fields (self, i++));
}

static void
rub_article_buffer_finalize (GObject *object)
{
  RubArticleBuffer *self = RUB_ARTICLE_BUFFER (object);

  g_clear_object (&self->article);
  g_array_unref (self->starts);
  g_array_unref (self->spots);

  G_OBJECT_CLASS (rub_article_buffer_parent_class)->finalize (object);
}

static void
rub_article_buffer_class_init (RubArticleBufferClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_article_buffer_finalize;
}

static void
rub_article_buffer_init (RubArticleBuffer *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (int));
  self->spots = g_array_new (FALSE, FALSE, sizeof (RubSpot));
}

RubArticleBuffer *
rub_article_buffer_new (RubArticle *article)
{
  g_autoptr (GtkTextTagTable) tags = rub_article_style_new_tags ();
  RubArticleBuffer *self;
  GtkTextIter start;

  g_return_val_if_fail (RUB_IS_ARTICLE (article), NULL);

  self = g_object_new (RUB_TYPE_ARTICLE_BUFFER, "tag-table", tags, "enable-undo", FALSE, NULL);
  self->article = g_object_ref (article);
  fill (self);
  /* Inserting left the cursor at the end, which is where a view would open. */
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);

  return self;
}

RubArticle *
rub_article_buffer_get_article (RubArticleBuffer *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE_BUFFER (self), NULL);

  return self->article;
}

int
rub_article_buffer_get_block_at (RubArticleBuffer *self, const GtkTextIter *iter)
{
  guint low = 0, high;
  int offset;

  g_return_val_if_fail (RUB_IS_ARTICLE_BUFFER (self), 0);
  g_return_val_if_fail (iter != NULL, 0);

  offset = gtk_text_iter_get_offset (iter);
  high = self->starts->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->starts, int, middle) <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return MAX (0, (int) low - 1);
}

void
rub_article_buffer_get_block_start (RubArticleBuffer *self, int block, GtkTextIter *iter)
{
  int offset = 0;

  g_return_if_fail (RUB_IS_ARTICLE_BUFFER (self));
  g_return_if_fail (iter != NULL);

  if (block > 0 && self->starts->len > 0)
    offset = g_array_index (self->starts, int, MIN ((guint) block, self->starts->len - 1));
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), iter, offset);
}

const RubSpot *
rub_article_buffer_get_spots (RubArticleBuffer *self, guint *n_spots)
{
  g_return_val_if_fail (RUB_IS_ARTICLE_BUFFER (self), NULL);
  g_return_val_if_fail (n_spots != NULL, NULL);

  *n_spots = self->spots->len;

  return (const RubSpot *) (gpointer) self->spots->data;
}

int
rub_article_buffer_find_link (RubArticleBuffer *self, const GtkTextIter *iter)
{
  int offset;

  g_return_val_if_fail (RUB_IS_ARTICLE_BUFFER (self), -1);
  g_return_val_if_fail (iter != NULL, -1);

  offset = gtk_text_iter_get_offset (iter);
  for (guint i = 0; i < self->spots->len; i++)
    {
      const RubSpot *spot = &g_array_index (self->spots, RubSpot, i);

      if (spot->kind != RUB_SPOT_LABEL && spot->start <= offset && offset < spot->end)
        return (int) i;
    }

  return -1;
}

/* Returns: (nullable): the fold whose sources @iter is among. */
static const RubSpot *
find_fold (RubArticleBuffer *self, const GtkTextIter *iter)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      const RubSpot *spot = &g_array_index (self->spots, RubSpot, i);

      if (spot->tag != NULL && gtk_text_iter_has_tag (iter, spot->tag))
        return spot;
    }

  return NULL;
}

gboolean
rub_article_buffer_is_visible (RubArticleBuffer *self, const GtkTextIter *iter)
{
  const RubSpot *fold;

  g_return_val_if_fail (RUB_IS_ARTICLE_BUFFER (self), FALSE);
  g_return_val_if_fail (iter != NULL, FALSE);

  fold = find_fold (self, iter);

  return fold == NULL || rub_article_buffer_is_open (self, fold);
}

gboolean
rub_article_buffer_is_shown (RubArticleBuffer *self, int index)
{
  GtkTextIter iter;

  g_return_val_if_fail (RUB_IS_ARTICLE_BUFFER (self), FALSE);
  g_return_val_if_fail (index >= 0 && (guint) index < self->spots->len, FALSE);

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &iter,
                                      g_array_index (self->spots, RubSpot, index).start);

  return rub_article_buffer_is_visible (self, &iter);
}

gboolean
rub_article_buffer_is_open (RubArticleBuffer *self, const RubSpot *fold)
{
  gboolean is_hidden;

  g_return_val_if_fail (RUB_IS_ARTICLE_BUFFER (self), FALSE);
  g_return_val_if_fail (fold != NULL && fold->kind == RUB_SPOT_FOLD, FALSE);

  g_object_get (fold->tag, "invisible", &is_hidden, NULL);

  return !is_hidden;
}

void
rub_article_buffer_set_open (RubArticleBuffer *self, const RubSpot *fold, gboolean is_open)
{
  g_return_if_fail (RUB_IS_ARTICLE_BUFFER (self));
  g_return_if_fail (fold != NULL && fold->kind == RUB_SPOT_FOLD);

  g_object_set (fold->tag, "invisible", !is_open, NULL);
}

void
rub_article_buffer_reveal (RubArticleBuffer *self, const GtkTextIter *iter)
{
  const RubSpot *fold;

  g_return_if_fail (RUB_IS_ARTICLE_BUFFER (self));
  g_return_if_fail (iter != NULL);

  fold = find_fold (self, iter);
  if (fold != NULL)
    rub_article_buffer_set_open (self, fold, TRUE);
}

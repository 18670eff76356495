/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-buffer.h"

#include <glib/gi18n-lib.h>

#include "rub-article-byline.h"
#include "rub-article-style.h"
#include "rub-mention-words.h"

#define BULLET "•\t"
/* A picture, and the end of its line. */
#define PICTURE_CHARS 2
#define TARGET_WHEN_NOT "read.when-not"

struct _RubArticleBuffer
{
  GtkTextBuffer parent_instance;

  /* Owned */
  RubArticle *article;
  GArray *starts; /* of int: where each block starts, in characters */
  GArray *spots;  /* of RubSpot */
  GArray *places;   /* of RubPicturePlace */
  GHashTable *pictures; /* nullable */
  GPtrArray *cards; /* of the words of each block's card; NULL: none */
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

/* The ends of lines have no tag, so that one starts anew in each line: where none does, GTK may
 * set a line as another one above it, if those between were laid out before. */
static void
tag_lines (RubArticleBuffer *self, const char *tag_name, int start, int end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  while (gtk_text_iter_get_offset (&from) < end)
    {
      to = from;
      if (!gtk_text_iter_ends_line (&to))
        gtk_text_iter_forward_to_line_end (&to);
      gtk_text_buffer_apply_tag_by_name (buffer, tag_name, &from, &to);
      if (!gtk_text_iter_forward_line (&from))
        return;
    }
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
  gtk_text_buffer_insert (buffer, &end, line, -1);
  tag_lines (self, tag_name, start, get_length (self));

  return start;
}

static void
add_spot (RubArticleBuffer *self, const RubBlockFields *fields, const RubSpan *span, int start,
          int end)
{
  RubSpot spot = { .start = start, .end = end, .target = span->target };

  if (span->kind == RUB_SPAN_LABEL)
    spot.kind = fields->why != NULL ? RUB_SPOT_BADGE : RUB_SPOT_LABEL;
  else if (span->kind == RUB_SPAN_LINK && fields->kind == RUB_BLOCK_LINK)
    spot.kind = RUB_SPOT_BUTTON;
  else if (span->kind == RUB_SPAN_LINK && rub_mention_words_get_stems (span->target) != NULL)
    spot.kind = RUB_SPOT_MENTION;
  else if (span->kind == RUB_SPAN_LINK)
    spot.kind = RUB_SPOT_LINK;
  else
    return;
  spot.block = self->starts->len - 1;
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

/* Returns: (nullable): the file of the picture that @fields are of. */
static const char *
find_picture (RubArticleBuffer *self, const RubBlockFields *fields)
{
  return self->pictures != NULL && fields->address != NULL
           ? g_hash_table_lookup (self->pictures, fields->address)
           : NULL;
}

/* A picture stands on a line of its own above its caption, and is one character. */
static void
append_picture (RubArticleBuffer *self, const RubBlockFields *fields, const char *path)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  RubPicturePlace place = { self->starts->len, path, NULL };
  int start = get_length (self);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  place.anchor = g_object_ref (gtk_text_buffer_create_child_anchor (buffer, &end));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, "\n", 1, RUB_TAG_CAPTION, NULL);
  append_paragraph (self, fields->text, RUB_TAG_CAPTION);
  g_array_append_val (self->starts, start);
  g_array_append_val (self->places, place);
}

static const RubBlockFields *
get_fields (RubArticleBuffer *self, guint index)
{
  return rub_block_get_fields (rub_article_get_block (self->article, index));
}

/* A card has no words yet: it starts, and ends, where the next block starts. */
static void
add_card (RubArticleBuffer *self)
{
  RubSpot card = { .kind = RUB_SPOT_CARD, .start = get_length (self), .end = get_length (self) };

  card.block = self->starts->len;
  card.target = get_fields (self, card.block)->figure == RUB_FIGURE_MASSAGES_LATELY
                  ? "win.show-page::plan"
                  : "win.show-page::body";
  g_array_append_val (self->starts, card.start);
  g_array_append_val (self->spots, card);
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

/* When not to massage is one step away from the first line on. */
static void
append_byline (RubArticleBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *byline = rub_article_byline_make (self->article);
  RubSpot way = { .kind = RUB_SPOT_WAY, .target = TARGET_WHEN_NOT };
  GtkTextIter from, to;

  if (!rub_article_byline_has_when_not (self->article))
    {
      append_paragraph (self, byline, RUB_TAG_BYLINE);
      return;
    }

  append_paragraph (self, byline, RUB_TAG_BYLINE_FIRST);
  way.start = append_paragraph (self, _("When Not to Massage"), RUB_TAG_BYLINE);
  way.end = get_length (self) - 1;
  g_array_append_val (self->spots, way);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, way.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, way.end);
  gtk_text_buffer_apply_tag_by_name (buffer, RUB_TAG_LINK, &from, &to);
}

static void
append_any (RubArticleBuffer *self, const RubBlockFields *fields)
{
  const char *path = find_picture (self, fields);

  if (path != NULL)
    append_picture (self, fields, path);
  else
    append_block (self, fields);
}

static void
fill (RubArticleBuffer *self)
{
  append_paragraph (self, rub_article_get_title (self->article), RUB_TAG_TITLE);
  append_byline (self);
  for (guint i = 0; i < rub_article_get_n_blocks (self->article);)
    if (get_fields (self, i)->kind == RUB_BLOCK_SOURCE)
      i = append_sources (self, i);
    else if (get_fields (self, i)->kind == RUB_BLOCK_CARD)
      {
        add_card (self);
        i++;
      }
    else
      append_any (self, get_fields (self, i++));
}

/* Everything behind spot @index, a card, moves by @delta characters. */
static void
shift (RubArticleBuffer *self, guint index, int delta)
{
  RubSpot *spots = &g_array_index (self->spots, RubSpot, 0);

  for (guint i = spots[index].block + 1; i < self->starts->len; i++)
    g_array_index (self->starts, int, i) += delta;
  for (guint i = index + 1; i < self->spots->len; i++)
    {
      spots[i].start += delta;
      spots[i].end += delta;
    }
}

/* Takes the words of the card out. Returns: how many characters that was, line ends included. */
static int
clear_card (RubArticleBuffer *self, const RubSpot *card)
{
  int length = card->end > card->start ? card->end + 1 - card->start : 0;
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &from, card->start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &to, card->start + length);
  gtk_text_buffer_delete (GTK_TEXT_BUFFER (self), &from, &to);

  return length;
}

/* Returns: how many characters were put in. Tags around them do not reach into them. */
static int
write_card (RubArticleBuffer *self, const RubSpot *card, const char *words)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const char *lead = get_fields (self, card->block)->text;
  g_autofree char *text = g_strconcat (lead, "\n", words, "\n", NULL);
  int middle = card->start + (int) g_utf8_strlen (lead, -1) + 1;
  int end = middle + (int) g_utf8_strlen (words, -1) + 1;
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &to, card->start);
  gtk_text_buffer_insert (buffer, &to, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, card->start);
  gtk_text_buffer_remove_all_tags (buffer, &from, &to);
  tag_lines (self, RUB_TAG_CARD_LEAD, card->start, middle);
  tag_lines (self, RUB_TAG_CARD, middle, end);

  return end - card->start;
}

static void
set_card (RubArticleBuffer *self, guint index, const char *words)
{
  RubSpot *card = &g_array_index (self->spots, RubSpot, index);
  int n_before = clear_card (self, card);
  int n_now = words != NULL ? write_card (self, card, words) : 0;

  card->end = card->start + MAX (0, n_now - 1);
  shift (self, index, n_now - n_before);
}

static void
rub_article_buffer_finalize (GObject *object)
{
  RubArticleBuffer *self = RUB_ARTICLE_BUFFER (object);

  g_clear_object (&self->article);
  g_array_unref (self->starts);
  g_array_unref (self->spots);
  g_array_unref (self->places);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (rub_article_buffer_parent_class)->finalize (object);
}

static void
rub_article_buffer_class_init (RubArticleBufferClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_article_buffer_finalize;
}

static void
clear_place (gpointer data)
{
  g_object_unref (((RubPicturePlace *) data)->anchor);
}

static void
rub_article_buffer_init (RubArticleBuffer *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (int));
  self->spots = g_array_new (FALSE, FALSE, sizeof (RubSpot));
  self->places = g_array_new (FALSE, FALSE, sizeof (RubPicturePlace));
  g_array_set_clear_func (self->places, clear_place);
}

RubArticleBuffer *
rub_article_buffer_new (RubArticle *article, GHashTable *pictures)
{
  g_autoptr (GtkTextTagTable) tags = rub_article_style_new_tags ();
  RubArticleBuffer *self;
  GtkTextIter start;

  g_return_val_if_fail (RUB_IS_ARTICLE (article), NULL);

  self = g_object_new (RUB_TYPE_ARTICLE_BUFFER, "tag-table", tags, "enable-undo", FALSE, NULL);
  self->article = g_object_ref (article);
  self->pictures = pictures != NULL ? g_hash_table_ref (pictures) : NULL;
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

const RubPicturePlace *
rub_article_buffer_get_pictures (RubArticleBuffer *self, guint *n_places)
{
  g_return_val_if_fail (RUB_IS_ARTICLE_BUFFER (self), NULL);
  g_return_val_if_fail (n_places != NULL, NULL);

  *n_places = self->places->len;

  return (const RubPicturePlace *) (gpointer) self->places->data;
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

/* Returns: where the text of @block starts, which is behind its bullet or picture. */
static int
get_text_start (RubArticleBuffer *self, guint block)
{
  g_autofree char *bullet = make_bullet (get_fields (self, block));
  int before = find_picture (self, get_fields (self, block)) != NULL
                 ? PICTURE_CHARS
                 : (int) g_utf8_strlen (bullet, -1);

  return g_array_index (self->starts, int, block) + before;
}

/* Sets @byte to the place of @offset in the text of @block, or the nearest one in it. */
static void
get_byte_at (RubArticleBuffer *self, guint block, int offset, gsize *byte)
{
  const char *text = get_fields (self, block)->text;
  int n_chars = offset - get_text_start (self, block);

  n_chars = CLAMP (n_chars, 0, (int) g_utf8_strlen (text, -1));
  *byte = (gsize) (g_utf8_offset_to_pointer (text, n_chars) - text);
}

gboolean
rub_article_buffer_get_stretch (RubArticleBuffer *self, const GtkTextIter *from,
                                const GtkTextIter *to, RubStretch *stretch)
{
  GtkTextIter last;

  g_return_val_if_fail (RUB_IS_ARTICLE_BUFFER (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);
  g_return_val_if_fail (stretch != NULL, FALSE);

  last = *to;
  if (self->starts->len == 0 || gtk_text_iter_compare (from, to) >= 0
      || !gtk_text_iter_backward_char (&last))
    return FALSE;

  stretch->block = (guint) rub_article_buffer_get_block_at (self, from);
  stretch->end_block = (guint) rub_article_buffer_get_block_at (self, &last);
  get_byte_at (self, stretch->block, gtk_text_iter_get_offset (from), &stretch->start);
  get_byte_at (self, stretch->end_block, gtk_text_iter_get_offset (to), &stretch->end);

  return rub_stretch_is_in (stretch, self->article);
}

void
rub_article_buffer_get_stretch_bounds (RubArticleBuffer *self, const RubStretch *stretch,
                                       GtkTextIter *from, GtkTextIter *to)
{
  g_return_if_fail (RUB_IS_ARTICLE_BUFFER (self));
  g_return_if_fail (stretch != NULL && rub_stretch_is_in (stretch, self->article));
  g_return_if_fail (from != NULL && to != NULL);

  rub_article_buffer_get_text_iter (self, (int) stretch->block, stretch->start, from);
  rub_article_buffer_get_text_iter (self, (int) stretch->end_block, stretch->end, to);
}

void
rub_article_buffer_get_text_iter (RubArticleBuffer *self, int block, gsize byte, GtkTextIter *iter)
{
  const char *text;
  int start;

  g_return_if_fail (RUB_IS_ARTICLE_BUFFER (self));
  g_return_if_fail (block < (int) self->starts->len);
  g_return_if_fail (iter != NULL);

  text = block < 0 ? rub_article_get_title (self->article) : get_fields (self, (guint) block)->text;
  start = block < 0 ? 0 : get_text_start (self, (guint) block);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), iter,
                                      start + (int) g_utf8_strlen (text, (gssize) byte));
}

const RubSpot *
rub_article_buffer_get_spots (RubArticleBuffer *self, guint *n_spots)
{
  g_return_val_if_fail (RUB_IS_ARTICLE_BUFFER (self), NULL);
  g_return_val_if_fail (n_spots != NULL, NULL);

  *n_spots = self->spots->len;

  return (const RubSpot *) (gpointer) self->spots->data;
}

static const char *
get_words (GPtrArray *cards, guint block)
{
  return cards != NULL && block < cards->len ? cards->pdata[block] : NULL;
}

gboolean
rub_article_buffer_set_cards (RubArticleBuffer *self, GPtrArray *words)
{
  g_autoptr (GPtrArray) previous = NULL;
  gboolean is_other = FALSE;

  g_return_val_if_fail (RUB_IS_ARTICLE_BUFFER (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  previous = g_steal_pointer (&self->cards);
  self->cards = g_ptr_array_ref (words);
  for (guint i = 0; i < self->spots->len; i++)
    {
      const RubSpot *spot = &g_array_index (self->spots, RubSpot, i);
      const char *now = spot->kind == RUB_SPOT_CARD ? get_words (words, spot->block) : NULL;

      if (spot->kind != RUB_SPOT_CARD
          || g_strcmp0 (get_words (previous, spot->block), now) == 0)
        continue;
      set_card (self, i, now);
      is_other = TRUE;
    }

  return is_other;
}

gboolean
rub_spot_is_active (const RubSpot *spot)
{
  g_return_val_if_fail (spot != NULL, FALSE);

  return spot->kind != RUB_SPOT_LABEL && (spot->kind != RUB_SPOT_CARD || spot->end > spot->start);
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

      if (rub_spot_is_active (spot) && spot->start <= offset && offset < spot->end)
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

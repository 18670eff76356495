/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-document-draft.h"

#include <string.h>

/* The most text in one block. What is longer is no paragraph, and goes on in the next. */
#define MAX_BLOCK_BYTES (256 * 1024)

struct _RubDocumentDraft
{
  GPtrArray *blocks;
  GString *text;
  GArray *spans; /* of RubSpan, of the open block */
  GArray *stack; /* of RubSpan, without places */
  GStringChunk *targets;
  RubBlockKind kind;
  int number;
  gboolean is_open;
};

RubDocumentDraft *
rub_document_draft_new (void)
{
  RubDocumentDraft *self = g_new0 (RubDocumentDraft, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, TRUE, sizeof (RubSpan));
  self->stack = g_array_new (FALSE, TRUE, sizeof (RubSpan));
  self->targets = g_string_chunk_new (256);

  return self;
}

void
rub_document_draft_free (RubDocumentDraft *self)
{
  g_ptr_array_unref (self->blocks);
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_array_unref (self->stack);
  g_string_chunk_free (self->targets);
  g_free (self);
}

static gboolean
keeps_space (RubDocumentDraft *self)
{
  return self->kind == RUB_BLOCK_CODE || self->kind == RUB_BLOCK_TABLE;
}

/* Cuts white space at both ends of @span. Returns: whether anything is left. */
static gboolean
trim_span (RubSpan *span, const char *text)
{
  while (span->start < span->end && g_ascii_isspace (text[span->start]))
    span->start++;
  while (span->start < span->end && g_ascii_isspace (text[span->end - 1]))
    span->end--;

  return span->start < span->end;
}

static void
trim_spans (RubDocumentDraft *self)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      RubSpan span = g_array_index (self->spans, RubSpan, i);

      span.end = MIN (span.end, self->text->len);
      /* A heading is strong by itself. */
      if (self->kind == RUB_BLOCK_HEADING
          && (span.kind == RUB_SPAN_STRONG || span.kind == RUB_SPAN_EMPHASIS))
        continue;
      if (trim_span (&span, self->text->str))
        g_array_index (self->spans, RubSpan, n_kept++) = span;
    }
  g_array_set_size (self->spans, n_kept);
}

static void
trim_text (RubDocumentDraft *self)
{
  gsize length = self->text->len;

  if (self->kind == RUB_BLOCK_CODE)
    while (length > 0 && self->text->str[length - 1] == '\n')
      length--;
  else
    while (length > 0 && g_ascii_isspace (self->text->str[length - 1]))
      length--;
  g_string_truncate (self->text, length);
}

void
rub_document_draft_close (RubDocumentDraft *self)
{
  RubBlockFields fields = { .kind = self->kind };

  g_return_if_fail (self != NULL);

  trim_text (self);
  if (self->is_open && self->text->len > 0)
    {
      trim_spans (self);
      if (self->kind == RUB_BLOCK_HEADING)
        fields.level = CLAMP (self->number, 1, 6);
      if (self->kind == RUB_BLOCK_STEP)
        fields.number = MAX (self->number, 0);
      fields.text = self->text->str;
      fields.spans = (const RubSpan *) (gpointer) self->spans->data;
      fields.n_spans = keeps_space (self) ? 0 : self->spans->len;
      g_ptr_array_add (self->blocks, rub_block_new (&fields));
    }
  g_string_truncate (self->text, 0);
  g_array_set_size (self->spans, 0);
  self->is_open = FALSE;
  self->kind = RUB_BLOCK_PARAGRAPH;
}

void
rub_document_draft_open (RubDocumentDraft *self, RubBlockKind kind, int number)
{
  g_return_if_fail (self != NULL);

  rub_document_draft_close (self);
  self->kind = kind;
  self->number = number;
  self->is_open = TRUE;
}

gboolean
rub_document_draft_is_open (RubDocumentDraft *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_open && self->text->len > 0;
}

/* The spans of a block do not overlap, so that one of those around the text goes for all. */
static const RubSpan *
get_span (RubDocumentDraft *self)
{
  for (guint i = self->stack->len; i > 0; i--)
    if (g_array_index (self->stack, RubSpan, i - 1).kind == RUB_SPAN_LINK)
      return &g_array_index (self->stack, RubSpan, i - 1);

  for (guint i = self->stack->len; i > 0; i--)
    if (g_array_index (self->stack, RubSpan, i - 1).kind != RUB_SPAN_N_KINDS)
      return &g_array_index (self->stack, RubSpan, i - 1);

  return NULL;
}

static void
mark (RubDocumentDraft *self, gsize start)
{
  const RubSpan *around = get_span (self);
  RubSpan span;

  if (around == NULL || self->text->len == start || keeps_space (self))
    return;

  span = *around;
  span.start = start;
  span.end = self->text->len;
  if (self->spans->len > 0)
    {
      RubSpan *last = &g_array_index (self->spans, RubSpan, self->spans->len - 1);

      if (last->kind == span.kind && last->target == span.target && last->end == start)
        {
          last->end = span.end;
          return;
        }
    }
  g_array_append_val (self->spans, span);
}

static void
append_collapsed (RubDocumentDraft *self, const char *text, gsize size)
{
  const char *end = text + size;
  gboolean is_space = self->text->len == 0 || self->text->str[self->text->len - 1] == ' ';

  while (text < end)
    {
      gunichar c = g_utf8_get_char (text);
      const char *next = g_utf8_next_char (text);

      if (c == 0x200b || c == 0xfeff || c == 0xad)
        ;
      else if (c == ' ' || c == 0xa0 || g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          if (!is_space)
            g_string_append_c (self->text, ' ');
          is_space = TRUE;
        }
      else
        {
          g_string_append_len (self->text, text, next - text);
          is_space = FALSE;
        }
      text = next;
    }
}

/* Only what a line of code may hold: no bell, and a new line by any other name is one. */
static void
append_kept (RubDocumentDraft *self, const char *text, gsize size)
{
  for (gsize i = 0; i < size; i++)
    {
      if (text[i] == '\r')
        {
          if (i + 1 >= size || text[i + 1] != '\n')
            g_string_append_c (self->text, '\n');
        }
      else if (text[i] == '\n' || text[i] == '\t' || (guchar) text[i] >= ' ')
        g_string_append_c (self->text, text[i]);
    }
}

void
rub_document_draft_add_text (RubDocumentDraft *self, const char *text, gssize size)
{
  gsize length = size < 0 ? strlen (text) : (gsize) size;
  gsize start;

  g_return_if_fail (self != NULL);

  if (self->is_open && self->text->len > MAX_BLOCK_BYTES)
    rub_document_draft_open (self, self->kind, self->number);
  if (!self->is_open)
    rub_document_draft_open (self, RUB_BLOCK_PARAGRAPH, 0);
  start = self->text->len;
  if (keeps_space (self))
    append_kept (self, text, length);
  else
    append_collapsed (self, text, length);
  mark (self, start);
}

void
rub_document_draft_push_span (RubDocumentDraft *self, RubSpanKind kind, const char *target)
{
  RubSpan span = { .kind = kind };

  g_return_if_fail (self != NULL);
  g_return_if_fail ((kind == RUB_SPAN_LINK) == (target != NULL));

  if (target != NULL)
    span.target = g_string_chunk_insert_const (self->targets, target);
  g_array_append_val (self->stack, span);
}

void
rub_document_draft_pop_span (RubDocumentDraft *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->stack->len > 0);

  g_array_set_size (self->stack, self->stack->len - 1);
}

void
rub_document_draft_add_picture (RubDocumentDraft *self, const char *address, const char *caption)
{
  RubBlockFields fields = { .kind = RUB_BLOCK_PICTURE, .address = address };

  g_return_if_fail (self != NULL);
  g_return_if_fail (address != NULL);
  g_return_if_fail (caption != NULL);

  rub_document_draft_close (self);
  append_collapsed (self, caption, strlen (caption));
  trim_text (self);
  fields.text = self->text->str;
  g_ptr_array_add (self->blocks, rub_block_new (&fields));
  g_string_truncate (self->text, 0);
}

GPtrArray *
rub_document_draft_get_blocks (RubDocumentDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->blocks;
}

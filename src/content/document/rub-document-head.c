/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-document-head.h"

#include <string.h>

#define MAX_FIELD_BYTES 600

void
rub_document_head_clear (RubDocumentHead *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->language, g_free);
}

void
rub_document_head_take (char **field, const char *value)
{
  g_autoptr (RubDocumentDraft) draft = NULL;
  GPtrArray *blocks;

  g_return_if_fail (field != NULL);

  if (*field != NULL || value == NULL || strlen (value) > MAX_FIELD_BYTES)
    return;

  /* The draft knows what white space is. */
  draft = rub_document_draft_new ();
  rub_document_draft_add_text (draft, value, -1);
  rub_document_draft_close (draft);
  blocks = rub_document_draft_get_blocks (draft);
  if (blocks->len > 0)
    *field = g_strdup (rub_block_get_text (blocks->pdata[0]));
}

static gboolean
is_heading (GPtrArray *blocks, guint index)
{
  return rub_block_get_fields (blocks->pdata[index])->kind == RUB_BLOCK_HEADING;
}

/* A title of several words in a first heading is better than the name of a file, but a heading
 * that others of its level follow is one of theirs. */
static void
take_title (RubDocumentHead *self, GPtrArray *blocks)
{
  if (blocks->len == 0 || !is_heading (blocks, 0))
    return;
  if (self->title == NULL)
    self->title = g_strdup (rub_block_get_text (blocks->pdata[0]));
  if (g_str_equal (self->title, rub_block_get_text (blocks->pdata[0])))
    g_ptr_array_remove_index (blocks, 0);
}

static void
normalise_levels (GPtrArray *blocks)
{
  gboolean is_used[8] = { FALSE };
  int levels[8];
  int next = RUB_HEADING_MIN_LEVEL;

  for (guint i = 0; i < blocks->len; i++)
    if (is_heading (blocks, i))
      is_used[CLAMP (rub_block_get_fields (blocks->pdata[i])->level, 1, 7)] = TRUE;
  for (int i = 1; i < 8; i++)
    {
      levels[i] = MIN (next, RUB_HEADING_MAX_LEVEL);
      next += is_used[i];
    }
  for (guint i = 0; i < blocks->len; i++)
    if (is_heading (blocks, i))
      {
        RubBlockFields fields = *rub_block_get_fields (blocks->pdata[i]);
        RubBlock *old = blocks->pdata[i];

        fields.level = levels[CLAMP (fields.level, 1, 7)];
        blocks->pdata[i] = rub_block_new (&fields);
        g_object_unref (old);
      }
}

static char *
make_title (const RubDocumentSource *source)
{
  char *title = g_strdup (source->name != NULL ? source->name : source->address);
  char *dot = title != NULL ? strrchr (title, '.') : NULL;

  if (dot != NULL && dot != title && source->name != NULL)
    *dot = '\0';

  return title != NULL ? title : g_strdup ("");
}

RubArticle *
rub_document_head_finish (RubDocumentHead *self, RubDocumentDraft *draft,
                          const RubDocumentSource *source)
{
  RubArticleFields fields = { .address = source->address };
  GPtrArray *blocks;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (draft != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  rub_document_draft_close (draft);
  blocks = rub_document_draft_get_blocks (draft);
  take_title (self, blocks);
  while (blocks->len > 0 && is_heading (blocks, blocks->len - 1))
    g_ptr_array_set_size (blocks, (int) blocks->len - 1);
  if (blocks->len == 0)
    return NULL;

  normalise_levels (blocks);
  if (self->title == NULL)
    self->title = make_title (source);
  fields.title = self->title;
  fields.author = self->author;
  fields.date = self->date;
  fields.language = self->language != NULL ? self->language : "und";
  fields.id = source->address != NULL ? source->address : self->title;

  return rub_article_new_full (&fields, blocks);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-markdown.h"

#include <string.h>

#include <libxml/HTMLparser.h>
#include <md4c.h>

#include "rub-document-head.h"
#include "rub-link.h"

typedef struct
{
  RubDocumentDraft *draft;
  const RubDocumentSource *source;
  GArray *lists; /* of int: number of the next item, or -1 of a list with bullets */
  GPtrArray *pictures; /* of address and caption, in turn */
  GString *caption;
  guint n_images; /* around the text */
  guint n_quotes;
  gboolean is_first_cell;
} Reader;

static char *
take_attribute (const MD_ATTRIBUTE *attribute)
{
  return g_strndup (attribute->text != NULL ? attribute->text : "", attribute->size);
}

static void
open_item (Reader *self)
{
  int *next = &g_array_index (self->lists, int, self->lists->len - 1);

  if (*next < 0)
    rub_document_draft_open (self->draft, RUB_BLOCK_ITEM, 0);
  else
    rub_document_draft_open (self->draft, RUB_BLOCK_STEP, (*next)++);
}

static void
open_list (Reader *self, int number)
{
  g_array_append_val (self->lists, number);
}

static void
open_row (Reader *self, gboolean is_first)
{
  if (!is_first)
    rub_document_draft_add_text (self->draft, "\n", 1);
  self->is_first_cell = TRUE;
}

static int
on_enter_block_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  Reader *self = data;

  if (type == MD_BLOCK_QUOTE)
    self->n_quotes++;
  else if (type == MD_BLOCK_UL)
    open_list (self, -1);
  else if (type == MD_BLOCK_OL)
    open_list (self, (int) MIN (((MD_BLOCK_OL_DETAIL *) detail)->start, 999999));
  else if (type == MD_BLOCK_LI)
    open_item (self);
  else if (type == MD_BLOCK_H)
    rub_document_draft_open (self->draft, RUB_BLOCK_HEADING,
                             (int) ((MD_BLOCK_H_DETAIL *) detail)->level);
  else if (type == MD_BLOCK_CODE)
    rub_document_draft_open (self->draft, RUB_BLOCK_CODE, 0);
  else if (type == MD_BLOCK_TABLE)
    rub_document_draft_open (self->draft, RUB_BLOCK_TABLE, 0);
  else if (type == MD_BLOCK_TR)
    open_row (self, !rub_document_draft_is_open (self->draft));
  else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
    {
      if (!self->is_first_cell)
        rub_document_draft_add_text (self->draft, "\t", 1);
      self->is_first_cell = FALSE;
    }
  else if (type == MD_BLOCK_P && self->n_quotes > 0)
    rub_document_draft_open (self->draft, RUB_BLOCK_QUOTE, 0);
  else if (type == MD_BLOCK_P
           && (self->lists->len == 0 || rub_document_draft_is_open (self->draft)))
    rub_document_draft_open (self->draft, RUB_BLOCK_PARAGRAPH, 0);

  return 0;
}

static void
add_pictures (Reader *self)
{
  for (guint i = 0; i + 1 < self->pictures->len; i += 2)
    rub_document_draft_add_picture (self->draft, self->pictures->pdata[i],
                                    self->pictures->pdata[i + 1]);
  g_ptr_array_set_size (self->pictures, 0);
}

static int
on_leave_block_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  Reader *self = data;

  if (type == MD_BLOCK_QUOTE)
    self->n_quotes--;
  else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
    g_array_set_size (self->lists, self->lists->len - 1);
  if (type == MD_BLOCK_P || type == MD_BLOCK_LI || type == MD_BLOCK_H || type == MD_BLOCK_CODE
      || type == MD_BLOCK_TABLE)
    {
      rub_document_draft_close (self->draft);
      add_pictures (self);
    }

  return 0;
}

static void
enter_link (Reader *self, const MD_SPAN_A_DETAIL *detail)
{
  g_autofree char *target = take_attribute (&detail->href);
  g_autofree char *address = rub_link_resolve (self->source->address, target);

  if (address != NULL)
    rub_document_draft_push_span (self->draft, RUB_SPAN_LINK, address);
  else
    rub_document_draft_push_span (self->draft, RUB_SPAN_N_KINDS, NULL);
}

static int
on_enter_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  Reader *self = data;

  if (type == MD_SPAN_IMG)
    self->n_images++;
  else if (self->n_images > 0)
    return 0;
  else if (type == MD_SPAN_A)
    enter_link (self, detail);
  else if (type == MD_SPAN_STRONG)
    rub_document_draft_push_span (self->draft, RUB_SPAN_STRONG, NULL);
  else if (type == MD_SPAN_CODE)
    rub_document_draft_push_span (self->draft, RUB_SPAN_CODE, NULL);
  else
    rub_document_draft_push_span (self->draft, RUB_SPAN_EMPHASIS, NULL);

  return 0;
}

static void
leave_image (Reader *self, const MD_SPAN_IMG_DETAIL *detail)
{
  g_autofree char *target = take_attribute (&detail->src);
  char *address = rub_link_resolve (self->source->address, target);

  if (address != NULL)
    {
      g_ptr_array_add (self->pictures, address);
      g_ptr_array_add (self->pictures, g_strdup (self->caption->str));
    }
  g_string_truncate (self->caption, 0);
}

static int
on_leave_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  Reader *self = data;

  if (type == MD_SPAN_IMG)
    {
      if (--self->n_images == 0)
        leave_image (self, detail);
    }
  else if (self->n_images == 0)
    rub_document_draft_pop_span (self->draft);

  return 0;
}

static void
add_text (Reader *self, const char *text, gsize size)
{
  if (self->n_images > 0)
    g_string_append_len (self->caption, text, (gssize) size);
  else
    rub_document_draft_add_text (self->draft, text, (gssize) size);
}

static void
add_entity (Reader *self, const char *text, gsize size)
{
  g_autofree char *name = g_strndup (text + 1, size > 2 ? size - 2 : 0);
  const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) name);
  guint64 code = entity != NULL ? entity->value : 0;
  char utf8[6];

  if (name[0] == '#')
    code = g_ascii_tolower (name[1]) == 'x' ? g_ascii_strtoull (name + 2, NULL, 16)
                                            : g_ascii_strtoull (name + 1, NULL, 10);
  if (code > 0 && code <= 0x10ffff && g_unichar_validate ((gunichar) code))
    add_text (self, utf8, (gsize) g_unichar_to_utf8 ((gunichar) code, utf8));
  else
    add_text (self, text, size);
}

static int
on_text_cb (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  Reader *self = data;

  if (type == MD_TEXT_HTML)
    return 0;
  if (type == MD_TEXT_ENTITY)
    add_entity (self, text, size);
  else if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
    add_text (self, " ", 1);
  else
    add_text (self, text, size);

  return 0;
}

static void
take_front_matter (RubDocumentHead *head, const char *start, const char *end)
{
  g_autofree char *matter = g_strndup (start, (gsize) (end - start));
  g_auto (GStrv) lines = g_strsplit (matter, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char *value = strchr (lines[i], ':');
      gsize length;

      if (value == NULL)
        continue;
      *value++ = '\0';
      value = g_strstrip (value);
      length = strlen (value);
      if (length > 1 && (value[0] == '"' || value[0] == '\'') && value[length - 1] == value[0])
        {
          value[length - 1] = '\0';
          value++;
        }
      if (g_ascii_strcasecmp (lines[i], "title") == 0)
        rub_document_head_take (&head->title, value);
      else if (g_ascii_strcasecmp (lines[i], "author") == 0)
        rub_document_head_take (&head->author, value);
      else if (g_ascii_strcasecmp (lines[i], "date") == 0)
        rub_document_head_take (&head->date, value);
      else if (g_ascii_strcasecmp (lines[i], "lang") == 0)
        rub_document_head_take (&head->language, value);
    }
}

/* Returns: where the text starts behind a front matter, if there is one. */
static const char *
skip_front_matter (RubDocumentHead *head, const char *text)
{
  const char *end;

  if (!g_str_has_prefix (text, "---\n") && !g_str_has_prefix (text, "---\r\n"))
    return text;
  end = strstr (text, "\n---\n");
  if (end == NULL)
    end = strstr (text, "\n---\r\n");
  if (end == NULL)
    return text;
  take_front_matter (head, text, end);

  return strchr (end + 1, '\n') + 1;
}

RubArticle *
rub_markdown_parse (const char *text, const RubDocumentSource *source)
{
  static const MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH,
    .enter_block = on_enter_block_cb,
    .leave_block = on_leave_block_cb,
    .enter_span = on_enter_span_cb,
    .leave_span = on_leave_span_cb,
    .text = on_text_cb,
  };
  g_autoptr (RubDocumentDraft) draft = rub_document_draft_new ();
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (g_free);
  Reader self = { .draft = draft, .source = source, .lists = lists, .pictures = pictures };
  g_auto (RubDocumentHead) head = { 0 };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  text = skip_front_matter (&head, text);
  self.caption = g_string_new (NULL);
  md_parse (text, (MD_SIZE) strlen (text), &parser, &self);
  g_string_free (self.caption, TRUE);

  return rub_document_head_finish (&head, draft, source);
}

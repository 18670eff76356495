/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-page-blocks.h"

#include <string.h>

#include "rub-link.h"
#include "rub-node.h"
#include "rub-page-names.h"
#include "rub-page-picture.h"
#include "rub-page-table.h"

/* Longer ones are no captions, whatever they are called. */
#define MAX_CAPTION_BYTES 1200

/* Shorter text above the title is a date, a section or a trail of links. */
#define MAX_KICKER_CHARS 300

typedef struct
{
  const RubDocumentHead *head;
  const char *base;
  RubDocumentDraft *draft;
  RubBlockKind kind; /* of the paragraphs that are being added */
  int step;          /* number of the next item, or -1 of a list with bullets */
  guint n_breaks;    /* line breaks in a row */
} Writer;

static void add_children (Writer *self, xmlNode *node);
static gboolean add_caption (Writer *self, xmlNode *node);

static void
add_text (Writer *self, const xmlNode *node)
{
  const char *text = (const char *) node->content;
  gboolean is_blank = text == NULL || text[strspn (text, " \t\r\n")] == '\0';

  if (text == NULL || (is_blank && !rub_document_draft_is_open (self->draft)))
    return;
  if (!is_blank)
    self->n_breaks = 0;
  if (!rub_document_draft_is_open (self->draft) && self->kind == RUB_BLOCK_QUOTE)
    rub_document_draft_open (self->draft, RUB_BLOCK_QUOTE, 0);
  rub_document_draft_add_text (self->draft, text, -1);
}

static void
add_break (Writer *self)
{
  rub_document_draft_add_text (self->draft, "\n", 1);
  if (++self->n_breaks >= 2)
    rub_document_draft_close (self->draft);
}

static void
add_span (Writer *self, xmlNode *node, RubSpanKind kind, const char *target)
{
  rub_document_draft_push_span (self->draft, kind, target);
  add_children (self, node);
  rub_document_draft_pop_span (self->draft);
}

static void
add_link (Writer *self, xmlNode *node)
{
  const char *href = rub_node_get (node, "href");
  g_autofree char *target = href != NULL ? rub_link_resolve (self->base, href) : NULL;

  add_span (self, node, target != NULL ? RUB_SPAN_LINK : RUB_SPAN_N_KINDS, target);
}

/* A number in brackets that leads to the notes. */
static gboolean
is_note_mark (xmlNode *node)
{
  g_autofree char *text = NULL;

  if (!rub_node_is (node, "sup"))
    return FALSE;
  text = g_strstrip (rub_node_get_text (node));

  return g_regex_match_simple ("^\\[?[0-9a-z*†,\\s-]{1,8}\\]$|^\\[.{1,20}\\]$", text, 0, 0);
}

static void
add_inline (Writer *self, xmlNode *node)
{
  static const char *const strong[] = { "b", "strong", NULL };
  static const char *const emphasis[] = { "i", "em", "cite", "dfn", "var", NULL };
  static const char *const code[] = { "code", "kbd", "samp", "tt", NULL };

  if (is_note_mark (node) || add_caption (self, node))
    return;
  if (rub_node_is (node, "a"))
    add_link (self, node);
  else if (rub_node_is_any (node, strong))
    add_span (self, node, RUB_SPAN_STRONG, NULL);
  else if (rub_node_is_any (node, emphasis))
    add_span (self, node, RUB_SPAN_EMPHASIS, NULL);
  else if (rub_node_is_any (node, code))
    add_span (self, node, RUB_SPAN_CODE, NULL);
  else
    add_children (self, node);
}

static gboolean
is_title (Writer *self, xmlNode *node)
{
  g_autofree char *text = rub_node_get_text (node);
  g_autofree char *title = NULL;

  rub_document_head_take (&title, text);

  return title != NULL && g_strcmp0 (title, self->head->title) == 0;
}

/* What stood above the title was about the page, but a picture may be the article's. */
static void
start_over (Writer *self)
{
  GPtrArray *blocks = rub_document_draft_get_blocks (self->draft);
  gsize n_bytes = 0;

  for (guint i = 0; i < blocks->len; i++)
    n_bytes += strlen (rub_block_get_text (blocks->pdata[i]));
  if (n_bytes > MAX_KICKER_CHARS)
    return;
  for (guint i = blocks->len; i > 0; i--)
    if (rub_block_get_fields (blocks->pdata[i - 1])->kind != RUB_BLOCK_PICTURE)
      g_ptr_array_remove_index (blocks, i - 1);
}

static void
add_heading (Writer *self, xmlNode *node)
{
  rub_document_draft_close (self->draft);
  if (is_title (self, node))
    {
      start_over (self);
      return;
    }
  rub_document_draft_open (self->draft, RUB_BLOCK_HEADING, node->name[1] - '0');
  add_children (self, node);
  rub_document_draft_close (self->draft);
}

static void
add_list (Writer *self, xmlNode *node, int step)
{
  int outer = self->step;

  rub_document_draft_close (self->draft);
  self->step = step;
  add_children (self, node);
  rub_document_draft_close (self->draft);
  self->step = outer;
}

static void
add_item (Writer *self, xmlNode *node)
{
  if (self->step < 0)
    rub_document_draft_open (self->draft, RUB_BLOCK_ITEM, 0);
  else
    rub_document_draft_open (self->draft, RUB_BLOCK_STEP, self->step++);
  add_children (self, node);
  rub_document_draft_close (self->draft);
}

static void
add_code (Writer *self, xmlNode *node)
{
  g_autofree char *code = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (xmlNode *at = node; at != NULL; at = rub_node_next (at, node))
    if (at->type == XML_TEXT_NODE && at->content != NULL)
      g_string_append (text, (const char *) at->content);
    else if (rub_node_is (at, "br"))
      g_string_append_c (text, '\n');
  code = g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
  rub_document_draft_open (self->draft, RUB_BLOCK_CODE, 0);
  rub_document_draft_add_text (self->draft, code + strspn (code, "\r\n"), -1);
  rub_document_draft_close (self->draft);
}

static void
add_picture (Writer *self, xmlNode *node, const char *caption)
{
  g_autofree char *address = rub_page_picture_find (node, self->base);
  const char *alt = rub_node_get (node, "alt");
  GPtrArray *blocks = rub_document_draft_get_blocks (self->draft);

  if (address == NULL || rub_document_draft_is_open (self->draft))
    return;
  /* A lazy picture comes twice, once for those without scripts. */
  for (guint i = blocks->len; i > 0 && i + 3 > blocks->len; i--)
    if (g_strcmp0 (rub_block_get_fields (blocks->pdata[i - 1])->address, address) == 0)
      return;
  rub_document_draft_add_picture (self->draft, address,
                                  caption != NULL ? caption : alt != NULL ? alt : "");
}

static gboolean
is_image (const xmlNode *node)
{
  return rub_node_is (node, "img") || rub_node_is (node, "amp-img");
}

static gboolean
is_caption (xmlNode *node)
{
  return rub_node_is (node, "figcaption")
         || (rub_page_names_say (node, RUB_PAGE_USE_CAPTION) && !rub_node_is (node, "caption"));
}

/* Returns: whether the figure was a picture with or without its caption. */
static gboolean
add_figure (Writer *self, xmlNode *node)
{
  xmlNode *image = NULL, *words = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *address = NULL;

  for (xmlNode *at = node; at != NULL; at = rub_node_next (at, node))
    if (is_image (at) && address == NULL)
      {
        image = at;
        address = rub_page_picture_find (at, self->base);
      }
    else if (at->type == XML_ELEMENT_NODE && at != node && words == NULL && is_caption (at))
      words = at;
    else if (rub_node_is (at, "pre") || rub_node_is (at, "table") || rub_node_is (at, "blockquote"))
      return FALSE;
  if (address == NULL)
    return FALSE;
  rub_document_draft_close (self->draft);
  caption = words != NULL ? rub_node_get_text (words) : NULL;
  add_picture (self, image, caption);

  return TRUE;
}

/* The words to a picture, where no figure holds them together: without the picture they make no
 * sense. Returns: whether @node was such. */
static gboolean
add_caption (Writer *self, xmlNode *node)
{
  GPtrArray *blocks = rub_document_draft_get_blocks (self->draft);
  const RubBlockFields *last
    = blocks->len > 0 ? rub_block_get_fields (blocks->pdata[blocks->len - 1]) : NULL;
  g_autofree char *text = NULL;

  if (!is_caption (node))
    return FALSE;
  text = rub_node_get_text (node);
  if (strlen (text) > MAX_CAPTION_BYTES)
    return FALSE;
  if (add_figure (self, node))
    return TRUE;
  /* A figure may be a table or code as well. */
  if (last == NULL || last->kind != RUB_BLOCK_PICTURE || rub_document_draft_is_open (self->draft))
    return !rub_node_is (node, "figcaption");

  /* It goes before the text for those who do not see the picture. */
  rub_document_draft_add_picture (self->draft, last->address, text);
  g_ptr_array_remove_index (blocks, blocks->len - 2);

  return TRUE;
}

static void
add_kind (Writer *self, xmlNode *node, RubBlockKind kind)
{
  RubBlockKind outer = self->kind;

  rub_document_draft_close (self->draft);
  self->kind = kind;
  add_children (self, node);
  self->kind = outer;
  rub_document_draft_close (self->draft);
}

/* The first paragraph of an item is the item; what follows stands by itself. */
static void
add_paragraph (Writer *self, xmlNode *node)
{
  if (rub_document_draft_is_open (self->draft))
    rub_document_draft_close (self->draft);
  add_children (self, node);
  if (rub_document_draft_is_open (self->draft))
    rub_document_draft_close (self->draft);
}

static void
add_term (Writer *self, xmlNode *node)
{
  rub_document_draft_close (self->draft);
  add_span (self, node, RUB_SPAN_STRONG, NULL);
  rub_document_draft_close (self->draft);
}

static int
get_start (xmlNode *node)
{
  const char *start = rub_node_get (node, "start");

  return start != NULL ? (int) CLAMP (g_ascii_strtoll (start, NULL, 10), 0, 99999) : 1;
}

static void
add_block (Writer *self, xmlNode *node)
{
  static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6", NULL };
  static const char *const lists[] = { "ul", "menu", "dir", NULL };

  self->n_breaks = 0;
  if (add_caption (self, node))
    return;
  if (rub_node_is_any (node, headings))
    add_heading (self, node);
  else if (rub_node_is_any (node, lists))
    add_list (self, node, -1);
  else if (rub_node_is (node, "ol"))
    add_list (self, node, get_start (node));
  else if (rub_node_is (node, "li"))
    add_item (self, node);
  else if (rub_node_is (node, "blockquote"))
    add_kind (self, node, RUB_BLOCK_QUOTE);
  else if (rub_node_is (node, "pre"))
    add_code (self, node);
  else if (rub_node_is (node, "dt"))
    add_term (self, node);
  else if (is_image (node))
    {
      add_picture (self, node, NULL);
      add_children (self, node);
    }
  else if (rub_node_is (node, "table") && rub_page_table_is_data (node))
    rub_page_table_add (node, self->draft);
  else if (!rub_node_is (node, "figure") || !add_figure (self, node))
    add_paragraph (self, node);
}

static void
add_children (Writer *self, xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      add_text (self, child);
    else if (child->type != XML_ELEMENT_NODE)
      continue;
    else if (rub_node_is (child, "br"))
      add_break (self);
    else if (rub_node_is_inline (child))
      add_inline (self, child);
    else
      add_block (self, child);
}

/* The large picture above an article stands beside its text in many pages. */
static void
add_figures_above (Writer *self, xmlNode *around, xmlNode *root)
{
  for (xmlNode *at = around; at != root && at != NULL;)
    if (rub_node_is (at, "figure") && add_figure (self, at))
      at = rub_node_skip (at, around);
    else
      at = rub_node_next (at, around);
}

void
rub_page_add_blocks (xmlNode *root, xmlNode *around, const RubDocumentHead *head,
                     const char *base, RubDocumentDraft *draft)
{
  Writer self = { .head = head, .base = base, .draft = draft, .kind = RUB_BLOCK_PARAGRAPH,
                  .step = -1 };

  g_return_if_fail (root != NULL);
  g_return_if_fail (around != NULL);
  g_return_if_fail (head != NULL);
  g_return_if_fail (draft != NULL);

  add_figures_above (&self, around, root);
  add_children (&self, root);
  rub_document_draft_close (draft);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "rub-furniture.h"
#include "rub-page-blocks.h"

/* How far below the title the writer's name and the date are looked for. */
#define MAX_HEAD_BLOCKS 6

/* So many list items that are all links are no part of the text. */
#define MIN_LINK_ITEMS 3

static const RubBlockFields *
get_fields (GPtrArray *blocks, guint index)
{
  return rub_block_get_fields (blocks->pdata[index]);
}

/* Whether nearly all of the text is links. */
static gboolean
is_links (const RubBlockFields *fields)
{
  gsize n_linked = 0;

  for (gsize i = 0; i < fields->n_spans; i++)
    if (fields->spans[i].kind == RUB_SPAN_LINK)
      n_linked += fields->spans[i].end - fields->spans[i].start;

  return n_linked > 0 && n_linked * 10 >= strlen (fields->text) * 8;
}

static gboolean
is_item (const RubBlockFields *fields)
{
  return fields->kind == RUB_BLOCK_ITEM || fields->kind == RUB_BLOCK_STEP;
}

/* Returns: the first block behind a list of links that starts at @start, or @start. */
static guint
find_links_end (GPtrArray *blocks, guint start)
{
  guint end = start, n_links = 0;

  while (end < blocks->len && is_item (get_fields (blocks, end)))
    n_links += is_links (get_fields (blocks, end++));

  return n_links >= MIN_LINK_ITEMS && n_links * 10 >= (end - start) * 8 ? end : start;
}

/* Returns: the first block behind the section of the heading at @start. */
static guint
find_section_end (GPtrArray *blocks, guint start)
{
  int level = get_fields (blocks, start)->level;
  guint end = start + 1;

  while (end < blocks->len
         && (get_fields (blocks, end)->kind != RUB_BLOCK_HEADING
             || get_fields (blocks, end)->level > level))
    end++;

  return end;
}

static gsize
count_bytes (GPtrArray *blocks, guint start, guint end)
{
  gsize n_bytes = 0;

  for (guint i = start; i < end; i++)
    n_bytes += strlen (get_fields (blocks, i)->text);

  return n_bytes;
}

static gboolean
take_head (RubDocumentHead *head, const RubBlockFields *fields)
{
  g_autofree char *author = rub_furniture_get_author (fields->text);
  g_autofree char *date = rub_furniture_get_date (fields->text);

  rub_document_head_take (&head->author, author);
  rub_document_head_take (&head->date, date);

  return author != NULL || date != NULL || g_strcmp0 (fields->text, head->author) == 0;
}

/* Returns: how many blocks from @index on are not the article's. */
static guint
count_foreign (GPtrArray *blocks, guint index, RubDocumentHead *head)
{
  const RubBlockFields *fields = get_fields (blocks, index);
  guint end;

  if (fields->kind == RUB_BLOCK_HEADING && rub_furniture_is_heading (fields->text))
    {
      end = find_section_end (blocks, index);
      return count_bytes (blocks, index, end) * 2 < count_bytes (blocks, 0, blocks->len)
               ? end - index
               : 1;
    }
  if (is_item (fields))
    {
      end = find_links_end (blocks, index);
      if (end > index)
        return end - index;
    }
  if (fields->kind != RUB_BLOCK_PARAGRAPH && !is_item (fields))
    return 0;
  if (fields->kind == RUB_BLOCK_PARAGRAPH && strlen (fields->text) < 160 && is_links (fields))
    return 1;

  return rub_furniture_is_line (fields->text)
         || (fields->kind == RUB_BLOCK_PARAGRAPH && rub_furniture_is_heading (fields->text))
         || (index < MAX_HEAD_BLOCKS
             && (take_head (head, fields) || rub_furniture_is_dateline (fields->text)
                 || g_strcmp0 (fields->text, head->title) == 0));
}

/* A heading that lost what was below it goes as well. */
static void
drop_bare_heading (GPtrArray *blocks, guint index)
{
  const RubBlockFields *last = index > 0 ? get_fields (blocks, index - 1) : NULL;

  if (last == NULL || last->kind != RUB_BLOCK_HEADING)
    return;
  if (index == blocks->len
      || (get_fields (blocks, index)->kind == RUB_BLOCK_HEADING
          && get_fields (blocks, index)->level <= last->level))
    g_ptr_array_remove_index (blocks, index - 1);
}

void
rub_page_trim_blocks (GPtrArray *blocks, RubDocumentHead *head)
{
  g_return_if_fail (blocks != NULL);
  g_return_if_fail (head != NULL);

  /* From the end, so that a list is whole when its heading is looked at. */
  for (guint i = blocks->len; i > 0; i--)
    {
      guint n_foreign;

      if (i >= 2 && is_item (get_fields (blocks, i - 1)) && is_item (get_fields (blocks, i - 2))
          && !rub_furniture_is_line (get_fields (blocks, i - 1)->text))
        continue;
      n_foreign = count_foreign (blocks, i - 1, head);
      if (n_foreign == 0)
        continue;
      g_ptr_array_remove_range (blocks, i - 1, n_foreign);
      drop_bare_heading (blocks, i - 1);
      i = MIN (i, blocks->len + 1);
    }
}

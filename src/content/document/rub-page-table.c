/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-page-table.h"

#include <string.h>

#include "rub-node.h"

/* A cell with more text is no datum. */
#define MAX_CELL_BYTES 400

static gboolean
is_cell (const xmlNode *node)
{
  return rub_node_is (node, "td") || rub_node_is (node, "th");
}

gboolean
rub_page_table_is_data (xmlNode *table)
{
  static const char *const blocks[] = { "table", "h1", "h2", "h3", "pre", "blockquote", NULL };
  const char *role = rub_node_get (table, "role");
  guint n_rows = 0, n_cells = 0;

  if (g_strcmp0 (role, "presentation") == 0 || g_strcmp0 (role, "none") == 0)
    return FALSE;
  for (xmlNode *node = table->children; node != NULL; node = rub_node_next (node, table))
    {
      if (rub_node_is_any (node, blocks))
        return FALSE;
      n_rows += rub_node_is (node, "tr");
      if (is_cell (node))
        {
          g_autofree char *text = rub_node_get_text (node);

          if (strlen (g_strstrip (text)) > MAX_CELL_BYTES)
            return FALSE;
          n_cells++;
        }
    }

  return n_rows >= 2 && n_cells >= n_rows * 2 - 1;
}

static char *
get_line (xmlNode *node)
{
  g_autofree char *text = rub_node_get_text (node);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n\f\v", -1);
  GString *line = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);

  return g_string_free (line, FALSE);
}

void
rub_page_table_add (xmlNode *table, RubDocumentDraft *draft)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_first = TRUE;
  g_autofree char *caption = NULL;

  g_return_if_fail (table != NULL);
  g_return_if_fail (draft != NULL);

  for (xmlNode *node = table->children; node != NULL; node = rub_node_next (node, table))
    if (rub_node_is (node, "tr"))
      {
        if (text->len > 0)
          g_string_append_c (text, '\n');
        is_first = TRUE;
      }
    else if (is_cell (node))
      {
        g_autofree char *cell = get_line (node);

        g_string_append_printf (text, "%s%s", is_first ? "" : "\t", cell);
        is_first = FALSE;
      }
    else if (rub_node_is (node, "caption") && caption == NULL)
      caption = get_line (node);

  rub_document_draft_close (draft);
  if (caption != NULL)
    rub_document_draft_add_text (draft, caption, -1);
  rub_document_draft_open (draft, RUB_BLOCK_TABLE, 0);
  rub_document_draft_add_text (draft, text->str, -1);
  rub_document_draft_close (draft);
}

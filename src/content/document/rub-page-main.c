/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-page-main.h"

#include "rub-node.h"
#include "rub-page-names.h"

static guint
get_prose (const xmlNode *node)
{
  return rub_node_get_stats (node)->prose;
}

/* An element that is named as the article, if it has enough of the page's prose. */
static xmlNode *
find_named (xmlNode *root)
{
  xmlNode *best = root;
  double best_share = 0;

  for (xmlNode *node = root->children; node != NULL; node = rub_node_next (node, root))
    {
      gboolean is_main = rub_node_is (node, "main") || rub_node_is (node, "article")
                         || g_strcmp0 (rub_node_get (node, "role"), "main") == 0;
      double share = (double) get_prose (node) / MAX (1, get_prose (root));

      if ((rub_page_is_text (node) || is_main) && share > 0.5 && share >= best_share * 0.8)
        {
          best = node;
          best_share = share;
        }
    }

  return best;
}

/* Goes down as long as one child has nearly all, and no paragraph stands beside it. */
static xmlNode *
descend (xmlNode *node)
{
  static const char *const paragraphs[]
    = { "p", "blockquote", "pre", "ul", "ol", "table", "li", NULL };

  for (;;)
    {
      xmlNode *heir = NULL;
      gboolean has_paragraph = FALSE;

      for (xmlNode *child = node->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE && get_prose (child) * 4 >= get_prose (node) * 3
            && !rub_node_is_any (child, paragraphs))
          heir = child;
        else if (get_prose (child) > 0 && child->type == XML_ELEMENT_NODE
                 && (rub_node_is_any (child, paragraphs)
                     || rub_page_names_say (child, RUB_PAGE_USE_LEAD)))
          has_paragraph = TRUE;
      if (heir == NULL || has_paragraph || rub_node_is_inline (heir))
        return node;
      node = heir;
    }
}

/* Poems, dialogues and short notes have no paragraph that reads as prose, but say what they are. */
static xmlNode *
find_short (xmlNode *root)
{
  for (xmlNode *node = root->children; node != NULL; node = rub_node_next (node, root))
    {
      const RubNodeStats *stats = rub_node_get_stats (node);

      if (node->type == XML_ELEMENT_NODE
          && (rub_page_is_text (node) || rub_node_is (node, "article")
              || rub_page_names_say (node, RUB_PAGE_USE_BODY))
          && stats->n_chars - MIN (stats->n_chars, stats->n_link_chars) >= RUB_PAGE_MIN_PROSE
          && stats->n_link_chars * 2 < stats->n_chars)
        return node;
    }

  return NULL;
}

/* The part that calls itself the text, if it has most of it. */
static xmlNode *
narrow (xmlNode *found)
{
  for (xmlNode *node = found->children; node != NULL; node = rub_node_next (node, found))
    if (node->type == XML_ELEMENT_NODE && get_prose (node) * 10 >= get_prose (found) * 8
        && (rub_page_is_text (node) || rub_page_names_say (node, RUB_PAGE_USE_BODY)))
      return node;

  return found;
}

xmlNode *
rub_page_find_main (xmlNode *root, xmlNode **around)
{
  g_autoptr (GArray) pool = g_array_new (FALSE, TRUE, sizeof (RubNodeStats));
  xmlNode *found;

  g_return_val_if_fail (root != NULL, NULL);

  rub_node_measure (root, pool);
  found = find_named (root);
  if (found == root)
    found = descend (root);
  *around = found;
  found = narrow (found);
  if (get_prose (found) < RUB_PAGE_MIN_PROSE)
    found = find_short (root);
  for (xmlNode *node = root; node != NULL; node = rub_node_next (node, root))
    node->_private = NULL;

  return found;
}

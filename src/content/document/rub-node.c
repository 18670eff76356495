/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-node.h"

#include <string.h>

/* A paragraph this long reads as prose; scripts with a word a character need fewer. */
#define MIN_PROSE_CHARS 60
#define WIDE_CHAR_WEIGHT 3

static const RubNodeStats nothing;

gboolean
rub_node_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE
         && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

gboolean
rub_node_is_any (const xmlNode *node, const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (rub_node_is (node, names[i]))
      return TRUE;

  return FALSE;
}

const char *
rub_node_get (const xmlNode *node, const char *name)
{
  if (node->type != XML_ELEMENT_NODE)
    return NULL;

  for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
    if (g_ascii_strcasecmp ((const char *) attr->name, name) == 0)
      return attr->children != NULL && attr->children->content != NULL
               ? (const char *) attr->children->content
               : "";

  return NULL;
}

gboolean
rub_node_is_inline (const xmlNode *node)
{
  static const char *const names[] = {
    "a",    "abbr", "b",   "bdi",   "bdo", "big",  "cite",   "code", "data", "del",  "dfn", "em",
    "font", "i",    "ins", "kbd",   "label", "mark", "q",    "s",    "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u",     "var",  "wbr",  "acronym",
    "ruby", "rb", NULL
  };

  return rub_node_is_any (node, names);
}

xmlNode *
rub_node_skip (xmlNode *node, const xmlNode *root)
{
  while (node != NULL && node != root)
    {
      if (node->next != NULL)
        return node->next;
      node = node->parent;
    }

  return NULL;
}

xmlNode *
rub_node_next (xmlNode *node, const xmlNode *root)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;

  return rub_node_skip (node, root);
}

char *
rub_node_get_text (xmlNode *node)
{
  GString *text = g_string_new (NULL);

  for (xmlNode *at = node; at != NULL; at = rub_node_next (at, node))
    if ((at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) && at->content != NULL)
      g_string_append (text, (const char *) at->content);
    else if (at->type == XML_ELEMENT_NODE && !rub_node_is_inline (at))
      g_string_append_c (text, ' ');

  return g_string_free (text, FALSE);
}

static void
count_text (const xmlNode *node, RubNodeStats *stats)
{
  for (const char *p = (const char *) node->content; p != NULL && *p != '\0';
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      stats->n_chars += c >= 0x2e80 && c < 0xfb00 ? WIDE_CHAR_WEIGHT : 1;
      stats->n_stops += c == '.' || c == ',' || c == '?' || c == '!' || c == 0x3002 || c == 0x3001
                        || c == 0x60c || c == 0x6d4 || c == 0x964 || c == 0xff0c;
    }
  stats->n_own = stats->n_chars;
}

/* Text with few links and with the marks of sentences is what somebody wrote to be read, see
 * Kohlschütter, Fankhauser, Nejdl: Boilerplate Detection using Shallow Text Features (2010). */
static guint
weigh_own (const RubNodeStats *stats)
{
  guint n_plain = stats->n_own - MIN (stats->n_own, stats->n_own_link);

  if (stats->n_own < MIN_PROSE_CHARS || stats->n_own_link * 2 > stats->n_own)
    return 0;

  return stats->n_stops > 0 ? n_plain : n_plain / 4;
}

/* Adds what is in a child to its parent: text in a line is the parent's own. */
static void
add_up (const xmlNode *node, const RubNodeStats *stats, RubNodeStats *parent)
{
  gboolean is_link = rub_node_is (node, "a") && rub_node_get (node, "href") != NULL;
  gboolean is_own = node->type != XML_ELEMENT_NODE || rub_node_is_inline (node);

  parent->n_chars += stats->n_chars;
  parent->n_link_chars += is_link ? stats->n_chars : stats->n_link_chars;
  parent->prose += is_link ? 0 : stats->prose;
  if (is_own)
    {
      parent->n_own += stats->n_own;
      parent->n_own_link += is_link ? stats->n_own : stats->n_own_link;
      parent->n_stops += stats->n_stops;
    }
}

void
rub_node_measure (xmlNode *root, GArray *pool)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (xmlNode *node = root; node != NULL; node = rub_node_next (node, root))
    g_ptr_array_add (nodes, node);
  g_array_set_size (pool, 0);
  g_array_set_size (pool, nodes->len);
  for (guint i = 0; i < nodes->len; i++)
    ((xmlNode *) nodes->pdata[i])->_private = &g_array_index (pool, RubNodeStats, i);

  /* Backwards, children come before their parents. */
  for (guint i = nodes->len; i > 0; i--)
    {
      xmlNode *node = nodes->pdata[i - 1];
      RubNodeStats *stats = node->_private;

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        count_text (node, stats);
      else if (!rub_node_is_inline (node))
        stats->prose += weigh_own (stats);
      if (node != root && node->parent != NULL)
        add_up (node, stats, node->parent->_private);
    }
}

const RubNodeStats *
rub_node_get_stats (const xmlNode *node)
{
  return node->_private != NULL ? node->_private : &nothing;
}

xmlNode *
rub_node_drop (xmlNode *node, const xmlNode *root)
{
  xmlNode *next = rub_node_skip (node, root);

  xmlUnlinkNode (node);
  xmlFreeNode (node);

  return next;
}

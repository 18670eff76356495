/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * What is known of the text below a node; counts are of characters that are no white space.
 *
 * @n_chars, @n_link_chars: all, and those in links
 * @n_own, @n_own_link: those that are the node's own, or that of marked words in it
 * @prose: characters in paragraphs that read like sentences, not like links and labels
 */
typedef struct
{
  guint n_chars;
  guint n_link_chars;
  guint n_own;
  guint n_own_link;
  guint n_stops;
  guint prose;
} RubNodeStats;

/** Returns: whether @node is an element named @name. */
gboolean rub_node_is (const xmlNode *node, const char *name);

/** Returns: whether @node is an element with one of @names, which ends with NULL. */
gboolean rub_node_is_any (const xmlNode *node, const char *const *names);

/** Returns: (nullable): the value of an attribute. */
const char *rub_node_get (const xmlNode *node, const char *name);

/** Returns: whether @node is an element inside of a line, such as a link. */
gboolean rub_node_is_inline (const xmlNode *node);

/** Returns: the node behind @node in the order of the text, or NULL at the end of @root. */
xmlNode *rub_node_next (xmlNode *node, const xmlNode *root);

/** Like rub_node_next(), but past everything below @node. */
xmlNode *rub_node_skip (xmlNode *node, const xmlNode *root);

/** Returns: (transfer full): all text below @node. */
char *rub_node_get_text (xmlNode *node);

/** Counts everything below @root into @pool, of RubNodeStats, which must outlive the counts. */
void rub_node_measure (xmlNode *root, GArray *pool);

/** Returns: what was counted. */
const RubNodeStats *rub_node_get_stats (const xmlNode *node);

/** Takes @node out of the page, and returns where to go on. */
xmlNode *rub_node_drop (xmlNode *node, const xmlNode *root);

G_END_DECLS

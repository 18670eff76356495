/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-page-cleaner.h"

#include <string.h>

#include "rub-furniture.h"
#include "rub-node.h"
#include "rub-page-main.h"
#include "rub-page-names.h"

#define MAX_DEPTH 200

/* Characters in the teaser of another page, at most. */
#define MAX_TEASER_CHARS 450

/* Shorter text for those without scripts asks them to turn scripts on. */
#define MIN_NOSCRIPT_PROSE 500

/* Never seen as text. */
static const char *const dead[] = { "script", "style",  "template", "iframe", "object", "embed",
                                    "svg",    "canvas", "video",    "audio",  "button", "input",
                                    "select", "textarea", "dialog", "head",   "map",    "math",
                                    "rt",     "rp",     NULL };

static const char *const side[] = { "nav", "aside", "footer", NULL };

static const char *const side_roles[]
  = { "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu",
      "menubar",    "toolbar",       "alert",  "alertdialog", NULL };

void
rub_page_flatten (xmlNode *root)
{
  int depth = 0;
  xmlNode *node = root;

  while (node != NULL)
    {
      /* What is too deep gives its children to its parent, behind itself. */
      if (depth >= MAX_DEPTH)
        while (node->type == XML_ELEMENT_NODE && node->last != NULL)
          {
            xmlNode *child = node->last;

            xmlUnlinkNode (child);
            child->parent = node->parent;
            child->prev = node;
            child->next = node->next;
            if (node->next != NULL)
              node->next->prev = child;
            else
              node->parent->last = child;
            node->next = child;
          }
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          depth++;
          continue;
        }
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          depth--;
        }
      node = node != root ? node->next : NULL;
    }
}

static gboolean
is_listed (const char *word, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], word) == 0)
      return TRUE;

  return FALSE;
}

/* Whether the element has exactly such a class. */
static gboolean
has_class (const xmlNode *node, const char *name)
{
  const char *at = rub_node_get (node, "class");
  gsize size = strlen (name);

  for (const char *p = at; p != NULL && (p = strstr (p, name)) != NULL; p += size)
    if ((p == at || g_ascii_isspace (p[-1])) && (p[size] == '\0' || g_ascii_isspace (p[size])))
      return TRUE;

  return FALSE;
}

static gboolean
is_hidden (const xmlNode *node)
{
  const char *style = rub_node_get (node, "style");
  const char *names = rub_node_get (node, "class");

  return rub_node_get (node, "hidden") != NULL || has_class (node, "hidden")
         || has_class (node, "invisible") || has_class (node, "hide")
         || g_strcmp0 (rub_node_get (node, "aria-hidden"), "true") == 0
         || (style != NULL
             && g_regex_match_simple ("display\\s*:\\s*none|visibility\\s*:\\s*hidden", style,
                                      G_REGEX_CASELESS, 0))
         || (names != NULL
             && (strstr (names, "sr-only") != NULL || strstr (names, "screen-reader") != NULL
                 || strstr (names, "visually-hidden") != NULL));
}

static gboolean
has_below (xmlNode *node, const char *const *names)
{
  for (xmlNode *at = node; at != NULL; at = rub_node_next (at, node))
    if (rub_node_is_any (at, names))
      return TRUE;

  return FALSE;
}

static gboolean
is_within (const xmlNode *node, const char *const *names)
{
  for (; node != NULL; node = node->parent)
    if (rub_node_is_any (node, names))
      return TRUE;

  return FALSE;
}

static gboolean
is_site_header (xmlNode *node)
{
  static const char *const inside[] = { "article", "main", NULL };
  static const char *const titles[] = { "h1", NULL };

  return rub_node_is (node, "header") && !is_within (node, inside) && !has_below (node, titles);
}

static gboolean
is_protected (xmlNode *node)
{
  static const char *const names[] = { "html", "body", "main", "article", "h1", "h2", "h3", NULL };

  return rub_node_is_any (node, names);
}

/* The prose of a page: all, and what is left of it. */
typedef struct
{
  guint all;
  guint left;
} Prose;

/* Whether the page has enough to read without @node, and without what was taken before. */
static gboolean
is_dispensable (xmlNode *node, const Prose *prose, guint least_percent)
{
  guint own = rub_node_get_stats (node)->prose;

  return (prose->all - own) * 100.0 >= prose->all * (double) least_percent
         && (own == 0 || prose->left - MIN (prose->left, own) >= RUB_PAGE_MIN_PROSE);
}

/* A note mark, a sign that is clicked on: the rest of a line is never beside the article. */
static gboolean
is_mark (xmlNode *node)
{
  return is_hidden (node) || rub_page_names_say (node, RUB_PAGE_USE_MARK)
         || (rub_node_is (node, "sup") && rub_page_names_say (node, RUB_PAGE_USE_DOUBTFUL));
}

static gboolean
is_in_line (const xmlNode *node)
{
  static const char *const blocks[] = { "p", "li", "dd", "td", "blockquote", NULL };

  return rub_node_is_inline (node) && node->parent != NULL
         && (rub_node_is_any (node->parent, blocks) || rub_node_is_inline (node->parent));
}

/* Whether something in @node is what no aside has. */
static gboolean
has_main (xmlNode *node)
{
  static const char *const mains[] = { "main", "h1", "blockquote", NULL };

  for (xmlNode *at = node; at != NULL; at = rub_node_next (at, node))
    if (rub_node_is_any (at, mains) || rub_page_is_text (at))
      return TRUE;

  return FALSE;
}

/* What says that it is beside the article is believed unless the page is little without it. */
static gboolean
is_aside (xmlNode *node, const Prose *prose)
{
  const char *role = rub_node_get (node, "role");
  const RubNodeStats *stats = rub_node_get_stats (node);

  if (is_protected (node))
    return FALSE;
  if (is_in_line (node))
    return is_mark (node);
  /* Pictures for those without scripts are wanted, complaints about them are not. */
  if (rub_node_is (node, "noscript"))
    return stats->n_chars > 0
           && (stats->prose < MIN_NOSCRIPT_PROSE || is_dispensable (node, prose, 50));
  if (rub_page_names_say (node, RUB_PAGE_USE_COMMENTS) && is_dispensable (node, prose, 15))
    return TRUE;
  if (is_hidden (node) || rub_node_is_any (node, side) || is_site_header (node)
      || (role != NULL && is_listed (role, side_roles)))
    return is_dispensable (node, prose, 30);
  if (rub_node_is (node, "form"))
    return stats->prose * 5 < stats->n_chars * 4 && is_dispensable (node, prose, 50);

  if (rub_page_names_say (node, RUB_PAGE_USE_NOTICE))
    return !has_main (node);
  if (rub_page_names_say (node, RUB_PAGE_USE_ASIDE))
    return is_dispensable (node, prose, 40) && !has_main (node);

  return rub_page_names_say (node, RUB_PAGE_USE_DOUBTFUL) && is_dispensable (node, prose, 85)
         && !has_main (node);
}

static void
take_head (xmlNode *node, RubDocumentHead *head)
{
  const char *rel = rub_node_get (node, "rel");
  const char *prop = rub_node_get (node, "itemprop");
  guint n_chars = rub_node_get_stats (node)->n_chars;
  g_autofree char *text = NULL;
  g_autofree char *author = NULL;

  if (n_chars == 0 || n_chars > 60)
    return;
  if (g_strcmp0 (rel, "author") == 0 || g_strcmp0 (prop, "author") == 0
      || (rub_page_names_say (node, RUB_PAGE_USE_AUTHOR) && !rub_node_is (node, "body")))
    {
      text = g_strstrip (rub_node_get_text (node));
      author = rub_furniture_get_author (text);
      if (author != NULL || g_strcmp0 (rel, "author") == 0)
        rub_document_head_take (&head->author, author != NULL ? author : text);
    }
  else if (rub_node_is (node, "time") || g_strcmp0 (prop, "datePublished") == 0)
    {
      text = rub_node_get_text (node);
      rub_document_head_take (&head->date, rub_node_get (node, "datetime"));
      rub_document_head_take (&head->date, text);
    }
}

/* Names and dates stand in what is dropped, too. */
static void
take_heads (xmlNode *node, RubDocumentHead *head)
{
  if (rub_node_get_stats (node)->n_chars < 200)
    for (xmlNode *at = node; at != NULL; at = rub_node_next (at, node))
      take_head (at, head);
}

static void
drop_asides (xmlNode *root, RubDocumentHead *head)
{
  guint all = rub_node_get_stats (root)->prose;
  Prose prose = { all, all };
  xmlNode *node = root->children;

  while (node != NULL)
    {
      gboolean is_element = node->type == XML_ELEMENT_NODE;
      gboolean is_foreign = is_element && is_aside (node, &prose);

      if (is_foreign)
        {
          take_heads (node, head);
          prose.left -= MIN (prose.left, rub_node_get_stats (node)->prose);
        }
      else if (is_element)
        take_head (node, head);
      if (is_foreign || node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE)
        node = rub_node_drop (node, root);
      else
        node = rub_node_next (node, root);
    }
}

/* Whether a heading is nothing but a link to somewhere else. */
static gboolean
is_teaser_heading (xmlNode *node)
{
  static const char *const headings[] = { "h2", "h3", "h4", "h5", "h6", NULL };
  static const char *const links[] = { "a", NULL };
  const RubNodeStats *stats = rub_node_get_stats (node);

  if (!rub_node_is_any (node, headings) || stats->n_chars == 0)
    return FALSE;
  if (is_within (node, links))
    return TRUE;
  if (stats->n_link_chars * 10 < stats->n_chars * 9)
    return FALSE;
  for (xmlNode *at = node; at != NULL; at = rub_node_next (at, node))
    {
      const char *href = rub_node_is (at, "a") ? rub_node_get (at, "href") : NULL;

      if (href != NULL && *href != '\0')
        return *href != '#';
    }

  return FALSE;
}

/* The largest part around a heading that is still no longer than a teaser. */
static xmlNode *
find_teaser (xmlNode *heading, const xmlNode *root, guint n_total)
{
  xmlNode *teaser = heading;

  while (teaser->parent != root && teaser->parent != NULL && !is_protected (teaser->parent)
         && rub_node_get_stats (teaser->parent)->n_chars <= MAX_TEASER_CHARS
         && rub_node_get_stats (teaser->parent)->n_chars * 3 < n_total)
    teaser = teaser->parent;
  if (teaser->parent != root && rub_node_is (teaser->parent, "article")
      && rub_node_get_stats (teaser->parent)->n_chars <= MAX_TEASER_CHARS)
    teaser = teaser->parent;

  return teaser;
}

static void
drop_teasers (xmlNode *root)
{
  guint n_total = rub_node_get_stats (root)->n_chars;
  xmlNode *node = root->children;

  while (node != NULL)
    if (node->type == XML_ELEMENT_NODE && is_teaser_heading (node))
      node = rub_node_drop (find_teaser (node, root, n_total), root);
    else
      node = rub_node_next (node, root);
}

static void
drop_dead (xmlNode *root)
{
  xmlNode *node = root->children;

  while (node != NULL)
    node = rub_node_is_any (node, dead) ? rub_node_drop (node, root) : rub_node_next (node, root);
}

void
rub_page_clean (xmlNode *root, RubDocumentHead *head)
{
  g_autoptr (GArray) pool = g_array_new (FALSE, TRUE, sizeof (RubNodeStats));

  g_return_if_fail (root != NULL);
  g_return_if_fail (head != NULL);

  drop_dead (root);
  rub_node_measure (root, pool);
  drop_asides (root, head);
  rub_node_measure (root, pool);
  drop_teasers (root);
  for (xmlNode *node = root; node != NULL; node = rub_node_next (node, root))
    node->_private = NULL;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-web-page.h"

#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "rub-document-head.h"
#include "rub-link.h"
#include "rub-node.h"
#include "rub-page-blocks.h"
#include "rub-page-cleaner.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* What stands between a title and the name of its site. */
static const char separators[] = "\\s+[|–—·•»:-]+\\s+|\\s*\\|\\s*";

static xmlNode *
find_first (xmlNode *root, const char *name)
{
  for (xmlNode *node = root; node != NULL; node = rub_node_next (node, root))
    if (rub_node_is (node, name))
      return node;

  return NULL;
}

/* Returns: (nullable): the content of the meta element called @name. */
static const char *
find_meta (xmlNode *root, const char *name)
{
  for (xmlNode *node = root; node != NULL; node = rub_node_next (node, root))
    {
      const char *own;

      if (rub_node_is (node, "body"))
        return NULL;
      if (!rub_node_is (node, "meta"))
        continue;
      own = rub_node_get (node, "property");
      if (own == NULL)
        own = rub_node_get (node, "name");
      if (own == NULL)
        own = rub_node_get (node, "itemprop");
      if (own != NULL && g_ascii_strcasecmp (own, name) == 0)
        return rub_node_get (node, "content");
    }

  return NULL;
}

/* The longest part of "Title | Site", or all of it. */
static char *
without_site (const char *title)
{
  g_auto (GStrv) parts = g_regex_split_simple (separators, title, 0, 0);
  const char *best = title;
  gsize best_length = 0;

  for (gsize i = 0; parts[i] != NULL; i++)
    if (strlen (parts[i]) > best_length)
      {
        best = parts[i];
        best_length = strlen (parts[i]);
      }

  return g_strdup (best);
}

static gboolean
contains (const char *text, const char *part)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  g_autofree char *folded_part = g_utf8_casefold (part, -1);

  return folded != NULL && strstr (folded, folded_part) != NULL;
}

/* A first-level heading that the page's title repeats, or the only one there is. */
static void
take_h1 (RubDocumentHead *head, xmlNode *root, const char *page_title, const char *og_title)
{
  char *only = NULL;
  guint n_found = 0;

  for (xmlNode *node = root; node != NULL; node = rub_node_next (node, root))
    {
      g_autofree char *text = NULL;
      g_autofree char *line = NULL;

      if (!rub_node_is (node, "h1"))
        continue;
      text = rub_node_get_text (node);
      /* Documentation lets each heading point at itself. */
      if (strstr (text, "¶") != NULL)
        *strstr (text, "¶") = '\0';
      rub_document_head_take (&line, text);
      if (line == NULL)
        continue;
      n_found++;
      if (contains (page_title, line) || contains (og_title, line))
        rub_document_head_take (&head->title, line);
      if (only == NULL)
        only = g_steal_pointer (&line);
    }
  if (n_found == 1 && og_title == NULL)
    rub_document_head_take (&head->title, only);
  g_free (only);
}

static void
take_title (RubDocumentHead *head, xmlNode *root)
{
  xmlNode *element = find_first (root, "title");
  const char *og_title = find_meta (root, "og:title");
  g_autofree char *text = element != NULL ? rub_node_get_text (element) : NULL;
  g_autofree char *page_title = NULL;
  g_autofree char *og_bare = og_title != NULL ? without_site (og_title) : NULL;
  g_autofree char *bare = NULL;

  rub_document_head_take (&page_title, text);
  bare = page_title != NULL ? without_site (page_title) : NULL;
  take_h1 (head, root, page_title, og_title);
  rub_document_head_take (&head->title, og_bare);
  rub_document_head_take (&head->title, bare);
}

static void
take_meta (RubDocumentHead *head, xmlNode *root)
{
  static const char *const authors[] = { "author", "article:author", "dc.creator" };
  static const char *const dates[]
    = { "article:published_time", "datePublished", "date", "dc.date", "article:modified_time" };

  for (gsize i = 0; i < G_N_ELEMENTS (authors); i++)
    {
      const char *author = find_meta (root, authors[i]);

      if (author != NULL && strstr (author, "://") == NULL)
        rub_document_head_take (&head->author, author);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    rub_document_head_take (&head->date, find_meta (root, dates[i]));
  rub_document_head_take (&head->language, rub_node_get (root, "lang"));
}

/* Some servers give only the day and the zone something to say: the day is what is read. */
static void
shorten_date (RubDocumentHead *head)
{
  if (head->date != NULL
      && g_regex_match_simple ("^\\d{4}-\\d{2}-\\d{2}[T ]", head->date, 0, 0))
    head->date[10] = '\0';
}

static char *
find_base (xmlNode *root, const RubDocumentSource *source)
{
  xmlNode *node = find_first (root, "base");
  const char *href = node != NULL ? rub_node_get (node, "href") : NULL;
  char *base = href != NULL ? rub_link_resolve (source->address, href) : NULL;

  return base != NULL ? base : g_strdup (source->address);
}

/* Pages that never close an element go deeper than libxml2 follows unless it is told to; what is
 * too deep for us is flattened next. */
static xmlDoc *
read_page (const char *text)
{
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                | HTML_PARSE_IGNORE_ENC;
  htmlParserCtxt *parser;
  xmlDoc *doc;

  if (*text == '\0')
    return NULL;
#if LIBXML_VERSION >= 21400
  options |= HTML_PARSE_HUGE;
#endif
  parser = htmlCreateMemoryParserCtxt (text, (int) strlen (text));
  if (parser == NULL)
    return NULL;
  htmlCtxtUseOptions (parser, options);
#if LIBXML_VERSION < 21400
  parser->options |= XML_PARSE_HUGE;
#endif
  xmlSwitchEncoding (parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument (parser);
  doc = parser->myDoc;
  parser->myDoc = NULL;
  htmlFreeParserCtxt (parser);

  return doc;
}

RubArticle *
rub_web_page_parse (const char *text, const RubDocumentSource *source)
{
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (RubDocumentDraft) draft = rub_document_draft_new ();
  g_auto (RubDocumentHead) head = { 0 };
  g_autofree char *base = NULL;
  xmlNode *root, *body, *found;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  doc = read_page (text);
  root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  if (root == NULL)
    return NULL;

  rub_page_flatten (root);
  take_title (&head, root);
  take_meta (&head, root);
  base = find_base (root, source);
  body = find_first (root, "body");
  if (body == NULL)
    return NULL;
  rub_page_clean (body, &head);
  found = rub_page_find_main (body);
  if (found == NULL)
    return NULL;
  rub_page_add_blocks (found, &head, base, draft);
  rub_page_trim_blocks (rub_document_draft_get_blocks (draft), &head);
  shorten_date (&head);

  return rub_document_head_finish (&head, draft, source);
}

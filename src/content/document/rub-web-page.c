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
#include "rub-page-data.h"
#include "rub-page-main.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* What stands between a title and the name of its site. */
static const char separators[] = "\\s+[|–—·•»:-]+\\s+|\\s*\\|\\s*";

/* Shorter text that is told to machines is a summary. */
#define MIN_TOLD_BYTES 250

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

/* Returns: (transfer full) (nullable): what a heading says, in one line. */
static char *
get_line (xmlNode *heading)
{
  g_autofree char *text = rub_node_get_text (heading);
  char *line = NULL;

  /* Documentation lets each heading point at itself. */
  if (strstr (text, "¶") != NULL)
    *strstr (text, "¶") = '\0';
  rub_document_head_take (&line, text);

  return line;
}

/* Whether a link leads to the first page of its site. */
static gboolean
leads_home (const xmlNode *link)
{
  const char *href = rub_node_is (link, "a") ? rub_node_get (link, "href") : NULL;
  g_autoptr (GUri) uri = NULL;

  if (href == NULL || g_str_equal (href, "/"))
    return href != NULL;
  uri = g_uri_parse (href, G_URI_FLAGS_PARSE_RELAXED, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && strlen (g_uri_get_path (uri)) <= 1;
}

/* Whether a heading is the name of the site, as many sites have it on each page. */
static gboolean
is_site_name (xmlNode *heading)
{
  const char *names = rub_node_get (heading, "class");

  if (names != NULL && (strstr (names, "site-title") != NULL || strstr (names, "logo") != NULL))
    return TRUE;
  for (xmlNode *node = heading; node != NULL; node = rub_node_next (node, heading))
    if (leads_home (node))
      return TRUE;

  return heading->parent != NULL && leads_home (heading->parent);
}

/* The longest heading called @name that the page's title repeats, unless it is but a small part of
 * that, such as the name of the site. */
static void
take_heading (RubDocumentHead *head, xmlNode *root, const char *name, const char *page_title,
              const char *og_title)
{
  g_autofree char *bare = page_title != NULL ? without_site (page_title) : NULL;
  g_autofree char *best = NULL;

  for (xmlNode *node = root; node != NULL; node = rub_node_next (node, root))
    {
      g_autofree char *line = rub_node_is (node, name) ? get_line (node) : NULL;

      if (line != NULL && !is_site_name (node)
          && (contains (page_title, line) || contains (og_title, line))
          && (best == NULL || strlen (line) > strlen (best)))
        {
          g_free (best);
          best = g_steal_pointer (&line);
        }
    }
  if (best != NULL && (bare == NULL || strlen (best) * 2 >= strlen (bare)))
    rub_document_head_take (&head->title, best);
}

/* The only first-level heading there is. */
static void
take_only_h1 (RubDocumentHead *head, xmlNode *root)
{
  xmlNode *only = find_first (root, "h1");
  g_autofree char *line = only != NULL ? get_line (only) : NULL;

  for (xmlNode *node = only != NULL ? rub_node_skip (only, root) : NULL; node != NULL;
       node = rub_node_next (node, root))
    if (rub_node_is (node, "h1"))
      return;
  if (only != NULL && !is_site_name (only))
    rub_document_head_take (&head->title, line);
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
  take_heading (head, root, "h1", page_title, og_title);
  take_heading (head, root, "h2", page_title, og_title);
  if (og_title == NULL)
    take_only_h1 (head, root);
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

/* Adds the article in @root to @draft, if there is one. */
static void
add_article (xmlNode *root, RubDocumentHead *head, const char *base, RubDocumentDraft *draft)
{
  xmlNode *body = find_first (root, "body");
  xmlNode *found, *around;

  if (body == NULL)
    return;
  rub_page_clean (body, head);
  found = rub_page_find_main (body, &around);
  if (found == NULL)
    return;
  rub_page_add_blocks (found, around, head, base, draft);
  rub_page_trim_blocks (rub_document_draft_get_blocks (draft), head);
}

static gsize
count_bytes (RubDocumentDraft *draft)
{
  GPtrArray *blocks = rub_document_draft_get_blocks (draft);
  gsize n_bytes = 0;

  for (guint i = 0; i < blocks->len; i++)
    n_bytes += strlen (rub_block_get_text (blocks->pdata[i]));

  return n_bytes;
}

/* Some pages have their text nowhere but in what they tell machines, until a script moves it. */
static void
add_told (const char *told, RubDocumentHead *head, const char *base, RubDocumentDraft *draft)
{
  g_autoptr (xmlDoc) doc = NULL;
  g_autofree char *escaped = NULL;
  g_autoptr (GString) page = NULL;

  if (strlen (told) < MIN_TOLD_BYTES || count_bytes (draft) * 2 > strlen (told))
    return;
  if (strstr (told, "</") == NULL)
    escaped = g_markup_escape_text (told, -1);
  page = g_string_new (escaped != NULL ? escaped : told);
  if (escaped != NULL)
    g_string_replace (page, "\n", "<p>", 0);
  g_string_prepend (page, "<html><body><p>");
  doc = read_page (page->str);
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    return;
  rub_page_flatten (xmlDocGetRootElement (doc));
  rub_document_draft_close (draft);
  g_ptr_array_set_size (rub_document_draft_get_blocks (draft), 0);
  add_article (xmlDocGetRootElement (doc), head, base, draft);
}

RubArticle *
rub_web_page_parse (const char *text, const RubDocumentSource *source)
{
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (RubDocumentDraft) draft = rub_document_draft_new ();
  g_auto (RubDocumentHead) head = { 0 };
  g_autofree char *base = NULL;
  g_autofree char *told = NULL;
  xmlNode *root;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  doc = read_page (text);
  root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  if (root == NULL)
    return NULL;

  rub_page_flatten (root);
  take_title (&head, root);
  told = rub_page_data_read (root, &head);
  take_meta (&head, root);
  base = find_base (root, source);
  add_article (root, &head, base, draft);
  if (told != NULL)
    add_told (told, &head, base, draft);
  if (rub_document_draft_get_blocks (draft)->len == 0)
    return NULL;
  shorten_date (&head);

  return rub_document_head_finish (&head, draft, source);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-page-names.h"

#include <string.h>

#include "rub-node.h"

static const char *const aside_words[]
  = { "bio", "breaking", "byline", "catlinks", "crp", "dateline", "editsection", "footer",
      "hatnote", "infobox", "login", "masthead", "menu", "metabox", "modal", "nav", "navbar",
      "navbox", "noprint", "outbrain", "paging", "popup", "postmeta", "printfooter", "reflist",
      "signup", "sitelinks", "skyscraper", "taboola", "tagcloud", "teasers", "ticker", "topbar",
      "trending", "yarpp", "zergnet", NULL };

/* Words that are in the names of texts as well. */
static const char *const doubtful_words[]
  = { "ad", "ads", "headerlink", "jump", "pager", "pagination", "popular", "promo", "promos",
      "promotion", "readmore", "reference", "references", "skip", "tags", "teaser", "toc",
      "toolbar", "vote", "votes", "voting", NULL };

static const char *const doubtful_stems[] = { "share", "sharing", "social", "sponsor", NULL };

/* Words of names that take such doubt away. */
static const char *const text_words[]
  = { "article", "body", "content", "copy", "entry", "main", "post", "richtext", "story", "text",
      NULL };

/* Words that begin so, as people run them together: "relatedposts", "sidebarright". */
static const char *const aside_stems[]
  = { "addthis", "addtoany", "adsense", "adslot", "advert", "breadcrumb", "mostread", "mostpop",
      "navig", "newsletter", "recommend", "related", "sidebar", "subscri", NULL };

/* What the law makes sites say. */
static const char *const notice_stems[] = { "cookie", "consent", "gdpr", NULL };

static const char *const comment_words[]
  = { "comment", "comments", "commentlist", "disqus", "kommentare", "respond", NULL };

static const char *const author_words[] = { "author", "byline", NULL };

static const char *const lead_words[]
  = { "abstract", "chapo", "dek", "intro", "introduction", "lead", "lede", "standfirst", "subtitle",
      "summary", NULL };

static const char *const caption_words[] = { "caption", "captions", "credit", "credits", NULL };

static const char *const mark_words[]
  = { "anchor", "editsection", "headerlink", "noprint", "footnotebackref", NULL };

/* As whole names, or as the end of a longer one. */
static const char *const body_names[]
  = { "articlebody", "article-body", "article__body", "article-content", "article__content",
      "article-text", "article_body", "article_content", "articletext", "blog-post-body",
      "body-copy", "content-body", "content__body", "entry-content", "entry-body",
      "field-name-body", "fulltext", "postbody", "post-body", "post-content", "post__content",
      "post_content", "postcontent", "post-entry", "post-text", "story-body", "story__body",
      "storybody", "story-content", "storytext", "mw-parser-output", NULL };

static const char *const nothing[] = { NULL };

static gboolean
is_listed (const char *word, gsize size, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == size && g_ascii_strncasecmp (words[i], word, size) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_stem (const char *word, gsize size, const char *const *stems)
{
  for (gsize i = 0; stems != NULL && stems[i] != NULL; i++)
    if (strlen (stems[i]) <= size && g_ascii_strncasecmp (stems[i], word, strlen (stems[i])) == 0)
      return TRUE;

  return FALSE;
}

/* Whether one of the words in names such as "post-share" or "relatedPosts" is known. */
static gboolean
has_word (const char *names, const char *const *words, const char *const *stems)
{
  while (names != NULL && *names != '\0')
    {
      gsize size = 0;

      while (g_ascii_isalpha (names[size])
             && (size == 0 || !g_ascii_isupper (names[size]) || g_ascii_isupper (names[size - 1])))
        size++;
      if (size > 0 && (is_listed (names, size, words) || has_stem (names, size, stems)))
        return TRUE;
      names += MAX (size, 1);
    }

  return FALSE;
}

/* Whether the id of a section is made of its heading, and says nothing about its use. */
static gboolean
is_slug (xmlNode *node, const char *id)
{
  static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6", NULL };

  for (xmlNode *at = node; at != NULL; at = rub_node_next (at, node))
    if (rub_node_is_any (at, headings))
      {
        g_autofree char *text = g_strstrip (rub_node_get_text (at));
        gsize i = 0;

        for (; id[i] != '\0' && text[i] != '\0'; i++)
          if (g_ascii_tolower (id[i]) != g_ascii_tolower (text[i]) && g_ascii_isalnum (id[i]))
            break;

        return i >= 6 && strpbrk (id, "-_ ") != NULL;
      }

  return FALSE;
}

static gboolean
say_words (xmlNode *node, const char *const *words, const char *const *stems)
{
  const char *id = rub_node_get (node, "id");

  return has_word (rub_node_get (node, "class"), words, stems)
         || (has_word (id, words, stems) && !is_slug (node, id));
}

static gboolean
has_body_name (const char *names)
{
  g_auto (GStrv) parts = names != NULL ? g_strsplit_set (names, " \t\r\n", -1) : NULL;

  for (gsize i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (parts[i], -1);

      for (gsize j = 0; body_names[j] != NULL; j++)
        if (g_str_has_suffix (lower, body_names[j]))
          return TRUE;
    }

  return FALSE;
}

gboolean
rub_page_names_say (xmlNode *node, RubPageUse use)
{
  g_return_val_if_fail (node != NULL, FALSE);

  switch (use)
    {
    case RUB_PAGE_USE_ASIDE:
      return say_words (node, aside_words, aside_stems);
    case RUB_PAGE_USE_DOUBTFUL:
      return say_words (node, doubtful_words, doubtful_stems)
             && !say_words (node, text_words, NULL);
    case RUB_PAGE_USE_NOTICE:
      return say_words (node, nothing, notice_stems);
    case RUB_PAGE_USE_COMMENTS:
      return say_words (node, comment_words, NULL);
    case RUB_PAGE_USE_LEAD:
      return has_word (rub_node_get (node, "class"), lead_words, NULL);
    case RUB_PAGE_USE_CAPTION:
      return has_word (rub_node_get (node, "class"), caption_words, NULL);
    case RUB_PAGE_USE_AUTHOR:
      return say_words (node, author_words, NULL);
    case RUB_PAGE_USE_MARK:
      return has_word (rub_node_get (node, "class"), mark_words, NULL);
    case RUB_PAGE_USE_BODY:
    default:
      return has_body_name (rub_node_get (node, "class"))
             || has_body_name (rub_node_get (node, "id"));
    }
}

gboolean
rub_page_is_text (const xmlNode *node)
{
  g_return_val_if_fail (node != NULL, FALSE);

  return g_strcmp0 (rub_node_get (node, "itemprop"), "articleBody") == 0;
}

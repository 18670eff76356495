/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * What the names of an element's class and id say about its use. They are the names that people
 * give, as the readability scripts since Arc90's and trafilatura know them.
 *
 * @RUB_PAGE_USE_ASIDE: beside the article: navigation, advertising, other articles and the like
 * @RUB_PAGE_USE_DOUBTFUL: likely so
 * @RUB_PAGE_USE_NOTICE: about cookies and the like
 * @RUB_PAGE_USE_COMMENTS: what readers say
 * @RUB_PAGE_USE_BODY: the text of the article
 * @RUB_PAGE_USE_LEAD: what stands above the text and sums it up
 * @RUB_PAGE_USE_CAPTION: words to a picture
 * @RUB_PAGE_USE_AUTHOR: who wrote it
 * @RUB_PAGE_USE_MARK: in a line of the article, but none of its words: signs that are clicked on
 */
typedef enum
{
  RUB_PAGE_USE_ASIDE,
  RUB_PAGE_USE_DOUBTFUL,
  RUB_PAGE_USE_NOTICE,
  RUB_PAGE_USE_COMMENTS,
  RUB_PAGE_USE_BODY,
  RUB_PAGE_USE_LEAD,
  RUB_PAGE_USE_CAPTION,
  RUB_PAGE_USE_AUTHOR,
  RUB_PAGE_USE_MARK,
} RubPageUse;

/** Returns: whether the names of @node say that it is for @use. */
gboolean rub_page_names_say (xmlNode *node, RubPageUse use);

/** Returns: whether @node is the text of the article, as schema.org has it. */
gboolean rub_page_is_text (const xmlNode *node);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-highlight.h"

G_BEGIN_DECLS

/**
 * An article that highlights are of.
 *
 * @article_id: as in RubHighlightFields
 * @title: what is shown
 * @author: (nullable): who wrote it
 * @address: (nullable): where it came from; made a link when it is http or https
 */
typedef struct
{
  const char *article_id;
  const char *title;
  const char *author;
  const char *address;
} RubHighlightSource;

/**
 * Writes highlights as Markdown: a heading for each article with a link to it, the quotes below as
 * block quotes in the order of the text, each with its note. What Markdown would read as its own
 * is escaped.
 *
 * @highlights: (element-type RubHighlight): in any order
 * @sources: (array length=n_sources): the articles in the order wanted; one without a highlight is
 *   left out, and so are highlights of an article that is not here
 *
 * Returns: (transfer full): the text; empty when there is nothing to write.
 */
char *rub_highlights_write_markdown (GPtrArray *highlights,
                                     const RubHighlightSource *sources,
                                     gsize n_sources);

G_END_DECLS

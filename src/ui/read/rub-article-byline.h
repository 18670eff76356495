/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"

G_BEGIN_DECLS

/** The id of the section that says when not to massage, in articles of our own. */
#define RUB_SECTION_WHEN_NOT "when-not"

/**
 * Returns: (transfer full): what stands below the title of @article: how long it takes to read
 *   and, of our own, when it was last held against the evidence and that it is no advice.
 */
char *rub_article_byline_make (RubArticle *article);

/** Returns: whether @article is our own and says when not to massage. */
gboolean rub_article_byline_has_when_not (RubArticle *article);

G_END_DECLS

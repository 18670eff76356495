/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-document.h"

G_BEGIN_DECLS

/**
 * Reads Markdown: CommonMark with tables. A front matter gives title, author and date; HTML in it
 * is left out.
 *
 * Returns: (transfer full) (nullable): the article, or NULL when there is no text.
 */
RubArticle *rub_markdown_parse (const char *text, const RubDocumentSource *source);

G_END_DECLS

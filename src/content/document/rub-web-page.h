/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-document.h"

G_BEGIN_DECLS

/**
 * Finds the article in a web page: its main text without what the site puts around it.
 *
 * Returns: (transfer full) (nullable): the article, or NULL when the page has none.
 */
RubArticle *rub_web_page_parse (const char *text, const RubDocumentSource *source);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-document.h"

G_BEGIN_DECLS

/**
 * Reads plain text: paragraphs between empty lines, lines that were wrapped joined again, bullets
 * and numbers as lists, but a lone bullet above a paragraph as its heading, as are underlined
 * lines.
 *
 * Returns: (transfer full) (nullable): the article, or NULL when there is no text.
 */
RubArticle *rub_plain_text_parse (const char *text, const RubDocumentSource *source);

G_END_DECLS

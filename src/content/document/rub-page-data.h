/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "rub-document-head.h"

G_BEGIN_DECLS

/**
 * Reads what a page tells machines about its article, in JSON as schema.org has it: author
 * and date go to @head where they are not known yet.
 *
 * Returns: (transfer full) (nullable): the text of the article, if that is told, too: plain, or
 *   with the marks of HTML in it.
 */
char *rub_page_data_read (xmlNode *root, RubDocumentHead *head);

G_END_DECLS

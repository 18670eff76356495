/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "rub-document-draft.h"

G_BEGIN_DECLS

/** Returns: whether a table holds data, rather than places the parts of a page. */
gboolean rub_page_table_is_data (xmlNode *table);

/** Adds a table of data as one block. */
void rub_page_table_add (xmlNode *table, RubDocumentDraft *draft);

G_END_DECLS

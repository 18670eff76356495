/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "rub-document-head.h"

G_BEGIN_DECLS

/**
 * Adds what is below @root to @draft, block by block. A heading that is the title in @head starts
 * the article over: short lines above it are not part of it.
 *
 * @around: @root or what it is in: of that, figures above @root are added, too
 */
void rub_page_add_blocks (xmlNode *root,
                          xmlNode *around,
                          const RubDocumentHead *head,
                          const char *base,
                          RubDocumentDraft *draft);

/** Takes out of @blocks what is around an article: lists of links, "61 views", and the like. */
void rub_page_trim_blocks (GPtrArray *blocks, RubDocumentHead *head);

G_END_DECLS

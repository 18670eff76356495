/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "rub-document-head.h"

G_BEGIN_DECLS

/** Bounds the depth below @root, so that what goes down it needs little of the stack. */
void rub_page_flatten (xmlNode *root);

/**
 * Takes out of the page what is no part of an article: scripts, what is hidden, what calls itself
 * navigation, comments, advertising and the like, and teasers of other pages. Takes the writer's
 * name and the date from where they stand into @head.
 */
void rub_page_clean (xmlNode *root, RubDocumentHead *head);

/**
 * Finds the smallest part of the page with all of its main text.
 *
 * @around: (out): a part around it, whose pictures may be the article's
 *
 * Returns: (nullable): the part, or NULL when there is none.
 */
xmlNode *rub_page_find_main (xmlNode *root, xmlNode **around);

G_END_DECLS

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

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include <glib.h>

G_BEGIN_DECLS

/** An article has this much prose at least, as RubNodeStats count it: two or three sentences. */
#define RUB_PAGE_MIN_PROSE 140

/**
 * Finds the smallest part of the page with all of its main text.
 *
 * @around: (out): a part around it, whose pictures may be the article's
 *
 * Returns: (nullable): the part, or NULL when there is none.
 */
xmlNode *rub_page_find_main (xmlNode *root, xmlNode **around);

G_END_DECLS

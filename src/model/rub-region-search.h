/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-region.h"

G_BEGIN_DECLS

/** What rub_region_match() gives at least when nothing was mistyped. */
#define RUB_REGION_MATCH_EXACT 100000

/**
 * How well @text tells of @region. Each word of @text must start a word of the name, of the other
 * words, of the hint or of the group, which count in this order, or be a word for the side, such
 * as "l". Words that follow each other as typed count more. Letter case, accents and apostrophes
 * do not matter; nor does one wrong letter in a word of five or more, where nothing fits better.
 * An empty @text tells of nothing.
 *
 * Returns: 0 when it does not; more the better it does.
 */
int rub_region_match (RubRegion *region, const char *text);

/**
 * @regions: (element-type RubRegion): where to look, in reading order
 *
 * Returns: (transfer container) (element-type RubRegion): those @text tells of, the best first,
 *   equally good ones in reading order; mistyped ones only when there are no others.
 */
GPtrArray *rub_region_search (GPtrArray *regions, const char *text);

G_END_DECLS

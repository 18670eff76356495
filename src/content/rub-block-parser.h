/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "rub-block.h"

G_BEGIN_DECLS

/** The action a mention of regions leads to; the regions follow. */
#define RUB_BLOCK_SHOW_REGIONS "win.show-regions::"

/**
 * Reads one block of an article, see rub_article_parse().
 *
 * Returns: (transfer full) (nullable): the block, or NULL with G_IO_ERROR_INVALID_DATA that says
 *   what is wrong, but not in which block.
 */
RubBlock *rub_block_parse (JsonNode *node, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"

G_BEGIN_DECLS

/* The content of an article as the store keeps it: its text in one piece, which is what a search
 * reads, and beside it what each block is, as JSON. */

/** What stands between the texts of two blocks; within a block it is kept as a space. */
#define RUB_BLOCK_BREAK '\x1e'

/** Returns: (transfer full): the texts of the blocks of @article, RUB_BLOCK_BREAK between them. */
char *rub_block_json_join_text (RubArticle *article);

/**
 * Returns: (transfer full): the blocks of @article without their texts: a JSON array of an object
 *   each. A kind that is not made from documents is kept as a paragraph.
 */
char *rub_block_json_write (RubArticle *article);

/**
 * Reads what the two functions above wrote; of what anybody else wrote it keeps what is sane.
 *
 * Returns: (transfer full) (nullable) (element-type RubBlock): the blocks, or NULL with a
 *   RUB_STORE_ERROR_DAMAGED when @json is not what belongs to @text.
 */
GPtrArray *rub_block_json_read (const char *json, const char *text, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"
#include "rub-records.h"

G_BEGIN_DECLS

/**
 * Tells the runner's own figure that a card asks for, of runs and massages up to @now_us.
 *
 * @fields: of a RUB_BLOCK_CARD
 *
 * Returns: (transfer full) (nullable): a sentence or three; NULL when there is too little to tell,
 *   see RUB_FIGURES_MIN_RUNS.
 */
char *rub_card_words_make (const RubBlockFields *fields, RubRecords *records, gint64 now_us);

/**
 * Tells those of all cards of @article.
 *
 * @records: (nullable): NULL while they are not read
 *
 * Returns: (transfer full) (element-type utf8): for each block of @article what
 *   rub_card_words_make() says, NULL for those that are no cards.
 */
GPtrArray *rub_card_words_make_all (RubArticle *article, RubRecords *records, gint64 now_us);

G_END_DECLS

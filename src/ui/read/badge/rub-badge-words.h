/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"

G_BEGIN_DECLS

/** Returns: (transfer none): @verdict in words, translated, such as "Partly supported". */
const char *rub_badge_words_get_title (RubVerdict verdict);

/** Returns: (transfer none): the name of the symbol of @verdict, which has a shape of its own. */
const char *rub_badge_words_get_icon (RubVerdict verdict);

/** Returns: (transfer none) (nullable): the class of the colour of @verdict, if it has one. */
const char *rub_badge_words_get_class (RubVerdict verdict);

/**
 * Returns: (transfer full) (element-type RubBlock): the sources between the verdict at @block of
 *   @article and the next section.
 */
GPtrArray *rub_badge_words_find_studies (RubArticle *article, guint block);

G_END_DECLS

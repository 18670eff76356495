/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"

G_BEGIN_DECLS

/** The bundled article on what massage does for runners. */
#define RUB_ARTICLE_MASSAGE_FOR_RUNNERS "massage-for-runners"

/**
 * Opens a bundled article in the language that suits best; English when none does.
 *
 * @id: the article, such as RUB_ARTICLE_MASSAGE_FOR_RUNNERS
 * @languages: (array zero-terminated=1): locale names, best first, as g_get_language_names() gives
 *
 * Returns: (transfer full) (nullable): the article, or NULL with G_RESOURCE_ERROR_NOT_FOUND when
 *   there is none with @id, or G_IO_ERROR_INVALID_DATA as rub_article_parse() says.
 */
RubArticle *rub_article_load (const char *id, const char *const *languages, GError **error);

/** Returns: (transfer none) (array zero-terminated=1): the bundled ids, in the order to show. */
const char *const *rub_article_get_bundled_ids (void);

/**
 * Reads no more than the title of a bundled article, in the language rub_article_load() would
 * choose.
 *
 * Returns: (transfer full) (nullable): the title, or NULL as rub_article_load() does.
 */
char *rub_article_load_title (const char *id, const char *const *languages, GError **error);

/** Returns: (transfer full): the file names of the bundled articles, one for each language. */
char **rub_article_list_bundled (void);

/**
 * Opens the bundled article in file @name, one of rub_article_list_bundled().
 *
 * Returns: (transfer full) (nullable): as rub_article_load().
 */
RubArticle *rub_article_load_file (const char *name, GError **error);

G_END_DECLS

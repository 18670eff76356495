/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-highlight.h"
#include "rub-hit.h"
#include "rub-store.h"

G_BEGIN_DECLS

/* The library: what is in the store of saved articles beside RubRecords. These functions block and
 * may be called from any thread; they wait for each other, but not for a commit. */

/** The folder beside the store that holds the pictures of saved articles. */
#define RUB_PICTURES_FOLDER "pictures"

/** A search asks for no more words than this; what is typed beyond them is dropped. */
#define RUB_SEARCH_MAX_WORDS 32

/**
 * Reads the content of the saved article @key. Its title is the one that is shown.
 *
 * Returns: (transfer full) (nullable): the article, whose id is @key; NULL with a RUB_STORE_ERROR,
 *   or without one when there is no such article or it was removed.
 */
RubArticle *rub_store_load_article (RubStore *self, const char *key, GError **error);

/**
 * Looks for the picture that the saved article @key has at @address, see RubBlockFields.
 *
 * Returns: (transfer full) (nullable): its file, which is there and must not be changed; or NULL.
 */
char *rub_store_find_picture (RubStore *self, const char *key, const char *address);

/**
 * @article_id: (nullable): an article; NULL: all articles, but for those removed
 *
 * Returns: (transfer full) (nullable) (element-type RubHighlight): the highlights, by article and
 *   then in the order of its text; NULL with a RUB_STORE_ERROR.
 */
GPtrArray *rub_store_list_highlights (RubStore *self, const char *article_id, GError **error);

/**
 * Looks for saved articles, archived ones too, that have all the words of @query in their title,
 * author, text or notes; case and accents do not matter. The last word may be the start of one;
 * words "in quotation marks" stand together. Any text is a query; one without a word finds nothing.
 *
 * Articles that come with the program are not in the store. To search them likewise, save them
 * once in a store of rub_store_open_in_memory(), with their ids as keys, and search that.
 *
 * @max: how many hits at most
 * @cancellable: (nullable): stops it at once, with G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type RubHit): the hits, the best first; NULL with
 *   @error. A damaged index of words is made anew on the way.
 */
GPtrArray *rub_store_search (RubStore *self,
                             const char *query,
                             guint max,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS

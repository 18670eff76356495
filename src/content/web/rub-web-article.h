/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"
#include "rub-fetcher.h"

G_BEGIN_DECLS

/** What is loaded at the most beside the text. */
#define RUB_WEB_ARTICLE_MAX_PICTURES 60
#define RUB_WEB_ARTICLE_MAX_PICTURE_BYTES (5 * 1000 * 1000)
#define RUB_WEB_ARTICLE_MAX_PICTURES_BYTES (40 * 1000 * 1000)

/** How many pictures are loaded at a time. */
#define RUB_WEB_ARTICLE_AT_ONCE 3

/**
 * What to load. Nothing of it has to outlive the call it is for.
 *
 * @address: as the runner typed it
 * @etag: (nullable): of the article as it is known
 * @last_modified: (nullable): likewise
 * @is_text_only: whether to leave the pictures where they are
 * @trust: (nullable): who may vouch for servers; NULL means whom the system trusts
 */
typedef struct
{
  const char *address;
  const char *etag;
  const char *last_modified;
  gboolean is_text_only;
  GTlsDatabase *trust;
} RubWebArticleRequest;

/**
 * What came.
 *
 * @article: (nullable): NULL when @is_unmodified
 * @pictures: (element-type utf8 GBytes): by the addresses that the blocks of the article have;
 *   those that could not be loaded are not in it
 * @address: where the article was at last
 * @etag: (nullable): what to ask with next time
 * @last_modified: (nullable): likewise
 * @is_unmodified: whether it is as it is known
 */
typedef struct
{
  RubArticle *article;
  GHashTable *pictures;
  char *address;
  char *etag;
  char *last_modified;
  gboolean is_unmodified;
} RubWebArticle;

void rub_web_article_free (RubWebArticle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubWebArticle, rub_web_article_free)

/**
 * Loads the article under an address: the page, then the pictures in its blocks. A picture that
 * cannot be loaded is left out. The page is read in a thread.
 *
 * @progress: (nullable) (scope notified): may be called until @callback is: for the bytes of the
 *   page, then for those of all pictures, counted anew, whose total nobody knows
 */
void rub_web_article_load_async (const RubWebArticleRequest *request,
                                 GCancellable *cancellable,
                                 RubFetchProgress progress,
                                 gpointer progress_data,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * Returns: (transfer full) (nullable): what came, or NULL with a RUB_NET_ERROR, a
 *   RUB_DOCUMENT_ERROR or G_IO_ERROR_CANCELLED.
 */
RubWebArticle *rub_web_article_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS

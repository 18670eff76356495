/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"
#include "rub-fetcher.h"

G_BEGIN_DECLS

/**
 * Loads the pictures in the blocks of @article, some at a time, within the bounds that
 * rub-web-article.h names. Pictures of a page that came over https are asked for over https.
 *
 * @progress: (nullable) (scope notified): told how many bytes there are so far
 */
void rub_web_pictures_load_async (RubFetcher *fetcher,
                                  RubArticle *article,
                                  GCancellable *cancellable,
                                  RubFetchProgress progress,
                                  gpointer progress_data,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * Returns: (transfer full) (element-type utf8 GBytes) (nullable): those that could be loaded, by
 *   their address, or NULL with G_IO_ERROR_CANCELLED: nothing else is an error.
 */
GHashTable *rub_web_pictures_load_finish (RubFetcher *fetcher,
                                          GAsyncResult *result,
                                          GError **error);

G_END_DECLS

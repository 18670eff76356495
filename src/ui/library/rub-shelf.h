/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-library.h"

G_BEGIN_DECLS

/**
 * A saved article as it is opened.
 *
 * @article: what is in it
 * @pictures: (element-type utf8 filename): the files of its pictures, by their address
 */
typedef struct
{
  RubArticle *article;
  GHashTable *pictures;
} RubOpened;

void rub_opened_free (RubOpened *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubOpened, rub_opened_free)

#define RUB_TYPE_SHELF (rub_shelf_get_type ())
/**
 * What there is to read, as the window sees it: the bundled texts and the saved articles of a
 * RubLibrary. What takes time is done in threads; a call fails with G_IO_ERROR_NOT_INITIALIZED
 * while the library is not open.
 */
G_DECLARE_FINAL_TYPE (RubShelf, rub_shelf, RUB, SHELF, GObject)

/** Returns: (transfer full): the shelf of @library. */
RubShelf *rub_shelf_new (RubLibrary *library);

/** Opens the saved article @key; fails with G_IO_ERROR_NOT_FOUND when it is not there. */
void rub_shelf_open_async (RubShelf *self,
                           const char *key,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data);

/** Returns: (transfer full) (nullable): the article, or NULL with @error. */
RubOpened *rub_shelf_open_finish (RubShelf *self, GAsyncResult *result, GError **error);

/** Lists the highlights in the article @id, or all of them for NULL. */
void rub_shelf_list_highlights_async (RubShelf *self,
                                      const char *id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);

/** Returns: (transfer full) (nullable) (element-type RubHighlight): them, or NULL with @error. */
GPtrArray *rub_shelf_list_highlights_finish (RubShelf *self, GAsyncResult *result, GError **error);

/** Looks for @query in everything there is to read, see rub_store_search(). */
void rub_shelf_search_async (RubShelf *self,
                             const char *query,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);

/** Returns: (transfer full) (nullable) (element-type RubHit): bundled texts first, or NULL. */
GPtrArray *rub_shelf_search_finish (RubShelf *self, GAsyncResult *result, GError **error);

G_END_DECLS

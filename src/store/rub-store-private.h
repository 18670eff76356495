/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "rub-store.h"

G_BEGIN_DECLS

/** Returns: (transfer none): the connection, until rub_store_unlock(). */
sqlite3 *rub_store_lock (RubStore *self);
void rub_store_unlock (RubStore *self);

/**
 * Returns: (transfer none) (nullable): a connection that is only read from, so that long queries
 *   keep nobody from writing, until rub_store_unlock_reader(); NULL, not locked, with an error.
 */
sqlite3 *rub_store_lock_reader (RubStore *self, GError **error);
void rub_store_unlock_reader (RubStore *self);

/** Makes the index of words anew. Returns: FALSE with a RUB_STORE_ERROR. */
gboolean rub_store_rebuild_index (RubStore *self, GError **error);

G_END_DECLS

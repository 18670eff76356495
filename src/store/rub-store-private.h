/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "rub-store.h"

G_BEGIN_DECLS

/** Returns: (transfer none): the connection, until rub_store_unlock(). */
sqlite3 *rub_store_lock (RubStore *self);
void rub_store_unlock (RubStore *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "rub-change.h"

G_BEGIN_DECLS

/**
 * Applies the steps in the transaction that is open on @db, and learns how to take them back.
 *
 * @now_us: when rows are hidden
 *
 * Returns: FALSE with a RUB_STORE_ERROR. When it is FALSE, or rub_change_was_applied() is, the
 *   caller rolls back.
 */
gboolean rub_change_apply (RubChange *self, sqlite3 *db, gint64 now_us, GError **error);

G_END_DECLS

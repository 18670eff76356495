/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "rub-store.h"

G_BEGIN_DECLS

/**
 * Opens @path the one way Rubdown does: WAL, synchronous=FULL, foreign keys, defensive, current
 * schema. When it can be read but not written, @fault (out) (transfer full) says why and the
 * connection is read-only.
 *
 * Returns: (transfer full) (nullable): the connection, or NULL with a RUB_STORE_ERROR.
 */
sqlite3 *rub_connection_open (const char *path, GError **fault, GError **error);

/** Returns: (transfer full) (nullable): one more connection to a store that is open, to read. */
sqlite3 *rub_connection_open_reader (const char *path, GError **error);

/** Returns: (transfer full): a connection to an empty store in memory. */
sqlite3 *rub_connection_open_in_memory (void);

G_END_DECLS

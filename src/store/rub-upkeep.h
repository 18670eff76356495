/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * Deletes for good what was hidden too long ago to be brought back, and the pictures that nothing
 * shows any more. A row that is not hidden is never touched.
 *
 * @now_us: UTC microseconds since the epoch
 *
 * Returns: FALSE with a RUB_STORE_ERROR.
 */
gboolean rub_upkeep_purge (sqlite3 *db, gint64 now_us, GError **error);

G_END_DECLS

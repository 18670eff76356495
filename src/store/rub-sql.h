/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/** Sets @error to the RUB_STORE_ERROR that result @code of @db means, in words. */
void rub_sql_set_error (sqlite3 *db, int code, GError **error);

/** Runs the statements of @sql, dropping rows. Returns: FALSE with a RUB_STORE_ERROR. */
gboolean rub_sql_exec (sqlite3 *db, const char *sql, GError **error);

/** Returns: (transfer full) (nullable): @sql compiled, or NULL with a RUB_STORE_ERROR. */
sqlite3_stmt *rub_sql_prepare (sqlite3 *db, const char *sql, GError **error);

/**
 * Binds the parameters of @statement in order. A letter of @types each: i: gint64; d: double, NAN
 * as NULL; s: const char *, NULL as NULL, borrowed until the statement is done.
 */
void rub_sql_bind (sqlite3_stmt *statement, const char *types, ...);

/** Steps to the next row, if any. Returns: FALSE with a RUB_STORE_ERROR. */
gboolean rub_sql_step (sqlite3_stmt *statement, gboolean *has_row, GError **error);

/** Returns: (transfer none) (nullable): the text in @column of the current row, until the next. */
const char *rub_sql_get_text (sqlite3_stmt *row, int column);

/** Compiles, binds and runs @sql once; see rub_sql_bind(). FALSE with a RUB_STORE_ERROR. */
gboolean rub_sql_run (sqlite3 *db, GError **error, const char *sql, const char *types, ...);

/** Reads the one number that @sql answers with. Returns: FALSE with a RUB_STORE_ERROR. */
gboolean rub_sql_get_int (sqlite3 *db, const char *sql, gint64 *value, GError **error);

G_END_DECLS

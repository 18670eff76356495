/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/** The version of the schema that this program writes: PRAGMA user_version. */
#define RUB_SCHEMA_VERSION 5

/**
 * Brings @db to RUB_SCHEMA_VERSION, each numbered step once, all in one transaction.
 *
 * Returns: FALSE with a RUB_STORE_ERROR: RUB_STORE_ERROR_NEWER when it is beyond that version.
 */
gboolean rub_migrate (sqlite3 *db, GError **error);

G_END_DECLS

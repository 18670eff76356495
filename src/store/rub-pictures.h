/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * Pictures are files named after the SHA-256 of their bytes, in a folder beside the store; rows of
 * article_pictures say whose they are. Files come and go only within a write transaction, so that
 * no program deletes what another is about to name. A store in memory keeps none.
 *
 * Returns: (transfer full): the folder for the store in @path.
 */
char *rub_pictures_get_folder (const char *path);

/** Returns: whether @name is one that rub_pictures_keep() makes; no other is ever opened. */
gboolean rub_pictures_is_name (const char *name);

/**
 * Writes @bytes for the store open as @db, whole and on disk when it returns; a file that is there
 * already is left alone.
 *
 * Returns: (transfer full) (nullable): the name of the file, or NULL with a RUB_STORE_ERROR.
 */
char *rub_pictures_keep (sqlite3 *db, GBytes *bytes, GError **error);

/** Deletes the files that no row names. The caller holds a write transaction on @db. */
void rub_pictures_sweep (sqlite3 *db);

G_END_DECLS

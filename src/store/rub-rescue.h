/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-store.h"

G_BEGIN_DECLS

/** A backup is made when the newest is older than this. */
#define RUB_BACKUP_EVERY_US (24 * G_TIME_SPAN_HOUR)
/** How many backups are kept. */
#define RUB_N_BACKUPS 2

/**
 * Keeps a copy of @self in the folder "backups" beside it, when the newest is too old and the
 * store is sound; older ones are then deleted. The pictures of articles are not in it: they stay
 * where they are, and one that is missing is only not shown. Blocks.
 *
 * @now_us: UTC microseconds since the epoch
 *
 * Returns: FALSE with @error when a copy was due and could not be made or the store is damaged.
 */
gboolean rub_store_back_up (RubStore *self, gint64 now_us, GError **error);

/**
 * Looks for the newest backup of the store in @path that is sound. Blocks.
 *
 * @made_us: (out) (optional): when it was made
 *
 * Returns: (transfer full) (nullable): its path, or NULL when there is none.
 */
char *rub_rescue_find_backup (const char *path, gint64 *made_us);

/**
 * Moves the store in @path, with SQLite's files beside it, out of the way; nothing is deleted or
 * overwritten. Then puts a copy of @backup in its place. Blocks.
 *
 * @backup: (nullable): a backup of it; NULL to leave the place empty, for a new store
 * @now_us: names the copy set aside
 * @set_aside: (out) (transfer full): where the old file now is
 *
 * Returns: FALSE with a G_IO_ERROR; the store is then where it was.
 */
gboolean rub_rescue_replace (const char *path,
                             const char *backup,
                             gint64 now_us,
                             char **set_aside,
                             GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-change.h"
#include "rub-records.h"

G_BEGIN_DECLS

#define RUB_STORE_ERROR (rub_store_error_quark ())
GQuark rub_store_error_quark (void);

/**
 * @RUB_STORE_ERROR_NEWER: the file was written by a newer Rubdown
 * @RUB_STORE_ERROR_DAMAGED: the file is not a database or is damaged
 * @RUB_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @RUB_STORE_ERROR_FULL: no space is left on the disk
 * @RUB_STORE_ERROR_BUSY: another program held the file for too long
 * @RUB_STORE_ERROR_INDEX: only the index of words is damaged; it is made anew from the articles
 *   where that is met, so this is seen only when nothing can be written
 * @RUB_STORE_ERROR_FAILED: anything else
 */
typedef enum
{
  RUB_STORE_ERROR_NEWER,
  RUB_STORE_ERROR_DAMAGED,
  RUB_STORE_ERROR_READ_ONLY,
  RUB_STORE_ERROR_FULL,
  RUB_STORE_ERROR_BUSY,
  RUB_STORE_ERROR_INDEX,
  RUB_STORE_ERROR_FAILED,
} RubStoreError;

#define RUB_TYPE_STORE (rub_store_get_type ())
/**
 * Everything remembered: one SQLite file, safe to use from any thread and by two programs at once.
 * Emits "changed" in the main context of its creator after each applied commit of its own.
 */
G_DECLARE_FINAL_TYPE (RubStore, rub_store, RUB, STORE, GObject)

/** Returns: (transfer full): where the store of this user is: $XDG_DATA_HOME/rubdown/rubdown.db. */
char *rub_store_get_default_path (void);

/**
 * Opens the store in @path, making it and its folder (mode 0600 and 0700) when missing, and
 * migrating it. A store that can be read but not written (newer, read-only, full disk) is opened
 * all the same; rub_store_get_fault() then says why. Blocks.
 *
 * Returns: (transfer full) (nullable): the store, or NULL with a RUB_STORE_ERROR.
 */
RubStore *rub_store_open (const char *path, GError **error);

/** Returns: (transfer full): a store that lives in memory, for tests. */
RubStore *rub_store_open_in_memory (void);

/** Returns: (transfer none) (nullable): why nothing can be written, in words; NULL when it can. */
const GError *rub_store_get_fault (RubStore *self);

/** Returns: (transfer none) (nullable): the file of the store; NULL for one in memory. */
const char *rub_store_get_path (RubStore *self);

/** Returns: whether another connection committed since the last call (or the opening). */
gboolean rub_store_has_foreign_changes (RubStore *self);

/** Returns: (transfer full) (nullable): everything remembered, or NULL with @error. Blocks. */
RubRecords *rub_store_read (RubStore *self, GError **error);

/** Like rub_store_read(), but without the saved articles and the places in articles: what
 * reminders are made from does not grow with the library. */
RubRecords *rub_store_read_without_articles (RubStore *self, GError **error);

/**
 * Applies @change in one transaction, on disk when it returns. Blocks.
 *
 * Returns: FALSE with a RUB_STORE_ERROR when it could not be written; nothing is then changed.
 *   TRUE otherwise; see rub_change_was_applied().
 */
gboolean rub_store_commit (RubStore *self, RubChange *change, GError **error);

/** Like rub_store_read(), in a thread; calls are done in the order they were made. */
void rub_store_read_async (RubStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/** Returns: (transfer full) (nullable): as rub_store_read(). */
RubRecords *rub_store_read_finish (RubStore *self, GAsyncResult *result, GError **error);

/** Like rub_store_commit(), in a thread; calls are done in the order they were made. */
void rub_store_commit_async (RubStore *self,
                             RubChange *change,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/** Returns: as rub_store_commit(). */
gboolean rub_store_commit_finish (RubStore *self, GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-store.h"

#include "rub-change-private.h"
#include "rub-connection.h"
#include "rub-rows.h"
#include "rub-sql.h"
#include "rub-store-private.h"
#include "rub-word-index.h"

struct _RubStore
{
  GObject parent_instance;

  gint64 data_version;
  GMutex mutex;
  GMutex reader_mutex;

  /* Owned */
  char *path;
  sqlite3 *db;
  sqlite3 *reader;
  GError *fault;
  GMainContext *context;
  GThreadPool *pool;
};

typedef void (*JobFunc) (RubStore *self, GTask *task);

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubStore, rub_store, G_TYPE_OBJECT)
G_DEFINE_QUARK (rub-store-error-quark, rub_store_error)

static void
rub_store_finalize (GObject *object)
{
  RubStore *self = RUB_STORE (object);

  if (self->pool != NULL)
    g_thread_pool_free (self->pool, FALSE, FALSE);
  g_clear_pointer (&self->reader, sqlite3_close_v2);
  g_clear_pointer (&self->db, sqlite3_close_v2);
  g_clear_error (&self->fault);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->path, g_free);
  g_mutex_clear (&self->reader_mutex);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (rub_store_parent_class)->finalize (object);
}

static void
rub_store_class_init (RubStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_store_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RUB_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
rub_store_init (RubStore *self)
{
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->reader_mutex);
  self->context = g_main_context_ref_thread_default ();
}

char *
rub_store_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "rubdown", "rubdown.db", NULL);
}

RubStore *
rub_store_open (const char *path, GError **error)
{
  g_autoptr (RubStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (RUB_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->db = rub_connection_open (path, &self->fault, error);
  if (self->db == NULL)
    return NULL;
  rub_store_has_foreign_changes (self);

  return g_steal_pointer (&self);
}

RubStore *
rub_store_open_in_memory (void)
{
  RubStore *self = g_object_new (RUB_TYPE_STORE, NULL);

  self->db = rub_connection_open_in_memory ();

  return self;
}

const GError *
rub_store_get_fault (RubStore *self)
{
  g_return_val_if_fail (RUB_IS_STORE (self), NULL);

  return self->fault;
}

const char *
rub_store_get_path (RubStore *self)
{
  g_return_val_if_fail (RUB_IS_STORE (self), NULL);

  return self->path;
}

sqlite3 *
rub_store_lock (RubStore *self)
{
  g_assert (RUB_IS_STORE (self));

  g_mutex_lock (&self->mutex);

  return self->db;
}

void
rub_store_unlock (RubStore *self)
{
  g_assert (RUB_IS_STORE (self));

  g_mutex_unlock (&self->mutex);
}

/* What is in memory only, or cannot be written, is not opened twice. */
static gboolean
has_reader (RubStore *self)
{
  return self->path != NULL && self->fault == NULL;
}

sqlite3 *
rub_store_lock_reader (RubStore *self, GError **error)
{
  g_assert (RUB_IS_STORE (self));

  if (!has_reader (self))
    return rub_store_lock (self);

  g_mutex_lock (&self->reader_mutex);
  if (self->reader == NULL)
    self->reader = rub_connection_open_reader (self->path, error);
  if (self->reader == NULL)
    g_mutex_unlock (&self->reader_mutex);

  return self->reader;
}

void
rub_store_unlock_reader (RubStore *self)
{
  g_assert (RUB_IS_STORE (self));

  if (has_reader (self))
    g_mutex_unlock (&self->reader_mutex);
  else
    rub_store_unlock (self);
}

gboolean
rub_store_rebuild_index (RubStore *self, GError **error)
{
  gboolean is_made;

  g_assert (RUB_IS_STORE (self));

  is_made = rub_word_index_rebuild (rub_store_lock (self), error);
  rub_store_unlock (self);

  return is_made;
}

gboolean
rub_store_has_foreign_changes (RubStore *self)
{
  gint64 version = 0;
  gboolean has_changes;

  g_return_val_if_fail (RUB_IS_STORE (self), FALSE);

  rub_sql_get_int (rub_store_lock (self), "PRAGMA data_version", &version, NULL);
  has_changes = version != self->data_version;
  self->data_version = version;
  rub_store_unlock (self);

  return has_changes;
}

RubRecords *
rub_store_read (RubStore *self, GError **error)
{
  RubRecords *records;

  g_return_val_if_fail (RUB_IS_STORE (self), NULL);

  records = rub_rows_read_all (rub_store_lock (self), TRUE, error);
  rub_store_unlock (self);

  return records;
}

RubRecords *
rub_store_read_without_articles (RubStore *self, GError **error)
{
  RubRecords *records;

  g_return_val_if_fail (RUB_IS_STORE (self), NULL);

  records = rub_rows_read_all (rub_store_lock (self), FALSE, error);
  rub_store_unlock (self);

  return records;
}

static gboolean
commit_on (sqlite3 *db, RubChange *change, GError **error)
{
  if (!rub_sql_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (rub_change_apply (change, db, g_get_real_time (), error))
    {
      if (!rub_change_was_applied (change))
        {
          sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
          return TRUE;
        }
      if (rub_sql_exec (db, "COMMIT", error))
        return TRUE;
    }

  /* A full disk rolls back by itself; then this says so and does nothing. */
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/* A damaged index of words is no reason to fail: it holds nothing of its own. */
static gboolean
commit_or_mend (sqlite3 *db, RubChange *change, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (commit_on (db, change, &local_error))
    return TRUE;

  if (g_error_matches (local_error, RUB_STORE_ERROR, RUB_STORE_ERROR_INDEX))
    return rub_word_index_rebuild (db, error) && commit_on (db, change, error);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
emit_changed (gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

gboolean
rub_store_commit (RubStore *self, RubChange *change, GError **error)
{
  gboolean is_committed;

  g_return_val_if_fail (RUB_IS_STORE (self), FALSE);
  g_return_val_if_fail (RUB_IS_CHANGE (change), FALSE);

  if (self->fault != NULL)
    {
      g_propagate_error (error, g_error_copy (self->fault));
      return FALSE;
    }

  is_committed = commit_or_mend (rub_store_lock (self), change, error);
  rub_store_unlock (self);

  if (is_committed && rub_change_was_applied (change))
    g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, emit_changed,
                                g_object_ref (self), g_object_unref);

  return is_committed;
}

static void
run_job (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  JobFunc func = (JobFunc) g_object_get_data (G_OBJECT (task), "rub-job");

  if (!g_task_return_error_if_cancelled (task))
    func (g_task_get_source_object (task), task);
}

/* One thread a store, started when first needed, so that jobs are done in order. */
static void
push_job (RubStore *self, JobFunc func, GTask *task)
{
  if (self->pool == NULL)
    self->pool = g_thread_pool_new (run_job, NULL, 1, FALSE, NULL);

  g_object_set_data (G_OBJECT (task), "rub-job", (gpointer) func);
  g_thread_pool_push (self->pool, task, NULL);
}

static void
do_read (RubStore *self, GTask *task)
{
  GError *error = NULL;
  RubRecords *records = rub_store_read (self, &error);

  if (records != NULL)
    g_task_return_pointer (task, records, (GDestroyNotify) rub_records_unref);
  else
    g_task_return_error (task, error);
}

void
rub_store_read_async (RubStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task;

  g_return_if_fail (RUB_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rub_store_read_async);
  push_job (self, do_read, task);
}

RubRecords *
rub_store_read_finish (RubStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
do_commit (RubStore *self, GTask *task)
{
  GError *error = NULL;

  if (rub_store_commit (self, g_task_get_task_data (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
rub_store_commit_async (RubStore *self, RubChange *change, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (RUB_IS_STORE (self));
  g_return_if_fail (RUB_IS_CHANGE (change));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rub_store_commit_async);
  g_task_set_task_data (task, g_object_ref (change), g_object_unref);
  push_job (self, do_commit, task);
}

gboolean
rub_store_commit_finish (RubStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

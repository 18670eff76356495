/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-library.h"

#include "rub-rescue.h"

/* How often what is shown is brought up to the time. */
#define TICK_S 30
/* A backup reads the whole store; it waits until the window has long been up. */
#define BACKUP_AFTER_S 20

struct _RubLibrary
{
  GObject parent_instance;

  guint tick_source;
  guint backup_source;

  /* Owned */
  char *path;
  GSettings *settings;
  GCancellable *cancellable;
  GTimeZone *zone;
  RubStore *store;
  RubRecords *records;
  GPtrArray *plan;
  GError *fault;
};

/* A commit on its way, with what to say when it is done. */
typedef struct
{
  RubLibrary *library;
  RubChange *change;
  char *title;
} Commit;

/* What the pages show differently once it is set differently. */
static const char *const shown_settings[] = {
  "changed::units",
  "changed::body-build",
  "changed::body-mirrored",
  "changed::body-patterns",
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_COMMITTED,
  SIGNAL_FAILED,
  SIGNAL_TOLD,
  SIGNAL_WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubLibrary, rub_library, G_TYPE_OBJECT)

static void
free_commit (Commit *commit)
{
  g_object_unref (commit->library);
  g_object_unref (commit->change);
  g_free (commit->title);
  g_free (commit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Commit, free_commit)

static void
make_plan (RubLibrary *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_new_local ();

  g_clear_pointer (&self->plan, g_ptr_array_unref);
  self->plan = rub_plan_make (self->records, rub_library_get_now_us (self), self->zone);
}

static void
take_records (RubLibrary *self, RubRecords *records)
{
  g_clear_pointer (&self->records, rub_records_unref);
  self->records = records;
  make_plan (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
take_fault (RubLibrary *self, GError *fault)
{
  g_clear_error (&self->fault);
  self->fault = fault;
}

static gboolean
on_tick_cb (gpointer data)
{
  RubLibrary *self = RUB_LIBRARY (data);

  if (self->records != NULL)
    {
      make_plan (self);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }

  return G_SOURCE_CONTINUE;
}

static void
on_store_read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (RubLibrary) self = RUB_LIBRARY (data);
  GError *error = NULL;
  RubRecords *records = rub_store_read_finish (RUB_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return;
    }
  if (error != NULL)
    take_fault (self, error);
  if (records == NULL)
    records = self->records != NULL ? rub_records_ref (self->records) : rub_records_new ();

  take_records (self, records);
}

static void
read_store (RubLibrary *self)
{
  rub_store_read_async (self->store, self->cancellable, on_store_read_cb, g_object_ref (self));
}

static void
back_up (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (!rub_store_back_up (RUB_STORE (source), g_get_real_time (), &error))
    g_warning ("No backup was made: %s", error->message);
  g_task_return_boolean (task, error == NULL);
}

static gboolean
on_backup_due_cb (gpointer data)
{
  RubLibrary *self = RUB_LIBRARY (data);
  g_autoptr (GTask) task = NULL;

  self->backup_source = 0;
  if (self->store != NULL)
    {
      task = g_task_new (self->store, self->cancellable, NULL, NULL);
      g_task_run_in_thread (task, back_up);
    }

  return G_SOURCE_REMOVE;
}

static void
open_store (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  RubStore *store = rub_store_open (data, &error);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_store_opened_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  RubLibrary *self = RUB_LIBRARY (object);
  GError *error = NULL;
  RubStore *store = g_task_propagate_pointer (G_TASK (result), &error);

  if (store == NULL)
    {
      take_fault (self, error);
      take_records (self, rub_records_new ());
      return;
    }

  self->store = store;
  take_fault (self, rub_store_get_fault (store) != NULL
                      ? g_error_copy (rub_store_get_fault (store))
                      : NULL);
  read_store (self);
  g_clear_handle_id (&self->backup_source, g_source_remove);
  self->backup_source = g_timeout_add_seconds (BACKUP_AFTER_S, on_backup_due_cb, self);
}

void
rub_library_open (RubLibrary *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RUB_IS_LIBRARY (self));

  g_clear_object (&self->store);
  task = g_task_new (self, self->cancellable, on_store_opened_cb, NULL);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, open_store);
}

void
rub_library_recheck (RubLibrary *self)
{
  g_return_if_fail (RUB_IS_LIBRARY (self));

  if (self->store != NULL && rub_store_has_foreign_changes (self->store))
    read_store (self);
}

static void
on_setting_changed_cb (RubLibrary *self)
{
  if (self->records != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
rub_library_dispose (GObject *object)
{
  RubLibrary *self = RUB_LIBRARY (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_handle_id (&self->backup_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (rub_library_parent_class)->dispose (object);
}

static void
rub_library_finalize (GObject *object)
{
  RubLibrary *self = RUB_LIBRARY (object);

  g_clear_pointer (&self->records, rub_records_unref);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_error (&self->fault);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (rub_library_parent_class)->finalize (object);
}

static void
rub_library_class_init (RubLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rub_library_dispose;
  object_class->finalize = rub_library_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RUB_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_COMMITTED]
    = g_signal_new ("committed", RUB_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, RUB_TYPE_CHANGE);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", RUB_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_TOLD] = g_signal_new ("told", RUB_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_WRITTEN] = g_signal_new ("written", RUB_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
rub_library_init (RubLibrary *self)
{
  self->cancellable = g_cancellable_new ();
  self->zone = g_time_zone_new_local ();
  self->tick_source = g_timeout_add_seconds (TICK_S, on_tick_cb, self);
}

RubLibrary *
rub_library_new (const char *path, GSettings *settings)
{
  RubLibrary *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (RUB_TYPE_LIBRARY, NULL);
  self->path = g_strdup (path);
  self->settings = g_object_ref (settings);
  for (gsize i = 0; i < G_N_ELEMENTS (shown_settings); i++)
    g_signal_connect_object (settings, shown_settings[i], G_CALLBACK (on_setting_changed_cb), self,
                             G_CONNECT_SWAPPED);
  rub_library_open (self);

  return self;
}

const char *
rub_library_get_path (RubLibrary *self)
{
  g_return_val_if_fail (RUB_IS_LIBRARY (self), NULL);

  return self->path;
}

RubStore *
rub_library_get_store (RubLibrary *self)
{
  g_return_val_if_fail (RUB_IS_LIBRARY (self), NULL);

  return self->store;
}

RubRecords *
rub_library_get_records (RubLibrary *self)
{
  g_return_val_if_fail (RUB_IS_LIBRARY (self), NULL);

  return self->records;
}

GPtrArray *
rub_library_get_plan (RubLibrary *self)
{
  g_return_val_if_fail (RUB_IS_LIBRARY (self), NULL);

  return self->plan;
}

const GError *
rub_library_get_fault (RubLibrary *self)
{
  g_return_val_if_fail (RUB_IS_LIBRARY (self), NULL);

  return self->fault;
}

gboolean
rub_library_can_write (RubLibrary *self)
{
  g_return_val_if_fail (RUB_IS_LIBRARY (self), FALSE);

  return self->store != NULL && self->records != NULL && self->fault == NULL;
}

static void
on_reread_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Commit) commit = data;
  g_autoptr (RubChange) undo = rub_change_new_undo (commit->change);
  RubLibrary *self = commit->library;

  on_store_read_cb (object, result, g_object_ref (self));
  if (commit->title != NULL)
    g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, commit->title, undo);
}

static void
on_committed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Commit) commit = data;
  RubLibrary *self = commit->library;
  g_autoptr (GError) error = NULL;

  if (!rub_store_commit_finish (RUB_STORE (object), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }

  if (rub_change_was_applied (commit->change))
    g_signal_emit (self, signals[SIGNAL_WRITTEN], 0);
  if (self->store == NULL)
    return;
  /* What another program did meanwhile is read in any case. */
  if (rub_change_was_applied (commit->change))
    rub_store_read_async (self->store, self->cancellable, on_reread_cb, g_steal_pointer (&commit));
  else
    read_store (self);
}

void
rub_library_commit (RubLibrary *self, RubChange *change, const char *title)
{
  Commit *commit;

  g_return_if_fail (RUB_IS_LIBRARY (self));
  g_return_if_fail (RUB_IS_CHANGE (change));

  if (!rub_library_can_write (self))
    {
      if (self->fault != NULL)
        g_signal_emit (self, signals[SIGNAL_FAILED], 0, self->fault);
      return;
    }

  commit = g_new0 (Commit, 1);
  commit->library = g_object_ref (self);
  commit->change = g_object_ref (change);
  commit->title = g_strdup (title);
  rub_store_commit_async (self->store, change, NULL, on_committed_cb, commit);
}

void
rub_library_tell (RubLibrary *self, const char *words)
{
  g_return_if_fail (RUB_IS_LIBRARY (self));
  g_return_if_fail (words != NULL);

  g_signal_emit (self, signals[SIGNAL_TOLD], 0, words);
}

RubUnits
rub_library_get_units (RubLibrary *self)
{
  g_autofree char *units = NULL;

  g_return_val_if_fail (RUB_IS_LIBRARY (self), RUB_UNITS_METRIC);

  units = g_settings_get_string (self->settings, "units");
  if (g_str_equal (units, "metric"))
    return RUB_UNITS_METRIC;
  if (g_str_equal (units, "imperial"))
    return RUB_UNITS_IMPERIAL;

  return rub_units_from_locale ();
}

RubBodyBuild
rub_library_get_body_build (RubLibrary *self)
{
  g_return_val_if_fail (RUB_IS_LIBRARY (self), RUB_BODY_BUILD_STANDARD);

  return g_settings_get_enum (self->settings, "body-build");
}

gboolean
rub_library_is_body_mirrored (RubLibrary *self)
{
  g_return_val_if_fail (RUB_IS_LIBRARY (self), FALSE);

  return g_settings_get_boolean (self->settings, "body-mirrored");
}

gboolean
rub_library_has_body_patterns (RubLibrary *self)
{
  g_return_val_if_fail (RUB_IS_LIBRARY (self), FALSE);

  return g_settings_get_boolean (self->settings, "body-patterns");
}

gint64
rub_library_get_now_us (RubLibrary *self)
{
  return g_get_real_time ();
}

GTimeZone *
rub_library_get_zone (RubLibrary *self)
{
  g_return_val_if_fail (RUB_IS_LIBRARY (self), NULL);

  return self->zone;
}

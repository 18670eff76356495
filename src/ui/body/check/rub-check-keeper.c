/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check-keeper.h"

#include <glib/gi18n-lib.h>

/* For how long after a run a check is about that run. */
#define ABOUT_RUN_US (72 * G_TIME_SPAN_HOUR)
/* The same levels may be saved again as a new check, but not by a second click. */
#define AGAIN_US (10 * G_TIME_SPAN_MINUTE)
/* An older check is not shown as if it were so now: what one felt then would colour the answer. */
#define CURRENT_US (4 * G_TIME_SPAN_HOUR)

struct _RubCheckKeeper
{
  GObject parent_instance;

  gint64 saved_us; /* when the check that is on its way to the store was made, or 0 */

  /* Owned */
  RubCheckDraft *draft;
  RubLibrary *library;
  RubCheck *last;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubCheckKeeper, rub_check_keeper, G_TYPE_OBJECT)

static void
emit_changed (RubCheckKeeper *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_sore (RubCheckKeeper *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->draft)) > 0;
}

static gint64
get_age_us (RubCheckKeeper *self)
{
  return rub_library_get_now_us (self->library) - rub_check_get_made_us (self->last);
}

static gint64
find_run_id (RubCheckKeeper *self, gint64 now_us)
{
  GPtrArray *runs = rub_library_get_records (self->library)->runs;
  RubRun *newest = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      RubRun *run = g_ptr_array_index (runs, i);
      gint64 end_us = rub_run_get_end_us (run);

      if (end_us <= now_us && now_us - end_us <= ABOUT_RUN_US
          && (newest == NULL || end_us > rub_run_get_end_us (newest)))
        newest = run;
    }

  return newest != NULL ? rub_run_get_id (newest) : 0;
}

static gboolean
is_same_check (RubCheck *one, RubCheck *other)
{
  return one == other
         || (one != NULL && other != NULL && rub_check_get_id (one) == rub_check_get_id (other)
             && rub_check_get_made_us (one) == rub_check_get_made_us (other));
}

/* Follows the newest check, unless something else was said since. */
static void
follow (RubCheckKeeper *self, RubCheck *newest)
{
  gboolean is_saved
    = newest != NULL && self->saved_us != 0 && rub_check_get_made_us (newest) == self->saved_us;
  gboolean is_same = is_same_check (newest, self->last);

  g_set_object (&self->last, newest);
  rub_check_draft_set_last (self->draft, newest);
  if (is_saved)
    self->saved_us = 0;
  if (!is_saved && (is_same || rub_check_draft_get_edited (self->draft)))
    return;

  rub_check_draft_load (self->draft,
                        newest != NULL && get_age_us (self) < CURRENT_US ? newest : NULL);
}

static void
rub_check_keeper_dispose (GObject *object)
{
  RubCheckKeeper *self = RUB_CHECK_KEEPER (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->library);
  g_clear_object (&self->last);

  G_OBJECT_CLASS (rub_check_keeper_parent_class)->dispose (object);
}

static void
rub_check_keeper_class_init (RubCheckKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rub_check_keeper_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
rub_check_keeper_init (RubCheckKeeper *self)
{
}

RubCheckKeeper *
rub_check_keeper_new (RubCheckDraft *draft)
{
  RubCheckKeeper *self;

  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (draft), NULL);

  self = g_object_new (RUB_TYPE_CHECK_KEEPER, NULL);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "items-changed", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::edited", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
rub_check_keeper_refresh (RubCheckKeeper *self, RubLibrary *library)
{
  GPtrArray *checks;

  g_return_if_fail (RUB_IS_CHECK_KEEPER (self));
  g_return_if_fail (RUB_IS_LIBRARY (library));

  g_set_object (&self->library, library);
  checks = rub_library_get_records (library)->checks;
  follow (self, checks->len > 0 ? g_ptr_array_index (checks, 0) : NULL);
  emit_changed (self);
}

RubCheck *
rub_check_keeper_get_last (RubCheckKeeper *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_KEEPER (self), NULL);

  return self->last;
}

gboolean
rub_check_keeper_can_save (RubCheckKeeper *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_KEEPER (self), FALSE);

  if (self->library == NULL || !rub_library_can_write (self->library))
    return FALSE;
  if (rub_check_draft_get_edited (self->draft))
    return TRUE;

  return is_sore (self) && self->last != NULL && get_age_us (self) > AGAIN_US;
}

void
rub_check_keeper_save (RubCheckKeeper *self)
{
  g_autoptr (RubChange) change = NULL;
  g_autoptr (RubCheck) check = NULL;
  gint64 now_us;

  g_return_if_fail (RUB_IS_CHECK_KEEPER (self));
  g_return_if_fail (self->library != NULL);

  now_us = rub_library_get_now_us (self->library);
  change = rub_change_new ();
  check = rub_check_draft_create_check (self->draft, now_us, find_run_id (self, now_us));
  rub_change_save_check (change, check);
  /* It stays edited until it is seen in the library, so that a failed save loses nothing. */
  self->saved_us = now_us;
  rub_library_commit (self->library, change, _("Check saved"));
}

gboolean
rub_check_keeper_can_save_nothing (RubCheckKeeper *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_KEEPER (self), FALSE);

  return self->library != NULL && rub_library_can_write (self->library) && !is_sore (self);
}

gboolean
rub_check_keeper_can_start_from_last (RubCheckKeeper *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_KEEPER (self), FALSE);

  return self->last != NULL && rub_check_get_worst (self->last) != NULL && !is_sore (self);
}

void
rub_check_keeper_start_from_last (RubCheckKeeper *self)
{
  g_return_if_fail (RUB_IS_CHECK_KEEPER (self));
  g_return_if_fail (self->last != NULL);

  rub_check_draft_fill_from (self->draft, self->last);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-intake.h"

#include <glib/gi18n.h>

#include "rub-run-demand.h"

struct _RubRunIntake
{
  guint n_known;

  /* Owned */
  RubRecords *records;
  RubChange *change;
  GPtrArray *added;
};

RubRunIntake *
rub_run_intake_new (RubRecords *records)
{
  RubRunIntake *self;

  g_return_val_if_fail (records != NULL, NULL);

  self = g_new0 (RubRunIntake, 1);
  self->records = rub_records_ref (records);
  self->change = rub_change_new ();
  self->added = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
rub_run_intake_free (RubRunIntake *self)
{
  g_return_if_fail (self != NULL);

  rub_records_unref (self->records);
  g_object_unref (self->change);
  g_ptr_array_unref (self->added);
  g_free (self);
}

static gboolean
is_known (RubRunIntake *self, RubRun *run)
{
  if (rub_records_find_same_run (self->records, run) != NULL)
    return TRUE;
  for (guint i = 0; i < self->added->len; i++)
    if (rub_run_is_same (g_ptr_array_index (self->added, i), run))
      return TRUE;

  return FALSE;
}

static gboolean
is_in_past (GPtrArray *runs, gint64 now_us, GError **error)
{
  for (guint i = 0; i < runs->len; i++)
    if (rub_run_get_start_us (g_ptr_array_index (runs, i)) > now_us + RUB_RUN_INTAKE_AHEAD_US)
      {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _("The run lies in the future. Check the clock of the device that "
                               "recorded it."));
        return FALSE;
      }

  return TRUE;
}

/* Files hardly ever tell a long run from an easy one; its time does. */
static RubRun *
guess_kind (RubRunIntake *self, RubRun *run)
{
  RubRunFields fields = *rub_run_get_fields (run);

  if (fields.kind == RUB_RUN_KIND_EASY
      && rub_run_get_demand (rub_timing_get_bundled (), run, self->records->runs)
           == RUB_RUN_DEMAND_LONG)
    fields.kind = RUB_RUN_KIND_LONG;

  return rub_run_new (&fields);
}

GPtrArray *
rub_run_intake_add (RubRunIntake *self, GPtrArray *runs, gint64 now_us, GError **error)
{
  GPtrArray *added;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (runs != NULL, NULL);

  if (!is_in_past (runs, now_us, error))
    return NULL;

  added = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < runs->len; i++)
    {
      g_autoptr (RubRun) run = guess_kind (self, g_ptr_array_index (runs, i));

      if (is_known (self, run))
        {
          self->n_known++;
          continue;
        }
      rub_change_save_run (self->change, run);
      g_ptr_array_add (self->added, g_object_ref (run));
      g_ptr_array_add (added, g_object_ref (run));
    }

  return added;
}

guint
rub_run_intake_get_n_added (RubRunIntake *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->added->len;
}

guint
rub_run_intake_get_n_known (RubRunIntake *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_known;
}

RubChange *
rub_run_intake_get_change (RubRunIntake *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->change;
}

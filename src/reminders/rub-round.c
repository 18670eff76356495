/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-round.h"

#include "rub-clock.h"
#include "rub-plan.h"
#include "rub-reminder-move.h"
#include "rub-store.h"

/* What a round works with. */
typedef struct
{
  RubStore *store;
  RubRecords *records;
  RubRound *round;
  gint64 now_us;
} Work;

static void
waiting_free (gpointer data)
{
  RubWaiting *waiting = data;

  g_object_unref (waiting->reminder);
  g_free (waiting);
}

/* Returns: whether the store now has @move. */
static gboolean
commit_move (Work *work, const RubReminderRecord *move, RubReminderState from)
{
  g_autoptr (RubChange) change = rub_change_new ();

  if (work->round->fault != NULL)
    return FALSE;

  rub_change_move_reminder (change, move, RUB_REMINDER_STATE (from));
  if (!rub_store_commit (work->store, change, &work->round->fault))
    return FALSE;

  if (rub_change_was_applied (change))
    {
      work->round->has_changed = TRUE;
      return TRUE;
    }

  /* The other program was faster. What it did is seen in the next round. */
  work->round->next_us = work->now_us;

  return FALSE;
}

static void
expect (Work *work, gint64 due_us)
{
  work->round->next_us = MIN (work->round->next_us, due_us);
}

static void
settle (Work *work, RubReminder *reminder, GTimeZone *zone)
{
  RubReminderMove move;
  RubWaiting *waiting;

  rub_reminder_find_move (reminder, work->records, work->now_us, zone, &move);
  if (move.has_changed && !commit_move (work, &move.record, move.from))
    return;

  expect (work, move.next_us);
  if (move.record.state != RUB_REMINDER_SHOWN
      || rub_reminder_get_state (reminder) == RUB_REMINDER_DONE)
    return;

  waiting = g_new0 (RubWaiting, 1);
  waiting->reminder = g_object_ref (reminder);
  waiting->came_us = move.came_us;
  waiting->is_again = move.is_again;
  waiting->is_held = move.is_held;
  g_ptr_array_add (work->round->waiting, waiting);
}

/* Whether a newer question or massage of the days after a run has come. */
static gboolean
is_superseded (RubRound *round, const RubReminderFields *fields)
{
  if (fields->day == 0 || fields->run == NULL)
    return FALSE;

  for (guint i = 0; i < round->waiting->len; i++)
    {
      const RubWaiting *waiting = g_ptr_array_index (round->waiting, i);
      const RubReminderFields *other = rub_reminder_get_fields (waiting->reminder);

      if (other->task == fields->task && other->day > 0 && other->run != NULL
          && other->due_us > fields->due_us)
        return TRUE;
    }

  return FALSE;
}

/* Gives up, without a word, what a newer one has taken the place of. */
static void
give_up_superseded (Work *work)
{
  for (guint i = work->round->waiting->len; i > 0; i--)
    {
      const RubWaiting *waiting = g_ptr_array_index (work->round->waiting, i - 1);
      const RubReminderFields *fields = rub_reminder_get_fields (waiting->reminder);
      RubReminderRecord record
        = { .id = g_intern_string (fields->id),
            .rule_id = g_intern_string (fields->rule_id),
            .run_id = fields->run != NULL ? rub_run_get_id (fields->run) : 0,
            .state = RUB_REMINDER_MISSED,
            .due_us = fields->due_us,
            .changed_us = work->now_us };

      if (is_superseded (work->round, fields)
          && commit_move (work, &record, RUB_REMINDER_SHOWN))
        g_ptr_array_remove_index (work->round->waiting, i - 1);
    }
}

static void
list_closed (Work *work)
{
  RubRound *round = work->round;

  for (guint i = 0; i < work->records->reminders->len; i++)
    {
      const RubReminderRecord *record
        = &g_array_index (work->records->reminders, RubReminderRecord, i);

      if (record->due_us > work->now_us - RUB_PLAN_BACK_US
          && rub_round_find_waiting (round, record->id) == NULL)
        g_ptr_array_add (round->closed, g_strdup (record->id));
    }
}

static void
do_round (Work *work, GTimeZone *zone)
{
  g_autoptr (GPtrArray) plan = rub_plan_make (work->records, work->now_us, zone);
  const GError *fault = rub_store_get_fault (work->store);

  if (fault != NULL)
    work->round->fault = g_error_copy (fault);

  work->round->was_read = TRUE;
  for (guint i = 0; i < plan->len; i++)
    settle (work, g_ptr_array_index (plan, i), zone);
  give_up_superseded (work);
  list_closed (work);
}

static gint64
retry_after_us (const GError *fault)
{
  return g_error_matches (fault, RUB_STORE_ERROR, RUB_STORE_ERROR_BUSY) ? RUB_ROUND_BUSY_RETRY_US
                                                                        : RUB_ROUND_RETRY_US;
}

RubRound *
rub_round_make (const char *store_path, gint64 now_us, GTimeZone *zone)
{
  g_autoptr (RubRound) self = NULL;
  /* The store reports its changes to the context of its creator: to nobody here. */
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainContextPusher) pusher = g_main_context_pusher_new (context);
  g_autoptr (RubStore) store = NULL;
  g_autoptr (RubRecords) records = NULL;

  g_return_val_if_fail (store_path != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  self = g_new0 (RubRound, 1);
  self->waiting = g_ptr_array_new_with_free_func (waiting_free);
  self->closed = g_ptr_array_new_with_free_func (g_free);
  self->next_us = RUB_CLOCK_NEVER;

  if (now_us < RUB_ROUND_UNSET_US)
    return g_steal_pointer (&self);

  store = rub_store_open (store_path, &self->fault);
  if (store != NULL)
    records = rub_store_read_without_articles (store, &self->fault);
  if (records != NULL)
    {
      Work work = { .store = store, .records = records, .round = self, .now_us = now_us };

      do_round (&work, zone);
    }

  /* With a fault, what is due stays due: looking at once again would never end. */
  if (self->fault != NULL)
    self->next_us = now_us + retry_after_us (self->fault);

  return g_steal_pointer (&self);
}

void
rub_round_free (RubRound *self)
{
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->closed);
  g_clear_error (&self->fault);
  g_free (self);
}

const RubWaiting *
rub_round_find_waiting (RubRound *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->waiting->len; i++)
    {
      const RubWaiting *waiting = g_ptr_array_index (self->waiting, i);

      if (g_str_equal (rub_reminder_get_id (waiting->reminder), id))
        return waiting;
    }

  return NULL;
}

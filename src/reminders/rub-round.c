/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-round.h"

#include "rub-clock.h"
#include "rub-plan.h"
#include "rub-reminder-answer.h"
#include "rub-store.h"

/* What a round works with. */
typedef struct
{
  RubStore *store;
  RubRecords *records;
  RubRound *round;
  gint64 now_us;
} Work;

static RubReminderState
stored_state (Work *work, RubReminder *reminder)
{
  const RubReminderRecord *record
    = rub_records_find_reminder (work->records, rub_reminder_get_id (reminder));

  return record != NULL ? record->state : RUB_REMINDER_PLANNED;
}

/* Finds what @reminder, stored in @state, has to become now. Returns: FALSE when it stays. */
static gboolean
find_move (Work *work, RubReminder *reminder, RubReminderState state, RubReminderRecord *move)
{
  const RubReminderFields *fields = rub_reminder_get_fields (reminder);
  gboolean is_due = fields->due_us <= work->now_us;

  *move = (RubReminderRecord){ .id = g_intern_string (fields->id),
                               .rule_id = g_intern_string (fields->rule_id),
                               .run_id = fields->run != NULL ? rub_run_get_id (fields->run) : 0,
                               .state = state,
                               .due_us = fields->due_us,
                               .changed_us = work->now_us };

  if (state == RUB_REMINDER_MISSED && !is_due)
    /* It was given up while the clock was ahead, and has been set back. */
    move->state = RUB_REMINDER_PLANNED;
  else if (is_due && fields->state == RUB_REMINDER_MISSED)
    move->state = RUB_REMINDER_MISSED;
  else if (is_due && (state == RUB_REMINDER_PLANNED || state == RUB_REMINDER_SNOOZED))
    move->state = RUB_REMINDER_SHOWN;
  else if (state == RUB_REMINDER_SNOOZED && fields->changed_us > work->now_us)
    {
      /* It was put off while the clock was ahead: an hour must not become years. */
      move->due_us = MIN (fields->due_us, work->now_us + RUB_SNOOZE_US);
      return TRUE;
    }

  return move->state != state;
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
settle (Work *work, RubReminder *reminder)
{
  RubReminderState state = stored_state (work, reminder);
  gint64 due_us = rub_reminder_get_due_us (reminder);
  RubReminderRecord move;

  /* Answered, be it by other facts than a row of its own, such as a check of that day. */
  if (!rub_reminder_is_open (reminder)
      && rub_reminder_get_state (reminder) != RUB_REMINDER_MISSED)
    return;

  if (find_move (work, reminder, state, &move))
    {
      if (!commit_move (work, &move, state))
        return;
      state = move.state;
      due_us = move.due_us;
    }

  if (state == RUB_REMINDER_SHOWN)
    {
      g_ptr_array_add (work->round->waiting, g_object_ref (reminder));
      expect (work, MAX (due_us + RUB_MISSED_US, work->now_us) + G_TIME_SPAN_SECOND);
    }
  else if (state == RUB_REMINDER_PLANNED || state == RUB_REMINDER_SNOOZED)
    expect (work, due_us);
}

static gboolean
is_waiting (RubRound *self, const char *id)
{
  for (guint i = 0; i < self->waiting->len; i++)
    if (g_str_equal (rub_reminder_get_id (g_ptr_array_index (self->waiting, i)), id))
      return TRUE;

  return FALSE;
}

static void
list_closed (Work *work)
{
  RubRound *round = work->round;

  for (guint i = 0; i < work->records->reminders->len; i++)
    {
      const RubReminderRecord *record
        = &g_array_index (work->records->reminders, RubReminderRecord, i);

      if (record->due_us > work->now_us - RUB_PLAN_BACK_US && !is_waiting (round, record->id))
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
    settle (work, g_ptr_array_index (plan, i));
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
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->closed = g_ptr_array_new_with_free_func (g_free);
  self->next_us = RUB_CLOCK_NEVER;

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

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-reminder-answer.h"

#include "rub-plan.h"
#include "rub-store.h"

static void
add_done (RubChange *change, const RubReminderFields *fields, gint64 now_us)
{
  RubReminderRecord record = { .id = g_intern_string (fields->id),
                               .rule_id = g_intern_string (fields->rule_id),
                               .run_id = fields->run != NULL ? rub_run_get_id (fields->run) : 0,
                               .state = RUB_REMINDER_DONE,
                               .due_us = fields->due_us,
                               .changed_us = now_us };
  RubMassage massage = { .start_us = now_us - fields->minutes * G_TIME_SPAN_MINUTE,
                         .elapsed_s = fields->minutes * 60,
                         .reminder_id = g_intern_string (fields->id) };

  rub_change_move_reminder (change, &record,
                            RUB_REMINDER_OPEN_STATES
                              | RUB_REMINDER_STATE (RUB_REMINDER_MISSED));
  if (fields->task == RUB_TASK_MASSAGE)
    rub_change_save_massage (change, &massage);
}

static void
add_snooze (RubChange *change, const RubReminderFields *fields, gint64 now_us)
{
  RubReminderRecord record = { .id = g_intern_string (fields->id),
                               .rule_id = g_intern_string (fields->rule_id),
                               .run_id = fields->run != NULL ? rub_run_get_id (fields->run) : 0,
                               .state = RUB_REMINDER_SNOOZED,
                               .due_us = MAX (now_us, fields->due_us) + RUB_SNOOZE_US,
                               .changed_us = now_us };
  RubReminderStates from
    = RUB_REMINDER_STATE (RUB_REMINDER_PLANNED) | RUB_REMINDER_STATE (RUB_REMINDER_SHOWN);

  /* Who sees that it is put off already can put it off further; a double click cannot. */
  if (fields->state == RUB_REMINDER_SNOOZED)
    from |= RUB_REMINDER_STATE (RUB_REMINDER_SNOOZED);

  rub_change_move_reminder (change, &record, from);
}

RubChange *
rub_reminder_answer (RubReminder *reminder, RubAnswer answer, gint64 now_us)
{
  g_autoptr (RubChange) change = NULL;
  const RubReminderFields *fields;

  g_return_val_if_fail (RUB_IS_REMINDER (reminder), NULL);

  change = rub_change_new ();
  fields = rub_reminder_get_fields (reminder);
  switch (answer)
    {
    case RUB_ANSWER_DONE:
      add_done (change, fields, now_us);
      break;
    case RUB_ANSWER_SNOOZE:
      add_snooze (change, fields, now_us);
      break;
    default:
      g_return_val_if_reached (NULL);
    }

  return g_steal_pointer (&change);
}

gboolean
rub_reminder_answer_commit (const char *store_path,
                            const char *id,
                            RubAnswer answer,
                            gint64 now_us,
                            GTimeZone *zone,
                            GError **error)
{
  /* The store reports its changes to the context of its creator: to nobody here. */
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainContextPusher) pusher = g_main_context_pusher_new (context);
  g_autoptr (RubStore) store = NULL;
  g_autoptr (RubRecords) records = NULL;
  g_autoptr (GPtrArray) plan = NULL;
  g_autoptr (RubChange) change = NULL;
  RubReminder *reminder;

  g_return_val_if_fail (store_path != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (zone != NULL, FALSE);

  store = rub_store_open (store_path, error);
  if (store == NULL)
    return FALSE;
  records = rub_store_read_without_articles (store, error);
  if (records == NULL)
    return FALSE;

  plan = rub_plan_make (records, now_us, zone);
  reminder = rub_plan_find (plan, id);
  if (reminder == NULL
      || (answer == RUB_ANSWER_SNOOZE
          && rub_reminder_get_state (reminder) == RUB_REMINDER_SNOOZED))
    return TRUE;

  change = rub_reminder_answer (reminder, answer, now_us);

  return rub_store_commit (store, change, error);
}

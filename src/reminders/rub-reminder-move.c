/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-reminder-move.h"

#include "rub-clock.h"
#include "rub-plan.h"
#include "rub-quiet-hours.h"
#include "rub-reminder-answer.h"

/* What is looked at. */
typedef struct
{
  const RubReminderFields *fields;
  const RubQuiet *quiet;
  RubQuietPolicy policy;
  gint64 now_us;
  GTimeZone *zone;
} Look;

static void
change (RubReminderMove *move, RubReminderState state, gint64 now_us)
{
  move->record.state = state;
  move->record.changed_us = now_us;
  move->has_changed = TRUE;
}

/* The first instant at which it is too old. */
static gint64
get_missed_us (const Look *look)
{
  return look->fields->due_us + RUB_MISSED_US + G_TIME_SPAN_SECOND;
}

/* When it comes for the second time. Returns: FALSE when it does not. */
static gboolean
get_repeat_us (const Look *look, const RubReminderRecord *record, gint64 *repeat_us)
{
  if (look->quiet->repeat_min == 0 || record->repeated_us != 0)
    return FALSE;

  *repeat_us = MAX (record->changed_us, look->fields->due_us)
               + look->quiet->repeat_min * G_TIME_SPAN_MINUTE;

  return rub_quiet_move (look->quiet, look->policy, repeat_us, look->zone)
         && *repeat_us < get_missed_us (look);
}

static void
find_repeat (const Look *look, RubReminderMove *move)
{
  gint64 repeat_us;

  if (move->is_held || !get_repeat_us (look, &move->record, &repeat_us))
    return;
  if (repeat_us > look->now_us)
    {
      move->next_us = MIN (move->next_us, repeat_us);
      return;
    }

  move->record.repeated_us = look->now_us;
  move->has_changed = TRUE;
  move->is_again = TRUE;
  move->came_us = repeat_us;
}

static void
find_shown (const Look *look, RubReminderMove *move)
{
  gint64 due_us = look->fields->due_us;
  gint64 open_us;

  if (due_us <= look->now_us && look->fields->state == RUB_REMINDER_MISSED)
    {
      change (move, RUB_REMINDER_MISSED, look->now_us);
      return;
    }

  /* It came while the clock was ahead: three hours must not become years. */
  if (move->record.changed_us > look->now_us)
    change (move, RUB_REMINDER_SHOWN, look->now_us);
  move->came_us = MAX (due_us, move->record.repeated_us);
  move->next_us = MAX (get_missed_us (look), look->now_us + G_TIME_SPAN_SECOND);
  /* Due in the time to come, when the clock was set back: it stays, but is not shown anew. */
  open_us = rub_quiet_get_open_us (look->quiet, look->policy, MAX (look->now_us, due_us),
                                   look->zone);
  move->is_held = open_us > look->now_us;
  if (move->is_held)
    move->next_us = MIN (move->next_us, open_us);
  find_repeat (look, move);
}

static void
find_not_due (const Look *look, RubReminderMove *move)
{
  /* It was put off while the clock was ahead. */
  if (move->from == RUB_REMINDER_SNOOZED && look->fields->changed_us > look->now_us)
    {
      move->record.due_us = MIN (look->fields->due_us, look->now_us + RUB_SNOOZE_US);
      change (move, RUB_REMINDER_SNOOZED, look->now_us);
    }
  move->next_us = move->record.due_us;
}

static void
find_coming (const Look *look, RubReminderMove *move)
{
  RubReminderState state = look->fields->state;
  gint64 open_us;

  if (look->fields->due_us > look->now_us)
    {
      find_not_due (look, move);
      return;
    }
  if (state == RUB_REMINDER_MISSED || state == RUB_REMINDER_SKIPPED)
    {
      change (move, state, look->now_us);
      return;
    }

  open_us = rub_quiet_get_open_us (look->quiet, look->policy, look->now_us, look->zone);
  if (open_us > look->now_us)
    {
      move->next_us = MIN (open_us, get_missed_us (look));
      return;
    }

  move->record.repeated_us = 0;
  change (move, RUB_REMINDER_SHOWN, look->now_us);
  find_shown (look, move);
}

/* Whether it was given up by a clock that was ahead, and has been set back. */
static gboolean
is_given_up_too_soon (const Look *look, const RubReminderRecord *record)
{
  if (record->state != RUB_REMINDER_MISSED && record->state != RUB_REMINDER_SKIPPED)
    return FALSE;
  if (record->state == RUB_REMINDER_MISSED && look->fields->due_us > look->now_us)
    return TRUE;

  return record->changed_us > look->now_us
         && look->now_us - look->fields->due_us <= RUB_MISSED_US;
}

static void
init_move (const Look *look, RubRecords *records, RubReminderMove *move)
{
  const RubReminderFields *fields = look->fields;
  const RubReminderRecord *stored = rub_records_find_reminder (records, fields->id);

  *move = (RubReminderMove){
    .record = { .id = g_intern_string (fields->id),
                .rule_id = g_intern_string (fields->rule_id),
                .run_id = fields->run != NULL ? rub_run_get_id (fields->run) : 0,
                .state = stored != NULL ? stored->state : RUB_REMINDER_PLANNED,
                .due_us = fields->due_us,
                .changed_us = stored != NULL ? stored->changed_us : 0,
                .repeated_us = stored != NULL ? stored->repeated_us : 0 },
    .from = stored != NULL ? stored->state : RUB_REMINDER_PLANNED,
    .next_us = RUB_CLOCK_NEVER,
  };
}

void
rub_reminder_find_move (RubReminder *reminder, RubRecords *records, gint64 now_us, GTimeZone *zone,
                        RubReminderMove *move)
{
  const RubReminderFields *fields = rub_reminder_get_fields (reminder);
  Look look = { .fields = fields, .quiet = &records->quiet, .now_us = now_us, .zone = zone };

  look.policy = rub_records_get_quiet_policy (records, fields->rule_id);
  init_move (&look, records, move);

  /* Answered, be it by other facts than a row of its own, such as a check of that day. */
  if (fields->state == RUB_REMINDER_DONE)
    return;

  if (is_given_up_too_soon (&look, &move->record))
    {
      /* As if nothing had been; when it is due without what was stored, the next round sees. */
      change (move, RUB_REMINDER_PLANNED, now_us);
      move->next_us = now_us;
    }
  else if (move->from == RUB_REMINDER_SHOWN)
    find_shown (&look, move);
  else if (move->from == RUB_REMINDER_PLANNED || move->from == RUB_REMINDER_SNOOZED)
    find_coming (&look, move);
}

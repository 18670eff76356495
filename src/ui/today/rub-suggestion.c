/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-suggestion.h"

#include "rub-plan.h"

static RubReminder *
find_due (GPtrArray *plan, RubTask task, gint64 now_us)
{
  for (guint i = 0; i < plan->len; i++)
    {
      RubReminder *reminder = g_ptr_array_index (plan, i);

      if (rub_reminder_is_open (reminder) && rub_reminder_get_due_us (reminder) <= now_us
          && rub_reminder_get_fields (reminder)->task == task)
        return reminder;
    }

  return NULL;
}

/* The newest run, when it ended lately and no check was made since. */
static RubRun *
find_unchecked_run (RubRecords *records, gint64 now_us)
{
  RubRun *run;
  gint64 end_us;

  if (records->runs->len == 0)
    return NULL;

  run = g_ptr_array_index (records->runs, 0);
  end_us = rub_run_get_end_us (run);
  if (end_us > now_us || now_us - end_us > RUB_ASK_AFTER_RUN_US)
    return NULL;
  if (records->checks->len > 0
      && rub_check_get_made_us (g_ptr_array_index (records->checks, 0)) >= end_us)
    return NULL;

  return run;
}

RubSuggestion
rub_suggestion_choose (RubRecords *records, GPtrArray *plan, gint64 now_us)
{
  RubSuggestion none = { RUB_SUGGESTION_REST, NULL, NULL };
  RubReminder *reminder;
  RubRun *run;

  g_return_val_if_fail (records != NULL, none);
  g_return_val_if_fail (plan != NULL, none);

  if (records->runs->len == 0)
    return (RubSuggestion){ RUB_SUGGESTION_FIRST_RUN, NULL, NULL };
  if ((reminder = find_due (plan, RUB_TASK_MASSAGE, now_us)) != NULL)
    return (RubSuggestion){ RUB_SUGGESTION_MASSAGE, reminder, NULL };
  if ((reminder = find_due (plan, RUB_TASK_CHECK, now_us)) != NULL)
    return (RubSuggestion){ RUB_SUGGESTION_FOLLOW_UP, reminder, NULL };
  if ((reminder = find_due (plan, RUB_TASK_THERAPIST, now_us)) != NULL
      || (reminder = find_due (plan, RUB_TASK_MEASURE, now_us)) != NULL)
    return (RubSuggestion){ RUB_SUGGESTION_ERRAND, reminder, NULL };
  if ((run = find_unchecked_run (records, now_us)) != NULL)
    return (RubSuggestion){ RUB_SUGGESTION_CHECK, NULL, run };
  if ((reminder = rub_plan_get_next (plan)) != NULL)
    return (RubSuggestion){ RUB_SUGGESTION_WAIT, reminder, NULL };

  return none;
}

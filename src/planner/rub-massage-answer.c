/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-massage-answer.h"

#include "rub-wall.h"

/* How long after it was due a massage is still taken for an answer. */
#define ANSWERS_WITHIN_US G_TIME_SPAN_DAY

static gint64
get_earliest_us (const RubReminderFields *fields, GTimeZone *zone)
{
  GDate date;

  if (fields->day == 0 && fields->run != NULL)
    return rub_run_get_end_us (fields->run);

  rub_wall_get_date (zone, fields->due_us, &date);

  return rub_wall_to_instant (zone, &date, 0);
}

gboolean
rub_massage_answers (RubRecords *records, const RubReminderFields *fields, GTimeZone *zone)
{
  gint64 earliest_us;

  g_return_val_if_fail (records != NULL, FALSE);
  g_return_val_if_fail (fields != NULL, FALSE);
  g_return_val_if_fail (zone != NULL, FALSE);

  if (fields->task != RUB_TASK_MASSAGE)
    return FALSE;

  earliest_us = get_earliest_us (fields, zone);
  for (guint i = 0; i < records->massages->len; i++)
    {
      const RubMassage *massage = &g_array_index (records->massages, RubMassage, i);
      gint64 end_us = massage->start_us + massage->elapsed_s * G_TIME_SPAN_SECOND;
      gint64 latest_us
        = fields->due_us + (massage->reminder_id == NULL ? ANSWERS_WITHIN_US : 0);

      /* Newest first. */
      if (massage->start_us < earliest_us)
        return FALSE;
      if (end_us <= latest_us)
        return TRUE;
    }

  return FALSE;
}

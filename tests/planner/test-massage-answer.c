/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-massage-answer.h"

#define HOUR G_TIME_SPAN_HOUR
/* 2026-05-12T00:00:00Z; a run from 6 to 7, all hours below count from here. */
#define DAY_US (G_GINT64_CONSTANT (1778544000) * G_TIME_SPAN_SECOND)

static void
test_answers (void)
{
  static const struct
  {
    RubTask task;
    int day;
    int due;
    const char *reminder_id;
    int end; /* of a massage of half an hour */
    gboolean answers;
  } rows[] = {
    { RUB_TASK_MASSAGE, 0, 9, NULL, 8, TRUE },
    { RUB_TASK_MASSAGE, 0, 9, "long/2", 8, TRUE },
    { RUB_TASK_MASSAGE, 0, 9, NULL, 9, TRUE },
    /* Before the run, and in it. */
    { RUB_TASK_MASSAGE, 0, 9, NULL, 5, FALSE },
    { RUB_TASK_MASSAGE, 0, 9, NULL, 7, FALSE },
    /* After it was due: one that was meant for something else is that. */
    { RUB_TASK_MASSAGE, 0, 9, NULL, 12, TRUE },
    { RUB_TASK_MASSAGE, 0, 9, "long/2", 12, FALSE },
    { RUB_TASK_MASSAGE, 0, 9, NULL, 34, FALSE },
    /* The day after: only on that day. */
    { RUB_TASK_MASSAGE, 1, 42, NULL, 20, FALSE },
    { RUB_TASK_MASSAGE, 1, 42, NULL, 25, TRUE },
    { RUB_TASK_CHECK, 1, 32, NULL, 25, FALSE },
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  RubRunFields run_fields = { .start_us = DAY_US + 6 * HOUR, .elapsed_s = 3600 };
  g_autoptr (RubRun) run = rub_run_new (&run_fields);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      RubReminderFields fields = { .id = "long/1",
                                   .rule_id = "long",
                                   .task = rows[i].task,
                                   .due_us = DAY_US + rows[i].due * HOUR,
                                   .day = rows[i].day,
                                   .run = run };
      RubMassage massage = { .start_us = DAY_US + rows[i].end * HOUR - HOUR / 2,
                             .elapsed_s = 1800,
                             .reminder_id = rows[i].reminder_id };

      g_array_append_val (records->massages, massage);
      g_test_message ("row %zu", i);
      g_assert_cmpint (rub_massage_answers (records, &fields, utc), ==, rows[i].answers);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/massage-answer/table", test_answers);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-day.h"
#include "rub-plan.h"
#include "rub-run-line.h"
#include "rub-suggestion.h"

#define HOUR G_TIME_SPAN_HOUR
/* 2026-05-12T06:00:00Z; runs of the tests last an hour from here. */
#define START_US (G_GINT64_CONSTANT (1778565600) * G_TIME_SPAN_SECOND)
#define END_US (START_US + HOUR)

static void
add_run (RubRecords *records, gint64 start_us, RubRunKind kind)
{
  RubRunFields fields = { .id = 1,
                          .start_us = start_us,
                          .added_us = start_us + HOUR,
                          .elapsed_s = 3600,
                          .distance_m = 12000,
                          .kind = kind };

  g_ptr_array_add (records->runs, rub_run_new (&fields));
}

static void
add_check (RubRecords *records, gint64 made_us, int soreness)
{
  RubSoreness sore = { "calf-left-outer", soreness, RUB_SENSATION_DULL };

  g_ptr_array_add (records->checks,
                   rub_check_new (1, made_us, 0, &sore, soreness > 0 ? 1 : 0));
}

static void
test_suggestion (void)
{
  static const struct
  {
    int kind; /* -1: no run */
    int hours_after;
    int check_hours_after; /* 0: none */
    gboolean is_answered;
    RubSuggestionKind expected;
  } rows[] = {
    { -1, 0, 0, FALSE, RUB_SUGGESTION_FIRST_RUN },
    { RUB_RUN_KIND_EASY, 1, 0, FALSE, RUB_SUGGESTION_CHECK },
    { RUB_RUN_KIND_EASY, 2, 1, FALSE, RUB_SUGGESTION_REST },
    { RUB_RUN_KIND_EASY, 25, 0, FALSE, RUB_SUGGESTION_REST },
    { RUB_RUN_KIND_TEMPO, 1, 0, FALSE, RUB_SUGGESTION_CHECK },
    { RUB_RUN_KIND_TEMPO, 2, 1, FALSE, RUB_SUGGESTION_MASSAGE },
    { RUB_RUN_KIND_TEMPO, 2, 0, FALSE, RUB_SUGGESTION_MASSAGE },
    { RUB_RUN_KIND_TEMPO, 3, 1, TRUE, RUB_SUGGESTION_WAIT },
    { RUB_RUN_KIND_TEMPO, 26, 1, TRUE, RUB_SUGGESTION_FOLLOW_UP },
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      g_autoptr (GPtrArray) plan = NULL;
      gint64 now_us = END_US + rows[i].hours_after * HOUR;
      RubReminderRecord record = { "hard/1", "hard", 1, RUB_REMINDER_DONE, now_us, now_us };

      if (rows[i].kind >= 0)
        add_run (records, START_US, (RubRunKind) rows[i].kind);
      if (rows[i].check_hours_after > 0)
        add_check (records, END_US + rows[i].check_hours_after * HOUR, 3);
      if (rows[i].is_answered)
        g_array_append_val (records->reminders, record);
      plan = rub_plan_make (records, now_us, utc);
      g_test_message ("row %zu", i);
      g_assert_cmpint (rub_suggestion_choose (records, plan, now_us).kind, ==, rows[i].expected);
    }
}

static void
test_days (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (RubRecords) records = rub_records_new ();
  RubMassage massage = { 1, START_US - 24 * HOUR, 600, NULL };
  RubDay days[RUB_N_DAYS];

  add_run (records, START_US, RUB_RUN_KIND_EASY);
  add_run (records, START_US + HOUR, RUB_RUN_KIND_EASY);
  add_run (records, START_US - 13 * 24 * HOUR, RUB_RUN_KIND_EASY);
  add_run (records, START_US - 14 * 24 * HOUR, RUB_RUN_KIND_EASY);
  add_check (records, START_US, 2);
  add_check (records, START_US + HOUR, 7);
  add_check (records, START_US - 24 * HOUR, 0);
  g_array_append_val (records->massages, massage);
  rub_days_count (records, START_US + 2 * HOUR, utc, days);

  g_assert_cmpint (days[13].n_runs, ==, 2);
  g_assert_cmpfloat (days[13].distance_m, ==, 24000);
  g_assert_cmpint (days[13].soreness, ==, 7);
  g_assert_cmpint (days[12].soreness, ==, 0);
  g_assert_cmpint (days[12].n_massages, ==, 1);
  g_assert_cmpint (days[11].soreness, ==, -1);
  g_assert_cmpint (days[0].n_runs, ==, 1);
}

static void
test_day_words (void)
{
  static const struct
  {
    RubDay day;
    const char *expected;
  } rows[] = {
    { { 0, 0, -1, 0 }, "Monday: rest" },
    { { 12400, 1, -1, 0 }, "Monday: 12.4 km" },
    { { 24000, 2, 6, 1 }, "Monday: 24 km, soreness 6, 1 massage" },
    { { 0, 0, 0, 2 }, "Monday: nothing sore, 2 massages" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = rub_day_describe (&rows[i].day, "Monday", RUB_UNITS_METRIC);

      g_assert_cmpstr (words, ==, rows[i].expected);
    }
}

static void
test_run_line (void)
{
  RubRunFields fields = { .elapsed_s = 7510, .distance_m = 24000, .kind = RUB_RUN_KIND_LONG };
  g_autoptr (RubRun) run = rub_run_new (&fields);
  g_autofree char *metric = rub_run_line_format (run, RUB_UNITS_METRIC);
  g_autofree char *imperial = rub_run_line_format (run, RUB_UNITS_IMPERIAL);

  g_assert_cmpstr (metric, ==, "Long run · 24 km · 2:05:10");
  g_assert_cmpstr (imperial, ==, "Long run · 14.9 mi · 2:05:10");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/today/suggestion", test_suggestion);
  g_test_add_func ("/today/days", test_days);
  g_test_add_func ("/today/day-words", test_day_words);
  g_test_add_func ("/today/run-line", test_run_line);

  return g_test_run ();
}

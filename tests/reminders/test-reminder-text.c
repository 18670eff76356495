/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-reminder-text.h"

static RubReminder *
make_reminder (RubTask task, int intensity, int demand, int kind, double distance_m, int effort)
{
  RubRunFields run_fields = { .elapsed_s = 7200,
                              .distance_m = distance_m,
                              .effort = effort,
                              .kind = (RubRunKind) kind,
                              .note = "<b>never</b> & nowhere" };
  g_autoptr (RubRun) run = rub_run_new (&run_fields);
  RubReminderFields fields = { .id = "long/1",
                               .rule_id = "long",
                               .task = task,
                               .minutes = 10,
                               .intensity = (RubIntensity) intensity,
                               .demand = (RubRunDemand) demand,
                               .run = run };

  return rub_reminder_new (&fields);
}

static void
test_title (void)
{
  static const struct
  {
    RubTask task;
    RubIntensity intensity;
    const char *title;
  } rows[] = {
    { RUB_TASK_MASSAGE, RUB_INTENSITY_LIGHT, "10 min light massage" },
    { RUB_TASK_MASSAGE, RUB_INTENSITY_MODERATE, "10 min moderate massage" },
    { RUB_TASK_MASSAGE, RUB_INTENSITY_DEEP, "10 min deep massage" },
    { RUB_TASK_CHECK, RUB_INTENSITY_LIGHT, "How do your legs feel?" },
    { RUB_TASK_MEASURE, RUB_INTENSITY_LIGHT, "Measure your range of motion" },
    { RUB_TASK_THERAPIST, RUB_INTENSITY_LIGHT, "Book a massage therapist" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubReminder) reminder
        = make_reminder (rows[i].task, rows[i].intensity, 0, 0, 0, RUB_EFFORT_UNKNOWN);
      g_autofree char *title = rub_reminder_text_get_title (reminder);

      g_assert_cmpstr (title, ==, rows[i].title);
    }
}

static void
test_reason (void)
{
  static const struct
  {
    RubRunDemand demand;
    RubRunKind kind;
    double distance_m;
    int effort;
    RubUnits units;
    const char *reason;
  } rows[] = {
    { RUB_RUN_DEMAND_LONG, RUB_RUN_KIND_LONG, 24000, 7, RUB_UNITS_METRIC,
      "Suggested because: long run, 24 km, effort 7" },
    { RUB_RUN_DEMAND_LONG, RUB_RUN_KIND_LONG, 24140.16, 7, RUB_UNITS_IMPERIAL,
      "Suggested because: long run, 15 mi, effort 7" },
    { RUB_RUN_DEMAND_HARD, RUB_RUN_KIND_INTERVALS, 8400, 0, RUB_UNITS_METRIC,
      "Suggested because: intervals, 8.4 km, effort 0" },
    { RUB_RUN_DEMAND_HARD, RUB_RUN_KIND_HILLS, 0, 8, RUB_UNITS_METRIC,
      "Suggested because: hills, effort 8" },
    { RUB_RUN_DEMAND_HARD, RUB_RUN_KIND_TEMPO, 0, RUB_EFFORT_UNKNOWN, RUB_UNITS_METRIC,
      "Suggested because: tempo run" },
    { RUB_RUN_DEMAND_HARD, RUB_RUN_KIND_EASY, 10000, 9, RUB_UNITS_METRIC,
      "Suggested because: hard run, 10 km, effort 9" },
    { RUB_RUN_DEMAND_RACE, RUB_RUN_KIND_RACE, 10000, 10, RUB_UNITS_METRIC,
      "Suggested because: race, 10 km, effort 10" },
    { RUB_RUN_DEMAND_BIG_RACE, RUB_RUN_KIND_RACE, 42195, 9, RUB_UNITS_METRIC,
      "Suggested because: race, 42.2 km, effort 9" },
    { RUB_RUN_DEMAND_FARTHEST, RUB_RUN_KIND_LONG, 30000, 6, RUB_UNITS_METRIC,
      "Suggested because: farthest run so far, 30 km, effort 6" },
    { RUB_RUN_DEMAND_EASY, RUB_RUN_KIND_OTHER, 5000, 2, RUB_UNITS_METRIC,
      "Suggested because: easy run, 5 km, effort 2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubReminder) reminder
        = make_reminder (RUB_TASK_MASSAGE, 0, rows[i].demand, rows[i].kind, rows[i].distance_m,
                         rows[i].effort);
      g_autofree char *reason = rub_reminder_text_get_reason (reminder, rows[i].units);

      g_assert_cmpstr (reason, ==, rows[i].reason);
    }
}

/* What follows no run, and what a race made lighter. */
static void
test_other_reasons (void)
{
  static const struct
  {
    RubTask task;
    RubTrigger trigger;
    int every_weeks;
    RubEase ease;
    int days;
    const char *reason;
  } rows[] = {
    { RUB_TASK_MASSAGE, RUB_TRIGGER_RACE, 1, RUB_EASE_NONE, 2,
      "Suggested because: race 2 days later" },
    { RUB_TASK_MASSAGE, RUB_TRIGGER_RACE, 1, RUB_EASE_RACE, 0,
      "Suggested because: race on that day" },
    { RUB_TASK_MASSAGE, RUB_TRIGGER_WEEKDAYS, 1, RUB_EASE_NONE, 0,
      "Suggested because: your own rule" },
    { RUB_TASK_MASSAGE, RUB_TRIGGER_WEEKDAYS, 1, RUB_EASE_RACE, 1,
      "Suggested because: your own rule, race 1 day later" },
    { RUB_TASK_MASSAGE, RUB_TRIGGER_WEEKDAYS, 1, RUB_EASE_RACE, -2,
      "Suggested because: your own rule, race 2 days before" },
    /* Nothing of soreness on a locked screen. */
    { RUB_TASK_MASSAGE, RUB_TRIGGER_WEEKDAYS, 1, RUB_EASE_SORENESS, 0,
      "Suggested because: your own rule" },
    { RUB_TASK_MEASURE, RUB_TRIGGER_WEEKDAYS, 1, RUB_EASE_NONE, 0,
      "Suggested because: once a week" },
    { RUB_TASK_THERAPIST, RUB_TRIGGER_WEEKDAYS, 4, RUB_EASE_NONE, 0,
      "Suggested because: every 4 weeks" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubReminderFields fields = { .id = "a",
                                   .rule_id = "a",
                                   .task = rows[i].task,
                                   .trigger = rows[i].trigger,
                                   .every_weeks = rows[i].every_weeks,
                                   .ease = rows[i].ease,
                                   .days_to_race = rows[i].days };
      g_autoptr (RubReminder) reminder = rub_reminder_new (&fields);
      g_autofree char *reason = rub_reminder_text_get_reason (reminder, RUB_UNITS_METRIC);

      g_assert_cmpstr (reason, ==, rows[i].reason);
    }
}

static void
test_no_run (void)
{
  RubReminderFields fields = { .id = "a", .rule_id = "a", .task = RUB_TASK_CHECK };
  g_autoptr (RubReminder) reminder = rub_reminder_new (&fields);
  g_autofree char *notice = rub_reminder_text_get_notice (reminder, RUB_UNITS_METRIC);

  g_assert_null (rub_reminder_text_get_reason (reminder, RUB_UNITS_METRIC));
  g_assert_cmpstr (notice, ==, "");
}

/* Everybody in the room can read it. */
static void
test_notice_title (void)
{
  static const char *const parts[] = { "leg", "calf", "foot", "knee", "thigh", "hip", "back" };

  for (int task = RUB_TASK_MASSAGE; task <= RUB_TASK_CHECK; task++)
    for (int intensity = 0; intensity < 3; intensity++)
      {
        g_autoptr (RubReminder) reminder = make_reminder (task, intensity, 0, 0, 0, 5);
        g_autofree char *title = rub_reminder_text_get_notice_title (reminder);

        g_assert_cmpstr (title, !=, "");
        for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
          g_assert_null (strstr (title, parts[i]));
      }
}

static RubReminder *
make_due (const char *due)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (due, NULL);
  RubReminderFields fields = { .id = "a",
                               .rule_id = "a",
                               .task = RUB_TASK_MASSAGE,
                               .minutes = 10,
                               .due_us = g_date_time_to_unix (time) * G_TIME_SPAN_SECOND };

  return rub_reminder_new (&fields);
}

static void
test_away (void)
{
  g_autoptr (GPtrArray) reminders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-06-02T12:00:00Z", NULL);
  gint64 now_us = g_date_time_to_unix (now) * G_TIME_SPAN_SECOND;
  g_autofree char *two = NULL;
  g_autofree char *many = NULL;

  g_ptr_array_add (reminders, make_due ("2026-06-01T18:00:00Z"));
  g_ptr_array_add (reminders, make_due ("2026-06-02T08:00:00Z"));
  two = rub_reminder_text_get_away (reminders, now_us, utc);
  g_assert_cmpstr (two, ==,
                   "10 min light massage: Yesterday, 18:00\n10 min light massage: Today, 08:00");

  for (int i = 0; i < 5; i++)
    g_ptr_array_add (reminders, make_due ("2026-06-02T08:00:00Z"));
  many = rub_reminder_text_get_away (reminders, now_us, utc);
  g_assert_true (g_str_has_suffix (many, "\nand 3 more"));
}

static void
test_plain (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
  } rows[] = {
    { "Füße & <b>Waden</b>", "Füße    b Waden /b " },
    { "two\nlines", "two\nlines" },
    { "bell\a tab\t", "bell  tab " },
    { "\xe2\x80\xae"
      "turned",
      " turned" },
    { "cut \xff short", "cut \xef\xbf\xbd short" },
    { "", "" },
  };
  g_autofree char *endless = g_strnfill (100000, 'x');
  g_autofree char *cut = rub_reminder_text_make_plain (endless);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *plain = rub_reminder_text_make_plain (rows[i].text);

      g_assert_cmpstr (plain, ==, rows[i].plain);
    }
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, RUB_REMINDER_TEXT_MAX + 1);
}

/* Servers may take the text for markup: no combination may have any. */
static void
test_no_markup (void)
{
  for (int i = 0; i < RUB_RUN_N_DEMANDS * RUB_RUN_N_KINDS * 3; i++)
    {
      g_autoptr (RubReminder) reminder
        = make_reminder (RUB_TASK_MASSAGE, i % 3, i / 3 % RUB_RUN_N_DEMANDS,
                         i / 3 / RUB_RUN_N_DEMANDS, 12345, 5);
      g_autofree char *title = rub_reminder_text_get_title (reminder);
      g_autofree char *reason = rub_reminder_text_get_reason (reminder, RUB_UNITS_IMPERIAL);

      g_assert_null (strpbrk (title, "<>&"));
      g_assert_null (strpbrk (reason, "<>&"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/reminder-text/title", test_title);
  g_test_add_func ("/reminder-text/reason", test_reason);
  g_test_add_func ("/reminder-text/other-reasons", test_other_reasons);
  g_test_add_func ("/reminder-text/no-run", test_no_run);
  g_test_add_func ("/reminder-text/notice-title", test_notice_title);
  g_test_add_func ("/reminder-text/away", test_away);
  g_test_add_func ("/reminder-text/plain", test_plain);
  g_test_add_func ("/reminder-text/no-markup", test_no_markup);

  return g_test_run ();
}

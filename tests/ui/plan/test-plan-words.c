/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-plan-group.h"
#include "rub-plan.h"
#include "rub-rule-text.h"

#define HOUR G_TIME_SPAN_HOUR
/* 2026-05-12T12:00:00Z */
#define NOW_US (G_GINT64_CONSTANT (1778587200) * G_TIME_SPAN_SECOND)

static void
test_groups (void)
{
  static const struct
  {
    int hours;
    RubReminderState state;
    RubPlanGroup expected;
    gboolean says_day;
  } rows[] = {
    { -48, RUB_REMINDER_MISSED, RUB_PLAN_GROUP_MISSED, FALSE },
    { -13, RUB_REMINDER_SHOWN, RUB_PLAN_GROUP_TODAY, FALSE },
    { -1, RUB_REMINDER_SHOWN, RUB_PLAN_GROUP_TODAY, TRUE },
    { -1, RUB_REMINDER_DONE, RUB_PLAN_GROUP_ANSWERED, FALSE },
    { -1, RUB_REMINDER_SKIPPED, RUB_PLAN_GROUP_ANSWERED, FALSE },
    { 11, RUB_REMINDER_PLANNED, RUB_PLAN_GROUP_TODAY, TRUE },
    { 12, RUB_REMINDER_PLANNED, RUB_PLAN_GROUP_TOMORROW, TRUE },
    { 35, RUB_REMINDER_SNOOZED, RUB_PLAN_GROUP_TOMORROW, TRUE },
    { 36, RUB_REMINDER_PLANNED, RUB_PLAN_GROUP_THIS_WEEK, FALSE },
    { 24 * 7 - 13, RUB_REMINDER_PLANNED, RUB_PLAN_GROUP_THIS_WEEK, FALSE },
    { 24 * 7 - 11, RUB_REMINDER_PLANNED, RUB_PLAN_GROUP_LATER, FALSE },
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubReminderFields fields
        = { .id = "x", .due_us = NOW_US + rows[i].hours * HOUR, .state = rows[i].state };
      g_autoptr (RubReminder) reminder = rub_reminder_new (&fields);

      g_test_message ("row %zu", i);
      g_assert_cmpint (rub_plan_group_of (reminder, NOW_US, utc), ==, rows[i].expected);
      g_assert_cmpint (rub_plan_group_says_day (reminder, NOW_US, utc), ==, rows[i].says_day);
    }
}

static void
test_delays (void)
{
  static const struct
  {
    int delay_min;
    const char *expected;
  } rows[] = { { 0, "0 min" }, { 45, "45 min" }, { 120, "2 h" }, { 90, "1 h 30 min" } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = rub_rule_text_format_delay (rows[i].delay_min);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* Every rule is a sentence, and no two are the same. */
static void
test_rules (void)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (RubRuleSetting));
  g_autoptr (GPtrArray) rules = rub_plan_get_rules (none);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      g_autofree char *detail = rub_rule_text_get_detail (rules->pdata[i]);
      const char *title = rub_rule_text_get_title (rules->pdata[i]);

      g_test_message ("%s: %s", title, detail);
      g_assert_cmpint (title[0], !=, '\0');
      g_assert_true (g_hash_table_add (seen, g_strconcat (title, detail, NULL)));
    }
  g_assert_true (g_hash_table_contains (
    seen, "After a long run10 min moderate massage · next day at 18:00"));
}

/* What the runner makes up has words too. */
static void
test_own_rules (void)
{
  static const struct
  {
    RubRuleFields fields;
    const char *title;
    const char *detail;
  } rows[] = {
    { { .trigger = RUB_TRIGGER_WEEKDAYS,
        .weekdays = RUB_WEEKDAY (G_DATE_MONDAY) | RUB_WEEKDAY (G_DATE_THURSDAY),
        .wall_min = 1110,
        .minutes = 15,
        .intensity = RUB_INTENSITY_DEEP },
      "On days of the week", "15 min deep massage · Mon, Thu at 18:30" },
    { { .trigger = RUB_TRIGGER_WEEKDAYS,
        .weekdays = RUB_WEEKDAY (G_DATE_SUNDAY),
        .every_weeks = 4,
        .wall_min = 540,
        .task = RUB_TASK_THERAPIST },
      "Massage therapist", "Book a massage therapist · Sun at 09:00, every 4 weeks" },
    { { .trigger = RUB_TRIGGER_WEEKDAYS,
        .weekdays = RUB_WEEKDAY (G_DATE_SUNDAY),
        .wall_min = 540,
        .task = RUB_TASK_MEASURE },
      "Range of motion", "Measure your range of motion · Sun at 09:00" },
    { { .trigger = RUB_TRIGGER_RACE, .day = 3, .wall_min = 1200, .minutes = 10 },
      "Before a race", "10 min light massage · 3 days before at 20:00" },
    { { .trigger = RUB_TRIGGER_RACE, .wall_min = 420, .task = RUB_TASK_CHECK },
      "Before a race", "How do your legs feel? · on the day of the race at 07:00" },
    { { .demands = RUB_RULE_ALL_DEMANDS, .is_own = TRUE, .delay_min = 30, .minutes = 5 },
      "After runs of your choice", "5 min light massage · 30 min after the end" },
    { { .demands = RUB_RULE_ALL_DEMANDS,
        .is_own = TRUE,
        .day = 1,
        .wall_min = 480,
        .minutes = 5,
        .name = "Hills & <stairs>" },
      "Hills & <stairs>", "5 min light massage · next day at 08:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubRuleFields fields = rows[i].fields;
      g_autoptr (RubRule) rule = NULL;
      g_autofree char *detail = NULL;

      fields.id = "own-000001";
      rule = rub_rule_new (&fields);
      detail = rub_rule_text_get_detail (rule);
      g_assert_cmpstr (rub_rule_text_get_title (rule), ==, rows[i].title);
      g_assert_cmpstr (detail, ==, rows[i].detail);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/plan-words/groups", test_groups);
  g_test_add_func ("/plan-words/delays", test_delays);
  g_test_add_func ("/plan-words/rules", test_rules);
  g_test_add_func ("/plan-words/own-rules", test_own_rules);

  return g_test_run ();
}

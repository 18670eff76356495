/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-plan-preview.h"
#include "rub-plan.h"
#include "rub-wall.h"

#define HOUR G_TIME_SPAN_HOUR
#define DAY G_TIME_SPAN_DAY
/* 2026-05-12T06:00:00Z, a Tuesday. */
#define NOW_US (G_GINT64_CONSTANT (1778565600) * G_TIME_SPAN_SECOND)
#define MONDAY RUB_WEEKDAY (G_DATE_MONDAY)
#define TUESDAY RUB_WEEKDAY (G_DATE_TUESDAY)
#define FRIDAY RUB_WEEKDAY (G_DATE_FRIDAY)

static RubRuleFields
make_weekdays (guint weekdays, int every_weeks, int wall_min)
{
  return (RubRuleFields){ .id = "own-000001",
                          .trigger = RUB_TRIGGER_WEEKDAYS,
                          .weekdays = weekdays,
                          .every_weeks = every_weeks,
                          .wall_min = wall_min,
                          .minutes = 10,
                          .is_own = TRUE,
                          .is_enabled = TRUE };
}

static void
add_planned (RubRecords *records, int day, RubRunKind kind, double distance_m, int wall_min)
{
  RubPlannedRunFields fields
    = { .id = day, .kind = kind, .distance_m = distance_m, .wall_min = wall_min };

  g_date_set_dmy (&fields.date, 12, G_DATE_MAY, 2026);
  g_date_add_days (&fields.date, (guint) day);
  g_ptr_array_add (records->planned, rub_planned_run_new (&fields));
}

static char *
describe (GArray *found)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      gint64 due_us = g_array_index (found, RubOccurrence, i).due_us;
      g_autoptr (GDateTime) due = g_date_time_new_from_unix_utc (due_us / G_TIME_SPAN_SECOND);
      g_autofree char *words = g_date_time_format (due, "%m-%d %H:%M");

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", words);
    }

  return g_string_free (text, FALSE);
}

static char *
preview (const RubRuleFields *fields, RubRecords *records, const char *zone_name)
{
  g_autoptr (RubRule) rule = rub_rule_new (fields);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GArray) found
    = rub_plan_preview (rub_timing_get_bundled (), rule, records, NOW_US, zone);

  return describe (found);
}

static void
test_preview_weekdays (void)
{
  static const struct
  {
    guint weekdays;
    int every_weeks;
    int wall_min;
    int start_day; /* after today; -1: none */
    const char *zone;
    const char *expected; /* UTC */
  } rows[] = {
    { MONDAY, 1, 18 * 60, -1, "UTC",
      "05-18 18:00, 05-25 18:00, 06-01 18:00, 06-08 18:00, 06-15 18:00" },
    /* Due at this very moment is no longer next. */
    { TUESDAY, 1, 6 * 60, -1, "UTC",
      "05-19 06:00, 05-26 06:00, 06-02 06:00, 06-09 06:00, 06-16 06:00" },
    { TUESDAY | FRIDAY, 1, 7 * 60, -1, "UTC",
      "05-12 07:00, 05-15 07:00, 05-19 07:00, 05-22 07:00, 05-26 07:00" },
    { TUESDAY | FRIDAY, 2, 7 * 60, 0, "UTC",
      "05-12 07:00, 05-15 07:00, 05-26 07:00, 05-29 07:00, 06-09 07:00" },
    { MONDAY, 4, 18 * 60, 0, "UTC",
      "06-08 18:00, 07-06 18:00, 08-03 18:00, 08-31 18:00, 09-28 18:00" },
    { RUB_RULE_ALL_WEEKDAYS, 1, 7 * 60, 30, "UTC",
      "06-11 07:00, 06-12 07:00, 06-13 07:00, 06-14 07:00, 06-15 07:00" },
    { MONDAY, 1, 7 * 60, -1, "Asia/Kathmandu",
      "05-18 01:15, 05-25 01:15, 06-01 01:15, 06-08 01:15, 06-15 01:15" },
    { 0, 1, 7 * 60, -1, "UTC", "" },
  };
  g_autoptr (RubRecords) records = rub_records_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubRuleFields fields
        = make_weekdays (rows[i].weekdays, rows[i].every_weeks, rows[i].wall_min);
      g_autofree char *text = NULL;
      GDate today;

      g_test_message ("row %zu", i);
      g_date_clear (&today, 1);
      g_date_set_dmy (&today, 12, G_DATE_MAY, 2026);
      if (rows[i].start_day >= 0)
        fields.start_day = g_date_get_julian (&today) + (guint32) rows[i].start_day;
      text = preview (&fields, records, rows[i].zone);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_preview_planned (void)
{
  static const struct
  {
    RubTrigger trigger;
    guint demands;
    int day;
    double min_distance_m;
    const char *expected;
  } rows[] = {
    { RUB_TRIGGER_RACE, 0, 3, 0, "05-19 08:00, 06-28 08:00" },
    { RUB_TRIGGER_RACE, 0, 0, 0, "05-22 08:00, 07-01 08:00" },
    /* The next day needs no time of day. */
    { RUB_TRIGGER_RUN, RUB_RULE_ALL_DEMANDS, 1, 0,
      "05-14 08:00, 05-16 08:00, 05-23 08:00, 07-02 08:00" },
    { RUB_TRIGGER_RUN, 1u << RUB_RUN_DEMAND_LONG, 1, 0, "05-16 08:00" },
    { RUB_TRIGGER_RUN, RUB_RULE_ALL_DEMANDS, 1, 15000, "05-16 08:00, 05-23 08:00, 07-02 08:00" },
    { RUB_TRIGGER_RUN, 1u << RUB_RUN_DEMAND_BIG_RACE, 1, 0, "07-02 08:00" },
    /* After the end of the one whose time is known: 20 km at 6 min/km, and an hour later. */
    { RUB_TRIGGER_RUN, RUB_RULE_ALL_DEMANDS, 0, 0, "05-15 12:00" },
  };
  g_autoptr (RubRecords) records = rub_records_new ();

  add_planned (records, 1, RUB_RUN_KIND_EASY, 8000, RUB_WALL_UNKNOWN);
  add_planned (records, 3, RUB_RUN_KIND_LONG, 20000, 9 * 60);
  add_planned (records, 10, RUB_RUN_KIND_RACE, 21097, RUB_WALL_UNKNOWN);
  add_planned (records, 50, RUB_RUN_KIND_RACE, 42195, RUB_WALL_UNKNOWN);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubRuleFields fields = { .id = "a",
                               .trigger = rows[i].trigger,
                               .demands = rows[i].demands,
                               .day = rows[i].day,
                               .min_distance_m = rows[i].min_distance_m,
                               .min_effort = 5,
                               .delay_min = 60,
                               .wall_min = 8 * 60 };
      g_autofree char *text = preview (&fields, records, "UTC");

      g_test_message ("row %zu", i);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* For 400 days in each zone: one a local date, none left out, in order, as the wall has it. */
static void
test_once_a_date (void)
{
  static const struct
  {
    const char *zone;
    const char *from;
  } rows[] = {
    { "Europe/Dublin", "2026-01-01T00:00:00Z" },
    { "Australia/Lord_Howe", "2026-01-01T00:00:00Z" },
    { "Pacific/Apia", "2011-06-01T00:00:00Z" },
    { "America/New_York", "2026-01-01T00:00:00Z" },
    { "Australia/Sydney", "2026-01-01T00:00:00Z" },
    { "Asia/Kathmandu", "2026-01-01T00:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int wall_min = 0; wall_min < 1440; wall_min += 45)
      {
        RubRuleFields fields = make_weekdays (RUB_RULE_ALL_WEEKDAYS, 1, wall_min);
        g_autoptr (RubRule) rule = rub_rule_new (&fields);
        g_autoptr (GPtrArray) planned = g_ptr_array_new ();
        g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
        g_autoptr (GDateTime) from = g_date_time_new_from_iso8601 (rows[i].from, NULL);
        gint64 from_us = g_date_time_to_unix (from) * G_TIME_SPAN_SECOND;
        g_autoptr (GArray) found
          = rub_occurrences_find (rule, planned, zone, from_us, from_us + 400 * DAY, 0);

        g_assert_cmpuint (found->len, >=, 399);
        g_assert_cmpuint (found->len, <=, 402);
        for (guint j = 1; j < found->len; j++)
          {
            const RubOccurrence *before = &g_array_index (found, RubOccurrence, j - 1);
            const RubOccurrence *next = before + 1;

            g_assert_cmpint (g_date_days_between (&before->date, &next->date), ==, 1);
            g_assert_cmpint (next->due_us, >=, before->due_us);
            g_assert_cmpint (next->due_us, ==,
                             rub_wall_to_instant (zone, &next->date, wall_min));
          }
      }
}

/* Shown in Sydney in the morning, it does not come again that morning in Los Angeles. */
static void
test_flying_west (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (GTimeZone) sydney = g_time_zone_new_identifier ("Australia/Sydney");
  g_autoptr (GTimeZone) angeles = g_time_zone_new_identifier ("America/Los_Angeles");
  RubRuleFields fields = make_weekdays (RUB_RULE_ALL_WEEKDAYS, 1, 7 * 60);
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_ptr_array_add (records->own_rules, rub_rule_new (&fields));
  /* Every 5 h somebody looks; each 50 h the zone is the other. */
  for (int step = 0; step < 200; step++)
    {
      gint64 now_us = NOW_US + step * 5 * HOUR;
      g_autoptr (GPtrArray) plan
        = rub_plan_make (records, now_us, step / 10 % 2 == 0 ? sydney : angeles);

      for (guint i = 0; i < plan->len; i++)
        {
          const RubReminderFields *reminder = rub_reminder_get_fields (plan->pdata[i]);
          RubReminderRecord record = { g_intern_string (reminder->id), "own-000001", 0,
                                       RUB_REMINDER_SHOWN, reminder->due_us, now_us };

          if (reminder->state != RUB_REMINDER_PLANNED || reminder->due_us > now_us)
            continue;
          g_assert_true (g_hash_table_add (shown, g_strdup (reminder->id)));
          g_array_append_val (records->reminders, record);
        }
    }
  /* 1,000 h are 41 days, and hardly any may be lost to the date line. */
  g_assert_cmpuint (g_hash_table_size (shown), >=, 40);
}

/* A rule made this noon makes nothing of this morning; but what it once showed stays listed. */
static void
test_since (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  RubRuleFields fields = make_weekdays (RUB_RULE_ALL_WEEKDAYS, 1, 7 * 60);
  RubReminderRecord record = { "own-000001/2026-05-11", "own-000001", 0, RUB_REMINDER_DONE,
                               NOW_US - 23 * HOUR, NOW_US - 22 * HOUR };
  g_autoptr (GPtrArray) plan = NULL;

  fields.since_us = NOW_US + 6 * HOUR;
  g_ptr_array_add (records->own_rules, rub_rule_new (&fields));
  g_array_append_val (records->reminders, record);
  plan = rub_plan_make (records, NOW_US + 7 * HOUR, utc);
  g_assert_cmpstr (rub_reminder_get_id (plan->pdata[0]), ==, "own-000001/2026-05-11");
  g_assert_cmpint (rub_reminder_get_state (plan->pdata[0]), ==, RUB_REMINDER_DONE);
  g_assert_cmpstr (rub_reminder_get_id (plan->pdata[1]), ==, "own-000001/2026-05-13");
}

/* However seldom it comes, the next time is known, so that something waits for it. */
static void
test_seldom (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const RubTimingRule *therapist
    = rub_timing_find_rule (rub_timing_get_bundled (), "therapist");
  RubRuleFields fields = therapist->fields;
  g_autoptr (GPtrArray) none = rub_plan_make (records, NOW_US, utc);
  g_autoptr (GPtrArray) plan = NULL;

  g_assert_cmpuint (none->len, ==, 0);

  fields.is_enabled = fields.is_own = TRUE;
  fields.since_us = NOW_US;
  fields.every_weeks = RUB_RULE_MAX_WEEKS;
  g_ptr_array_add (records->own_rules, rub_rule_new (&fields));
  plan = rub_plan_make (records, NOW_US, utc);
  g_assert_cmpuint (plan->len, ==, 1);
  g_assert_cmpint (rub_reminder_get_fields (plan->pdata[0])->task, ==, RUB_TASK_THERAPIST);
  g_assert_true (g_str_has_prefix (rub_reminder_get_id (plan->pdata[0]), "therapist/"));
}

/* An id is given once, also when its rule is gone and only its reminders are left. */
static void
test_rule_ids (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  RubRuleFields fields = make_weekdays (MONDAY, 1, 0);
  RubReminderRecord record = { "own-000002/2026-05-11", "own-000002", 0, RUB_REMINDER_DONE, 0, 0 };
  g_autofree char *first = rub_plan_make_rule_id (records);
  g_autofree char *third = NULL;

  g_assert_cmpstr (first, ==, "own-000001");
  g_ptr_array_add (records->own_rules, rub_rule_new (&fields));
  g_array_append_val (records->reminders, record);
  third = rub_plan_make_rule_id (records);
  g_assert_cmpstr (third, ==, "own-000003");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/calendar/preview-weekdays", test_preview_weekdays);
  g_test_add_func ("/calendar/preview-planned", test_preview_planned);
  g_test_add_func ("/calendar/once-a-date", test_once_a_date);
  g_test_add_func ("/calendar/flying-west", test_flying_west);
  g_test_add_func ("/calendar/since", test_since);
  g_test_add_func ("/calendar/seldom", test_seldom);
  g_test_add_func ("/calendar/rule-ids", test_rule_ids);

  return g_test_run ();
}

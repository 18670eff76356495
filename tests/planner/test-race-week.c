/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-plan.h"
#include "rub-wall.h"

#define HOUR G_TIME_SPAN_HOUR
#define DAY G_TIME_SPAN_DAY
/* 2026-05-12T00:00:00Z, a Tuesday. */
#define NOW_US (G_GINT64_CONSTANT (1778544000) * G_TIME_SPAN_SECOND)

static void
add_planned (RubRecords *records, int day, RubRunKind kind, gint64 added_us)
{
  RubPlannedRunFields fields
    = { .id = day, .added_us = added_us, .kind = kind, .wall_min = RUB_WALL_UNKNOWN };

  g_date_set_dmy (&fields.date, 12, G_DATE_MAY, 2026);
  g_date_add_days (&fields.date, (guint) day);
  g_ptr_array_add (records->planned, rub_planned_run_new (&fields));
}

/* Deep work each morning, as the runner wants it. */
static void
add_deep_rule (RubRecords *records)
{
  RubRuleFields fields = { .id = "own-000001",
                           .trigger = RUB_TRIGGER_WEEKDAYS,
                           .weekdays = RUB_RULE_ALL_WEEKDAYS,
                           .wall_min = 9 * 60,
                           .minutes = 20,
                           .intensity = RUB_INTENSITY_DEEP,
                           .is_own = TRUE,
                           .is_enabled = TRUE };

  g_ptr_array_add (records->own_rules, rub_rule_new (&fields));
}

static GPtrArray *
make_plan (RubRecords *records)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return rub_plan_make (records, NOW_US, utc);
}

static const RubReminderFields *
find_on (GPtrArray *plan, int day)
{
  g_autofree char *id = g_strdup_printf ("own-000001/2026-05-%02d", 12 + day);

  return rub_reminder_get_fields (rub_plan_find (plan, id));
}

static void
test_limits (void)
{
  static const struct
  {
    int day; /* the race is on day 10 */
    RubIntensity expected;
  } rows[] = {
    { 4, RUB_INTENSITY_DEEP },   { 5, RUB_INTENSITY_DEEP },   { 6, RUB_INTENSITY_LIGHT },
    { 7, RUB_INTENSITY_LIGHT },  { 9, RUB_INTENSITY_LIGHT },  { 10, RUB_INTENSITY_LIGHT },
    { 11, RUB_INTENSITY_LIGHT }, { 12, RUB_INTENSITY_MODERATE }, { 13, RUB_INTENSITY_DEEP },
  };
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (GPtrArray) plan = NULL;

  add_deep_rule (records);
  add_planned (records, 10, RUB_RUN_KIND_RACE, NOW_US);
  plan = make_plan (records);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const RubReminderFields *fields = find_on (plan, rows[i].day);

      g_test_message ("day %d", rows[i].day);
      g_assert_cmpint (fields->intensity, ==, rows[i].expected);
      g_assert_cmpint (fields->ease, ==,
                       rows[i].expected == RUB_INTENSITY_DEEP ? RUB_EASE_NONE : RUB_EASE_RACE);
      if (fields->ease == RUB_EASE_RACE)
        g_assert_cmpint (fields->days_to_race, ==, 10 - rows[i].day);
    }
}

/* A long run planned is no race, and a race that was run counts as one that was planned. */
static void
test_what_is_a_race (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  RubRunFields run = { .id = 1,
                       .start_us = NOW_US - 16 * HOUR,
                       .added_us = NOW_US - 14 * HOUR,
                       .elapsed_s = 3600,
                       .distance_m = 10000,
                       .kind = RUB_RUN_KIND_RACE };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  add_deep_rule (records);
  add_planned (records, 3, RUB_RUN_KIND_LONG, NOW_US);
  before = make_plan (records);
  g_assert_cmpint (find_on (before, 0)->intensity, ==, RUB_INTENSITY_DEEP);
  g_assert_cmpint (find_on (before, 3)->intensity, ==, RUB_INTENSITY_DEEP);

  g_ptr_array_add (records->runs, rub_run_new (&run));
  after = make_plan (records);
  g_assert_cmpint (find_on (after, 0)->intensity, ==, RUB_INTENSITY_LIGHT);
  g_assert_cmpint (find_on (after, 1)->intensity, ==, RUB_INTENSITY_MODERATE);
  g_assert_cmpint (find_on (after, 2)->intensity, ==, RUB_INTENSITY_DEEP);
}

static void
test_reminder_before (void)
{
  static const struct
  {
    int day;
    gint64 added_us;
    const char *id; /* NULL: none */
  } rows[] = {
    { 10, NOW_US, "before-race/2026-05-20" },
    { 2, NOW_US, "before-race/2026-05-12" },
    /* Planned when its evening was over. */
    { 1, NOW_US, NULL },
    { 1, NOW_US - 7 * HOUR, "before-race/2026-05-11" },
    /* A year ahead it is known already. */
    { 400, NOW_US, "before-race/2027-06-14" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      g_autoptr (GPtrArray) plan = NULL;
      const RubReminderFields *fields;

      g_test_message ("row %zu", i);
      add_planned (records, rows[i].day, RUB_RUN_KIND_RACE, rows[i].added_us);
      add_planned (records, rows[i].day, RUB_RUN_KIND_EASY, rows[i].added_us);
      plan = make_plan (records);
      g_assert_cmpuint (plan->len, ==, rows[i].id != NULL ? 1 : 0);
      if (rows[i].id == NULL)
        continue;
      fields = rub_reminder_get_fields (plan->pdata[0]);
      g_assert_cmpstr (fields->id, ==, rows[i].id);
      g_assert_cmpint (fields->due_us, ==, NOW_US + (rows[i].day - 2) * DAY + 18 * HOUR);
      g_assert_cmpint (fields->intensity, ==, RUB_INTENSITY_LIGHT);
      g_assert_cmpint (fields->days_to_race, ==, 2);
      g_assert_nonnull (fields->race);
      g_assert_nonnull (fields->stems);
    }
}

/* Whatever is sore, run and planned: nothing deep near a race, and what is very sore is light. */
static void
test_never_deep (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  const int *numbers = rub_timing_get_bundled ()->numbers;

  for (int round = 0; round < 100; round++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      RubSoreness sore
        = { "soleus-left", g_rand_int_range (rand, 1, 11), RUB_SENSATION_DULL, NULL };
      int race = g_rand_int_range (rand, 0, 20);
      g_autoptr (GPtrArray) plan = NULL;

      add_deep_rule (records);
      add_planned (records, race, RUB_RUN_KIND_RACE, NOW_US);
      add_planned (records, g_rand_int_range (rand, 0, 20), RUB_RUN_KIND_RACE, NOW_US);
      g_ptr_array_add (records->checks, rub_check_new (1, NOW_US - HOUR, 0, &sore, 1));
      plan = make_plan (records);
      for (int day = 0; day < 18; day++)
        {
          const RubReminderFields *fields = find_on (plan, day);
          int to_race = race - day;

          if (to_race < numbers[RUB_TIMING_LAST_DEEP_DAYS_BEFORE_RACE]
              && -to_race < numbers[RUB_TIMING_FIRST_DEEP_DAYS_AFTER_RACE])
            g_assert_cmpint (fields->intensity, !=, RUB_INTENSITY_DEEP);
          if (sore.soreness >= numbers[RUB_TIMING_NOT_DEEP_FROM_SORENESS])
            g_assert_cmpint (fields->intensity, !=, RUB_INTENSITY_DEEP);
          if (sore.soreness >= numbers[RUB_TIMING_LIGHT_FROM_SORENESS])
            g_assert_cmpint (fields->intensity, ==, RUB_INTENSITY_LIGHT);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/race-week/limits", test_limits);
  g_test_add_func ("/race-week/what-is-a-race", test_what_is_a_race);
  g_test_add_func ("/race-week/reminder-before", test_reminder_before);
  g_test_add_func ("/race-week/never-deep", test_never_deep);

  return g_test_run ();
}

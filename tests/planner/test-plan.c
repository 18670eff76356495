/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-plan.h"

#define HOUR G_TIME_SPAN_HOUR
/* 2026-05-12T06:00:00Z */
#define START_US (G_GINT64_CONSTANT (1778565600) * G_TIME_SPAN_SECOND)
/* Runs of the tests last an hour. */
#define END_US (START_US + HOUR)

static RubRun *
add_run (RubRecords *records, gint64 id, gint64 start_us, gint64 added_us, RubRunKind kind)
{
  RubRunFields fields = { .id = id,
                          .start_us = start_us,
                          .added_us = added_us,
                          .elapsed_s = 3600,
                          .distance_m = 12000,
                          .effort = 5,
                          .kind = kind };

  g_ptr_array_insert (records->runs, 0, rub_run_new (&fields));

  return records->runs->pdata[0];
}

static GPtrArray *
make_plan (RubRecords *records, gint64 now_us)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return rub_plan_make (records, now_us, utc);
}

static char *
describe (GPtrArray *plan, gint64 origin_us)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->len; i++)
    g_string_append_printf (
      text, "%s%s@%d:%s", i > 0 ? " " : "", rub_reminder_get_id (plan->pdata[i]),
      (int) ((rub_reminder_get_due_us (plan->pdata[i]) - origin_us) / G_TIME_SPAN_MINUTE),
      rub_reminder_state_to_id (rub_reminder_get_state (plan->pdata[i])));

  return g_string_free (text, FALSE);
}

static void
test_defaults (void)
{
  static const struct
  {
    RubRunKind kind;
    const char *expected; /* id@minutes after the end of the run:state */
  } rows[] = {
    { RUB_RUN_KIND_EASY, "" },
    { RUB_RUN_KIND_TEMPO,
      "hard/1@120:planned check/2026-05-13@1500:planned check/2026-05-14@2940:planned" },
    { RUB_RUN_KIND_LONG, "long/1@120:planned check/2026-05-13@1500:planned "
                         "long-next-day/1@2100:planned check/2026-05-14@2940:planned" },
    { RUB_RUN_KIND_RACE,
      "race/1@60:planned check/2026-05-13@1500:planned check/2026-05-14@2940:planned" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      g_autoptr (GPtrArray) plan = NULL;
      g_autofree char *text = NULL;

      add_run (records, 1, START_US, END_US, rows[i].kind);
      plan = make_plan (records, END_US);
      text = describe (plan, END_US);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* A marathon asks for more days and starts later. */
static void
test_marathon (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (GPtrArray) plan = NULL;
  g_autofree char *text = NULL;
  RubRunFields fields = { .id = 1,
                          .start_us = START_US,
                          .added_us = END_US,
                          .elapsed_s = 3600,
                          .distance_m = 42195,
                          .kind = RUB_RUN_KIND_RACE };

  g_ptr_array_add (records->runs, rub_run_new (&fields));
  plan = make_plan (records, END_US);
  text = describe (plan, END_US);
  g_assert_cmpstr (text, ==,
                   "big-race/1@240:planned check/2026-05-13@1500:planned "
                   "big-race-next-day/1@2100:planned check/2026-05-14@2940:planned "
                   "big-race-second-day/1@3540:planned check/2026-05-15@4380:planned");
}

static void
test_late_arrival (void)
{
  static const struct
  {
    int hours_late;
    const char *expected;
  } rows[] = {
    { 1, "hard/1@120:planned" },
    /* It asks when it comes in. */
    { 5, "hard/1@300:planned" },
    { 26, "hard/1@1560:planned" },
    /* More than a day after it was due there is nothing to be late for. */
    { 27, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      gint64 added_us = END_US + rows[i].hours_late * HOUR;
      g_autoptr (GPtrArray) plan = NULL;
      RubReminder *reminder;

      add_run (records, 1, START_US, added_us, RUB_RUN_KIND_TEMPO);
      plan = make_plan (records, added_us);
      reminder = rub_plan_find (plan, "hard/1");
      g_assert_cmpint (reminder != NULL, ==, rows[i].expected[0] != '\0');
      if (reminder != NULL)
        g_assert_cmpint (rub_reminder_get_due_us (reminder), ==,
                         END_US + MAX (2, rows[i].hours_late) * HOUR);
    }
}

/* A run that came in while the clock was ahead asks when it comes in, once the clock is right. */
static void
test_added_by_a_clock_ahead (void)
{
  static const int hours_ahead[] = { 5, 30, 24 * 400 };

  for (gsize i = 0; i < G_N_ELEMENTS (hours_ahead); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      g_autoptr (GPtrArray) plan = NULL;
      RubReminder *reminder;

      add_run (records, 1, START_US, END_US + hours_ahead[i] * HOUR, RUB_RUN_KIND_TEMPO);
      plan = make_plan (records, END_US + HOUR);
      reminder = rub_plan_find (plan, "hard/1");
      g_assert_nonnull (reminder);
      g_assert_cmpint (rub_reminder_get_due_us (reminder), ==, END_US + 2 * HOUR);
    }
}

static void
test_records_win (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  RubReminderRecord record = { "hard/1", "hard", 1, RUB_REMINDER_SNOOZED, END_US + 5 * HOUR,
                               END_US + 4 * HOUR };
  g_autoptr (GPtrArray) plan = NULL;
  RubReminder *reminder;

  add_run (records, 1, START_US, END_US, RUB_RUN_KIND_TEMPO);
  g_array_append_val (records->reminders, record);
  plan = make_plan (records, END_US + 4 * HOUR);
  reminder = rub_plan_find (plan, "hard/1");
  g_assert_cmpint (rub_reminder_get_state (reminder), ==, RUB_REMINDER_SNOOZED);
  g_assert_cmpint (rub_reminder_get_due_us (reminder), ==, END_US + 5 * HOUR);
  g_assert_true (rub_plan_get_next (plan) == reminder);
}

static void
test_missed (void)
{
  static const struct
  {
    RubReminderState state;
    int hours_late;
    RubReminderState expected;
  } rows[] = {
    { RUB_REMINDER_PLANNED, 24, RUB_REMINDER_PLANNED },
    { RUB_REMINDER_PLANNED, 25, RUB_REMINDER_MISSED },
    { RUB_REMINDER_SHOWN, 25, RUB_REMINDER_MISSED },
    { RUB_REMINDER_SNOOZED, 25, RUB_REMINDER_MISSED },
    { RUB_REMINDER_DONE, 25, RUB_REMINDER_DONE },
    { RUB_REMINDER_SKIPPED, 25, RUB_REMINDER_SKIPPED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      gint64 due_us = END_US + 2 * HOUR;
      RubReminderRecord record = { "hard/1", "hard", 1, rows[i].state, due_us, due_us };
      g_autoptr (GPtrArray) plan = NULL;

      add_run (records, 1, START_US, END_US, RUB_RUN_KIND_TEMPO);
      if (rows[i].state != RUB_REMINDER_PLANNED)
        g_array_append_val (records->reminders, record);
      plan = make_plan (records, due_us + rows[i].hours_late * HOUR);
      g_assert_cmpint (rub_reminder_get_state (rub_plan_find (plan, "hard/1")), ==,
                       rows[i].expected);
    }
}

/* A check made on its morning answers the question before it is asked. */
static void
test_check_answers (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (GPtrArray) plan = NULL;

  add_run (records, 1, START_US, END_US, RUB_RUN_KIND_TEMPO);
  g_ptr_array_add (records->checks, rub_check_new (1, START_US + 25 * HOUR, 0, NULL, 0));
  plan = make_plan (records, START_US + 26 * HOUR);
  g_assert_cmpint (rub_reminder_get_state (rub_plan_find (plan, "check/2026-05-13")), ==,
                   RUB_REMINDER_DONE);
  g_assert_cmpint (rub_reminder_get_state (rub_plan_find (plan, "check/2026-05-14")), ==,
                   RUB_REMINDER_PLANNED);
}

/* One question a morning and one massage a day, however many runs. */
static void
test_superseded (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (GPtrArray) plan = NULL;
  guint n_mornings = 0;

  add_run (records, 1, START_US, END_US, RUB_RUN_KIND_LONG);
  add_run (records, 2, START_US + 24 * HOUR, END_US + 24 * HOUR, RUB_RUN_KIND_TEMPO);
  plan = make_plan (records, END_US + 24 * HOUR);
  g_assert_null (rub_plan_find (plan, "long-next-day/1"));
  g_assert_nonnull (rub_plan_find (plan, "hard/2"));
  for (guint i = 0; i < plan->len; i++)
    n_mornings += g_str_equal (rub_reminder_get_id (plan->pdata[i]), "check/2026-05-14");
  g_assert_cmpuint (n_mornings, ==, 1);
  g_assert_cmpint (
    rub_run_get_id (rub_reminder_get_fields (rub_plan_find (plan, "check/2026-05-14"))->run), ==,
    2);
}

static void
test_settings (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  RubRuleSetting settings[] = { { "easy", TRUE, 30, 0 }, { "check-next-day", FALSE, 0, 480 },
                                { "no-such-rule", TRUE, 0, 0 } };
  g_autoptr (GPtrArray) plan = NULL;
  g_autofree char *text = NULL;

  g_array_append_vals (records->rules, settings, G_N_ELEMENTS (settings));
  add_run (records, 1, START_US, END_US, RUB_RUN_KIND_EASY);
  plan = make_plan (records, END_US);
  text = describe (plan, END_US);
  g_assert_cmpstr (text, ==, "easy/1@30:planned");
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
sort_ids (GPtrArray *plan)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (0, NULL, TRUE);

  for (guint i = 0; i < plan->len; i++)
    g_ptr_array_add (ids, (gpointer) rub_reminder_get_id (plan->pdata[i]));
  g_ptr_array_sort (ids, compare_ids);

  return g_strjoinv (" ", (char **) ids->pdata);
}

static void
shuffle (GRand *rand, GPtrArray *array)
{
  for (guint i = array->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i);
      gpointer kept = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[j];
      array->pdata[j] = kept;
    }
}

static RubRecords *
make_random_records (GRand *rand)
{
  RubRecords *records = rub_records_new ();
  gint64 start_us = START_US;

  for (int i = 1; i < 20; i++)
    {
      start_us += g_rand_int_range (rand, 1, 40) * HOUR;
      add_run (records, i, start_us, start_us + HOUR,
               (RubRunKind) g_rand_int_range (rand, 0, RUB_RUN_N_KINDS));
    }
  for (int i = 1; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("own-%d", i);
      RubRuleFields fields = { .id = id,
                               .demands = RUB_RULE_ALL_DEMANDS,
                               .trigger = (RubTrigger) g_rand_int_range (rand, 0, RUB_N_TRIGGERS),
                               .day = g_rand_int_range (rand, 0, 5),
                               .weekdays = (guint) g_rand_int_range (rand, 1, 128),
                               .wall_min = g_rand_int_range (rand, 0, 1440),
                               .minutes = 10,
                               .intensity = RUB_INTENSITY_DEEP,
                               .is_own = TRUE,
                               .is_enabled = TRUE };
      RubPlannedRunFields planned
        = { .id = i,
            .kind = (RubRunKind) g_rand_int_range (rand, 0, RUB_RUN_N_KINDS),
            .wall_min = RUB_WALL_UNKNOWN };

      g_date_set_dmy (&planned.date, (GDateDay) (10 + 4 * i), G_DATE_MAY, 2026);
      g_ptr_array_add (records->own_rules, rub_rule_new (&fields));
      g_ptr_array_add (records->planned, rub_planned_run_new (&planned));
    }

  return records;
}

/* Ids do not hang on the order of the records, and nothing comes before its run is over. */
static void
test_reordered (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int round = 0; round < 50; round++)
    {
      g_autoptr (RubRecords) records = make_random_records (rand);
      gint64 now_us = rub_run_get_end_us (records->runs->pdata[0]);
      g_autoptr (GPtrArray) first = make_plan (records, now_us);
      g_autofree char *first_ids = sort_ids (first);
      g_autoptr (GPtrArray) second = NULL;
      g_autofree char *second_ids = NULL;

      shuffle (rand, records->runs);
      shuffle (rand, records->planned);
      shuffle (rand, records->own_rules);
      second = make_plan (records, now_us);
      second_ids = sort_ids (second);
      g_assert_cmpstr (first_ids, ==, second_ids);
      for (guint i = 0; i < first->len; i++)
        {
          const RubReminderFields *fields = rub_reminder_get_fields (first->pdata[i]);

          if (fields->run != NULL)
            g_assert_cmpint (fields->due_us, >=, rub_run_get_end_us (fields->run));
        }
    }
}

/* An own rule after runs looks at kind, length and effort, and not at what was before it. */
static void
test_own_rule (void)
{
  static const struct
  {
    guint kinds;
    double min_distance_m;
    int min_elapsed_s;
    int min_effort;
    gint64 since_us;
    gboolean is_made;
  } rows[] = {
    { 0, 0, 0, 0, 0, TRUE },
    { 1u << RUB_RUN_KIND_EASY, 0, 0, 0, 0, TRUE },
    { 1u << RUB_RUN_KIND_LONG, 0, 0, 0, 0, FALSE },
    { 1u << RUB_RUN_KIND_LONG | 1u << RUB_RUN_KIND_EASY, 12000, 3600, 5, 0, TRUE },
    { 0, 12001, 0, 0, 0, FALSE },
    { 0, 0, 3601, 0, 0, FALSE },
    { 0, 0, 0, 6, 0, FALSE },
    { 0, 0, 0, 0, END_US + 45 * G_TIME_SPAN_MINUTE, TRUE },
    { 0, 0, 0, 0, END_US + 46 * G_TIME_SPAN_MINUTE, FALSE },
    /* It was made while the clock was ahead: nothing may be lost until then. */
    { 0, 0, 0, 0, END_US + 366 * 24 * HOUR, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      g_autoptr (GPtrArray) plan = NULL;
      RubRuleFields fields = { .id = "own-000001",
                               .demands = RUB_RULE_ALL_DEMANDS,
                               .kinds = rows[i].kinds,
                               .min_distance_m = rows[i].min_distance_m,
                               .min_elapsed_s = rows[i].min_elapsed_s,
                               .min_effort = rows[i].min_effort,
                               .since_us = rows[i].since_us,
                               .delay_min = 45,
                               .minutes = 15,
                               .is_own = TRUE,
                               .is_enabled = TRUE };
      RubReminder *reminder;

      g_test_message ("row %zu", i);
      add_run (records, 1, START_US, END_US, RUB_RUN_KIND_EASY);
      g_ptr_array_add (records->own_rules, rub_rule_new (&fields));
      plan = make_plan (records, END_US + HOUR);
      reminder = rub_plan_find (plan, "own-000001/1");
      g_assert_cmpint (reminder != NULL, ==, rows[i].is_made);
      if (reminder != NULL)
        g_assert_cmpint (rub_reminder_get_due_us (reminder), ==,
                         END_US + 45 * G_TIME_SPAN_MINUTE);
    }
}

static const char *
get_first_stem (RubRecords *records, const char *id)
{
  g_autoptr (GPtrArray) plan = make_plan (records, END_US + HOUR);
  const RubReminderFields *fields = rub_reminder_get_fields (rub_plan_find (plan, id));

  return fields->stems != NULL ? g_intern_string (fields->stems[0]) : NULL;
}

/* What was sore lately comes first, and what is very sore is only asked about. */
static void
test_stems (void)
{
  const RubTiming *timing = rub_timing_get_bundled ();
  const char *usual = timing->stems[RUB_RUN_DEMAND_HARD][0];
  static const RubSoreness sore[] = { { "achilles-left", 3, RUB_SENSATION_DULL, NULL },
                                      { "quad-medial-right", 6, RUB_SENSATION_DULL, NULL },
                                      { "quad-medial-left", 6, RUB_SENSATION_DULL, NULL } };
  static const RubSoreness very[] = { { "soleus-left", 8, RUB_SENSATION_DULL, NULL } };
  g_autoptr (RubRecords) records = rub_records_new ();

  add_run (records, 1, START_US, END_US, RUB_RUN_KIND_TEMPO);
  g_assert_cmpstr (get_first_stem (records, "hard/1"), ==, usual);
  g_assert_cmpstr (get_first_stem (records, "check/2026-05-13"), ==, usual);

  g_ptr_array_insert (records->checks, 0,
                      rub_check_new (1, START_US - 8 * 24 * HOUR, 0, very, 1));
  g_assert_cmpstr (get_first_stem (records, "hard/1"), ==, usual);

  g_ptr_array_insert (records->checks, 0, rub_check_new (2, START_US - 24 * HOUR, 0, sore, 3));
  g_assert_cmpstr (get_first_stem (records, "hard/1"), ==, "quad-medial");
  g_assert_cmpstr (get_first_stem (records, "check/2026-05-13"), ==, "quad-medial");

  g_ptr_array_insert (records->checks, 0, rub_check_new (3, END_US, 0, very, 1));
  g_assert_null (get_first_stem (records, "hard/1"));
  g_assert_cmpstr (get_first_stem (records, "check/2026-05-13"), ==, "soleus");
}

/* Planning twice changes nothing, and a plan stays sorted whatever the runs. */
static void
test_stable (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 50; round++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      g_autoptr (GPtrArray) first = NULL;
      g_autoptr (GPtrArray) second = NULL;
      g_autofree char *first_text = NULL;
      g_autofree char *second_text = NULL;
      gint64 start_us = START_US;

      for (int i = 1; i < 20; i++)
        {
          start_us += g_rand_int_range (rand, 1, 40) * HOUR;
          add_run (records, i, start_us, start_us + HOUR,
                   (RubRunKind) g_rand_int_range (rand, 0, RUB_RUN_N_KINDS));
        }
      first = make_plan (records, start_us);
      second = make_plan (records, start_us);
      first_text = describe (first, START_US);
      second_text = describe (second, START_US);
      g_assert_cmpstr (first_text, ==, second_text);
      for (guint i = 1; i < first->len; i++)
        {
          g_assert_cmpint (rub_reminder_get_due_us (first->pdata[i - 1]), <=,
                           rub_reminder_get_due_us (first->pdata[i]));
          g_assert_true (rub_plan_find (first, rub_reminder_get_id (first->pdata[i]))
                         == first->pdata[i]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/plan/defaults", test_defaults);
  g_test_add_func ("/plan/marathon", test_marathon);
  g_test_add_func ("/plan/late-arrival", test_late_arrival);
  g_test_add_func ("/plan/added-by-a-clock-ahead", test_added_by_a_clock_ahead);
  g_test_add_func ("/plan/records-win", test_records_win);
  g_test_add_func ("/plan/missed", test_missed);
  g_test_add_func ("/plan/check-answers", test_check_answers);
  g_test_add_func ("/plan/superseded", test_superseded);
  g_test_add_func ("/plan/settings", test_settings);
  g_test_add_func ("/plan/reordered", test_reordered);
  g_test_add_func ("/plan/own-rule", test_own_rule);
  g_test_add_func ("/plan/stems", test_stems);
  g_test_add_func ("/plan/stable", test_stable);

  return g_test_run ();
}

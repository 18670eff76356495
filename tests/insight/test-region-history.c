/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-history.h"

#define CALF "gastroc-lateral-left"
#define TWIN "gastroc-lateral-right"
/* 2026-03-29 12:00 UTC, the day on which Berlin's clocks go forward. */
#define NOW_US (G_GINT64_CONSTANT (1774785600) * G_TIME_SPAN_SECOND)

static void
add_check (RubRecords *records, gint64 made_us, const char *region, int soreness)
{
  RubSoreness sore = { .region = region, .soreness = soreness };

  g_ptr_array_add (records->checks, rub_check_new (0, made_us, 0, &sore, soreness > 0 ? 1 : 0));
}

static gint
compare_checks (gconstpointer a, gconstpointer b)
{
  gint64 first_us = rub_check_get_made_us (*(RubCheck *const *) a);
  gint64 second_us = rub_check_get_made_us (*(RubCheck *const *) b);

  return (first_us < second_us) - (first_us > second_us);
}

/* An hour's run that ends at @end_us. */
static void
add_run (RubRecords *records, gint64 end_us, RubRunKind kind)
{
  RubRunFields fields
    = { .start_us = end_us - G_TIME_SPAN_HOUR, .elapsed_s = 3600, .kind = kind, .effort = 4 };

  g_ptr_array_add (records->runs, rub_run_new (&fields));
}

/* Where one check falls, by the local date in the zone and not by hours. */
static void
test_week_of_a_check (void)
{
  static const struct
  {
    const char *zone;
    gint64 ago_us;
    int week; /* -1: in none */
  } rows[] = {
    { "UTC", 0, 7 },
    { "UTC", -G_TIME_SPAN_SECOND, -1 },
    { "UTC", 12 * G_TIME_SPAN_HOUR, 7 },
    { "UTC", 6 * G_TIME_SPAN_DAY + 12 * G_TIME_SPAN_HOUR, 7 },
    { "UTC", 6 * G_TIME_SPAN_DAY + 12 * G_TIME_SPAN_HOUR + G_TIME_SPAN_SECOND, 6 },
    { "UTC", 13 * G_TIME_SPAN_DAY, 6 },
    { "UTC", 14 * G_TIME_SPAN_DAY, 5 },
    { "UTC", 55 * G_TIME_SPAN_DAY, 0 },
    { "UTC", 55 * G_TIME_SPAN_DAY + 12 * G_TIME_SPAN_HOUR, 0 },
    { "UTC", 55 * G_TIME_SPAN_DAY + 12 * G_TIME_SPAN_HOUR + G_TIME_SPAN_SECOND, -1 },
    /* 14:00 in Berlin; a week ago the clocks were an hour behind. */
    { "Europe/Berlin", 6 * G_TIME_SPAN_DAY + 13 * G_TIME_SPAN_HOUR, 7 },
    { "Europe/Berlin", 6 * G_TIME_SPAN_DAY + 13 * G_TIME_SPAN_HOUR + G_TIME_SPAN_SECOND, 6 },
    /* Already tomorrow, 02:00. */
    { "Pacific/Kiritimati", 2 * G_TIME_SPAN_HOUR, 7 },
    { "Pacific/Kiritimati", 6 * G_TIME_SPAN_DAY + 3 * G_TIME_SPAN_HOUR, 6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      RubRegionHistory history;

      g_test_message ("row %zu", i);
      g_assert_nonnull (zone);
      add_check (records, NOW_US - rows[i].ago_us, CALF, 4);
      rub_region_history_count (records, CALF, NOW_US, zone, &history);
      for (int week = 0; week < RUB_HISTORY_N_WEEKS; week++)
        g_assert_cmpint (history.weeks[week].n_sore, ==, week == rows[i].week);
      g_assert_cmpint (rub_region_history_get_n_sore (&history), ==, rows[i].week >= 0);
    }
}

static void
test_week (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  RubRegionHistory history;
  GDate first;

  add_check (records, NOW_US - 1 * G_TIME_SPAN_DAY, CALF, 3);
  add_check (records, NOW_US - 2 * G_TIME_SPAN_DAY, CALF, 6);
  add_check (records, NOW_US - 3 * G_TIME_SPAN_DAY, NULL, 0);
  add_check (records, NOW_US - 4 * G_TIME_SPAN_DAY, TWIN, 9);
  add_check (records, NOW_US - 8 * G_TIME_SPAN_DAY, TWIN, 9);
  rub_region_history_count (records, CALF, NOW_US, zone, &history);

  g_assert_cmpint (history.weeks[7].n_checks, ==, 4);
  g_assert_cmpint (history.weeks[7].n_sore, ==, 2);
  g_assert_cmpint (history.weeks[7].worst, ==, 6);
  g_assert_cmpfloat (history.weeks[7].mean, ==, 4.5);
  g_assert_cmpint (history.weeks[6].n_checks, ==, 1);
  g_assert_cmpint (history.weeks[6].n_sore, ==, 0);
  g_assert_cmpint (history.weeks[6].worst, ==, 0);
  g_assert_cmpfloat (history.weeks[6].mean, ==, 0);
  g_assert_cmpint (history.weeks[5].n_checks, ==, 0);
  g_assert_cmpint (rub_region_history_get_n_sore (&history), ==, 2);

  g_date_set_dmy (&first, 23, 3, 2026);
  g_assert_cmpuint (history.weeks[7].first_day, ==, g_date_get_julian (&first));
  g_date_subtract_days (&first, 49);
  g_assert_cmpuint (history.weeks[0].first_day, ==, g_date_get_julian (&first));
}

/* One run, and one check so many hours after it. */
static void
test_after_one_run (void)
{
  static const struct
  {
    double hours;
    const char *region;
    int n_runs;
    int n_sore;
  } rows[] = {
    { 1, CALF, 1, 1 },  { 48, CALF, 1, 1 },   { 72, CALF, 1, 1 },  { 72.1, CALF, 0, 0 },
    { 0, CALF, 0, 0 },  { -1, CALF, 0, 0 },   { 24, TWIN, 1, 0 },  { 24, NULL, 1, 0 },
    { 80, TWIN, 0, 0 }, { 100, CALF, 0, 0 },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      gint64 end_us = NOW_US - 90 * G_TIME_SPAN_HOUR;
      RubRegionHistory history;

      g_test_message ("row %zu", i);
      add_run (records, end_us, RUB_RUN_KIND_LONG);
      add_check (records, end_us + (gint64) (rows[i].hours * G_TIME_SPAN_HOUR), rows[i].region,
                 rows[i].region != NULL ? 5 : 0);
      rub_region_history_count (records, CALF, NOW_US, zone, &history);
      g_assert_cmpint (history.after[RUB_RUN_KIND_LONG].n_runs, ==, rows[i].n_runs);
      g_assert_cmpint (history.after[RUB_RUN_KIND_LONG].n_sore, ==, rows[i].n_sore);
      /* A check that follows no run is in a week all the same. */
      g_assert_cmpint (rub_region_history_was_sore (&history), ==,
                       g_strcmp0 (rows[i].region, CALF) == 0 && rows[i].hours <= 90);
      g_assert_cmpint (history.after[RUB_RUN_KIND_EASY].n_runs, ==, 0);
    }
}

/* Several checks follow one run: it counts once, as sore when any of them says so. */
static void
test_after_checks (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  gint64 end_us = NOW_US - 20 * G_TIME_SPAN_DAY;
  g_autoptr (RubRecords) records = rub_records_new ();
  RubRegionHistory history;

  add_run (records, end_us, RUB_RUN_KIND_RACE);
  add_run (records, end_us - 10 * G_TIME_SPAN_DAY, RUB_RUN_KIND_RACE);
  for (int hours = 100; hours > -100; hours -= 10)
    add_check (records, end_us + hours * G_TIME_SPAN_HOUR, CALF, hours == 60 ? 7 : 0);
  rub_region_history_count (records, CALF, NOW_US, zone, &history);
  g_assert_cmpint (history.after[RUB_RUN_KIND_RACE].n_runs, ==, 1);
  g_assert_cmpint (history.after[RUB_RUN_KIND_RACE].n_sore, ==, 1);
}

/* What is only to come says nothing. */
static void
test_future (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (RubRecords) records = rub_records_new ();
  RubRegionHistory history;

  add_run (records, NOW_US - G_TIME_SPAN_HOUR, RUB_RUN_KIND_LONG);
  add_check (records, NOW_US + G_TIME_SPAN_HOUR, CALF, 5);
  rub_region_history_count (records, CALF, NOW_US, zone, &history);
  g_assert_cmpint (history.after[RUB_RUN_KIND_LONG].n_runs, ==, 0);
  g_assert_cmpint (rub_region_history_get_n_sore (&history), ==, 0);
}

static void
test_telling (void)
{
  static const struct
  {
    RubRegionAfter after[RUB_RUN_N_KINDS];
    int kind; /* -1: none */
    RubRegionAfter others;
  } rows[] = {
    { { { 0, 0 } }, -1, { 0, 0 } },
    /* Nothing to compare with, or too little. */
    { { [RUB_RUN_KIND_LONG] = { 6, 6 } }, -1, { 0, 0 } },
    { { [RUB_RUN_KIND_LONG] = { 6, 6 }, [RUB_RUN_KIND_EASY] = { 2, 0 } }, -1, { 0, 0 } },
    { { [RUB_RUN_KIND_LONG] = { 2, 2 }, [RUB_RUN_KIND_EASY] = { 9, 0 } }, -1, { 0, 0 } },
    { { [RUB_RUN_KIND_LONG] = { 6, 4 }, [RUB_RUN_KIND_EASY] = { 3, 0 } },
      RUB_RUN_KIND_LONG,
      { 3, 0 } },
    { { [RUB_RUN_KIND_LONG] = { 3, 3 }, [RUB_RUN_KIND_EASY] = { 2, 0 },
        [RUB_RUN_KIND_OTHER] = { 1, 1 } },
      RUB_RUN_KIND_LONG,
      { 3, 1 } },
    /* The difference: a quarter, and just less. */
    { { [RUB_RUN_KIND_LONG] = { 4, 2 }, [RUB_RUN_KIND_EASY] = { 4, 1 } },
      RUB_RUN_KIND_LONG,
      { 4, 1 } },
    { { [RUB_RUN_KIND_LONG] = { 5, 2 }, [RUB_RUN_KIND_EASY] = { 6, 1 } }, -1, { 0, 0 } },
    { { [RUB_RUN_KIND_LONG] = { 8, 8 }, [RUB_RUN_KIND_EASY] = { 9, 9 } }, -1, { 0, 0 } },
    /* The greater difference, not the greater number. */
    { { [RUB_RUN_KIND_LONG] = { 10, 6 }, [RUB_RUN_KIND_RACE] = { 3, 3 },
        [RUB_RUN_KIND_EASY] = { 20, 0 } },
      RUB_RUN_KIND_RACE,
      { 30, 6 } },
    /* Of equals the one with more runs behind it. */
    { { [RUB_RUN_KIND_HILLS] = { 4, 4 }, [RUB_RUN_KIND_LONG] = { 4, 4 },
        [RUB_RUN_KIND_EASY] = { 8, 0 } },
      RUB_RUN_KIND_HILLS,
      { 12, 4 } },
    { { [RUB_RUN_KIND_OTHER] = { 9, 9 }, [RUB_RUN_KIND_EASY] = { 9, 0 } }, -1, { 0, 0 } },
    { { [RUB_RUN_KIND_EASY] = { 6, 5 }, [RUB_RUN_KIND_LONG] = { 4, 0 } },
      RUB_RUN_KIND_EASY,
      { 4, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubRegionHistory history = { .weeks = { { 0 } } };
      RubRunKind kind = RUB_RUN_KIND_OTHER;
      RubRegionAfter others = { 0 };

      g_test_message ("row %zu", i);
      memcpy (history.after, rows[i].after, sizeof history.after);
      g_assert_cmpint (rub_region_history_find_telling (&history, &kind, &others), ==,
                       rows[i].kind >= 0);
      if (rows[i].kind < 0)
        continue;
      g_assert_cmpint (kind, ==, rows[i].kind);
      g_assert_cmpint (others.n_runs, ==, rows[i].others.n_runs);
      g_assert_cmpint (others.n_sore, ==, rows[i].others.n_sore);
    }
}

/* Ten years of daily runs and checks: what is counted is what was put in. */
static void
test_many (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  RubRegionHistory history;

  for (int day = 0; day < 3650; day++)
    {
      gint64 end_us = NOW_US - (4 * day + 4) * G_TIME_SPAN_DAY;

      add_run (records, end_us, day % 2 == 0 ? RUB_RUN_KIND_LONG : RUB_RUN_KIND_EASY);
      add_check (records, end_us + G_TIME_SPAN_DAY, CALF, day % 2 == 0 ? 5 : 0);
    }
  g_ptr_array_sort (records->checks, compare_checks);
  rub_region_history_count (records, CALF, NOW_US, zone, &history);
  g_assert_cmpint (history.after[RUB_RUN_KIND_LONG].n_runs, ==, 1825);
  g_assert_cmpint (history.after[RUB_RUN_KIND_LONG].n_sore, ==, 1825);
  g_assert_cmpint (history.after[RUB_RUN_KIND_EASY].n_runs, ==, 1825);
  g_assert_cmpint (history.after[RUB_RUN_KIND_EASY].n_sore, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/region-history/week-of-a-check", test_week_of_a_check);
  g_test_add_func ("/region-history/week", test_week);
  g_test_add_func ("/region-history/after-one-run", test_after_one_run);
  g_test_add_func ("/region-history/after-checks", test_after_checks);
  g_test_add_func ("/region-history/future", test_future);
  g_test_add_func ("/region-history/telling", test_telling);
  g_test_add_func ("/region-history/many", test_many);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-wall.h"

static void
test_to_instant (void)
{
  static const struct
  {
    const char *zone;
    int year, month, day;
    int wall_min;
    const char *expected; /* UTC */
  } rows[] = {
    { "UTC", 2026, 1, 1, 0, "2026-01-01T00:00:00Z" },
    { "Europe/Berlin", 2026, 1, 15, 8 * 60, "2026-01-15T07:00:00Z" },
    { "Europe/Berlin", 2026, 7, 15, 8 * 60, "2026-07-15T06:00:00Z" },
    /* A gap: 02:30 does not exist, the first instant after it is 03:00 local. */
    { "Europe/Berlin", 2026, 3, 29, 2 * 60 + 30, "2026-03-29T01:00:00Z" },
    { "Europe/Berlin", 2026, 3, 29, 3 * 60, "2026-03-29T01:00:00Z" },
    /* An overlap: 02:30 comes twice, the first counts. */
    { "Europe/Berlin", 2026, 10, 25, 2 * 60 + 30, "2026-10-25T00:30:00Z" },
    { "America/New_York", 2026, 11, 1, 90, "2026-11-01T05:30:00Z" },
    { "Australia/Lord_Howe", 2026, 10, 4, 2 * 60 + 15, "2026-10-03T15:30:00Z" },
    { "Asia/Kathmandu", 2026, 5, 1, 0, "2026-04-30T18:15:00Z" },
    /* Ireland calls winter the saving time, so "daylight" is the second of two. */
    { "Europe/Dublin", 2026, 10, 25, 90, "2026-10-25T00:30:00Z" },
    { "Europe/Dublin", 2026, 3, 29, 90, "2026-03-29T01:00:00Z" },
    { "Europe/Dublin", 2026, 1, 15, 8 * 60, "2026-01-15T08:00:00Z" },
    { "Europe/Dublin", 2026, 7, 15, 8 * 60, "2026-07-15T07:00:00Z" },
    /* Half an hour forward and back. */
    { "Australia/Lord_Howe", 2026, 10, 4, 2 * 60 + 30, "2026-10-03T15:30:00Z" },
    { "Australia/Lord_Howe", 2026, 4, 5, 1 * 60 + 45, "2026-04-04T14:45:00Z" },
    { "Australia/Lord_Howe", 2026, 4, 5, 2 * 60, "2026-04-04T15:30:00Z" },
    { "America/New_York", 2026, 3, 8, 2 * 60 + 30, "2026-03-08T07:00:00Z" },
    { "Australia/Sydney", 2026, 10, 4, 2 * 60 + 30, "2026-10-03T16:00:00Z" },
    { "Australia/Sydney", 2026, 4, 5, 2 * 60 + 30, "2026-04-04T15:30:00Z" },
    { "Asia/Kathmandu", 2026, 10, 25, 7 * 60, "2026-10-25T01:15:00Z" },
    /* A day that a country skipped. */
    { "Pacific/Apia", 2011, 12, 30, 8 * 60, "2011-12-30T10:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      g_autoptr (GDateTime) expected = g_date_time_new_from_iso8601 (rows[i].expected, NULL);
      GDate date;

      g_test_message ("row %zu: %s", i, rows[i].zone);
      g_assert_nonnull (zone);
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) rows[i].day, (GDateMonth) rows[i].month,
                      (GDateYear) rows[i].year);
      g_assert_cmpint (rub_wall_to_instant (zone, &date, rows[i].wall_min), ==,
                       g_date_time_to_unix (expected) * G_TIME_SPAN_SECOND);
    }
}

static void
test_get_date (void)
{
  static const struct
  {
    const char *zone;
    const char *instant;
    int day;
  } rows[] = {
    { "UTC", "2026-05-12T23:59:59Z", 12 },
    { "Europe/Berlin", "2026-05-12T22:00:00Z", 13 },
    { "America/Los_Angeles", "2026-05-12T06:59:59Z", 11 },
    { "Pacific/Kiritimati", "2026-05-12T10:00:00Z", 13 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (rows[i].instant, NULL);
      GDate date;

      rub_wall_get_date (zone, g_date_time_to_unix (instant) * G_TIME_SPAN_SECOND, &date);
      g_assert_cmpint (g_date_get_day (&date), ==, rows[i].day);
      g_assert_cmpint (g_date_get_month (&date), ==, 5);
    }
}

/* Whatever the zone and the minute, a day's wall time comes on that day or right after a gap. */
static void
test_on_its_day (void)
{
  static const char *const zones[] = { "Europe/Berlin", "America/Sao_Paulo", "Africa/Cairo",
                                       "Australia/Lord_Howe", "Asia/Gaza" };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2026);
      for (int day = 0; day < 365; day++, g_date_add_days (&date, 1))
        for (int wall_min = 0; wall_min < 24 * 60; wall_min += 30)
          {
            gint64 instant_us = rub_wall_to_instant (zone, &date, wall_min);
            GDate got;

            rub_wall_get_date (zone, instant_us, &got);
            g_assert_cmpint (g_date_compare (&got, &date), ==, 0);
          }
    }
}

/* What the wall of @zone shows at @instant_us, minutes after midnight. */
static int
get_wall_min (GTimeZone *zone, gint64 instant_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant_us / G_TIME_SPAN_SECOND);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}

static int
get_offset (GTimeZone *zone, gint64 instant_us)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL,
                                            instant_us / G_TIME_SPAN_SECOND);

  return g_time_zone_get_offset (zone, interval);
}

/*
 * Over 400 days with both changes of the clock in them, for each quarter of an hour: the instant
 * shows that very wall time, or it is the first after a gap; it is the first that does; and it is
 * later than that of the quarter before, or both are in the gap.
 */
static void
test_every_minute (void)
{
  static const struct
  {
    const char *zone;
    int year;
  } rows[] = {
    { "Europe/Dublin", 2026 },      { "Australia/Lord_Howe", 2026 }, { "Pacific/Apia", 2011 },
    { "America/New_York", 2026 },   { "Australia/Sydney", 2026 },    { "Asia/Kathmandu", 2026 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      gint64 before_us = 0;
      GDate date;

      g_test_message ("%s", rows[i].zone);
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear) rows[i].year);
      for (int step = 0; step < 400 * 96; step++)
        {
          int wall_min = step % 96 * 15;
          gint64 instant_us = rub_wall_to_instant (zone, &date, wall_min);
          int shown_min = get_wall_min (zone, instant_us);

          g_assert_cmpint (instant_us, >=, before_us);
          if (shown_min == wall_min)
            /* An hour or half an hour before, the wall shows something else. */
            g_assert_true (get_wall_min (zone, instant_us - 30 * G_TIME_SPAN_MINUTE) != wall_min
                           && get_wall_min (zone, instant_us - G_TIME_SPAN_HOUR) != wall_min);
          else
            /* At the end of a gap, and there alone, the clock was put forward at that instant. */
            g_assert_cmpint (get_offset (zone, instant_us), >,
                             get_offset (zone, instant_us - G_TIME_SPAN_SECOND));
          before_us = instant_us;
          if (wall_min == 95 * 15)
            g_date_add_days (&date, 1);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/wall/to-instant", test_to_instant);
  g_test_add_func ("/wall/get-date", test_get_date);
  g_test_add_func ("/wall/every-minute", test_every_minute);
  g_test_add_func ("/wall/on-its-day", test_on_its_day);

  return g_test_run ();
}

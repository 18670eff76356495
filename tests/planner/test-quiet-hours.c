/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-quiet-hours.h"

#define NIGHT 22 * 60, 7 * 60

static gint64
parse (const char *instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (instant, NULL);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time) * G_TIME_SPAN_SECOND;
}

static char *
format (gint64 instant_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant_us / G_TIME_SPAN_SECOND);

  return g_date_time_format_iso8601 (time);
}

static void
test_hours (void)
{
  static const struct
  {
    const char *zone;
    int from_min, to_min;
    const char *instant;
    const char *end;
  } rows[] = {
    { "UTC", NIGHT, "2026-05-12T21:59:59Z", "2026-05-12T21:59:59Z" },
    { "UTC", NIGHT, "2026-05-12T22:00:00Z", "2026-05-13T07:00:00Z" },
    { "UTC", NIGHT, "2026-05-13T03:00:00Z", "2026-05-13T07:00:00Z" },
    { "UTC", NIGHT, "2026-05-13T07:00:00Z", "2026-05-13T07:00:00Z" },
    { "UTC", 12 * 60, 14 * 60, "2026-05-12T13:00:00Z", "2026-05-12T14:00:00Z" },
    { "UTC", 12 * 60, 14 * 60, "2026-05-12T14:00:00Z", "2026-05-12T14:00:00Z" },
    { "UTC", 12 * 60, 14 * 60, "2026-05-12T03:00:00Z", "2026-05-12T03:00:00Z" },
    { "UTC", 0, 0, "2026-05-12T00:00:00Z", "2026-05-12T00:00:00Z" },
    { "UTC", 8 * 60, 8 * 60, "2026-05-12T08:00:00Z", "2026-05-12T08:00:00Z" },
    { "Asia/Kathmandu", NIGHT, "2026-05-12T16:15:00Z", "2026-05-13T01:15:00Z" },
    /* The night that is an hour short, and the one that is an hour long. */
    { "Europe/Berlin", NIGHT, "2026-03-28T21:00:00Z", "2026-03-29T05:00:00Z" },
    { "Europe/Berlin", NIGHT, "2026-10-24T20:00:00Z", "2026-10-25T06:00:00Z" },
    /* They end at a time that does not exist, and at one that comes twice. */
    { "Europe/Berlin", 22 * 60, 150, "2026-03-28T22:00:00Z", "2026-03-29T01:00:00Z" },
    { "Europe/Berlin", 22 * 60, 150, "2026-10-25T00:29:00Z", "2026-10-25T00:30:00Z" },
    { "Europe/Berlin", 22 * 60, 150, "2026-10-25T01:10:00Z", "2026-10-25T01:10:00Z" },
    /* They begin at such times. */
    { "Europe/Berlin", 150, 7 * 60, "2026-03-29T01:00:00Z", "2026-03-29T05:00:00Z" },
    { "Europe/Berlin", 150, 7 * 60, "2026-10-25T01:10:00Z", "2026-10-25T06:00:00Z" },
    { "Europe/Dublin", NIGHT, "2026-10-24T21:00:00Z", "2026-10-25T07:00:00Z" },
    { "Australia/Lord_Howe", NIGHT, "2026-10-03T12:00:00Z", "2026-10-03T20:00:00Z" },
    { "America/New_York", NIGHT, "2026-03-08T03:00:00Z", "2026-03-08T11:00:00Z" },
    /* The 30th did not exist: one night runs into the next. */
    { "Pacific/Apia", NIGHT, "2011-12-30T09:00:00Z", "2011-12-30T17:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      RubQuiet quiet = { .from_min = rows[i].from_min, .to_min = rows[i].to_min };
      g_autofree char *end
        = format (rub_quiet_get_end_us (&quiet, parse (rows[i].instant), zone));

      g_test_message ("row %zu: %s %s", i, rows[i].zone, rows[i].instant);
      g_assert_cmpstr (end, ==, rows[i].end);
    }
}

static void
test_pause (void)
{
  static const struct
  {
    const char *zone;
    const char *since;
    int last_day; /* of May 2026; 0 for none */
    const char *instant;
    const char *end; /* NULL: never */
  } rows[] = {
    { "UTC", "2026-05-12T10:00:00Z", 0, "2026-05-12T09:59:59Z", "2026-05-12T09:59:59Z" },
    { "UTC", "2026-05-12T10:00:00Z", 0, "2026-05-12T10:00:00Z", NULL },
    { "UTC", "2026-05-12T10:00:00Z", 0, "2036-05-12T10:00:00Z", NULL },
    { "UTC", "2026-05-12T10:00:00Z", 17, "2026-05-13T10:00:00Z", "2026-05-18T00:00:00Z" },
    { "UTC", "2026-05-12T10:00:00Z", 17, "2026-05-18T00:00:00Z", "2026-05-18T00:00:00Z" },
    { "UTC", "2026-05-12T10:00:00Z", 11, "2026-05-12T11:00:00Z", "2026-05-12T11:00:00Z" },
    /* Until a date of the place where the runner is. */
    { "Pacific/Apia", "2026-05-12T10:00:00Z", 17, "2026-05-13T10:00:00Z", "2026-05-17T11:00:00Z" },
    { "Pacific/Pago_Pago", "2026-05-12T10:00:00Z", 17, "2026-05-13T10:00:00Z",
      "2026-05-18T11:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      RubQuiet quiet = { .paused_us = parse (rows[i].since) };
      gint64 end_us;
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 1, G_DATE_MAY, 2026);
      if (rows[i].last_day > 0)
        quiet.pause_end = g_date_get_julian (&date) + (guint32) rows[i].last_day;
      end_us = rub_quiet_get_pause_end_us (&quiet, parse (rows[i].instant), zone);

      g_test_message ("row %zu: %s %s", i, rows[i].zone, rows[i].instant);
      g_assert_cmpint (end_us, ==, rows[i].end != NULL ? parse (rows[i].end) : RUB_QUIET_NEVER);
    }
}

static void
test_move (void)
{
  static const struct
  {
    RubQuietPolicy policy;
    const char *due;
    const char *moved; /* NULL: does not come */
  } rows[] = {
    { RUB_QUIET_WAIT, "2026-05-10T12:00:00Z", "2026-05-10T12:00:00Z" },
    { RUB_QUIET_DROP, "2026-05-10T12:00:00Z", "2026-05-10T12:00:00Z" },
    { RUB_QUIET_WAIT, "2026-05-10T23:00:00Z", "2026-05-11T07:00:00Z" },
    { RUB_QUIET_DROP, "2026-05-10T23:00:00Z", NULL },
    { RUB_QUIET_COME, "2026-05-10T23:00:00Z", "2026-05-10T23:00:00Z" },
    /* A pause from the 12th, 01:00, to the 14th. */
    { RUB_QUIET_WAIT, "2026-05-11T23:00:00Z", NULL },
    { RUB_QUIET_COME, "2026-05-11T23:00:00Z", "2026-05-11T23:00:00Z" },
    { RUB_QUIET_COME, "2026-05-12T12:00:00Z", NULL },
    { RUB_QUIET_WAIT, "2026-05-13T23:00:00Z", NULL },
    { RUB_QUIET_COME, "2026-05-14T23:00:00Z", "2026-05-14T23:00:00Z" },
    { RUB_QUIET_WAIT, "2026-05-14T01:00:00Z", "2026-05-14T07:00:00Z" },
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  RubQuiet quiet = { .from_min = 22 * 60, .to_min = 7 * 60 };
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 14, G_DATE_MAY, 2026);
  quiet.paused_us = parse ("2026-05-12T01:00:00Z");
  quiet.pause_end = g_date_get_julian (&date);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 due_us = parse (rows[i].due);
      gboolean comes = rub_quiet_move (&quiet, rows[i].policy, &due_us, utc);

      g_test_message ("row %zu: %s", i, rows[i].due);
      g_assert_cmpint (comes, ==, rows[i].moved != NULL);
      g_assert_cmpint (due_us, ==, parse (comes ? rows[i].moved : rows[i].due));
    }
}

/* Whatever is stored, and whenever: the end is not before the instant, and it is quiet no more. */
static void
test_any (void)
{
  static const char *const zones[] = { "Europe/Dublin", "Australia/Lord_Howe", "Pacific/Apia",
                                       "America/New_York", "Asia/Kathmandu", "Africa/Casablanca" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int i = 0; i < 6000; i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i % G_N_ELEMENTS (zones)]);
      RubQuiet quiet = { .from_min = g_rand_int_range (rand, -99, 2000),
                         .to_min = g_rand_int_range (rand, -99, 2000) };
      gint64 instant_us = g_rand_int_range (rand, 0, G_MAXINT32) * G_TIME_SPAN_SECOND;
      gint64 end_us;

      rub_quiet_clamp (&quiet);
      end_us = rub_quiet_get_end_us (&quiet, instant_us, zone);
      g_assert_cmpint (end_us, >=, instant_us);
      g_assert_cmpint (end_us, <=, instant_us + 2 * G_TIME_SPAN_DAY);
      g_assert_cmpint (rub_quiet_get_end_us (&quiet, end_us, zone), ==, end_us);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/quiet/hours", test_hours);
  g_test_add_func ("/quiet/pause", test_pause);
  g_test_add_func ("/quiet/move", test_move);
  g_test_add_func ("/quiet/any", test_any);

  return g_test_run ();
}

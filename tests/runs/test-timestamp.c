/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-timestamp.h"

/* 2026-05-12T06:30:00Z */
#define MORNING_US (G_GINT64_CONSTANT (1778567400) * G_USEC_PER_SEC)

static const struct
{
  const char *text;
  gint64 instant_us;
} rows[] = {
  { "2026-05-12T06:30:00Z", MORNING_US },
  { "2026-05-12T06:30:00", MORNING_US },
  { "2026-05-12t06:30:00z", MORNING_US },
  { "2026-05-12 06:30:00Z", MORNING_US },
  { "2026-05-12T06:30:00.000Z", MORNING_US },
  { "2026-05-12T06:30:00.5Z", MORNING_US + 500000 },
  { "2026-05-12T06:30:00,25", MORNING_US + 250000 },
  { "2026-05-12T06:30:00.1234567890123456789Z", MORNING_US + 123456 },
  { "2026-05-12T08:30:00+02:00", MORNING_US },
  { "2026-05-12T08:30:00+0200", MORNING_US },
  { "2026-05-12T08:30:00+02", MORNING_US },
  { "2026-05-12T01:00:00-05:30", MORNING_US },
  { "2026-05-12T20:30:00+14:00", MORNING_US },
  { "2026-05-11T24:00:00Z", MORNING_US - (6 * 60 + 30) * G_TIME_SPAN_MINUTE },
  { "2024-02-29T00:00:00Z", G_GINT64_CONSTANT (1709164800) * G_USEC_PER_SEC },
  { "2016-12-31T23:59:60Z", G_GINT64_CONSTANT (1483228800) * G_USEC_PER_SEC },
  { "1990-01-01T00:00:00Z", G_GINT64_CONSTANT (631152000) * G_USEC_PER_SEC },
  { "2099-12-31T23:59:59Z", G_GINT64_CONSTANT (4102444799) * G_USEC_PER_SEC },
  { "", RUB_NO_TIME },
  { "now", RUB_NO_TIME },
  { "2026", RUB_NO_TIME },
  { "2026-05-12", RUB_NO_TIME },
  { "2026-05-12T06:30Z", RUB_NO_TIME },
  { "2026-05-12T06:30:00 Z", RUB_NO_TIME },
  { "2026-05-12T06:30:00ZZ", RUB_NO_TIME },
  { "2026-05-12T06:30:00+", RUB_NO_TIME },
  { "2026-05-12T06:30:00+2:00", RUB_NO_TIME },
  { "2026-05-12T06:30:00+02:", RUB_NO_TIME },
  { "2026-05-12T06:30:00+02:60", RUB_NO_TIME },
  { "2026-05-12T06:30:00+15:00", RUB_NO_TIME },
  { "2026-05-12T24:00:01Z", RUB_NO_TIME },
  { "2026-05-12T06:60:00Z", RUB_NO_TIME },
  { "2026-05-12T06:30:61Z", RUB_NO_TIME },
  { "2023-02-29T00:00:00Z", RUB_NO_TIME },
  { "2026-13-01T00:00:00Z", RUB_NO_TIME },
  { "2026-00-00T00:00:00Z", RUB_NO_TIME },
  { "0000-01-01T00:00:00Z", RUB_NO_TIME },
  { "1989-12-31T00:00:00Z", RUB_NO_TIME },
  { "2100-01-01T00:00:00Z", RUB_NO_TIME },
  { "12026-05-12T06:30:00Z", RUB_NO_TIME },
  { "-2026-05-12T06:30:00Z", RUB_NO_TIME },
  { "2026-5-12T6:30:00Z", RUB_NO_TIME },
  { " 2026-05-12T06:30:00Z", RUB_NO_TIME },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("\"%s\"", rows[i].text);
      g_assert_cmpint (rub_timestamp_parse (rows[i].text), ==, rows[i].instant_us);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/timestamp/parse", test_parse);

  return g_test_run ();
}

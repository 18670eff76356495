/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "rub-run-input.h"

static void
test_elapsed (void)
{
  static const struct
  {
    const char *text;
    int elapsed_s;
  } rows[] = {
    { "52", 52 * 60 },
    { " 52 min ", 52 * 60 },
    { "1:02", 62 * 60 },
    { "9:59", 599 * 60 },
    { "10:30", 630 },
    { "52:04", 52 * 60 + 4 },
    { "1:02:11", 3731 },
    { "0:05:30", 330 },
    { "100:00:00", 360000 },
    { "1h 2m", 3720 },
    { "1h2", 3720 },
    { "1H 2M 11S", 3731 },
    { "1 hour 2 minutes", 3720 },
    { "90s", 90 },
    { "2h", 7200 },
    { "62m 11", 3731 },
    { "", 0 },
    { "0", 0 },
    { "0:00", 0 },
    { "abc", 0 },
    { "1:", 0 },
    { ":30", 0 },
    { "1:60", 0 },
    { "1:2:3:4", 0 },
    { "1:02x", 0 },
    { "-5", 0 },
    { "5 km", 0 },
    { "2m 1h", 0 },
    { "11s 4", 0 },
    { "99999h", 0 },
    { "999999", 0 },
    { "99999:00:00", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int elapsed_s = 0;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (rub_run_input_parse_elapsed (rows[i].text, &elapsed_s), ==,
                       rows[i].elapsed_s > 0);
      g_assert_cmpint (elapsed_s, ==, rows[i].elapsed_s);
    }
}

static void
test_distance (void)
{
  static const struct
  {
    const char *text;
    RubUnits units;
    double distance_m; /* -1: none */
  } rows[] = {
    { "12.4", RUB_UNITS_METRIC, 12400 },
    { "12,4", RUB_UNITS_METRIC, 12400 },
    { " 12 km", RUB_UNITS_METRIC, 12000 },
    { "10", RUB_UNITS_IMPERIAL, 16093.44 },
    { "10 km", RUB_UNITS_IMPERIAL, 10000 },
    { "10MI", RUB_UNITS_METRIC, 16093.44 },
    { ".5", RUB_UNITS_METRIC, 500 },
    { "", RUB_UNITS_METRIC, 0 },
    { "0", RUB_UNITS_METRIC, 0 },
    { "1.2.3", RUB_UNITS_METRIC, -1 },
    { "1,234.5", RUB_UNITS_METRIC, -1 },
    { "far", RUB_UNITS_METRIC, -1 },
    { ".", RUB_UNITS_METRIC, -1 },
    { "-3", RUB_UNITS_METRIC, -1 },
    { "1e3", RUB_UNITS_METRIC, -1 },
    { "0x10", RUB_UNITS_METRIC, -1 },
    { "nan", RUB_UNITS_METRIC, -1 },
    { "inf", RUB_UNITS_METRIC, -1 },
    { "12 m", RUB_UNITS_METRIC, -1 },
    { "1001", RUB_UNITS_METRIC, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double distance_m = 0;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (rub_run_input_parse_distance (rows[i].text, rows[i].units, &distance_m), ==,
                       rows[i].distance_m >= 0);
      if (rows[i].distance_m >= 0)
        g_assert_cmpfloat_with_epsilon (distance_m, rows[i].distance_m, 1e-6);
    }
}

static void
test_clock (void)
{
  static const struct
  {
    const char *text;
    int wall_min; /* -1: none */
  } rows[] = {
    { "7:30", 450 },     { "07.30", 450 },   { "19:30", 1170 }, { "7:30 pm", 1170 },
    { "7 PM", 1140 },    { "12:05 am", 5 },  { "12 pm", 720 },  { "0:00", 0 },
    { "23:59", 1439 },   { "7", 420 },       { "24:00", -1 },   { "7:60", -1 },
    { "13:00 pm", -1 },  { "0:10 am", -1 },  { "", -1 },        { "noon", -1 },
    { "7:30:10", -1 },   { "7:30 x", -1 },   { "7:", -1 },      { "-1:00", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int wall_min = -1;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (rub_run_input_parse_clock (rows[i].text, &wall_min), ==,
                       rows[i].wall_min >= 0);
      g_assert_cmpint (wall_min, ==, rows[i].wall_min);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run-input/elapsed", test_elapsed);
  g_test_add_func ("/run-input/distance", test_distance);
  g_test_add_func ("/run-input/clock", test_clock);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sport.h"

static const struct
{
  const char *word;
  gboolean is_on_foot;
  RubRunKind kind;
} rows[] = {
  { NULL, TRUE, RUB_RUN_KIND_EASY },
  { "", TRUE, RUB_RUN_KIND_EASY },
  { "Running", TRUE, RUB_RUN_KIND_EASY },
  { "running", TRUE, RUB_RUN_KIND_EASY },
  { "RUN", TRUE, RUB_RUN_KIND_EASY },
  { "9", TRUE, RUB_RUN_KIND_EASY },
  { "trail_running", TRUE, RUB_RUN_KIND_EASY },
  { "TrailRun", TRUE, RUB_RUN_KIND_EASY },
  { "VirtualRun", TRUE, RUB_RUN_KIND_EASY },
  { "Jogging", TRUE, RUB_RUN_KIND_EASY },
  { "Treadmill", TRUE, RUB_RUN_KIND_EASY },
  { "Race", TRUE, RUB_RUN_KIND_RACE },
  { "Half marathon", TRUE, RUB_RUN_KIND_RACE },
  { "Interval run", TRUE, RUB_RUN_KIND_INTERVALS },
  { "Hill repeats", TRUE, RUB_RUN_KIND_HILLS },
  { "tempo", TRUE, RUB_RUN_KIND_TEMPO },
  { "Long Run", TRUE, RUB_RUN_KIND_LONG },
  { "hiking", TRUE, RUB_RUN_KIND_OTHER },
  { "Walk", TRUE, RUB_RUN_KIND_OTHER },
  { "Other", TRUE, RUB_RUN_KIND_OTHER },
  { "trunk", TRUE, RUB_RUN_KIND_OTHER },
  { "cardio", TRUE, RUB_RUN_KIND_OTHER },
  { "L\xc3\xa4ufe", TRUE, RUB_RUN_KIND_OTHER },
  { "Biking", FALSE, 0 },
  { "road_cycling", FALSE, 0 },
  { "Bike race", FALSE, 0 },
  { "MountainBikeRide", FALSE, 0 },
  { "E_BIKE_FITNESS", FALSE, 0 },
  { "Downhill skiing", FALSE, 0 },
  { "open_water_swimming", FALSE, 0 },
  { "Rowing", FALSE, 0 },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubRunKind kind = RUB_RUN_N_KINDS;

      g_test_message ("%s", rows[i].word != NULL ? rows[i].word : "(none)");
      g_assert_cmpint (rub_sport_parse (rows[i].word, &kind), ==, rows[i].is_on_foot);
      if (rows[i].is_on_foot)
        g_assert_cmpint (kind, ==, rows[i].kind);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/sport/parse", test_parse);

  return g_test_run ();
}

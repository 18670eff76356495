/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-intake.h"

#define NOW_US (G_GINT64_CONSTANT (1778565600) * G_TIME_SPAN_SECOND)
#define DAY G_TIME_SPAN_DAY

static RubRun *
make_run (gint64 start_us, int minutes, RubRunKind kind)
{
  RubRunFields fields
    = { .start_us = start_us, .elapsed_s = minutes * 60, .distance_m = 10000, .kind = kind };

  return rub_run_new (&fields);
}

static GPtrArray *
make_file (RubRun *run)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (runs, run);

  return runs;
}

static void
test_future (void)
{
  static const struct
  {
    gint64 ahead_us;
    gboolean is_taken;
  } rows[] = {
    { -DAY, TRUE }, { 0, TRUE }, { DAY, TRUE }, { DAY + 1, FALSE }, { 999 * DAY, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      g_autoptr (RubRunIntake) intake = rub_run_intake_new (records);
      g_autoptr (GPtrArray) runs
        = make_file (make_run (NOW_US + rows[i].ahead_us, 60, RUB_RUN_KIND_EASY));
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) added = rub_run_intake_add (intake, runs, NOW_US, &error);

      g_assert_cmpint (added != NULL, ==, rows[i].is_taken);
      g_assert_cmpuint (rub_run_intake_get_n_added (intake), ==, rows[i].is_taken);
      if (!rows[i].is_taken)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_kind (void)
{
  static const struct
  {
    int minutes;
    RubRunKind kind;
    RubRunKind expected;
  } rows[] = {
    { 60, RUB_RUN_KIND_EASY, RUB_RUN_KIND_EASY },
    { 120, RUB_RUN_KIND_EASY, RUB_RUN_KIND_LONG },
    { 120, RUB_RUN_KIND_RACE, RUB_RUN_KIND_RACE },
    { 120, RUB_RUN_KIND_OTHER, RUB_RUN_KIND_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubRecords) records = rub_records_new ();
      g_autoptr (RubRunIntake) intake = NULL;
      g_autoptr (GPtrArray) runs = make_file (make_run (NOW_US, rows[i].minutes, rows[i].kind));
      g_autoptr (GPtrArray) added = NULL;

      for (int day = 1; day <= 10; day++)
        g_ptr_array_add (records->runs, make_run (NOW_US - day * DAY, 50, RUB_RUN_KIND_EASY));
      intake = rub_run_intake_new (records);
      added = rub_run_intake_add (intake, runs, NOW_US, NULL);
      g_assert_cmpint (rub_run_get_kind (added->pdata[0]), ==, rows[i].expected);
    }
}

static void
test_twice (void)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (RubRunIntake) intake = rub_run_intake_new (records);
  g_autoptr (GPtrArray) runs = make_file (make_run (NOW_US, 60, RUB_RUN_KIND_EASY));

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) added = rub_run_intake_add (intake, runs, NOW_US, NULL);

      g_assert_cmpuint (added->len, ==, i == 0);
    }
  g_assert_cmpuint (rub_run_intake_get_n_added (intake), ==, 1);
  g_assert_cmpuint (rub_run_intake_get_n_known (intake), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/run-intake/future", test_future);
  g_test_add_func ("/run-intake/kind", test_kind);
  g_test_add_func ("/run-intake/twice", test_twice);

  return g_test_run ();
}

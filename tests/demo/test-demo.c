/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "rub-body-loader.h"
#include "rub-body-marks.h"
#include "rub-check-likeness.h"
#include "rub-plan.h"
#include "rub-store.h"

#define NOW "2026-11-24T19:30:00Z"

static RubRecords *
make_weeks (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GSubprocess) maker
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("RUB_MAKE_DEMO"), "--now", NOW,
                        path, NULL);
  g_autoptr (RubStore) store = NULL;
  RubRecords *records;

  g_assert_no_error (error);
  g_subprocess_wait_check (maker, NULL, &error);
  g_assert_no_error (error);
  store = rub_store_open (path, &error);
  g_assert_no_error (error);
  records = rub_store_read (store, &error);
  g_assert_no_error (error);

  return records;
}

static gint64
get_now_us (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);

  return g_date_time_to_unix (now) * G_USEC_PER_SEC;
}

/* Enough of everything, nothing from the future, and every mark on a region that is there. */
static void
test_plausible (void)
{
  g_autoptr (RubRecords) records = make_weeks ("plausible.db");
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  g_autoptr (GPtrArray) plan = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  guint n_races = 0;

  g_assert_cmpuint (records->runs->len, >=, 35);
  g_assert_cmpuint (records->checks->len, >=, 30);
  g_assert_cmpuint (records->massages->len, >=, 10);

  for (guint i = 0; i < records->runs->len; i++)
    {
      g_assert_cmpint (rub_run_get_end_us (records->runs->pdata[i]), <, get_now_us ());
      n_races += rub_run_get_kind (records->runs->pdata[i]) == RUB_RUN_KIND_RACE;
    }
  g_assert_cmpuint (n_races, ==, 1);

  for (guint i = 0; i < records->checks->len; i++)
    {
      gsize n_sore = 0;
      const RubSoreness *sore = rub_check_get_sore (records->checks->pdata[i], &n_sore);

      g_assert_cmpint (rub_check_get_made_us (records->checks->pdata[i]), <, get_now_us ());
      for (gsize j = 0; j < n_sore; j++)
        g_assert_nonnull (rub_body_find (body, sore[j].region));
    }

  plan = rub_plan_make (records, get_now_us (), zone);
  g_assert_nonnull (rub_plan_get_next (plan));
}

/* What looks back over the checks finds something to tell. */
static void
test_past (void)
{
  g_autoptr (RubRecords) records = make_weeks ("past.db");
  GPtrArray *checks = records->checks;
  RubCheck *newest = checks->pdata[0];
  RubCheck *week_before = rub_check_find_week_before (checks, rub_check_get_made_us (newest));
  g_autoptr (RubBodyMarks) weeks = rub_body_marks_new_for_summary (
    checks, get_now_us () - 28 * G_TIME_SPAN_DAY, get_now_us ());
  int n_trends[RUB_N_TRENDS] = { 0 };
  int likeness;

  g_assert_nonnull (week_before);
  likeness = rub_check_get_likeness (newest, week_before);
  g_assert_cmpint (likeness, >, 20);
  g_assert_cmpint (likeness, <, 100);

  g_assert_cmpint (rub_body_marks_get_n_checks (weeks), >=, 12);
  g_assert_cmpint (rub_body_marks_get_sorest (weeks)->n_sore, <,
                   rub_body_marks_get_n_checks (weeks));

  for (guint i = 0; i + 1 < checks->len; i++)
    {
      g_autoptr (RubBodyMarks) change
        = rub_body_marks_new_for_change (checks->pdata[i + 1], checks->pdata[i]);

      for (RubTrend trend = RUB_TREND_NONE; trend < RUB_N_TRENDS; trend++)
        n_trends[trend] += rub_body_marks_count_trend (change, trend);
    }
  for (RubTrend trend = RUB_TREND_NONE; trend < RUB_N_TRENDS; trend++)
    g_assert_cmpint (n_trends[trend], >=, 10);
}

static void
test_same (void)
{
  g_autoptr (RubRecords) first = make_weeks ("first.db");
  g_autoptr (RubRecords) second = make_weeks ("second.db");

  g_assert_cmpuint (first->runs->len, ==, second->runs->len);
  for (guint i = 0; i < first->runs->len; i++)
    {
      const RubRunFields *a = rub_run_get_fields (first->runs->pdata[i]);
      const RubRunFields *b = rub_run_get_fields (second->runs->pdata[i]);

      g_assert_cmpint (a->start_us, ==, b->start_us);
      g_assert_cmpint (a->elapsed_s, ==, b->elapsed_s);
      g_assert_cmpfloat (a->distance_m, ==, b->distance_m);
    }

  g_assert_cmpuint (first->checks->len, ==, second->checks->len);
  for (guint i = 0; i < first->checks->len; i++)
    {
      const RubSoreness *a = rub_check_get_worst (first->checks->pdata[i]);
      const RubSoreness *b = rub_check_get_worst (second->checks->pdata[i]);

      g_assert_true ((a == NULL) == (b == NULL));
      if (a != NULL)
        g_assert_cmpint (a->soreness, ==, b->soreness);
    }
}

/* It never touches a file that may hold somebody's real weeks. */
static void
test_kept (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "mine.db", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GSubprocess) maker = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (path, "mine", -1, &error);
  g_assert_no_error (error);
  maker = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, g_getenv ("RUB_MAKE_DEMO"),
                            path, NULL);
  g_assert_no_error (error);
  g_assert_false (g_subprocess_wait_check (maker, NULL, NULL));

  g_file_get_contents (path, &kept, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, "mine");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/demo/plausible", test_plausible);
  g_test_add_func ("/demo/past", test_past);
  g_test_add_func ("/demo/same", test_same);
  g_test_add_func ("/demo/kept", test_kept);

  return g_test_run ();
}

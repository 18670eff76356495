/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-figures.h"

#define HOUR_US G_TIME_SPAN_HOUR
#define DAY_US G_TIME_SPAN_DAY
#define RUN_S 3600

/* Runs start on days before now; each has its check so long after its end. */
typedef struct
{
  int days_ago;
  RubRunKind kind;
  int check_h; /* after the end of the run; 0: none */
  int calf;    /* level of the left calf, 0: not sore */
  int arch;
  int massage_h; /* after the end of the run; 0: none */
} Day;

static const char *const calf[] = { "gastroc-medial", "soleus", NULL };

static gint64
get_now (void)
{
  return 400 * DAY_US;
}

static gint64
get_end (const Day *day)
{
  return get_now () - day->days_ago * DAY_US;
}

static void
add_check (RubRecords *records, const Day *day)
{
  RubSoreness sore[2];
  gsize n_sore = 0;

  if (day->calf > 0)
    sore[n_sore++] = (RubSoreness){ "soleus-left", day->calf, RUB_SENSATION_NONE, NULL };
  if (day->arch > 0)
    sore[n_sore++] = (RubSoreness){ "arch-right", day->arch, RUB_SENSATION_NONE, NULL };
  g_ptr_array_add (records->checks,
                   rub_check_new (0, get_end (day) + day->check_h * HOUR_US, 0, sore, n_sore));
}

/* @days: newest first. */
static RubRecords *
make_records (const Day *days, gsize n_days)
{
  RubRecords *records = rub_records_new ();

  for (gsize i = 0; i < n_days; i++)
    {
      RubRunFields fields = { .start_us = get_end (&days[i]) - RUN_S * G_TIME_SPAN_SECOND,
                              .elapsed_s = RUN_S,
                              .effort = RUB_EFFORT_UNKNOWN,
                              .kind = days[i].kind,
                              .source = "hand" };
      RubMassage massage = { .start_us = get_end (&days[i]) + days[i].massage_h * HOUR_US,
                             .elapsed_s = 600 };

      g_ptr_array_add (records->runs, rub_run_new (&fields));
      if (days[i].check_h > 0)
        add_check (records, &days[i]);
      if (days[i].massage_h > 0)
        g_array_append_val (records->massages, massage);
    }

  return records;
}

static void
test_mornings (void)
{
  static const struct
  {
    const char *name;
    Day days[9];
    RubFiguresQuery query;
    int n_runs;
    double mean;
  } rows[] = {
    { "nothing", { { 0 } }, { 0 }, 0, 0 },
    { "the morning after", { { 3, RUB_RUN_KIND_LONG, 14, 4, 2, 0 } }, { 0 }, 1, 4 },
    { "too soon", { { 3, RUB_RUN_KIND_LONG, 5, 4, 0, 0 } }, { 0 }, 0, 0 },
    { "just in time", { { 3, RUB_RUN_KIND_LONG, 6, 4, 0, 0 } }, { 0 }, 1, 4 },
    { "the last moment", { { 3, RUB_RUN_KIND_LONG, 36, 4, 0, 0 } }, { 0 }, 1, 4 },
    { "too late", { { 3, RUB_RUN_KIND_LONG, 37, 4, 0, 0 } }, { 0 }, 0, 0 },
    { "not yet", { { 1, RUB_RUN_KIND_LONG, 30, 4, 0, 0 } }, { 0 }, 0, 0 },
    { "the regions asked for",
      { { 3, RUB_RUN_KIND_LONG, 14, 4, 9, 0 } },
      { FALSE, 0, calf },
      1,
      4 },
    { "none of them sore", { { 3, RUB_RUN_KIND_LONG, 14, 0, 9, 0 } }, { FALSE, 0, calf }, 1, 0 },
    { "the kind asked for",
      { { 3, RUB_RUN_KIND_LONG, 14, 4, 0, 0 }, { 6, RUB_RUN_KIND_EASY, 14, 8, 0, 0 } },
      { TRUE, RUB_RUN_KIND_LONG, NULL },
      1,
      4 },
    { "six runs, and those that have a check",
      { { 3, RUB_RUN_KIND_EASY, 14, 1, 0, 0 },
        { 6, RUB_RUN_KIND_EASY, 14, 2, 0, 0 },
        { 9, RUB_RUN_KIND_EASY, 0, 0, 0, 0 },
        { 12, RUB_RUN_KIND_EASY, 14, 3, 0, 0 },
        { 15, RUB_RUN_KIND_EASY, 14, 4, 0, 0 },
        { 18, RUB_RUN_KIND_EASY, 14, 5, 0, 0 },
        { 21, RUB_RUN_KIND_EASY, 14, 6, 0, 0 },
        { 24, RUB_RUN_KIND_EASY, 14, 10, 0, 0 } },
      { 0 },
      6,
      3.5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize n_days = 0;
      g_autoptr (RubRecords) records = NULL;
      RubMornings mornings;

      while (rows[i].days[n_days].days_ago > 0)
        n_days++;
      records = make_records (rows[i].days, n_days);
      rub_run_figures_count_mornings (records, &rows[i].query, get_now (), &mornings);
      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (mornings.n_runs, ==, rows[i].n_runs);
      g_assert_cmpfloat_with_epsilon (mornings.mean, rows[i].mean, 1e-9);
    }
}

static void
test_compare (void)
{
  static const Day days[] = {
    { 3, RUB_RUN_KIND_LONG, 14, 6, 0, 2 },
    /* After the check: it cannot have had a part in it. */
    { 6, RUB_RUN_KIND_LONG, 14, 2, 0, 20 },
    { 9, RUB_RUN_KIND_LONG, 14, 3, 0, 0 },
    { 12, RUB_RUN_KIND_LONG, 14, 4, 8, 13 },
    { 15, RUB_RUN_KIND_EASY, 14, 9, 0, 1 },
    { 18, RUB_RUN_KIND_LONG, 0, 0, 0, 1 },
  };
  RubFiguresQuery query = { TRUE, RUB_RUN_KIND_LONG, calf };
  g_autoptr (RubRecords) records = make_records (days, G_N_ELEMENTS (days));
  RubMornings with, without;

  rub_run_figures_compare (records, &query, get_now (), &with, &without);
  g_assert_cmpint (with.n_runs, ==, 2);
  g_assert_cmpfloat_with_epsilon (with.mean, 5, 1e-9);
  g_assert_cmpint (without.n_runs, ==, 2);
  g_assert_cmpfloat_with_epsilon (without.mean, 2.5, 1e-9);
}

static void
test_massages (void)
{
  static const Day days[] = {
    { 1, RUB_RUN_KIND_EASY, 0, 0, 0, 30 }, /* later than now */
    { 2, RUB_RUN_KIND_EASY, 0, 0, 0, 1 },
    { 28, RUB_RUN_KIND_EASY, 0, 0, 0, 1 },
    { 29, RUB_RUN_KIND_EASY, 0, 0, 0, 1 },
  };
  g_autoptr (RubRecords) records = make_records (days, G_N_ELEMENTS (days));
  int minutes;

  g_assert_cmpint (rub_run_figures_count_massages (records, get_now (), &minutes), ==, 2);
  g_assert_cmpint (minutes, ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/insight/run-figures/mornings", test_mornings);
  g_test_add_func ("/insight/run-figures/compare", test_compare);
  g_test_add_func ("/insight/run-figures/massages", test_massages);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-marks.h"

#define MOST_REGIONS 4
#define DAY_US G_TIME_SPAN_DAY

/* What a check says; no region ends it. */
typedef struct
{
  const char *region;
  int soreness;
} Said;

static RubCheck *
make_check (gint64 made_us, const Said *said)
{
  RubSoreness sore[MOST_REGIONS];
  gsize n_sore = 0;

  for (; n_sore < MOST_REGIONS && said[n_sore].region != NULL; n_sore++)
    sore[n_sore]
      = (RubSoreness){ said[n_sore].region, said[n_sore].soreness, RUB_SENSATION_TIGHT, NULL };

  return rub_check_new (0, made_us, 0, sore, n_sore);
}

static void
test_check (void)
{
  static const Said said[] = { { "calf-left", 6 }, { "arch-right", 10 }, { NULL } };
  g_autoptr (RubCheck) check = make_check (0, said);
  g_autoptr (RubBodyMarks) marks = rub_body_marks_new_for_check (check);
  g_autofree char *copied_id = g_strdup ("arch-right");
  const RubRegionMark *all, *mark;
  gsize n_marks;

  g_assert_cmpint (rub_body_marks_get_kind (marks), ==, RUB_BODY_MARKS_CHECK);
  g_assert_cmpint (rub_body_marks_get_n_checks (marks), ==, 1);
  all = rub_body_marks_get_all (marks, &n_marks);
  g_assert_cmpuint (n_marks, ==, 2);
  g_assert_cmpstr (all[0].region, ==, "calf-left");

  /* Found by what the id says, not by where it is stored. */
  mark = rub_body_marks_find (marks, copied_id);
  g_assert_true (mark == &all[1]);
  g_assert_cmpint (mark->soreness, ==, 10);
  g_assert_cmpint (mark->sensation, ==, RUB_SENSATION_TIGHT);
  g_assert_cmpint (mark->trend, ==, RUB_TREND_NONE);
  g_assert_cmpint (mark->n_sore, ==, 1);
  g_assert_null (rub_body_marks_find (marks, "calf-right"));
  g_assert_true (rub_body_marks_get_sorest (marks) == mark);
}

static void
test_nothing_sore (void)
{
  static const Said nothing[] = { { NULL } };
  g_autoptr (RubCheck) check = make_check (0, nothing);
  g_autoptr (RubBodyMarks) marks = rub_body_marks_new_for_check (check);
  g_autoptr (RubBodyMarks) change = rub_body_marks_new_for_change (check, check);
  gsize n_marks;

  g_assert_null (rub_body_marks_get_all (marks, &n_marks));
  g_assert_cmpuint (n_marks, ==, 0);
  g_assert_null (rub_body_marks_get_sorest (marks));
  g_assert_null (rub_body_marks_get_all (change, &n_marks));
  for (RubTrend trend = RUB_TREND_NONE; trend < RUB_N_TRENDS; trend++)
    g_assert_cmpint (rub_body_marks_count_trend (change, trend), ==, 0);
}

static void
test_trend (void)
{
  static const struct
  {
    int before;
    int after;
    RubTrend expected;
    int n_sore;
  } rows[] = {
    { 0, 1, RUB_TREND_NEW, 1 },     { 0, 10, RUB_TREND_NEW, 1 },   { 1, 0, RUB_TREND_GONE, 1 },
    { 10, 0, RUB_TREND_GONE, 1 },   { 5, 4, RUB_TREND_BETTER, 2 }, { 10, 1, RUB_TREND_BETTER, 2 },
    { 4, 5, RUB_TREND_WORSE, 2 },   { 1, 10, RUB_TREND_WORSE, 2 }, { 1, 1, RUB_TREND_NONE, 2 },
    { 10, 10, RUB_TREND_NONE, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Said before[]
        = { { rows[i].before > 0 ? "heel-left" : NULL, rows[i].before }, { NULL } };
      const Said after[]
        = { { rows[i].after > 0 ? "heel-left" : NULL, rows[i].after }, { NULL } };
      g_autoptr (RubCheck) earlier = make_check (0, before);
      g_autoptr (RubCheck) later = make_check (DAY_US, after);
      g_autoptr (RubBodyMarks) marks = rub_body_marks_new_for_change (earlier, later);
      const RubRegionMark *mark = rub_body_marks_find (marks, "heel-left");

      g_test_message ("row %zu", i);
      g_assert_nonnull (mark);
      g_assert_cmpint (mark->before, ==, rows[i].before);
      g_assert_cmpint (mark->soreness, ==, rows[i].after);
      g_assert_cmpint (mark->trend, ==, rows[i].expected);
      g_assert_cmpint (mark->n_sore, ==, rows[i].n_sore);
      g_assert_cmpint (rub_body_marks_count_trend (marks, rows[i].expected), ==, 1);
    }
}

static void
test_change (void)
{
  static const Said before[]
    = { { "calf-left", 6 }, { "arch-left", 3 }, { "heel-left", 9 }, { NULL } };
  static const Said after[]
    = { { "calf-left", 4 }, { "calf-right", 4 }, { "arch-left", 5 }, { NULL } };
  g_autoptr (RubCheck) earlier = make_check (0, before);
  g_autoptr (RubCheck) later = make_check (DAY_US, after);
  g_autoptr (RubBodyMarks) marks = rub_body_marks_new_for_change (earlier, later);
  gsize n_marks;

  rub_body_marks_get_all (marks, &n_marks);
  g_assert_cmpuint (n_marks, ==, 4);
  g_assert_cmpint (rub_body_marks_get_kind (marks), ==, RUB_BODY_MARKS_CHANGE);
  g_assert_cmpint (rub_body_marks_get_n_checks (marks), ==, 2);
  g_assert_cmpint (rub_body_marks_find (marks, "calf-left")->trend, ==, RUB_TREND_BETTER);
  g_assert_cmpint (rub_body_marks_find (marks, "arch-left")->trend, ==, RUB_TREND_WORSE);
  g_assert_cmpint (rub_body_marks_find (marks, "calf-right")->trend, ==, RUB_TREND_NEW);
  g_assert_cmpint (rub_body_marks_find (marks, "heel-left")->trend, ==, RUB_TREND_GONE);
  /* What is gone is not the sorest, however sore it was. */
  g_assert_cmpstr (rub_body_marks_get_sorest (marks)->region, ==, "arch-left");
}

static void
test_summary (void)
{
  static const Said says[][MOST_REGIONS] = {
    { { "calf-left", 9 }, { NULL } }, /* too new: at the end of the span */
    { { "calf-left", 3 }, { "arch-left", 8 }, { NULL } },
    { { NULL } },
    { { "calf-left", 4 }, { NULL } },
    { { "calf-left", 4 }, { NULL } }, /* the first of the span */
    { { "heel-left", 9 }, { NULL } }, /* too old */
  };
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RubBodyMarks) marks = NULL;
  g_autoptr (RubBodyMarks) none = NULL;
  const RubRegionMark *mark;
  gsize n_marks;

  for (gsize i = 0; i < G_N_ELEMENTS (says); i++)
    g_ptr_array_add (checks, make_check ((10 - (gint64) i) * DAY_US, says[i]));

  marks = rub_body_marks_new_for_summary (checks, 6 * DAY_US, 10 * DAY_US);
  g_assert_cmpint (rub_body_marks_get_kind (marks), ==, RUB_BODY_MARKS_SUMMARY);
  g_assert_cmpint (rub_body_marks_get_n_checks (marks), ==, 4);
  rub_body_marks_get_all (marks, &n_marks);
  g_assert_cmpuint (n_marks, ==, 2);

  mark = rub_body_marks_find (marks, "calf-left");
  g_assert_cmpint (mark->n_sore, ==, 3);
  g_assert_cmpint (mark->soreness, ==, 4); /* 11 / 3, rounded */
  g_assert_cmpint (mark->sensation, ==, RUB_SENSATION_NONE);
  /* 11 points over the span are more than 8, though these came at once. */
  g_assert_true (rub_body_marks_get_sorest (marks) == mark);
  g_assert_cmpint (rub_body_marks_find (marks, "arch-left")->n_sore, ==, 1);
  g_assert_null (rub_body_marks_find (marks, "heel-left"));

  none = rub_body_marks_new_for_summary (checks, 20 * DAY_US, 30 * DAY_US);
  g_assert_cmpint (rub_body_marks_get_n_checks (none), ==, 0);
  g_assert_null (rub_body_marks_get_sorest (none));
}

static void
test_names (void)
{
  g_assert_cmpstr (rub_trend_get_name (RUB_TREND_NONE), ==, "");
  g_assert_cmpstr (rub_trend_get_name (RUB_TREND_GONE), ==, "Gone");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-marks/check", test_check);
  g_test_add_func ("/body-marks/nothing-sore", test_nothing_sore);
  g_test_add_func ("/body-marks/trend", test_trend);
  g_test_add_func ("/body-marks/change", test_change);
  g_test_add_func ("/body-marks/summary", test_summary);
  g_test_add_func ("/body-marks/names", test_names);

  return g_test_run ();
}

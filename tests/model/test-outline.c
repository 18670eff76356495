/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "rub-outline.h"

/* A circle of radius 10 around 50, 50, with a square of 4 in its middle cut out. */
static RubOutline *
make_ring (void)
{
  /* The usual length of handles for a quarter of a circle. */
  const double k = 5.5228;
  RubSegment segments[] = {
    { RUB_SEGMENT_MOVE, { { 60, 50 } } },
    { RUB_SEGMENT_CURVE, { { 60, 50 + k }, { 50 + k, 60 }, { 50, 60 } } },
    { RUB_SEGMENT_CURVE, { { 50 - k, 60 }, { 40, 50 + k }, { 40, 50 } } },
    { RUB_SEGMENT_CURVE, { { 40, 50 - k }, { 50 - k, 40 }, { 50, 40 } } },
    { RUB_SEGMENT_CURVE, { { 50 + k, 40 }, { 60, 50 - k }, { 60, 50 } } },
    { RUB_SEGMENT_CLOSE },
    { RUB_SEGMENT_MOVE, { { 48, 48 } } },
    { RUB_SEGMENT_LINE, { { 52, 48 } } },
    { RUB_SEGMENT_LINE, { { 52, 52 } } },
    { RUB_SEGMENT_LINE, { { 48, 52 } } },
    { RUB_SEGMENT_CLOSE },
  };

  return rub_outline_new (segments, G_N_ELEMENTS (segments));
}

static void
test_measures (void)
{
  g_autoptr (RubOutline) ring = make_ring ();
  const RubBox *box = rub_outline_get_bounds (ring);
  gsize n_segments;

  g_assert_cmpfloat_with_epsilon (box->x, 40, 0.01);
  g_assert_cmpfloat_with_epsilon (box->y, 40, 0.01);
  g_assert_cmpfloat_with_epsilon (box->width, 20, 0.02);
  g_assert_cmpfloat_with_epsilon (box->height, 20, 0.02);
  g_assert_cmpfloat_with_epsilon (rub_outline_get_area (ring), G_PI * 100 + 16, 3);
  g_assert_cmpint (rub_outline_get_segments (ring, &n_segments)[5].kind, ==, RUB_SEGMENT_CLOSE);
  g_assert_cmpuint (n_segments, ==, 11);
}

static void
test_contains (void)
{
  static const struct
  {
    double x, y;
    gboolean is_inside;
    double distance;
  } rows[] = {
    { 50, 50, FALSE, 2 },      { 47, 50, TRUE, 1 },      { 44, 50, TRUE, 4 },
    { 50, 59, TRUE, 1 },       { 58, 58, FALSE, 1.314 }, { 30, 50, FALSE, 10 },
    { 61, 50, FALSE, 1 },      { 50, 39, FALSE, 1 },     { 42.9, 42.9, FALSE, 0.041 },
    { 43.1, 43.1, TRUE, 0.24 },
  };
  g_autoptr (RubOutline) ring = make_ring ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double distance = rub_outline_get_distance (ring, rows[i].x, rows[i].y);

      g_test_message ("row %zu: %f", i, distance);
      g_assert_cmpint (rub_outline_contains (ring, rows[i].x, rows[i].y), ==, rows[i].is_inside);
      g_assert_cmpfloat_with_epsilon (distance, rows[i].distance, 0.06);
    }
}

static void
test_boxed (void)
{
  GValue value = G_VALUE_INIT;
  RubOutline *ring = make_ring ();

  g_value_init (&value, RUB_TYPE_OUTLINE);
  g_value_take_boxed (&value, rub_outline_ref (ring));
  rub_outline_unref (ring);
  g_assert_true (rub_outline_contains (g_value_get_boxed (&value), 44, 50));
  g_value_unset (&value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/outline/measures", test_measures);
  g_test_add_func ("/outline/contains", test_contains);
  g_test_add_func ("/outline/boxed", test_boxed);

  return g_test_run ();
}

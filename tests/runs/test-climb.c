/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "rub-climb.h"

#define END -9999.0

static const struct
{
  double elevations_m[16];
  double ascent_m;
  double descent_m;
} rows[] = {
  { { END }, NAN, NAN },
  { { 400, END }, NAN, NAN },
  { { 400, 400, END }, 0, 0 },
  { { 400, 402.9, END }, 0, 0 },
  { { 400, 403, END }, 3, 0 },
  { { 400, 397, END }, 0, 3 },
  /* The whole way between turning points counts, not the part above the threshold. */
  { { 400, 405, 400, 405, 400, END }, 10, 10 },
  /* Noise around one height is no climb, in whatever direction it begins. */
  { { 400, 402, 400, 402, 400, 401, 399.5, 401, END }, 0, 0 },
  { { 400, 398, 400, 398, 400, END }, 0, 0 },
  /* Noise on the way up and down counts neither twice nor at all. */
  { { 400, 405, 404, 410, 408, 420, 418.5, 410, 411, 400, END }, 20, 20 },
  /* A slow rise counts though no step of it does. */
  { { 400, 401, 402, 403, 404, 405, END }, 5, 0 },
  { { 400, 399, 401.5, 402.5, END }, 3.5, 0 },
  /* What is no height is passed over. */
  { { 400, NAN, 99999, -600, INFINITY, 410, END }, 10, 0 },
};

static void
assert_metres (double got, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (got));
  else
    g_assert_cmpfloat_with_epsilon (got, expected, 1e-9);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubClimb climb = { 0 };

      g_test_message ("row %zu", i);
      for (int j = 0; rows[i].elevations_m[j] != END; j++)
        rub_climb_add (&climb, rows[i].elevations_m[j]);
      assert_metres (rub_climb_get_ascent (&climb), rows[i].ascent_m);
      assert_metres (rub_climb_get_descent (&climb), rows[i].descent_m);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/climb/table", test_table);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-climb.h"

#include <math.h>

/* From the shore of the Dead Sea to above the highest summit. */
#define MIN_ELEVATION_M (-500.0)
#define MAX_ELEVATION_M 9000.0

/* The rise or fall that has not turned yet. */
static double
get_open (const RubClimb *self, int direction)
{
  return self->direction == direction ? self->high_m - self->low_m : 0;
}

static void
turn (RubClimb *self, int direction, double elevation_m)
{
  self->ascent_m += get_open (self, 1);
  self->descent_m += get_open (self, -1);
  self->direction = direction;
  if (direction > 0)
    self->high_m = elevation_m;
  else
    self->low_m = elevation_m;
}

void
rub_climb_add (RubClimb *self, double elevation_m)
{
  g_return_if_fail (self != NULL);

  if (!(elevation_m >= MIN_ELEVATION_M && elevation_m <= MAX_ELEVATION_M))
    return;

  if (self->n_points++ == 0)
    self->low_m = self->high_m = elevation_m;
  else if (self->direction <= 0 && elevation_m >= self->low_m + RUB_CLIMB_THRESHOLD_M)
    turn (self, 1, elevation_m);
  else if (self->direction >= 0 && elevation_m <= self->high_m - RUB_CLIMB_THRESHOLD_M)
    turn (self, -1, elevation_m);
  else if (self->direction >= 0 && elevation_m > self->high_m)
    self->high_m = elevation_m;
  else if (self->direction <= 0 && elevation_m < self->low_m)
    self->low_m = elevation_m;
}

double
rub_climb_get_ascent (const RubClimb *self)
{
  g_return_val_if_fail (self != NULL, (double) NAN);

  return self->n_points < 2 ? (double) NAN : self->ascent_m + get_open (self, 1);
}

double
rub_climb_get_descent (const RubClimb *self)
{
  g_return_val_if_fail (self != NULL, (double) NAN);

  return self->n_points < 2 ? (double) NAN : self->descent_m + get_open (self, -1);
}

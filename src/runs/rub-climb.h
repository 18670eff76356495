/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * A rise or fall counts once it is this high, in metres, from turning point to turning point:
 * above the noise of a barometer, below a bridge. There is no standard; programs use 1 to 10 m.
 */
#define RUB_CLIMB_THRESHOLD_M 3.0

/** Adds up rises and falls; all zeros to begin with. */
typedef struct
{
  /*< private >*/
  double low_m;
  double high_m;
  double ascent_m;
  double descent_m;
  int direction; /* 0 until the first rise or fall that counts */
  guint n_points;
} RubClimb;

/** Goes on to @elevation_m; anything that is no height on land is passed over. */
void rub_climb_add (RubClimb *self, double elevation_m);

/** Returns: metres up so far, positive; NAN when fewer than two elevations are known. */
double rub_climb_get_ascent (const RubClimb *self);
/** Returns: metres down so far, positive; NAN when fewer than two elevations are known. */
double rub_climb_get_descent (const RubClimb *self);

G_END_DECLS

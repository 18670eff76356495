/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-track.h"

#include <math.h>

#include "rub-climb.h"
#include "rub-timestamp.h"

/* How far a step may go when it is not known how long it took. */
#define MAX_UNTIMED_STEP_M 1000.0
/* Every track, and every gap in one, makes a leg: nobody's file has more. */
#define MAX_LEGS 1000

struct _RubTrack
{
  /* Owned */
  GArray *legs;

  /* Where the open leg has come to */
  RubPoint last;
  RubPoint stray;
  gint64 last_time_us;
  RubClimb climb;
  gboolean has_last;
  gboolean has_stray;
  gboolean is_open;

  guint track_start;
  guint n_points;
  guint n_forgotten;
};

static double
radians (double degrees)
{
  return degrees * G_PI / 180.0;
}

double
rub_distance_between (const RubPoint *a, const RubPoint *b)
{
  double lat_a, lat_b, sin_lat, sin_lon, h;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  lat_a = radians (a->latitude);
  lat_b = radians (b->latitude);
  sin_lat = sin ((lat_b - lat_a) / 2);
  sin_lon = sin (radians (b->longitude - a->longitude) / 2);
  h = sin_lat * sin_lat + cos (lat_a) * cos (lat_b) * sin_lon * sin_lon;

  return 2 * RUB_EARTH_RADIUS_M * asin (sqrt (CLAMP (h, 0.0, 1.0)));
}

/* Receivers without a fix write zeros, or a value of their own out of range. */
static gboolean
has_position (const RubPoint *point)
{
  return fabs (point->latitude) <= 90 && fabs (point->longitude) <= 180
         && (point->latitude != 0 || point->longitude != 0);
}

/* GPS writes times to the second: two points in one second may be a second apart. */
static gboolean
is_step (const RubPoint *from, const RubPoint *to)
{
  double limit_m = MAX_UNTIMED_STEP_M;

  if (from->time_us != RUB_NO_TIME && to->time_us != RUB_NO_TIME && to->time_us >= from->time_us)
    limit_m = RUB_MAX_SPEED_M_S
              * MAX (1.0, (double) (to->time_us - from->time_us) / (double) G_USEC_PER_SEC);

  return rub_distance_between (from, to) <= limit_m;
}

static RubLeg *
get_leg (RubTrack *self)
{
  g_assert (self->is_open);

  return &g_array_index (self->legs, RubLeg, self->legs->len - 1);
}

static void
close_leg (RubTrack *self)
{
  RubLeg *leg;

  if (!self->is_open)
    return;

  leg = get_leg (self);
  leg->ascent_m = rub_climb_get_ascent (&self->climb);
  leg->descent_m = rub_climb_get_descent (&self->climb);
  self->is_open = FALSE;
}

static void
open_leg (RubTrack *self)
{
  RubLeg leg = { .start_us = RUB_NO_TIME,
                 .end_us = RUB_NO_TIME,
                 .ascent_m = (double) NAN,
                 .descent_m = (double) NAN };

  g_array_append_val (self->legs, leg);
  self->climb = (RubClimb){ 0 };
  self->last_time_us = RUB_NO_TIME;
  self->has_last = self->has_stray = FALSE;
  self->is_open = TRUE;
}

static void
move_in_time (RubTrack *self, gint64 time_us)
{
  RubLeg *leg;

  if (time_us == RUB_NO_TIME)
    return;

  if (self->last_time_us != RUB_NO_TIME && ABS (time_us - self->last_time_us) > RUB_POINT_GAP_US)
    {
      close_leg (self);
      open_leg (self);
    }

  leg = get_leg (self);
  leg->start_us = leg->start_us == RUB_NO_TIME ? time_us : MIN (leg->start_us, time_us);
  leg->end_us = MAX (leg->end_us, time_us);
  self->last_time_us = time_us;
}

/*
 * One wild point is passed over: the next is measured from the one before it. When the points go
 * on from the wild one, that is where the runner is, and only the way there does not count.
 */
static void
move_on_ground (RubTrack *self, const RubPoint *point)
{
  RubLeg *leg = get_leg (self);
  const RubPoint *from = NULL;

  if (self->has_last)
    {
      leg->n_steps++;
      if (is_step (&self->last, point))
        from = &self->last;
      else if (self->has_stray && is_step (&self->stray, point))
        from = &self->stray;
      else
        {
          leg->n_jumps++;
          self->stray = *point;
          self->has_stray = TRUE;
          return;
        }
      leg->distance_m += rub_distance_between (from, point);
    }

  self->last = *point;
  self->has_last = TRUE;
  self->has_stray = FALSE;
}

RubTrack *
rub_track_new (void)
{
  RubTrack *self = g_new0 (RubTrack, 1);

  self->legs = g_array_new (FALSE, FALSE, sizeof (RubLeg));

  return self;
}

void
rub_track_free (RubTrack *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->legs);
  g_free (self);
}

void
rub_track_add (RubTrack *self, const RubPoint *point)
{
  g_return_if_fail (self != NULL && point != NULL);

  self->n_points++;
  if (rub_track_is_too_large (self))
    return;

  if (!self->is_open)
    open_leg (self);
  move_in_time (self, point->time_us);
  get_leg (self)->n_points++;
  if (has_position (point))
    move_on_ground (self, point);
  rub_climb_add (&self->climb, point->elevation_m);
}

void
rub_track_pause (RubTrack *self)
{
  g_return_if_fail (self != NULL);

  self->has_last = self->has_stray = FALSE;
}

void
rub_track_end (RubTrack *self, RubRunKind kind, gboolean is_on_foot)
{
  g_return_if_fail (self != NULL);

  close_leg (self);
  if (!is_on_foot && self->legs->len > self->track_start)
    {
      self->n_forgotten++;
      g_array_set_size (self->legs, self->track_start);
    }
  for (; self->track_start < self->legs->len; self->track_start++)
    g_array_index (self->legs, RubLeg, self->track_start).kind = kind;
}

guint
rub_track_get_n_points (RubTrack *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_points;
}

gboolean
rub_track_is_too_large (RubTrack *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_points > RUB_TRACK_MAX_POINTS || self->legs->len > MAX_LEGS;
}

guint
rub_track_get_n_forgotten (RubTrack *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_forgotten;
}

GArray *
rub_track_get_legs (RubTrack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return rub_legs_join ((const RubLeg *) self->legs->data, self->track_start);
}

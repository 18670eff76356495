/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-leg.h"

G_BEGIN_DECLS

/**
 * The mean radius of the Earth in metres, R1 of the Geodetic Reference System 1980 (Moritz 2000,
 * Journal of Geodesy 74, 128-133).
 */
#define RUB_EARTH_RADIUS_M 6371008.8

/**
 * No step between two points counts that is faster, in m/s: just above the top speed of the 100 m
 * world record of 2009.
 */
#define RUB_MAX_SPEED_M_S 12.5

/** A pause this long ends a run, even within a track: one slept in between. */
#define RUB_POINT_GAP_US (8 * G_TIME_SPAN_HOUR)

/** More points than this are no run: three weeks of a point a second. */
#define RUB_TRACK_MAX_POINTS 2000000

/**
 * One point of a recording.
 *
 * @time_us: UTC microseconds since the epoch, or RUB_NO_TIME
 * @latitude, @longitude: degrees; NAN or out of range when not known
 * @elevation_m: metres; NAN or out of range when not known
 */
typedef struct
{
  gint64 time_us;
  double latitude;
  double longitude;
  double elevation_m;
} RubPoint;

/** Adds points up, without keeping them. */
typedef struct _RubTrack RubTrack;

/** Returns: (transfer full): nothing recorded yet. */
RubTrack *rub_track_new (void);
void rub_track_free (RubTrack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubTrack, rub_track_free)

/** Goes on to @point, unless it is too large already. */
void rub_track_add (RubTrack *self, const RubPoint *point);

/** Pauses: what lies between the last and the next point was not run. */
void rub_track_pause (RubTrack *self);

/** Ends a track of the file: its legs get @kind; it is forgotten when not @is_on_foot. */
void rub_track_end (RubTrack *self, RubRunKind kind, gboolean is_on_foot);

guint rub_track_get_n_points (RubTrack *self);
/** Returns: whether there are more points or gaps than any run has. */
gboolean rub_track_is_too_large (RubTrack *self);
/** Returns: how many tracks with points were forgotten. */
guint rub_track_get_n_forgotten (RubTrack *self);

/**
 * Returns: (transfer container) (element-type RubLeg): the runs in the ended tracks, see
 *   rub_legs_join().
 */
GArray *rub_track_get_legs (RubTrack *self);

/** Returns: the great-circle distance between two positions in metres (haversine). */
double rub_distance_between (const RubPoint *a, const RubPoint *b);

G_END_DECLS

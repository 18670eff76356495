/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-outline.h"

#include <math.h>

/* Chords a curve is cut into. The curves of a body are short: the error is far below a pixel. */
#define N_CHORDS 8

/* One part of the outline: a stretch of the flattened points. */
typedef struct
{
  guint first;
  guint n_points;
} Part;

struct _RubOutline
{
  gatomicrefcount ref_count;

  /* Owned */
  GArray *segments; /* of RubSegment */

  /* Found out when first asked for, by any thread: nobody asks of the fibres of a muscle. */
  gsize is_flat;
  RubBox bounds;
  GArray *points; /* of RubPoint: the flattened parts, one after the other */
  GArray *parts;  /* of Part */
};

G_DEFINE_BOXED_TYPE (RubOutline, rub_outline, rub_outline_ref, rub_outline_unref)

static const RubPoint *
get_points (RubOutline *self, const Part *part)
{
  return &g_array_index (self->points, RubPoint, part->first);
}

/* The end of what is flattened, for which there is room. */
static RubPoint *
get_end (RubOutline *self)
{
  return &g_array_index (self->points, RubPoint, self->points->len);
}

static void
flatten_curve (RubPoint start, const RubPoint control[3], RubPoint *end)
{
  for (int i = 1; i <= N_CHORDS; i++)
    {
      double t = (double) i / N_CHORDS;
      double u = 1 - t;
      double weights[] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };

      end[i - 1] = (RubPoint){
        weights[0] * start.x + weights[1] * control[0].x + weights[2] * control[1].x
          + weights[3] * control[2].x,
        weights[0] * start.y + weights[1] * control[0].y + weights[2] * control[1].y
          + weights[3] * control[2].y,
      };
    }
}

/* To self->points, which has room for it. */
static void
flatten_segment (RubOutline *self, const RubSegment *segment)
{
  Part part = { self->points->len, 0 };
  guint n_points = 0;

  switch (segment->kind)
    {
    case RUB_SEGMENT_MOVE:
      g_array_append_val (self->parts, part);
      G_GNUC_FALLTHROUGH;
    case RUB_SEGMENT_LINE:
      *get_end (self) = segment->points[0];
      n_points = 1;
      break;
    case RUB_SEGMENT_CURVE:
      flatten_curve (get_end (self)[-1], segment->points, get_end (self));
      n_points = N_CHORDS;
      break;
    case RUB_SEGMENT_CLOSE:
      break;
    default:
      g_assert_not_reached ();
    }

  self->points->len += n_points;
  g_array_index (self->parts, Part, self->parts->len - 1).n_points += n_points;
}

static void
measure_bounds (RubOutline *self)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < self->points->len; i++)
    {
      const RubPoint *point = &g_array_index (self->points, RubPoint, i);

      left = MIN (left, point->x);
      top = MIN (top, point->y);
      right = MAX (right, point->x);
      bottom = MAX (bottom, point->y);
    }

  self->bounds = (RubBox){ left, top, right - left, bottom - top };
}

static void
ensure_flat (RubOutline *self)
{
  if (!g_once_init_enter (&self->is_flat))
    return;

  self->points
    = g_array_sized_new (FALSE, FALSE, sizeof (RubPoint), self->segments->len * N_CHORDS);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  for (guint i = 0; i < self->segments->len; i++)
    flatten_segment (self, &g_array_index (self->segments, RubSegment, i));
  measure_bounds (self);
  g_once_init_leave (&self->is_flat, 1);
}

/* Whether a ray from the point to the right crosses the chord. */
static gboolean
is_crossed (const RubPoint *a, const RubPoint *b, double x, double y)
{
  return (a->y > y) != (b->y > y) && x < (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x;
}

/* Squared, since the root need be taken of the least one only. */
static double
get_chord_distance2 (const RubPoint *a, const RubPoint *b, double x, double y)
{
  double dx = b->x - a->x, dy = b->y - a->y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((x - a->x) * dx + (y - a->y) * dy) / length : 0;

  t = CLAMP (t, 0.0, 1.0);

  dx = x - (a->x + t * dx);
  dy = y - (a->y + t * dy);

  return dx * dx + dy * dy;
}

RubOutline *
rub_outline_new (const RubSegment *segments, gsize n_segments)
{
  RubOutline *self;

  g_return_val_if_fail (n_segments > 0, NULL);
  g_return_val_if_fail (segments[0].kind == RUB_SEGMENT_MOVE, NULL);

  self = g_new0 (RubOutline, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->segments = g_array_sized_new (FALSE, FALSE, sizeof (RubSegment), (guint) n_segments);
  g_array_append_vals (self->segments, segments, (guint) n_segments);

  return self;
}

RubOutline *
rub_outline_ref (RubOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
rub_outline_unref (RubOutline *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->segments);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  g_free (self);
}

const RubSegment *
rub_outline_get_segments (RubOutline *self, gsize *n_segments)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_segments != NULL, NULL);

  *n_segments = self->segments->len;

  return &g_array_index (self->segments, RubSegment, 0);
}

const RubBox *
rub_outline_get_bounds (RubOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  ensure_flat (self);

  return &self->bounds;
}

double
rub_outline_get_area (RubOutline *self)
{
  double area = 0;

  g_return_val_if_fail (self != NULL, 0);

  ensure_flat (self);
  for (guint p = 0; p < self->parts->len; p++)
    {
      const Part *part = &g_array_index (self->parts, Part, p);
      const RubPoint *points = get_points (self, part);
      const RubPoint *a = &points[part->n_points - 1];
      double twice = 0;

      for (guint i = 0; i < part->n_points; a = &points[i++])
        twice += a->x * points[i].y - points[i].x * a->y;
      area += fabs (twice) / 2;
    }

  return area;
}

gboolean
rub_outline_contains (RubOutline *self, double x, double y)
{
  gboolean is_inside = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  ensure_flat (self);
  if (x < self->bounds.x || x > self->bounds.x + self->bounds.width || y < self->bounds.y
      || y > self->bounds.y + self->bounds.height)
    return FALSE;

  for (guint p = 0; p < self->parts->len; p++)
    {
      const Part *part = &g_array_index (self->parts, Part, p);
      const RubPoint *points = get_points (self, part);
      const RubPoint *a = &points[part->n_points - 1];

      for (guint i = 0; i < part->n_points; a = &points[i++])
        if (is_crossed (a, &points[i], x, y))
          is_inside = !is_inside;
    }

  return is_inside;
}

double
rub_outline_get_distance (RubOutline *self, double x, double y)
{
  double nearest = INFINITY;

  g_return_val_if_fail (self != NULL, INFINITY);

  ensure_flat (self);
  for (guint p = 0; p < self->parts->len; p++)
    {
      const Part *part = &g_array_index (self->parts, Part, p);
      const RubPoint *points = get_points (self, part);
      const RubPoint *a = &points[part->n_points - 1];

      for (guint i = 0; i < part->n_points; a = &points[i++])
        {
          double distance2 = get_chord_distance2 (a, &points[i], x, y);

          nearest = MIN (nearest, distance2);
        }
    }

  return sqrt (nearest);
}

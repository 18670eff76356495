/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** A place in a drawing, in the drawing's units; y grows downwards. */
typedef struct
{
  double x;
  double y;
} RubPoint;

/** An upright box in a drawing, in the drawing's units. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} RubBox;

/** What one step of an outline does, and how many of its points count. */
typedef enum
{
  RUB_SEGMENT_MOVE,  /* 1: to points[0] */
  RUB_SEGMENT_LINE,  /* 1: to points[0] */
  RUB_SEGMENT_CURVE, /* 3: a cubic Bezier curve by points[0] and points[1] to points[2] */
  RUB_SEGMENT_CLOSE, /* 0 */
} RubSegmentKind;

/** One step of an outline. */
typedef struct
{
  RubSegmentKind kind;
  RubPoint points[3];
} RubSegment;

#define RUB_TYPE_OUTLINE (rub_outline_get_type ())
/** A shape of one or more closed (or, for mere lines, open) parts: an immutable boxed value. */
typedef struct _RubOutline RubOutline;

GType rub_outline_get_type (void);

/**
 * @segments: (array length=n_segments): the steps; the first and each after a close is a move
 *
 * Returns: (transfer full): an outline with a copy of @segments.
 */
RubOutline *rub_outline_new (const RubSegment *segments, gsize n_segments);
RubOutline *rub_outline_ref (RubOutline *self);
void rub_outline_unref (RubOutline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubOutline, rub_outline_unref)

/** Returns: (transfer none) (array length=n_segments): the steps; valid while @self is. */
const RubSegment *rub_outline_get_segments (RubOutline *self, gsize *n_segments);

/** Returns: (transfer none): the smallest box around @self; valid while @self is. */
const RubBox *rub_outline_get_bounds (RubOutline *self);

/** Returns: the area of the parts of @self, which must not overlap, in square units. */
double rub_outline_get_area (RubOutline *self);

/** Returns: whether @x, @y is inside @self, by the even-odd rule. */
gboolean rub_outline_contains (RubOutline *self, double x, double y);

/** Returns: how far @x, @y is from the line of @self, from inside as from outside. */
double rub_outline_get_distance (RubOutline *self, double x, double y);

G_END_DECLS

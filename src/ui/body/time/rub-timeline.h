/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-check.h"

G_BEGIN_DECLS

/**
 * What stands for one check, or for as many as fall on one pixel.
 *
 * @x, @width: pixels from the earlier end
 * @soreness: the worst, 0-10; 0: nothing was sore
 */
typedef struct
{
  float x;
  float width;
  int soreness;
} RubTimeBar;

/**
 * Where checks lie in time: each day is as wide as any other, and the checks of a day share its
 * width. Checks are counted from the oldest; the count of them all stands for now. Immutable.
 */
typedef struct _RubTimeline RubTimeline;

/**
 * Returns: (transfer full): the timeline of @checks.
 *
 * @checks: (element-type RubCheck): newest first
 * @now_us: UTC microseconds since the epoch, on whose day the time ends
 * @zone: whose days are meant
 */
RubTimeline *rub_timeline_new (GPtrArray *checks, gint64 now_us, GTimeZone *zone);
RubTimeline *rub_timeline_ref (RubTimeline *self);
void rub_timeline_unref (RubTimeline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubTimeline, rub_timeline_unref)

guint rub_timeline_get_n_checks (RubTimeline *self);
/** Returns: (transfer none) (nullable): check @index; NULL of now. */
RubCheck *rub_timeline_get_check (RubTimeline *self, guint index);
/** Returns: the index of the check made when @check (nullable) was; now when there is none. */
guint rub_timeline_find_check (RubTimeline *self, RubCheck *check);
/** Returns: whether another check was made on the day of check @index. */
gboolean rub_timeline_has_day_mates (RubTimeline *self, guint index);

/** Returns: how many days there are, counting that of now. */
int rub_timeline_get_n_days (RubTimeline *self);
/** Returns: the first of the days. */
const GDate *rub_timeline_get_first_day (RubTimeline *self);

/** Returns: where check @index lies: 0 the beginning of the first day, 1 the end of the last. */
double rub_timeline_get_place (RubTimeline *self, guint index);
/** Returns: the index of the check nearest to @place; never that of now unless there is none. */
guint rub_timeline_find_nearest (RubTimeline *self, double place);
/**
 * Returns: the index nearest to @n_days after (negative: before) that of @index, but always a
 *   step that way; now after the last.
 */
guint rub_timeline_find_days_from (RubTimeline *self, guint index, int n_days);

/**
 * @width: pixels there are for all days
 *
 * Returns: (transfer full) (element-type RubTimeBar): what to draw, from the oldest: a bar a check
 *   where there is room, otherwise one a pixel with the worst of the checks that fall on it.
 */
GArray *rub_timeline_get_bars (RubTimeline *self, int width);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-body-marks.h"
#include "rub-records.h"
#include "rub-timeline.h"

G_BEGIN_DECLS

/** What is shown of the past. */
typedef enum
{
  RUB_LOOK_CHECK,          /* one check */
  RUB_LOOK_SINCE_PREVIOUS, /* what changed from the check before it */
  RUB_LOOK_SINCE_WEEK,     /* what changed from about a week before it */
  RUB_LOOK_SINCE_PICKED,   /* what changed from a check that stays while one moves */
  RUB_LOOK_FOUR_WEEKS,     /* the four weeks up to it */
  RUB_N_LOOKS
} RubLook;

/** How many days RUB_LOOK_FOUR_WEEKS sums up. */
#define RUB_SUMMARY_DAYS 28

/**
 * What is looked at of the past, as a picture and in words. Nothing of it is seen by itself: it
 * says what a strip and a map are to show.
 */
typedef struct _RubPast RubPast;

/** Returns: (transfer full): a past without checks, at now. */
RubPast *rub_past_new (void);
void rub_past_free (RubPast *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubPast, rub_past_free)

/**
 * Has the checks of @records as of @now_us (UTC microseconds since the epoch), with the days of
 * @zone. What was looked at stays, if it is still there.
 */
void rub_past_set_records (RubPast *self, RubRecords *records, gint64 now_us, GTimeZone *zone);
/**
 * What is said now: a check of the records, or one that is not saved; NULL: nothing yet, and then
 * the newest check stands in for it, in words and where checks are compared.
 */
void rub_past_set_current (RubPast *self, RubCheck *current);
void rub_past_set_look (RubPast *self, RubLook look);
/** Looks at check @index of the timeline; its count of checks is now. */
void rub_past_set_index (RubPast *self, guint index);
/** Compares with @check (nullable) of the timeline from now on; NULL: what is looked at. */
void rub_past_pick (RubPast *self, RubCheck *check);

RubTimeline *rub_past_get_timeline (RubPast *self);
RubLook rub_past_get_look (RubPast *self);
guint rub_past_get_index (RubPast *self);
/** Returns: (transfer none) (nullable): the check looked at; NULL: now. */
RubCheck *rub_past_get_shown (RubPast *self);
/** Returns: (transfer none) (nullable): the check it is compared with. */
RubCheck *rub_past_get_compared (RubPast *self);
/** Returns: the index of the check it is compared with; -1: there is none. */
int rub_past_get_compared_index (RubPast *self);
/** Returns: (transfer none) (nullable): what a map is to show; NULL: what is said now. */
RubBodyMarks *rub_past_get_marks (RubPast *self);
/** Returns: (transfer full) (nullable): what rub_past_make_heading() is the heading of. */
RubBodyMarks *rub_past_make_marks_seen (RubPast *self);

/** Returns: (transfer none): what is looked at, "Looking at 7 March"; "" when that is now. */
const char *rub_past_get_title (RubPast *self);
/** Returns: (transfer full): the title, or what stands for now: "Now", "Last check, 7 March". */
char *rub_past_make_heading (RubPast *self);
/** Returns: (transfer full): in a line what is seen, "7 March: 4 regions sore, worst: ...". */
char *rub_past_make_line (RubPast *self);
/**
 * Returns: (transfer full): a second line: how alike two checks are, and then @is_likeness (out)
 *   is TRUE; or why there is nothing to compare with, or which weeks were summed up.
 */
char *rub_past_make_second_line (RubPast *self, gboolean *is_likeness);
/** Returns: (transfer full): "12 March 2026, 4 regions sore, worst 6". */
char *rub_past_describe_index (RubPast *self, guint index);

G_END_DECLS

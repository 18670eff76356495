/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-check.h"

G_BEGIN_DECLS

/** What became of a region between two checks. */
typedef enum
{
  RUB_TREND_NONE, /* not compared, or as it was */
  RUB_TREND_BETTER,
  RUB_TREND_WORSE,
  RUB_TREND_NEW,
  RUB_TREND_GONE,
  RUB_N_TRENDS
} RubTrend;

/** What a picture of the body is about. */
typedef enum
{
  RUB_BODY_MARKS_CHECK,   /* one check */
  RUB_BODY_MARKS_CHANGE,  /* from one check to another */
  RUB_BODY_MARKS_SUMMARY, /* many checks */
} RubBodyMarksKind;

/**
 * What a picture of the body shows of one region.
 *
 * @region: id of the region; interned
 * @soreness: 0-10; the later one of a change; of a summary the mean over the checks in which it
 *   was sore, rounded half up
 * @sensation: how it feels; of a change, the later; of a summary always RUB_SENSATION_NONE
 * @trend: what became of it; only of a change
 * @before: the earlier soreness, 0-10; only of a change
 * @n_sore: in how many checks it was sore; 1 of a check, 1 or 2 of a change
 */
typedef struct
{
  const char *region;
  int soreness;
  RubSensation sensation;
  RubTrend trend;
  int before;
  int n_sore;
} RubRegionMark;

#define RUB_TYPE_BODY_MARKS (rub_body_marks_get_type ())
/** What a picture of the body shows: an immutable boxed value. */
typedef struct _RubBodyMarks RubBodyMarks;

GType rub_body_marks_get_type (void);

/** Returns: (transfer full): what @check says. */
RubBodyMarks *rub_body_marks_new_for_check (RubCheck *check);
/** Returns: (transfer full): what changed from @before to @after. */
RubBodyMarks *rub_body_marks_new_for_change (RubCheck *before, RubCheck *after);
/**
 * @checks: (element-type RubCheck): newest first
 * @from_us, @to_us: the span, the end not included
 *
 * Returns: (transfer full): how often and how sore the regions were in the span.
 */
RubBodyMarks *
rub_body_marks_new_for_summary (GPtrArray *checks, gint64 from_us, gint64 to_us);

RubBodyMarks *rub_body_marks_ref (RubBodyMarks *self);
void rub_body_marks_unref (RubBodyMarks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubBodyMarks, rub_body_marks_unref)

RubBodyMarksKind rub_body_marks_get_kind (RubBodyMarks *self);
/** Returns: how many checks it is made from. */
int rub_body_marks_get_n_checks (RubBodyMarks *self);
/** Returns: (transfer none) (array length=n_marks) (nullable): in the order they were found. */
const RubRegionMark *rub_body_marks_get_all (RubBodyMarks *self, gsize *n_marks);
/** Returns: (transfer none) (nullable): what is shown of @region (an id), or NULL: nothing. */
const RubRegionMark *rub_body_marks_find (RubBodyMarks *self, const char *region);

/** Returns: in how many regions the soreness took @trend; of a change. */
int rub_body_marks_count_trend (RubBodyMarks *self, RubTrend trend);
/**
 * Returns: (transfer none) (nullable): the region that was sorest over all the checks, as a mean in
 *   which a check where it was not sore counts as 0; of a change, at its end. The first among
 *   equals; NULL when none is sore.
 */
const RubRegionMark *rub_body_marks_get_sorest (RubBodyMarks *self);

/** Returns: (transfer none): the translated name, such as "Better"; "" of none. */
const char *rub_trend_get_name (RubTrend trend);

G_END_DECLS

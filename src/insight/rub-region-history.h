/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-records.h"

G_BEGIN_DECLS

/** How many weeks are looked back, the last being the seven days that end today. */
#define RUB_HISTORY_N_WEEKS 8
/** A check speaks of the runs that ended at most this long before it: soreness after effort peaks
 * on the first or second day. */
#define RUB_HISTORY_AFTER_US (72 * G_TIME_SPAN_HOUR)
/** Of fewer runs with a check nothing is said. */
#define RUB_HISTORY_MIN_RUNS 3
/** How much more often it must be sore than after other runs, as a share of the runs. */
#define RUB_HISTORY_MIN_DIFFERENCE 0.25

/**
 * One region in one week.
 *
 * @first_day: the local date it begins with, as g_date_get_julian() counts
 * @n_checks: how many checks there were
 * @n_sore: in how many of them the region was sore
 * @worst: the highest soreness; 0 when it was never sore
 * @mean: the mean soreness over the checks in which it was sore; 0 when it never was
 */
typedef struct
{
  guint32 first_day;
  int n_checks;
  int n_sore;
  int worst;
  double mean;
} RubRegionWeek;

/**
 * One region after one kind of run.
 *
 * @n_runs: how many such runs were followed by a check within RUB_HISTORY_AFTER_US
 * @n_sore: after how many of them the region was sore in at least one of those checks
 */
typedef struct
{
  int n_runs;
  int n_sore;
} RubRegionAfter;

/**
 * What the records say of one region.
 *
 * @weeks: the oldest first
 * @after: by RubRunKind
 */
typedef struct
{
  RubRegionWeek weeks[RUB_HISTORY_N_WEEKS];
  RubRegionAfter after[RUB_RUN_N_KINDS];
} RubRegionHistory;

/**
 * Fills in @history (out) of @region, an id, as of @now_us in @zone; what is later than @now_us
 * does not count.
 */
void rub_region_history_count (RubRecords *records,
                               const char *region,
                               gint64 now_us,
                               GTimeZone *zone,
                               RubRegionHistory *history);

/** Returns: in how many checks of all weeks together it was sore. */
int rub_region_history_get_n_sore (const RubRegionHistory *self);

/** Returns: whether it was sore in one of the weeks or after one of the runs. */
gboolean rub_region_history_was_sore (const RubRegionHistory *self);

/**
 * The kind of run after which the region comes back most tellingly: of the kinds with at least
 * RUB_HISTORY_MIN_RUNS runs, while there are as many others to compare with, the one whose share
 * of sore runs is the most above that of all other runs together, and by at least
 * RUB_HISTORY_MIN_DIFFERENCE; of equals the one with more runs. RUB_RUN_KIND_OTHER is never told,
 * but counts among the others. A rule of Rubdown's own: it describes, and proves nothing.
 *
 * @others: (out): the counts of all other runs together
 *
 * Returns: whether there is one; then @kind (out) is set.
 */
gboolean rub_region_history_find_telling (const RubRegionHistory *self,
                                          RubRunKind *kind,
                                          RubRegionAfter *others);

G_END_DECLS

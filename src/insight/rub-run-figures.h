/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-records.h"
#include "rub-region.h"

G_BEGIN_DECLS

/** The first check made from so long to so long after a run ended is that of the morning after:
 * runs end from early morning to late evening, and people look at their legs when they get up. */
#define RUB_FIGURES_MORNING_FROM_US (6 * G_TIME_SPAN_HOUR)
#define RUB_FIGURES_MORNING_TO_US (36 * G_TIME_SPAN_HOUR)
/** How many runs, the newest, are looked at. */
#define RUB_FIGURES_N_RUNS 6
/** Of fewer runs nothing is said. */
#define RUB_FIGURES_MIN_RUNS 3
/** How far back massages are counted. */
#define RUB_FIGURES_LATELY_DAYS 28

/**
 * What is asked for.
 *
 * @has_kind: whether only runs of @kind count
 * @kind: the kind of run; meaningless without @has_kind
 * @stems: (nullable) (array zero-terminated=1): regions, without their side, such as "soleus";
 *   NULL: any region
 */
typedef struct
{
  gboolean has_kind;
  RubRunKind kind;
  const char *const *stems;
} RubFiguresQuery;

/**
 * Soreness the morning after some runs.
 *
 * @n_runs: how many runs were followed by a check of the morning after
 * @mean: the mean over these of the highest soreness (0-10) of the regions asked for; 0 of none
 */
typedef struct
{
  int n_runs;
  double mean;
} RubMornings;

/**
 * Looks at the newest RUB_FIGURES_N_RUNS runs that fit @query, ended before @now_us, and have a
 * check of the morning after.
 *
 * @mornings: (out): what was found; worth telling from RUB_FIGURES_MIN_RUNS runs on
 */
void rub_run_figures_count_mornings (RubRecords *records,
                                     const RubFiguresQuery *query,
                                     gint64 now_us,
                                     RubMornings *mornings);

/**
 * The same for all runs, apart for those with a massage between their end and that check and those
 * without. The runner chose when to be massaged, mostly when it was sore, so this describes and
 * shows no cause.
 *
 * @with, @without: (out): both worth telling from RUB_FIGURES_MIN_RUNS runs on
 */
void rub_run_figures_compare (RubRecords *records,
                              const RubFiguresQuery *query,
                              gint64 now_us,
                              RubMornings *with,
                              RubMornings *without);

/**
 * Counts the massages of the last RUB_FIGURES_LATELY_DAYS days before @now_us.
 *
 * @minutes: (out): how long they were together, rounded
 *
 * Returns: how many there were.
 */
int rub_run_figures_count_massages (RubRecords *records, gint64 now_us, int *minutes);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-records.h"
#include "rub-units.h"

G_BEGIN_DECLS

/** How many days the strip shows, today the last. */
#define RUB_N_DAYS 14

/**
 * What happened on one local day.
 *
 * @distance_m: metres run
 * @n_runs: runs that ended on it
 * @soreness: the highest soreness of its checks, 0-10; -1 without a check
 * @n_massages: massages given
 */
typedef struct
{
  double distance_m;
  int n_runs;
  int soreness;
  int n_massages;
} RubDay;

/** Fills in @days from @records: the day of @now_us in @zone last. */
void rub_days_count (RubRecords *records, gint64 now_us, GTimeZone *zone, RubDay days[RUB_N_DAYS]);

/**
 * @name: the day in words, such as "Yesterday"
 *
 * Returns: (transfer full): "Yesterday: 12.4 km, soreness 6, massage".
 */
char *rub_day_describe (const RubDay *day, const char *name, RubUnits units);

G_END_DECLS

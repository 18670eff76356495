/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-rule.h"
#include "rub-run.h"

G_BEGIN_DECLS

/** A run at least this long in time can be a long run; seconds. */
#define RUB_LONG_RUN_MIN_S (75 * 60)
/** Effort from which a run is hard, session RPE. */
#define RUB_HARD_EFFORT 7
/** Races from this distance ask for days: 40 km, so that a marathon measured short counts. */
#define RUB_BIG_RACE_M 40000.0

/**
 * What @run asks of the legs, compared with the runner's own @runs (of RubRun, any order; @run may
 * be among them):
 * race: tagged so; big race: a race of RUB_BIG_RACE_M or more, or farther than any of at least
 * five earlier runs and 15 km; long: tagged so, or at least RUB_LONG_RUN_MIN_S and the 80th
 * percentile of the times of the 28 days before (when there are five); hard: intervals, hills,
 * tempo, or effort of RUB_HARD_EFFORT or more; else easy.
 * Source: session RPE (Foster 2001); bounds are Rubdown's own.
 */
RubRunDemand rub_run_get_demand (RubRun *run, GPtrArray *runs);

/** Returns: the kind to suggest for a run by its time and effort alone: long, tempo or easy. */
RubRunKind rub_run_guess_kind (int elapsed_s, int effort, GPtrArray *runs);

G_END_DECLS

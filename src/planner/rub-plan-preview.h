/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-occurrence.h"
#include "rub-records.h"
#include "rub-timing.h"

G_BEGIN_DECLS

/** How many times are previewed. */
#define RUB_PREVIEW_N 5

/**
 * When @rule comes next, on or not, for who edits it. After runs, that is after those planned that
 * it follows: how long they take is guessed by the pace of the runs so far, and what is due some
 * time after the end of one that has no time of day is left out.
 *
 * Returns: (transfer full) (element-type RubOccurrence): the next RUB_PREVIEW_N, or as many as
 *   there are, soonest first; a race in one lives as long as @records do.
 */
GArray *rub_plan_preview (const RubTiming *timing,
                          RubRule *rule,
                          RubRecords *records,
                          gint64 now_us,
                          GTimeZone *zone);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-planned-run.h"
#include "rub-rule.h"

G_BEGIN_DECLS

/**
 * One time at which a rule comes.
 *
 * @date: the local day that it is for
 * @due_us: UTC microseconds since the epoch
 * @race: (nullable): the planned race it comes before; lives as long as the plan it is from
 */
typedef struct
{
  GDate date;
  gint64 due_us;
  RubPlannedRun *race;
} RubOccurrence;

/**
 * When a rule by weekdays or before races comes, by the wall clock of @zone: each local day once,
 * whatever the clock is set to on it. Rules after runs come never here.
 *
 * @planned: (element-type RubPlannedRun): where races are
 * @from_us, @to_us: those due within are found
 * @n_more: and this many after them, as far as there are any
 *
 * Returns: (transfer full) (element-type RubOccurrence): soonest due first.
 */
GArray *rub_occurrences_find (RubRule *rule,
                              GPtrArray *planned,
                              GTimeZone *zone,
                              gint64 from_us,
                              gint64 to_us,
                              guint n_more);

/** Sets @later to @days after @date, before it when negative. */
void rub_date_add (const GDate *date, int days, GDate *later);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-run.h"

G_BEGIN_DECLS

/** A track this long after the one before is another run. */
#define RUB_LEG_GAP_US G_TIME_SPAN_HOUR

/**
 * A stretch of time on one's feet.
 *
 * @start_us, @end_us: first and last time, in whatever order they came; RUB_NO_TIME when no point
 *   had one
 * @distance_m: the steps that count, added up; 0 when no position is known
 * @ascent_m, @descent_m: NAN when not known
 * @kind: as the file says
 * @n_points: points in it
 * @n_steps, @n_jumps: steps between positions, and how many of them were too fast to count
 */
typedef struct
{
  gint64 start_us;
  gint64 end_us;
  double distance_m;
  double ascent_m;
  double descent_m;
  RubRunKind kind;
  guint n_points;
  guint n_steps;
  guint n_jumps;
} RubLeg;

/**
 * Makes runs of legs: legs of a kind and less than RUB_LEG_GAP_US apart are one, of two that were
 * recorded at the same time the longer stays, and scraps under a minute go when there is more.
 * Legs without times go.
 *
 * @legs: (array length=n_legs): in any order
 *
 * Returns: (transfer container) (element-type RubLeg): earliest first.
 */
GArray *rub_legs_join (const RubLeg *legs, gsize n_legs);

/**
 * Turns @leg into a run that came from @source, with the words in @note (nullable).
 *
 * Returns: (transfer full) (nullable): the run, or NULL with a RUB_RUN_FILE_ERROR when nobody can
 *   have run it.
 */
RubRun *rub_leg_make_run (const RubLeg *leg,
                          const char *source,
                          const char *note,
                          GError **error);

G_END_DECLS

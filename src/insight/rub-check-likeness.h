/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-check.h"

G_BEGIN_DECLS

/** What the likeness of two checks means in words. */
typedef enum
{
  RUB_LIKENESS_DIFFERENT, /* below 40 % */
  RUB_LIKENESS_PARTLY,    /* 40 to 69 % */
  RUB_LIKENESS_MUCH,      /* 70 to 89 % */
  RUB_LIKENESS_NEARLY,    /* 90 to 99 % */
  RUB_LIKENESS_SAME,      /* 100 % */
  RUB_N_LIKENESSES
} RubLikeness;

/**
 * How much two checks are alike: of the soreness that either of them names, the share that both
 * name. Over all regions, the sum of the lesser soreness by the sum of the greater: the
 * similarity of Ruzicka (Biologia, Bratislava 13, 1958, 647-661), the Jaccard index for amounts.
 *
 * A region counts by itself: soreness that moves to the other side or to a neighbour is other
 * soreness. How it feels and notes do not count.
 *
 * Returns: 0-100, the same whichever is named first. 100 only when all levels are the same, also
 *   when in neither anything is sore; 0 only when no region is sore in both.
 */
int rub_check_get_likeness (RubCheck *self, RubCheck *other);

/**
 * @percent: 0-100
 *
 * Two levels that differ by 30 % are 70 % alike. That is the change, about two points of ten, that
 * people call much better or worse (Farrar and others, Pain 94, 2001, 149-158), so that from 70 %
 * two checks are "much alike". The other bounds are chosen: from 90 % on, less than one point in
 * ten differs; below 40 % clearly more differs than is shared.
 */
RubLikeness rub_likeness_from_percent (int percent);

/** Returns: (transfer none): translated, such as "partly alike". */
const char *rub_likeness_get_name (RubLikeness likeness);

/**
 * @checks: (element-type RubCheck): newest first
 * @instant_us: UTC microseconds since the epoch
 *
 * Returns: (transfer none) (nullable): the check nearest to seven days before @instant_us, at most
 *   36 hours from there, so that it tells of the same day of the training week; the later of two
 *   as near. NULL when there is none.
 */
RubCheck *rub_check_find_week_before (GPtrArray *checks, gint64 instant_us);

G_END_DECLS

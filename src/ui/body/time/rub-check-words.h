/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-body-marks.h"
#include "rub-check.h"

G_BEGIN_DECLS

/** How a day is told. */
typedef enum
{
  RUB_DAY_WORDS_SHORT, /* "7 March", with the year only when it is another than now */
  RUB_DAY_WORDS_FULL,  /* "7 March 2026" */
} RubDayWords;

/**
 * @made_us, @now_us: UTC microseconds since the epoch
 * @has_time: whether the time of day follows
 *
 * Returns: (transfer full): the day of @made_us in @zone.
 */
char *rub_check_words_for_day (gint64 made_us, gint64 now_us, GTimeZone *zone, RubDayWords how,
                               gboolean has_time);

/** Returns: (transfer full): "4 regions sore, worst 6" or "nothing sore". */
char *rub_check_words_for_levels (RubCheck *check);

/** Returns: (transfer full): "4 regions sore, worst: Left outer calf, 6" or "nothing sore". */
char *rub_check_words_for_check (RubCheck *check);

/** Returns: (transfer full): of a change, "3 better, 1 worse, 1 new, 2 gone" or "no change". */
char *rub_check_words_for_change (RubBodyMarks *marks);

/** Returns: (transfer full): "9 checks in 4 weeks; sorest: Left outer calf, in 7 of 9". */
char *rub_check_words_for_summary (RubBodyMarks *marks);

/** Returns: (transfer full): "64 %, partly alike". */
char *rub_check_words_for_likeness (RubCheck *check, RubCheck *other);

/**
 * Returns: (transfer full): a line for each region of @marks, the sorest first, with all that a
 *   picture tells of it; regions that the body does not have are left out.
 */
GStrv rub_check_words_list (RubBodyMarks *marks);

G_END_DECLS

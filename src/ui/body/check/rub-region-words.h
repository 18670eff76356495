/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-body-marks.h"
#include "rub-check-draft.h"

G_BEGIN_DECLS

/**
 * @sore: (nullable): what is said of @region; NULL: that it is not sore
 * @last: (nullable): the check that was saved last
 *
 * Returns: (transfer full): all that is to be known of @region but its name, for those who listen:
 *   "Soreness 6 of 10, ache. Last check: 4". May be empty.
 */
char *rub_region_words_describe (RubRegion *region, RubSoreRegion *sore, RubCheck *last);

/**
 * Returns: (transfer full): all that @marks say of @region, for those who listen: "Better: soreness
 *   3 of 10, before 6". Its other name when they say nothing. May be empty.
 */
char *rub_region_words_describe_mark (RubRegion *region, RubBodyMarks *marks);

/** Returns: (transfer full): what is to be read of it at a glance: "Left outer calf · 6 · …". */
char *rub_region_words_for_line (RubRegion *region, int soreness);

/** Returns: (transfer full): "Soreness 6 of 10, ache". */
char *rub_region_words_for_level (int soreness, RubSensation sensation);

G_END_DECLS

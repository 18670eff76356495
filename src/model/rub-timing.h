/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-rule.h"

G_BEGIN_DECLS

/** Room for what data/planner/timing.json may hold. */
#define RUB_TIMING_MAX_RULES 32
#define RUB_TIMING_MAX_STEMS 8

/** The single numbers. What each means, why it is what it is, and from where: see the file. */
typedef enum
{
  RUB_TIMING_COMPARED_DAYS,
  RUB_TIMING_COMPARED_RUNS,
  RUB_TIMING_LONG_PERCENTILE,
  RUB_TIMING_LONG_MINUTES,
  RUB_TIMING_HARD_EFFORT,
  RUB_TIMING_BIG_RACE_M,
  RUB_TIMING_FARTHEST_M,
  RUB_TIMING_FARTHEST_MARGIN_PERCENT,
  RUB_TIMING_LAST_DEEP_DAYS_BEFORE_RACE,
  RUB_TIMING_LIGHT_DAYS_AFTER_RACE,
  RUB_TIMING_FIRST_DEEP_DAYS_AFTER_RACE,
  RUB_TIMING_LIGHT_FROM_SORENESS,
  RUB_TIMING_NOT_DEEP_FROM_SORENESS,
  RUB_TIMING_RECENT_CHECK_DAYS,
  RUB_N_TIMING_NUMBERS
} RubTimingNumber;

/** What a number may be, bounds included. */
typedef struct
{
  int least;
  int most;
} RubBounds;

/**
 * A rule that everybody starts with.
 *
 * @fields: as it is until the runner changes it
 * @delay_min, @minutes: within what there are reasons for it; both 0 where it has none
 */
typedef struct
{
  RubRuleFields fields;
  RubBounds delay_min;
  RubBounds minutes;
} RubTimingRule;

/**
 * When, how long and how firm: the numbers that the planner goes by. Never changed once made; all
 * strings in it live as long as the program.
 *
 * @numbers: by RubTimingNumber
 * @stems: by RubRunDemand, NULL-terminated: regions without their side, see
 *   rub_region_id_get_stem(), in the order in which to massage them after such a run
 */
typedef struct
{
  int numbers[RUB_N_TIMING_NUMBERS];
  const char *stems[RUB_RUN_N_DEMANDS][RUB_TIMING_MAX_STEMS + 1];
  RubTimingRule rules[RUB_TIMING_MAX_RULES];
  guint n_rules;
} RubTiming;

/** Returns: (transfer none): data/planner/timing.json as it was when Rubdown was built. */
const RubTiming *rub_timing_get_bundled (void);

/** Returns: (transfer none) (nullable): the rule that everybody starts with under @id. */
const RubTimingRule *rub_timing_find_rule (const RubTiming *self, const char *id);

/** Returns: whether @id is a number's word, such as "hard-effort"; then @number (out) is set. */
gboolean rub_timing_number_from_id (const char *id, RubTimingNumber *number);

/** Returns: (transfer none): the word of @number. */
const char *rub_timing_number_to_id (RubTimingNumber number);

G_END_DECLS

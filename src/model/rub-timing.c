/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-timing.h"

static const char *const number_ids[RUB_N_TIMING_NUMBERS] = {
  [RUB_TIMING_COMPARED_DAYS] = "compared-days",
  [RUB_TIMING_COMPARED_RUNS] = "compared-runs",
  [RUB_TIMING_LONG_PERCENTILE] = "long-percentile",
  [RUB_TIMING_LONG_MINUTES] = "long-minutes",
  [RUB_TIMING_HARD_EFFORT] = "hard-effort",
  [RUB_TIMING_BIG_RACE_M] = "big-race-m",
  [RUB_TIMING_FARTHEST_M] = "farthest-m",
  [RUB_TIMING_FARTHEST_MARGIN_PERCENT] = "farthest-margin-percent",
  [RUB_TIMING_LAST_DEEP_DAYS_BEFORE_RACE] = "last-deep-days-before-race",
  [RUB_TIMING_LIGHT_DAYS_AFTER_RACE] = "light-days-after-race",
  [RUB_TIMING_FIRST_DEEP_DAYS_AFTER_RACE] = "first-deep-days-after-race",
  [RUB_TIMING_LIGHT_FROM_SORENESS] = "light-from-soreness",
  [RUB_TIMING_NOT_DEEP_FROM_SORENESS] = "not-deep-from-soreness",
  [RUB_TIMING_RECENT_CHECK_DAYS] = "recent-check-days",
};

const RubTimingRule *
rub_timing_find_rule (const RubTiming *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->n_rules; i++)
    if (g_str_equal (self->rules[i].fields.id, id))
      return &self->rules[i];

  return NULL;
}

gboolean
rub_timing_number_from_id (const char *id, RubTimingNumber *number)
{
  g_return_val_if_fail (number != NULL, FALSE);

  for (int i = 0; i < RUB_N_TIMING_NUMBERS; i++)
    if (g_strcmp0 (number_ids[i], id) == 0)
      {
        *number = (RubTimingNumber) i;
        return TRUE;
      }

  return FALSE;
}

const char *
rub_timing_number_to_id (RubTimingNumber number)
{
  g_return_val_if_fail ((int) number >= 0 && number < RUB_N_TIMING_NUMBERS, "");

  return number_ids[number];
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-quiet.h"

#define LAST_MINUTE (24 * 60 - 1)
/* The last day of year 9999, far beyond any pause and within what GDate can do. */
#define LAST_DAY 3652059

static const char *const policy_ids[RUB_QUIET_N_POLICIES] = {
  [RUB_QUIET_WAIT] = "wait",
  [RUB_QUIET_DROP] = "drop",
  [RUB_QUIET_COME] = "come",
};

void
rub_quiet_init (RubQuiet *self)
{
  g_return_if_fail (self != NULL);

  *self = (RubQuiet){ .repeat_min = RUB_QUIET_REPEAT_MIN };
}

void
rub_quiet_clamp (RubQuiet *self)
{
  g_return_if_fail (self != NULL);

  self->from_min = CLAMP (self->from_min, 0, LAST_MINUTE);
  self->to_min = CLAMP (self->to_min, 0, LAST_MINUTE);
  self->paused_us = MAX (self->paused_us, 0);
  self->pause_end = MIN (self->pause_end, LAST_DAY);
  self->repeat_min = CLAMP (self->repeat_min, 0, RUB_QUIET_MAX_REPEAT_MIN);
}

const char *
rub_quiet_policy_to_id (RubQuietPolicy policy)
{
  g_return_val_if_fail ((int) policy >= 0 && policy < RUB_QUIET_N_POLICIES, "wait");

  return policy_ids[policy];
}

RubQuietPolicy
rub_quiet_policy_from_id (const char *id)
{
  for (int i = 0; i < RUB_QUIET_N_POLICIES; i++)
    if (g_strcmp0 (policy_ids[i], id) == 0)
      return i;

  return RUB_QUIET_WAIT;
}

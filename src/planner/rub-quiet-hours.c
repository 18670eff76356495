/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-quiet-hours.h"

#include "rub-wall.h"

/* Quiet hours may meet those of the day before only where a zone skips a day. */
#define MAX_NIGHTS 3

/* When the quiet hours end that begin on @date, if @instant_us is in them; else @instant_us. */
static gint64
get_end_of_night_us (const RubQuiet *quiet, const GDate *date, gint64 instant_us, GTimeZone *zone)
{
  GDate end_date = *date;
  gint64 end_us;

  if (quiet->to_min < quiet->from_min)
    g_date_add_days (&end_date, 1);
  end_us = rub_wall_to_instant (zone, &end_date, quiet->to_min);
  if (rub_wall_to_instant (zone, date, quiet->from_min) > instant_us)
    return instant_us;

  return MAX (end_us, instant_us);
}

static gint64
step_over_night_us (const RubQuiet *quiet, gint64 instant_us, GTimeZone *zone)
{
  GDate date;
  gint64 end_us;

  rub_wall_get_date (zone, instant_us, &date);
  end_us = get_end_of_night_us (quiet, &date, instant_us, zone);
  if (end_us == instant_us)
    {
      g_date_subtract_days (&date, 1);
      end_us = get_end_of_night_us (quiet, &date, instant_us, zone);
    }

  return end_us;
}

gint64
rub_quiet_get_end_us (const RubQuiet *quiet, gint64 instant_us, GTimeZone *zone)
{
  g_return_val_if_fail (quiet != NULL, instant_us);
  g_return_val_if_fail (zone != NULL, instant_us);

  if (quiet->from_min == quiet->to_min)
    return instant_us;

  for (int i = 0; i < MAX_NIGHTS; i++)
    {
      gint64 end_us = step_over_night_us (quiet, instant_us, zone);

      if (end_us == instant_us)
        break;
      instant_us = end_us;
    }

  return instant_us;
}

gint64
rub_quiet_get_pause_end_us (const RubQuiet *quiet, gint64 instant_us, GTimeZone *zone)
{
  GDate date;

  g_return_val_if_fail (quiet != NULL, instant_us);
  g_return_val_if_fail (zone != NULL, instant_us);

  if (quiet->paused_us == 0 || instant_us < quiet->paused_us)
    return instant_us;
  if (quiet->pause_end == RUB_QUIET_NO_END)
    return RUB_QUIET_NEVER;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, quiet->pause_end);

  return MAX (instant_us, rub_wall_to_instant (zone, &date, 0));
}

gint64
rub_quiet_get_open_us (const RubQuiet *quiet, RubQuietPolicy policy, gint64 instant_us,
                       GTimeZone *zone)
{
  gint64 pause_end_us = rub_quiet_get_pause_end_us (quiet, instant_us, zone);

  if (pause_end_us == RUB_QUIET_NEVER || policy == RUB_QUIET_COME)
    return pause_end_us;

  return rub_quiet_get_end_us (quiet, pause_end_us, zone);
}

gboolean
rub_quiet_move (const RubQuiet *quiet, RubQuietPolicy policy, gint64 *due_us, GTimeZone *zone)
{
  gint64 open_us;

  g_return_val_if_fail (due_us != NULL, FALSE);

  open_us = policy == RUB_QUIET_COME ? *due_us : rub_quiet_get_end_us (quiet, *due_us, zone);
  if ((policy == RUB_QUIET_DROP && open_us != *due_us)
      || rub_quiet_get_pause_end_us (quiet, *due_us, zone) != *due_us
      || rub_quiet_get_pause_end_us (quiet, open_us, zone) != open_us)
    return FALSE;

  *due_us = open_us;

  return TRUE;
}

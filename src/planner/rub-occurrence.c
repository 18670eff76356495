/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-occurrence.h"

#include "rub-wall.h"

#define DAYS_PER_WEEK 7
/* The end of the year 9999: no rule looks further. */
#define LAST_DAY 3652059

void
rub_date_add (const GDate *date, int days, GDate *later)
{
  g_return_if_fail (date != NULL && g_date_valid (date));
  g_return_if_fail (later != NULL);

  *later = *date;
  if (days >= 0)
    g_date_add_days (later, (guint) days);
  else
    g_date_subtract_days (later, (guint) -days);
}

/* Julian day 1 was a Monday, so weeks are counted by division. */
static guint32
get_week (guint32 julian)
{
  return julian == 0 ? 0 : (julian - 1) / DAYS_PER_WEEK;
}

static gboolean
comes_on (const RubRuleFields *rule, const GDate *date)
{
  guint32 julian = g_date_get_julian (date);
  guint32 n_weeks;

  if (julian < rule->start_day
      || (rule->weekdays & RUB_WEEKDAY (g_date_get_weekday (date))) == 0)
    return FALSE;

  n_weeks = get_week (julian) - get_week (rule->start_day);

  return n_weeks % (guint32) rule->every_weeks == 0;
}

static void
find_weekdays (const RubRuleFields *rule, GTimeZone *zone, gint64 from_us, gint64 to_us,
               guint n_more, GArray *found)
{
  RubOccurrence next = { 0 };
  guint n_after = 0;
  guint32 day;

  if (rule->weekdays == 0)
    return;

  rub_wall_get_date (zone, from_us, &next.date);
  /* A wall time in a gap may come a day late. */
  day = MAX (g_date_get_julian (&next.date) - 1, rule->start_day);
  for (; day <= LAST_DAY; day++)
    {
      g_date_set_julian (&next.date, day);
      if (!comes_on (rule, &next.date))
        continue;
      next.due_us = rub_wall_to_instant (zone, &next.date, rule->wall_min);
      if (next.due_us < from_us)
        continue;
      if (next.due_us > to_us && ++n_after > n_more)
        return;
      g_array_append_val (found, next);
    }
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const RubOccurrence *first = a, *second = b;

  if (first->due_us != second->due_us)
    return first->due_us < second->due_us ? -1 : 1;

  return g_date_compare (&first->date, &second->date);
}

static void
find_races (const RubRuleFields *rule, GPtrArray *planned, GTimeZone *zone, gint64 from_us,
            gint64 to_us, guint n_more, GArray *found)
{
  guint n_within = 0;

  for (guint i = 0; i < planned->len; i++)
    {
      RubPlannedRun *race = g_ptr_array_index (planned, i);
      RubOccurrence next = { .race = race };

      if (!rub_planned_run_is_race (race))
        continue;
      rub_date_add (&rub_planned_run_get_fields (race)->date, -rule->day, &next.date);
      next.due_us = rub_wall_to_instant (zone, &next.date, rule->wall_min);
      if (next.due_us >= from_us)
        g_array_append_val (found, next);
    }

  g_array_sort (found, compare_due);
  while (n_within < found->len
         && g_array_index (found, RubOccurrence, n_within).due_us <= to_us)
    n_within++;
  if (found->len > n_within + n_more)
    g_array_set_size (found, n_within + n_more);
}

GArray *
rub_occurrences_find (RubRule *rule, GPtrArray *planned, GTimeZone *zone, gint64 from_us,
                      gint64 to_us, guint n_more)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RubOccurrence));
  const RubRuleFields *fields;

  g_return_val_if_fail (RUB_IS_RULE (rule), found);
  g_return_val_if_fail (planned != NULL, found);
  g_return_val_if_fail (zone != NULL, found);

  fields = rub_rule_get_fields (rule);
  switch (fields->trigger)
    {
    case RUB_TRIGGER_WEEKDAYS:
      find_weekdays (fields, zone, from_us, to_us, n_more, found);
      break;
    case RUB_TRIGGER_RACE:
      find_races (fields, planned, zone, from_us, to_us, n_more, found);
      break;
    case RUB_TRIGGER_RUN:
    case RUB_N_TRIGGERS:
    default:
      break;
    }

  return found;
}

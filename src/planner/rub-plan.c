/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-plan.h"

#include "rub-massage-answer.h"
#include "rub-occurrence.h"
#include "rub-plan-aim.h"
#include "rub-quiet-hours.h"
#include "rub-run-demand.h"
#include "rub-wall.h"

/* The longest time from the end of a run to the last reminder it makes, but for an own rule's. */
#define REACH_US ((RUB_RULE_MAX_DAY + 1) * G_TIME_SPAN_DAY)
/* How far ahead what comes by the calendar is planned, and what comes next after that. */
#define AHEAD_US (28 * G_TIME_SPAN_DAY)

typedef struct
{
  const RubTiming *timing;
  RubRecords *records;
  gint64 now_us;
  GTimeZone *zone;
  RubPlanAim *aim;
  GPtrArray *reminders;
} Plan;

/* The runner's day is that of the place of the run; the wall clock is that of the device. */
static void
get_run_date (RubRun *run, GTimeZone *device_zone, GDate *date)
{
  const char *name = rub_run_get_fields (run)->zone;
  g_autoptr (GTimeZone) run_zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  rub_wall_get_date (run_zone != NULL ? run_zone : device_zone, rub_run_get_end_us (run), date);
}

static gint64
get_rule_due_us (const RubRuleFields *rule, RubRun *run, const GDate *date, GTimeZone *zone)
{
  if (rule->day == 0)
    return rub_run_get_end_us (run) + rule->delay_min * G_TIME_SPAN_MINUTE;

  return rub_wall_to_instant (zone, date, rule->wall_min);
}

static char *
make_dated_id (const char *rule_id, const GDate *date)
{
  return g_strdup_printf ("%s/%04d-%02d-%02d", rule_id, g_date_get_year (date),
                          g_date_get_month (date), g_date_get_day (date));
}

/* One question a morning is enough, whatever asks it. */
static char *
make_id (const RubRuleFields *rule, RubRun *run, const GDate *date)
{
  if (rule->task == RUB_TASK_CHECK)
    return make_dated_id ("check", date);
  if (run == NULL)
    return make_dated_id (rule->id, date);

  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, rule->id, rub_run_get_id (run));
}

static gboolean
has_check_on (Plan *plan, const GDate *date)
{
  for (guint i = 0; i < plan->records->checks->len; i++)
    {
      RubCheck *check = g_ptr_array_index (plan->records->checks, i);
      GDate made;

      rub_wall_get_date (plan->zone, rub_check_get_made_us (check), &made);
      if (g_date_compare (&made, date) == 0)
        return TRUE;
      if (g_date_compare (&made, date) < 0)
        return FALSE;
    }

  return FALSE;
}

static gboolean
is_answered (Plan *plan, const RubReminderFields *fields, const GDate *date)
{
  return fields->task == RUB_TASK_CHECK
           ? has_check_on (plan, date)
           : rub_massage_answers (plan->records, fields, plan->zone);
}

/* Whether it comes, now or later; what has come stays. */
static gboolean
comes (Plan *plan, RubReminderFields *fields)
{
  return fields->state == RUB_REMINDER_SHOWN
         || rub_quiet_move (&plan->records->quiet,
                            rub_records_get_quiet_policy (plan->records, fields->rule_id),
                            &fields->due_us, plan->zone);
}

/* What happened, where something did; else what time and other facts make of it. */
static void
set_state (Plan *plan, RubReminderFields *fields, const GDate *date)
{
  const RubReminderRecord *record = rub_records_find_reminder (plan->records, fields->id);
  gboolean is_to_come;

  if (record != NULL)
    {
      fields->state = record->state;
      fields->due_us = record->due_us;
      fields->changed_us = record->changed_us;
    }

  if ((RUB_REMINDER_STATE (fields->state) & RUB_REMINDER_OPEN_STATES) == 0)
    return;

  is_to_come = comes (plan, fields);
  if (is_answered (plan, fields, date))
    fields->state = RUB_REMINDER_DONE;
  else if (!is_to_come)
    fields->state = RUB_REMINDER_SKIPPED;
  else if (plan->now_us - fields->due_us > RUB_MISSED_US)
    fields->state = RUB_REMINDER_MISSED;
}

static RubReminderFields
start_fields (const RubRuleFields *rule)
{
  return (RubReminderFields){
    .rule_id = rule->id,
    .task = rule->task,
    .minutes = rule->minutes,
    .intensity = rule->intensity,
    .day = rule->day,
    .trigger = rule->trigger,
    .is_own = rule->is_own,
    .every_weeks = rule->every_weeks,
  };
}

/*
 * Adds what @fields have come to be, unless it is there.
 *
 * @date: the local day it is for
 * @since_us: what was due before that, and never shown, is not made up; one that is yet to come is
 *   from while the clock was ahead, and says nothing
 */
static void
add_reminder (Plan *plan, RubReminderFields *fields, const GDate *date, gint64 since_us)
{
  GDate day;

  if (rub_plan_find (plan->reminders, fields->id) != NULL
      || (since_us <= plan->now_us && fields->due_us < since_us
          && rub_records_find_reminder (plan->records, fields->id) == NULL))
    return;

  set_state (plan, fields, date);
  rub_wall_get_date (plan->zone, fields->due_us, &day);
  rub_plan_aim_take (plan->aim, fields, &day);
  g_ptr_array_add (plan->reminders, rub_reminder_new (fields));
}

static void
add_after_run (Plan *plan, const RubRuleFields *rule, RubRun *run, RubRunDemand demand)
{
  /* One that came in while the clock was ahead has come in by now. */
  gint64 added_us = MIN (rub_run_get_fields (run)->added_us, plan->now_us);
  g_autofree char *id = NULL;
  GDate date;
  RubReminderFields fields = start_fields (rule);

  get_run_date (run, plan->zone, &date);
  g_date_add_days (&date, (guint) rule->day);
  id = make_id (rule, run, &date);
  fields.id = id;
  fields.run = run;
  fields.demand = demand;
  fields.due_us = get_rule_due_us (rule, run, &date, plan->zone);

  /* A run that came in late asks when it comes; one that came in a day late asks for nothing. */
  if (added_us - fields.due_us > RUB_MISSED_US)
    return;
  fields.due_us = MAX (fields.due_us, added_us);

  add_reminder (plan, &fields, &date, rule->since_us);
}

static void
add_by_calendar (Plan *plan, RubRule *rule)
{
  const RubRuleFields *facts = rub_rule_get_fields (rule);
  g_autoptr (GArray) found
    = rub_occurrences_find (rule, plan->records->planned, plan->zone,
                            plan->now_us - RUB_PLAN_BACK_US, plan->now_us + AHEAD_US, 1);

  for (guint i = 0; i < found->len; i++)
    {
      const RubOccurrence *next = &g_array_index (found, RubOccurrence, i);
      RubReminderFields fields = start_fields (facts);
      gint64 since_us = facts->since_us;
      g_autofree char *id = make_id (facts, NULL, &next->date);

      fields.id = id;
      fields.due_us = next->due_us;
      fields.race = next->race;
      if (next->race != NULL)
        {
          fields.days_to_race = facts->day;
          since_us = MAX (since_us, rub_planned_run_get_fields (next->race)->added_us);
        }
      add_reminder (plan, &fields, &next->date, since_us);
    }
}

static gboolean
is_superseded (Plan *plan, const RubReminderFields *fields)
{
  GDate day, other_day;

  if (fields->task != RUB_TASK_MASSAGE || fields->day == 0 || fields->run == NULL
      || fields->state != RUB_REMINDER_PLANNED)
    return FALSE;

  rub_wall_get_date (plan->zone, fields->due_us, &day);
  for (guint i = 0; i < plan->reminders->len; i++)
    {
      const RubReminderFields *other
        = rub_reminder_get_fields (g_ptr_array_index (plan->reminders, i));

      if (other->task != RUB_TASK_MASSAGE || other->day != 0 || other->run == NULL
          || rub_run_get_start_us (other->run) <= rub_run_get_start_us (fields->run))
        continue;
      rub_wall_get_date (plan->zone, other->due_us, &other_day);
      if (g_date_compare (&day, &other_day) == 0)
        return TRUE;
    }

  return FALSE;
}

/* One massage a day is enough: the one after a newer run replaces one left over from before. */
static void
drop_superseded (Plan *plan)
{
  for (guint i = plan->reminders->len; i > 0; i--)
    if (is_superseded (plan, rub_reminder_get_fields (plan->reminders->pdata[i - 1])))
      g_ptr_array_remove_index (plan->reminders, i - 1);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const RubReminderFields *first = rub_reminder_get_fields (*(RubReminder *const *) a);
  const RubReminderFields *second = rub_reminder_get_fields (*(RubReminder *const *) b);

  if (first->due_us != second->due_us)
    return first->due_us < second->due_us ? -1 : 1;

  return g_strcmp0 (first->id, second->id);
}

/* Newest first, so that the check of a morning is asked for the newest run. */
static int
compare_runs (gconstpointer a, gconstpointer b)
{
  RubRun *first = *(RubRun *const *) a;
  RubRun *second = *(RubRun *const *) b;
  gint64 newer_us = rub_run_get_start_us (second) - rub_run_get_start_us (first);
  gint64 newer_id = rub_run_get_id (second) - rub_run_get_id (first);

  if (newer_us != 0)
    return newer_us > 0 ? 1 : -1;

  return (newer_id > 0) - (newer_id < 0);
}

/* The runs that may still ask for something, in an order that is not that of the records. */
static GPtrArray *
find_recent_runs (Plan *plan)
{
  GPtrArray *runs = g_ptr_array_new ();

  for (guint i = 0; i < plan->records->runs->len; i++)
    {
      RubRun *run = g_ptr_array_index (plan->records->runs, i);

      if (plan->now_us - rub_run_get_end_us (run) <= RUB_PLAN_BACK_US + REACH_US)
        g_ptr_array_add (runs, run);
    }
  g_ptr_array_sort (runs, compare_runs);

  return runs;
}

static void
add_reminders_of_run (Plan *plan, GPtrArray *rules, RubRun *run)
{
  RubRunDemand demand = rub_run_get_demand (plan->timing, run, plan->records->runs);

  for (guint i = 0; i < rules->len; i++)
    {
      RubRule *rule = g_ptr_array_index (rules, i);
      const RubRuleFields *fields = rub_rule_get_fields (rule);

      if (fields->is_enabled && fields->trigger == RUB_TRIGGER_RUN
          && rub_rule_follows (rule, demand) && rub_rule_fits (rule, run))
        add_after_run (plan, fields, run, demand);
    }
}

static void
add_all (Plan *plan)
{
  g_autoptr (GPtrArray) rules = rub_plan_get_all_rules (plan->timing, plan->records);
  g_autoptr (GPtrArray) runs = find_recent_runs (plan);

  for (guint i = 0; i < runs->len; i++)
    add_reminders_of_run (plan, rules, g_ptr_array_index (runs, i));
  for (guint i = 0; i < rules->len; i++)
    {
      const RubRuleFields *fields = rub_rule_get_fields (g_ptr_array_index (rules, i));

      if (fields->is_enabled && fields->trigger != RUB_TRIGGER_RUN)
        add_by_calendar (plan, g_ptr_array_index (rules, i));
    }
}

GPtrArray *
rub_plan_make_with (const RubTiming *timing, RubRecords *records, gint64 now_us, GTimeZone *zone)
{
  g_autoptr (RubPlanAim) aim = NULL;
  Plan plan = { .timing = timing, .records = records, .now_us = now_us, .zone = zone };

  g_return_val_if_fail (timing != NULL, NULL);
  g_return_val_if_fail (records != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  aim = rub_plan_aim_new (timing, records, now_us, zone);
  plan.aim = aim;
  plan.reminders = g_ptr_array_new_with_free_func (g_object_unref);
  add_all (&plan);

  drop_superseded (&plan);
  g_ptr_array_sort (plan.reminders, compare_due);
  while (plan.reminders->len > 0
         && rub_reminder_get_due_us (plan.reminders->pdata[0]) < now_us - RUB_PLAN_BACK_US)
    g_ptr_array_remove_index (plan.reminders, 0);

  return plan.reminders;
}

GPtrArray *
rub_plan_make (RubRecords *records, gint64 now_us, GTimeZone *zone)
{
  return rub_plan_make_with (rub_timing_get_bundled (), records, now_us, zone);
}

RubReminder *
rub_plan_get_next (GPtrArray *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  for (guint i = 0; i < plan->len; i++)
    if (rub_reminder_is_open (plan->pdata[i]))
      return plan->pdata[i];

  return NULL;
}

RubReminder *
rub_plan_find (GPtrArray *plan, const char *id)
{
  g_return_val_if_fail (plan != NULL && id != NULL, NULL);

  for (guint i = 0; i < plan->len; i++)
    if (g_str_equal (rub_reminder_get_id (plan->pdata[i]), id))
      return plan->pdata[i];

  return NULL;
}

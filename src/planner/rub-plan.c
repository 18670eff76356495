/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-plan.h"

#include "rub-run-demand.h"
#include "rub-wall.h"

#define DEMAND(demand) (1u << RUB_RUN_DEMAND_##demand)
#define DEMANDING (DEMAND (HARD) | DEMAND (LONG) | DEMAND (RACE) | DEMAND (BIG_RACE))
#define EVENING (18 * 60)
#define MORNING (8 * 60)
/* The longest time from the end of a run to the last reminder it makes. */
#define REACH_US (4 * G_TIME_SPAN_DAY)

/*
 * Defaults. What trials support is thin: massage at once, at 2 h and at 3 h all lessened soreness
 * a little (Nunes 2016, Hilbert 2003, Zainuddin 2005), rolling at 0, 24 and 48 h too
 * (Pearcey 2015), and sessions of 5 to 12 minutes did as well as longer ones (Poppendieck 2016).
 * The rest is comfort and caution: light at first, moderate from 24 h, after a marathon from 48 h.
 */
static const RubRuleFields defaults[] = {
  { "easy", RUB_TASK_MASSAGE, DEMAND (EASY), 0, 120, EVENING, 5, RUB_INTENSITY_LIGHT, FALSE },
  { "hard", RUB_TASK_MASSAGE, DEMAND (HARD), 0, 120, EVENING, 8, RUB_INTENSITY_LIGHT, TRUE },
  { "long", RUB_TASK_MASSAGE, DEMAND (LONG), 0, 120, EVENING, 10, RUB_INTENSITY_LIGHT, TRUE },
  { "long-next-day", RUB_TASK_MASSAGE, DEMAND (LONG), 1, 0, EVENING, 10, RUB_INTENSITY_MODERATE,
    TRUE },
  { "race", RUB_TASK_MASSAGE, DEMAND (RACE), 0, 60, EVENING, 10, RUB_INTENSITY_LIGHT, TRUE },
  { "big-race", RUB_TASK_MASSAGE, DEMAND (BIG_RACE), 0, 240, EVENING, 10, RUB_INTENSITY_LIGHT,
    TRUE },
  { "big-race-next-day", RUB_TASK_MASSAGE, DEMAND (BIG_RACE), 1, 0, EVENING, 10,
    RUB_INTENSITY_LIGHT, TRUE },
  { "big-race-second-day", RUB_TASK_MASSAGE, DEMAND (BIG_RACE), 2, 0, EVENING, 10,
    RUB_INTENSITY_MODERATE, TRUE },
  { "check-next-day", RUB_TASK_CHECK, DEMANDING, 1, 0, MORNING, 0, RUB_INTENSITY_LIGHT, TRUE },
  { "check-second-day", RUB_TASK_CHECK, DEMANDING, 2, 0, MORNING, 0, RUB_INTENSITY_LIGHT, TRUE },
  { "check-third-day", RUB_TASK_CHECK, DEMAND (BIG_RACE), 3, 0, MORNING, 0, RUB_INTENSITY_LIGHT,
    TRUE },
};

typedef struct
{
  RubRecords *records;
  gint64 now_us;
  GTimeZone *zone;
  GPtrArray *reminders;
} Plan;

static const RubRuleSetting *
find_setting (GArray *settings, const char *rule_id)
{
  for (guint i = 0; i < settings->len; i++)
    {
      const RubRuleSetting *setting = &g_array_index (settings, RubRuleSetting, i);

      if (g_str_equal (setting->rule_id, rule_id))
        return setting;
    }

  return NULL;
}

GPtrArray *
rub_plan_get_rules (GArray *settings)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (settings != NULL, rules);

  for (gsize i = 0; i < G_N_ELEMENTS (defaults); i++)
    {
      RubRuleFields fields = defaults[i];
      const RubRuleSetting *setting = find_setting (settings, fields.id);

      if (setting != NULL)
        {
          fields.is_enabled = setting->is_enabled;
          fields.delay_min = setting->delay_min;
          fields.wall_min = setting->wall_min;
        }
      g_ptr_array_add (rules, rub_rule_new (&fields));
    }

  return rules;
}

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
make_id (const RubRuleFields *rule, RubRun *run, const GDate *date)
{
  if (rule->task == RUB_TASK_CHECK)
    return g_strdup_printf ("check/%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                            g_date_get_day (date));

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

/* What happened, where something did; else what time and other facts make of it. */
static void
set_state (Plan *plan, RubReminderFields *fields, const GDate *date)
{
  const RubReminderRecord *record = rub_records_find_reminder (plan->records, fields->id);

  if (record != NULL)
    {
      fields->state = record->state;
      fields->due_us = record->due_us;
      fields->changed_us = record->changed_us;
    }

  if ((RUB_REMINDER_STATE (fields->state) & RUB_REMINDER_OPEN_STATES) == 0)
    return;
  if (fields->task == RUB_TASK_CHECK && has_check_on (plan, date))
    fields->state = RUB_REMINDER_DONE;
  else if (plan->now_us - fields->due_us > RUB_MISSED_US)
    fields->state = RUB_REMINDER_MISSED;
}

static void
add_reminder (Plan *plan, const RubRuleFields *rule, RubRun *run, RubRunDemand demand)
{
  const RubRunFields *run_fields = rub_run_get_fields (run);
  g_autofree char *id = NULL;
  GDate date;
  RubReminderFields fields = {
    .rule_id = rule->id,
    .task = rule->task,
    .minutes = rule->minutes,
    .intensity = rule->intensity,
    .day = rule->day,
    .demand = demand,
    .run = run,
  };

  get_run_date (run, plan->zone, &date);
  g_date_add_days (&date, (guint) rule->day);
  id = make_id (rule, run, &date);
  fields.id = id;
  fields.due_us = get_rule_due_us (rule, run, &date, plan->zone);

  /* A run that came in late asks when it comes; one that came in a day late asks for nothing. */
  if (run_fields->added_us - fields.due_us > RUB_MISSED_US)
    return;
  fields.due_us = MAX (fields.due_us, run_fields->added_us);

  set_state (plan, &fields, &date);
  /* Runs come newest first, so the check of a morning is asked for the newest run. */
  if (rub_plan_find (plan->reminders, id) == NULL)
    g_ptr_array_add (plan->reminders, rub_reminder_new (&fields));
}

static gboolean
is_superseded (Plan *plan, const RubReminderFields *fields)
{
  GDate day, other_day;

  if (fields->task != RUB_TASK_MASSAGE || fields->day == 0
      || fields->state != RUB_REMINDER_PLANNED)
    return FALSE;

  rub_wall_get_date (plan->zone, fields->due_us, &day);
  for (guint i = 0; i < plan->reminders->len; i++)
    {
      const RubReminderFields *other
        = rub_reminder_get_fields (g_ptr_array_index (plan->reminders, i));

      if (other->task != RUB_TASK_MASSAGE || other->day != 0
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

static void
add_reminders_of_run (Plan *plan, GPtrArray *rules, RubRun *run)
{
  RubRunDemand demand = rub_run_get_demand (run, plan->records->runs);

  for (guint i = 0; i < rules->len; i++)
    {
      RubRule *rule = g_ptr_array_index (rules, i);
      const RubRuleFields *fields = rub_rule_get_fields (rule);

      if (fields->is_enabled && rub_rule_follows (rule, demand))
        add_reminder (plan, fields, run, demand);
    }
}

GPtrArray *
rub_plan_make (RubRecords *records, gint64 now_us, GTimeZone *zone)
{
  Plan plan = { records, now_us, zone, g_ptr_array_new_with_free_func (g_object_unref) };
  g_autoptr (GPtrArray) rules = NULL;

  g_return_val_if_fail (records != NULL, plan.reminders);
  g_return_val_if_fail (zone != NULL, plan.reminders);

  rules = rub_plan_get_rules (records->rules);
  for (guint i = 0; i < records->runs->len; i++)
    {
      RubRun *run = g_ptr_array_index (records->runs, i);

      if (now_us - rub_run_get_end_us (run) <= RUB_PLAN_BACK_US + REACH_US)
        add_reminders_of_run (&plan, rules, run);
    }

  drop_superseded (&plan);
  g_ptr_array_sort (plan.reminders, compare_due);
  while (plan.reminders->len > 0
         && rub_reminder_get_due_us (plan.reminders->pdata[0]) < now_us - RUB_PLAN_BACK_US)
    g_ptr_array_remove_index (plan.reminders, 0);

  return plan.reminders;
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

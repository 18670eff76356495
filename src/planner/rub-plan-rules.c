/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-plan-rules.h"

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

static RubRule *
make_rule (const RubTimingRule *rule, GArray *settings)
{
  RubRuleFields fields = rule->fields;
  const RubRuleSetting *setting = find_setting (settings, fields.id);

  if (setting != NULL)
    {
      fields.is_enabled = setting->is_enabled;
      fields.delay_min = setting->delay_min;
      fields.wall_min = setting->wall_min;
    }

  return rub_rule_new (&fields);
}

GPtrArray *
rub_plan_get_rules (GArray *settings)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func (g_object_unref);
  const RubTiming *timing = rub_timing_get_bundled ();

  g_return_val_if_fail (settings != NULL, rules);

  for (guint i = 0; i < timing->n_rules; i++)
    g_ptr_array_add (rules, make_rule (&timing->rules[i], settings));

  return rules;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (rub_rule_get_id (*(RubRule *const *) a),
                    rub_rule_get_id (*(RubRule *const *) b));
}

GPtrArray *
rub_plan_get_all_rules (const RubTiming *timing, RubRecords *records)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  g_return_val_if_fail (timing != NULL, rules);
  g_return_val_if_fail (records != NULL, rules);

  for (guint i = 0; i < timing->n_rules; i++)
    {
      RubRule *stored = rub_records_find_own_rule (records, timing->rules[i].fields.id);

      g_ptr_array_add (rules, stored != NULL ? g_object_ref (stored)
                                             : make_rule (&timing->rules[i], records->rules));
    }

  for (guint i = 0; i < records->own_rules->len; i++)
    if (rub_timing_find_rule (timing, rub_rule_get_id (records->own_rules->pdata[i])) == NULL)
      g_ptr_array_add (own, records->own_rules->pdata[i]);
  g_ptr_array_sort (own, compare_ids);
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (rules, g_object_ref (own->pdata[i]));

  return rules;
}

static gboolean
is_taken (RubRecords *records, const char *id)
{
  if (rub_records_find_own_rule (records, id) != NULL)
    return TRUE;

  for (guint i = 0; i < records->reminders->len; i++)
    if (g_str_equal (g_array_index (records->reminders, RubReminderRecord, i).rule_id, id))
      return TRUE;

  return FALSE;
}

char *
rub_plan_make_rule_id (RubRecords *records)
{
  g_return_val_if_fail (records != NULL, NULL);

  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("own-%06u", i);

      if (!is_taken (records, id))
        return g_steal_pointer (&id);
    }
}

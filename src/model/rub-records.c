/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-records.h"

G_DEFINE_BOXED_TYPE (RubRecords, rub_records, rub_records_ref, rub_records_unref)

RubRecords *
rub_records_new (void)
{
  RubRecords *self = g_new0 (RubRecords, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->runs = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
  self->rules = g_array_new (FALSE, FALSE, sizeof (RubRuleSetting));
  self->own_rules = g_ptr_array_new_with_free_func (g_object_unref);
  self->planned = g_ptr_array_new_with_free_func (g_object_unref);
  rub_quiet_init (&self->quiet);
  self->quiet_rules = g_array_new (FALSE, FALSE, sizeof (RubQuietRule));
  self->reminders = g_array_new (FALSE, FALSE, sizeof (RubReminderRecord));
  self->massages = g_array_new (FALSE, FALSE, sizeof (RubMassage));
  self->places = g_array_new (FALSE, FALSE, sizeof (RubPlace));
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

RubRecords *
rub_records_ref (RubRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
rub_records_unref (RubRecords *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->runs);
  g_ptr_array_unref (self->checks);
  g_array_unref (self->rules);
  g_ptr_array_unref (self->own_rules);
  g_ptr_array_unref (self->planned);
  g_array_unref (self->quiet_rules);
  g_array_unref (self->reminders);
  g_array_unref (self->massages);
  g_array_unref (self->places);
  g_ptr_array_unref (self->articles);
  g_free (self);
}

RubRun *
rub_records_find_run (RubRecords *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->runs->len; i++)
    {
      RubRun *run = g_ptr_array_index (self->runs, i);

      if (rub_run_get_id (run) == id)
        return run;
    }

  return NULL;
}

RubRule *
rub_records_find_own_rule (RubRecords *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->own_rules->len; i++)
    if (g_str_equal (rub_rule_get_id (self->own_rules->pdata[i]), id))
      return self->own_rules->pdata[i];

  return NULL;
}

const RubReminderRecord *
rub_records_find_reminder (RubRecords *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->reminders->len; i++)
    {
      const RubReminderRecord *record = &g_array_index (self->reminders, RubReminderRecord, i);

      if (g_str_equal (record->id, id))
        return record;
    }

  return NULL;
}

RubQuietPolicy
rub_records_get_quiet_policy (RubRecords *self, const char *rule_id)
{
  g_return_val_if_fail (self != NULL, RUB_QUIET_WAIT);
  g_return_val_if_fail (rule_id != NULL, RUB_QUIET_WAIT);

  for (guint i = 0; i < self->quiet_rules->len; i++)
    {
      const RubQuietRule *rule = &g_array_index (self->quiet_rules, RubQuietRule, i);

      if (g_str_equal (rule->rule_id, rule_id))
        return rule->policy;
    }

  return RUB_QUIET_WAIT;
}

int
rub_records_get_place (RubRecords *self, const char *article_id)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (article_id != NULL, 0);

  for (guint i = 0; i < self->places->len; i++)
    {
      const RubPlace *place = &g_array_index (self->places, RubPlace, i);

      if (g_str_equal (place->article_id, article_id))
        return place->block;
    }

  return 0;
}

RubSavedArticle *
rub_records_find_article (RubRecords *self, const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < self->articles->len; i++)
    {
      RubSavedArticle *article = g_ptr_array_index (self->articles, i);

      if (g_str_equal (rub_saved_article_get_key (article), key))
        return article;
    }

  return NULL;
}

RubSavedArticle *
rub_records_find_article_at (RubRecords *self, const char *address)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (address != NULL, NULL);

  for (guint i = 0; i < self->articles->len; i++)
    {
      RubSavedArticle *article = g_ptr_array_index (self->articles, i);

      if (g_strcmp0 (rub_saved_article_get_fields (article)->address, address) == 0)
        return article;
    }

  return NULL;
}

RubRun *
rub_records_find_same_run (RubRecords *self, RubRun *run)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (RUB_IS_RUN (run), NULL);

  for (guint i = 0; i < self->runs->len; i++)
    {
      RubRun *other = g_ptr_array_index (self->runs, i);

      if (rub_run_is_same (other, run))
        return other;
    }

  return NULL;
}

guint
rub_records_count_checks_after (RubRecords *self, gint64 instant_us)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->checks->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (rub_check_get_made_us (self->checks->pdata[middle]) > instant_us)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

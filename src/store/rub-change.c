/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-change.h"

#include "rub-change-private.h"
#include "rub-planned-steps.h"

struct _RubChange
{
  GObject parent_instance;

  gboolean was_applied;
  gint64 row;

  /* Owned */
  GPtrArray *steps;
  RubChange *undo;
};

G_DEFINE_FINAL_TYPE (RubChange, rub_change, G_TYPE_OBJECT)

static void
free_step (gpointer data)
{
  RubStep *step = data;

  g_clear_object (&step->object);
  g_clear_pointer (&step->content, rub_content_free);
  g_free (step);
}

RubStep *
rub_change_add_step (RubChange *self, RubStepFunc apply)
{
  RubStep *step = g_new0 (RubStep, 1);

  step->apply = apply;
  g_ptr_array_add (self->steps, step);

  return step;
}

static void
rub_change_finalize (GObject *object)
{
  RubChange *self = RUB_CHANGE (object);

  g_ptr_array_unref (self->steps);
  g_clear_object (&self->undo);

  G_OBJECT_CLASS (rub_change_parent_class)->finalize (object);
}

static void
rub_change_class_init (RubChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_change_finalize;
}

static void
rub_change_init (RubChange *self)
{
  self->steps = g_ptr_array_new_with_free_func (free_step);
}

static void
reverse_steps (RubChange *self)
{
  for (guint i = 0; i < self->steps->len / 2; i++)
    {
      gpointer *steps = self->steps->pdata;
      guint last = self->steps->len - 1 - i;
      gpointer step = steps[i];

      steps[i] = steps[last];
      steps[last] = step;
    }
}

gboolean
rub_change_apply (RubChange *self, sqlite3 *db, gint64 now_us, GError **error)
{
  g_assert (RUB_IS_CHANGE (self));

  g_clear_object (&self->undo);
  self->undo = rub_change_new ();
  self->was_applied = TRUE;
  self->row = 0;

  for (guint i = 0; i < self->steps->len && self->was_applied; i++)
    {
      RubStep *step = g_ptr_array_index (self->steps, i);
      gboolean is_insert = step->object != NULL || step->apply == rub_step_massage;

      step->now_us = now_us;
      if (!step->apply (step, db, self->undo, &self->was_applied, error))
        {
          self->was_applied = FALSE;
          return FALSE;
        }
      if (is_insert && self->was_applied && self->row == 0)
        {
          RubStep *inverse = g_ptr_array_index (self->undo->steps, self->undo->steps->len - 1);

          self->row = inverse->id;
        }
    }
  reverse_steps (self->undo);

  return TRUE;
}

RubChange *
rub_change_new (void)
{
  return g_object_new (RUB_TYPE_CHANGE, NULL);
}

void
rub_change_save_run (RubChange *self, RubRun *run)
{
  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (RUB_IS_RUN (run));

  rub_change_add_step (self, rub_step_run)->object = g_object_ref (G_OBJECT (run));
}

void
rub_change_save_check (RubChange *self, RubCheck *check)
{
  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (RUB_IS_CHECK (check));

  rub_change_add_step (self, rub_step_check)->object = g_object_ref (G_OBJECT (check));
}

void
rub_change_edit_article (RubChange *self, RubSavedArticle *article)
{
  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (RUB_IS_SAVED_ARTICLE (article));

  rub_change_add_step (self, rub_step_article_edit)->object = g_object_ref (G_OBJECT (article));
}

void
rub_change_save_highlight (RubChange *self, RubHighlight *highlight)
{
  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (RUB_IS_HIGHLIGHT (highlight));

  rub_change_add_step (self, rub_step_highlight)->object = g_object_ref (G_OBJECT (highlight));
}

static void
add_removed_step (RubChange *self, RubStepFunc apply, gint64 id, gboolean is_removed)
{
  RubStep *step = rub_change_add_step (self, apply);

  step->id = id;
  step->is_removed = is_removed;
}

void
rub_change_set_run_removed (RubChange *self, gint64 id, gboolean is_removed)
{
  g_return_if_fail (RUB_IS_CHANGE (self));

  add_removed_step (self, rub_step_run_removed, id, is_removed);
}

void
rub_change_set_check_removed (RubChange *self, gint64 id, gboolean is_removed)
{
  g_return_if_fail (RUB_IS_CHANGE (self));

  add_removed_step (self, rub_step_check_removed, id, is_removed);
}

void
rub_change_set_massage_removed (RubChange *self, gint64 id, gboolean is_removed)
{
  g_return_if_fail (RUB_IS_CHANGE (self));

  add_removed_step (self, rub_step_massage_removed, id, is_removed);
}

void
rub_change_set_article_removed (RubChange *self, gint64 id, gboolean is_removed)
{
  g_return_if_fail (RUB_IS_CHANGE (self));

  add_removed_step (self, rub_step_article_removed, id, is_removed);
}

void
rub_change_set_highlight_removed (RubChange *self, gint64 id, gboolean is_removed)
{
  g_return_if_fail (RUB_IS_CHANGE (self));

  add_removed_step (self, rub_step_highlight_removed, id, is_removed);
}

void
rub_change_set_planned_run_removed (RubChange *self, gint64 id, gboolean is_removed)
{
  g_return_if_fail (RUB_IS_CHANGE (self));

  add_removed_step (self, rub_step_planned_run_removed, id, is_removed);
}

void
rub_change_save_planned_run (RubChange *self, RubPlannedRun *planned)
{
  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (RUB_IS_PLANNED_RUN (planned));

  rub_change_add_step (self, rub_step_planned_run)->object = g_object_ref (G_OBJECT (planned));
}

void
rub_change_save_rule (RubChange *self, RubRule *rule)
{
  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (RUB_IS_RULE (rule));

  rub_change_add_step (self, rub_step_own_rule)->object = g_object_ref (G_OBJECT (rule));
}

void
rub_change_remove_rule (RubChange *self, const char *id)
{
  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (id != NULL);

  rub_change_add_step (self, rub_step_own_rule_removed)->value.rule.rule_id
    = g_intern_string (id);
}

void
rub_change_save_massage (RubChange *self, const RubMassage *massage)
{
  RubStep *step;

  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (massage != NULL && massage->id == 0);

  step = rub_change_add_step (self, rub_step_massage);
  step->value.massage = *massage;
  step->value.massage.reminder_id = g_intern_string (massage->reminder_id);
}

void
rub_change_set_rule (RubChange *self, const RubRuleSetting *setting)
{
  RubStep *step;

  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (setting != NULL && setting->rule_id != NULL);

  step = rub_change_add_step (self, rub_step_rule);
  step->value.rule = *setting;
  step->value.rule.rule_id = g_intern_string (setting->rule_id);
}

void
rub_change_set_place (RubChange *self, const RubPlace *place)
{
  RubStep *step;

  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (place != NULL && place->article_id != NULL);

  step = rub_change_add_step (self, rub_step_place);
  step->value.place = *place;
  step->value.place.article_id = g_intern_string (place->article_id);
}

void
rub_change_move_reminder (RubChange *self, const RubReminderRecord *record, RubReminderStates from)
{
  RubStep *step;

  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (record != NULL && record->id != NULL && record->rule_id != NULL);

  step = rub_change_add_step (self, rub_step_reminder);
  step->from = from;
  step->value.reminder = *record;
  step->value.reminder.id = g_intern_string (record->id);
  step->value.reminder.rule_id = g_intern_string (record->rule_id);
}

gboolean
rub_change_was_applied (RubChange *self)
{
  g_return_val_if_fail (RUB_IS_CHANGE (self), FALSE);

  return self->was_applied;
}

gint64
rub_change_get_row (RubChange *self)
{
  g_return_val_if_fail (RUB_IS_CHANGE (self), 0);

  return self->row;
}

RubChange *
rub_change_new_undo (RubChange *self)
{
  g_return_val_if_fail (RUB_IS_CHANGE (self), NULL);
  g_return_val_if_fail (self->was_applied && self->undo != NULL, NULL);

  return g_object_ref (self->undo);
}

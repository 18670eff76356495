/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-change.h"

#include "rub-change-private.h"
#include "rub-rows.h"
#include "rub-sql.h"

typedef struct _Step Step;

/* Does one step and puts what takes it back into @undo. Sets @was_applied to FALSE when the
 * step's condition no longer holds. */
typedef gboolean (*ApplyFunc) (Step *step,
                               sqlite3 *db,
                               RubChange *undo,
                               gboolean *was_applied,
                               GError **error);

struct _Step
{
  ApplyFunc apply;
  gint64 id;
  gint64 now_us;
  gboolean is_removed;
  RubReminderStates from;

  /* Owned: a RubRun or RubCheck */
  GObject *object;

  /* Strings in these are interned. */
  union
  {
    RubMassage massage;
    RubRuleSetting rule;
    RubPlace place;
    RubReminderRecord reminder;
  } value;
};

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
  Step *step = data;

  g_clear_object (&step->object);
  g_free (step);
}

static Step *
add_step (RubChange *self, ApplyFunc apply)
{
  Step *step = g_new0 (Step, 1);

  step->apply = apply;
  g_ptr_array_add (self->steps, step);

  return step;
}

static gboolean
apply_run (Step *step, sqlite3 *db, RubChange *undo, gboolean *was_applied, GError **error)
{
  const RubRunFields *run = rub_run_get_fields (RUB_RUN (step->object));
  g_autoptr (sqlite3_stmt) old = NULL;
  gboolean has_row = FALSE;
  const char *kind = rub_run_kind_to_id (run->kind);

  if (run->id == 0)
    return rub_sql_run (db, error,
                        "INSERT INTO runs (start_us, added_us, zone, elapsed_s, distance_m,"
                        " ascent_m, descent_m, effort, kind, source, note)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, nullif (?, -1), ?, ?, ?)",
                        "iisidddisss", run->start_us,
                        run->added_us != 0 ? run->added_us : step->now_us, run->zone,
                        (gint64) run->elapsed_s, run->distance_m, run->ascent_m, run->descent_m,
                        (gint64) run->effort, kind, run->source, run->note)
           && (rub_change_set_run_removed (undo, sqlite3_last_insert_rowid (db), TRUE), TRUE);

  old = rub_sql_prepare (db, "SELECT " RUB_RUN_COLUMNS " FROM runs WHERE id = ?", error);
  if (old == NULL)
    return FALSE;
  rub_sql_bind (old, "i", run->id);
  if (!rub_sql_step (old, &has_row, error))
    return FALSE;

  *was_applied = has_row;
  if (has_row)
    {
      g_autoptr (RubRun) before = rub_row_get_run (old);

      rub_change_save_run (undo, before);
    }

  return rub_sql_run (db, error,
                      "UPDATE runs SET start_us = ?, zone = ?, elapsed_s = ?, distance_m = ?,"
                      " ascent_m = ?, descent_m = ?, effort = nullif (?, -1), kind = ?,"
                      " source = ?, note = ? WHERE id = ?",
                      "isidddisssi", run->start_us, run->zone, (gint64) run->elapsed_s,
                      run->distance_m, run->ascent_m, run->descent_m, (gint64) run->effort, kind,
                      run->source, run->note, run->id);
}

static gboolean
write_regions (sqlite3 *db, gint64 check_id, RubCheck *check, GError **error)
{
  gsize n_sore;
  const RubSoreness *sore = rub_check_get_sore (check, &n_sore);

  for (gsize i = 0; i < n_sore; i++)
    if (!rub_sql_run (db, error,
                      "INSERT INTO check_regions (check_id, position, region, soreness, sensation)"
                      " VALUES (?, ?, ?, ?, ?)",
                      "iisis", check_id, (gint64) i, sore[i].region, (gint64) sore[i].soreness,
                      rub_sensation_to_id (sore[i].sensation)))
      return FALSE;

  return TRUE;
}

static gboolean
insert_check (RubCheck *check, sqlite3 *db, RubChange *undo, GError **error)
{
  gint64 id;

  if (!rub_sql_run (db, error,
                    "INSERT INTO checks (made_us, run_id)"
                    " VALUES (?1, (SELECT id FROM runs WHERE id = ?2))",
                    "ii", rub_check_get_made_us (check), rub_check_get_run_id (check)))
    return FALSE;

  id = sqlite3_last_insert_rowid (db);
  rub_change_set_check_removed (undo, id, TRUE);

  return write_regions (db, id, check, error);
}

static gboolean
apply_check (Step *step, sqlite3 *db, RubChange *undo, gboolean *was_applied, GError **error)
{
  RubCheck *check = RUB_CHECK (step->object);
  gint64 id = rub_check_get_id (check);
  g_autoptr (RubCheck) before = NULL;
  GError *local_error = NULL;

  if (id == 0)
    return insert_check (check, db, undo, error);

  before = rub_rows_find_check (db, id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  *was_applied = before != NULL;
  if (before == NULL)
    return TRUE;
  rub_change_save_check (undo, before);

  return rub_sql_run (db, error,
                      "UPDATE checks SET made_us = ?1,"
                      " run_id = (SELECT id FROM runs WHERE id = ?2) WHERE id = ?3",
                      "iii", rub_check_get_made_us (check), rub_check_get_run_id (check), id)
         && rub_sql_run (db, error, "DELETE FROM check_regions WHERE check_id = ?", "i", id)
         && write_regions (db, id, check, error);
}

static gboolean
set_removed (Step *step, sqlite3 *db, const char *sql, gboolean *was_applied, GError **error)
{
  if (!rub_sql_run (db, error, sql, "iii", (gint64) step->is_removed, step->now_us, step->id))
    return FALSE;

  *was_applied = sqlite3_changes (db) == 1;

  return TRUE;
}

static gboolean
apply_run_removed (Step *step, sqlite3 *db, RubChange *undo, gboolean *was_applied, GError **error)
{
  rub_change_set_run_removed (undo, step->id, !step->is_removed);

  return set_removed (step, db, "UPDATE runs SET removed_us = iif (?, ?, NULL) WHERE id = ?",
                      was_applied, error);
}

static gboolean
apply_check_removed (Step *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                     GError **error)
{
  rub_change_set_check_removed (undo, step->id, !step->is_removed);

  return set_removed (step, db, "UPDATE checks SET removed_us = iif (?, ?, NULL) WHERE id = ?",
                      was_applied, error);
}

static gboolean
apply_massage_removed (Step *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                       GError **error)
{
  rub_change_set_massage_removed (undo, step->id, !step->is_removed);

  return set_removed (step, db, "UPDATE massages SET removed_us = iif (?, ?, NULL) WHERE id = ?",
                      was_applied, error);
}

static gboolean
apply_massage (Step *step, sqlite3 *db, RubChange *undo, gboolean *was_applied, GError **error)
{
  const RubMassage *massage = &step->value.massage;

  if (!rub_sql_run (db, error,
                    "INSERT INTO massages (start_us, elapsed_s, reminder_id) VALUES (?, ?, ?)",
                    "iis", massage->start_us, (gint64) massage->elapsed_s, massage->reminder_id))
    return FALSE;

  rub_change_set_massage_removed (undo, sqlite3_last_insert_rowid (db), TRUE);

  return TRUE;
}

static gboolean
apply_rule_forgotten (Step *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                      GError **error)
{
  return rub_sql_run (db, error, "DELETE FROM rules WHERE id = ?", "s", step->value.rule.rule_id);
}

static gboolean
apply_rule (Step *step, sqlite3 *db, RubChange *undo, gboolean *was_applied, GError **error)
{
  const RubRuleSetting *rule = &step->value.rule;
  g_autoptr (sqlite3_stmt) old
    = rub_sql_prepare (db, "SELECT " RUB_RULE_COLUMNS " FROM rules WHERE id = ?", error);
  gboolean has_row = FALSE;
  RubRuleSetting before = *rule;

  if (old == NULL)
    return FALSE;
  rub_sql_bind (old, "s", rule->rule_id);
  if (!rub_sql_step (old, &has_row, error))
    return FALSE;

  if (has_row)
    rub_row_get_rule (old, &before);
  add_step (undo, has_row ? apply_rule : apply_rule_forgotten)->value.rule = before;

  return rub_sql_run (db, error,
                      "INSERT INTO rules (id, is_enabled, delay_min, wall_min) VALUES (?, ?, ?, ?)"
                      " ON CONFLICT (id) DO UPDATE SET is_enabled = excluded.is_enabled,"
                      " delay_min = excluded.delay_min, wall_min = excluded.wall_min",
                      "siii", rule->rule_id, (gint64) rule->is_enabled, (gint64) rule->delay_min,
                      (gint64) rule->wall_min);
}

static gboolean
apply_place (Step *step, sqlite3 *db, RubChange *undo, gboolean *was_applied, GError **error)
{
  return rub_sql_run (db, error,
                      "INSERT INTO places (article_id, block) VALUES (?, ?)"
                      " ON CONFLICT (article_id) DO UPDATE SET block = excluded.block",
                      "si", step->value.place.article_id, (gint64) step->value.place.block);
}

static gboolean
find_reminder (sqlite3 *db, const char *id, RubReminderRecord *record, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = rub_sql_prepare (db, "SELECT " RUB_REMINDER_COLUMNS " FROM reminders WHERE id = ?", error);
  gboolean has_row = FALSE;

  record->state = RUB_REMINDER_PLANNED;
  if (statement == NULL)
    return FALSE;
  rub_sql_bind (statement, "s", id);
  if (!rub_sql_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    rub_row_get_reminder (statement, record);

  return TRUE;
}

/* The transaction is immediate, so no other program can come between the look and the write. */
static gboolean
apply_reminder (Step *step, sqlite3 *db, RubChange *undo, gboolean *was_applied, GError **error)
{
  const RubReminderRecord *record = &step->value.reminder;
  RubReminderRecord before = *record;

  if (!find_reminder (db, record->id, &before, error))
    return FALSE;

  *was_applied = (step->from & RUB_REMINDER_STATE (before.state)) != 0;
  if (!*was_applied)
    return TRUE;
  rub_change_move_reminder (undo, &before, RUB_REMINDER_STATE (record->state));

  if (record->state == RUB_REMINDER_PLANNED)
    return rub_sql_run (db, error, "DELETE FROM reminders WHERE id = ?", "s", record->id);

  return rub_sql_run (db, error,
                      "INSERT INTO reminders (" RUB_REMINDER_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?)"
                      " ON CONFLICT (id) DO UPDATE SET state = excluded.state,"
                      " due_us = excluded.due_us, changed_us = excluded.changed_us",
                      "ssisii", record->id, record->rule_id, record->run_id,
                      rub_reminder_state_to_id (record->state), record->due_us,
                      record->changed_us);
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
      Step *step = g_ptr_array_index (self->steps, i);
      gboolean is_insert = step->object != NULL || step->apply == apply_massage;

      step->now_us = now_us;
      if (!step->apply (step, db, self->undo, &self->was_applied, error))
        {
          self->was_applied = FALSE;
          return FALSE;
        }
      if (is_insert && self->was_applied && self->row == 0)
        self->row = ((Step *) g_ptr_array_index (self->undo->steps, self->undo->steps->len - 1))->id;
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

  add_step (self, apply_run)->object = g_object_ref (G_OBJECT (run));
}

void
rub_change_save_check (RubChange *self, RubCheck *check)
{
  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (RUB_IS_CHECK (check));

  add_step (self, apply_check)->object = g_object_ref (G_OBJECT (check));
}

static void
add_removed_step (RubChange *self, ApplyFunc apply, gint64 id, gboolean is_removed)
{
  Step *step = add_step (self, apply);

  step->id = id;
  step->is_removed = is_removed;
}

void
rub_change_set_run_removed (RubChange *self, gint64 id, gboolean is_removed)
{
  g_return_if_fail (RUB_IS_CHANGE (self));

  add_removed_step (self, apply_run_removed, id, is_removed);
}

void
rub_change_set_check_removed (RubChange *self, gint64 id, gboolean is_removed)
{
  g_return_if_fail (RUB_IS_CHANGE (self));

  add_removed_step (self, apply_check_removed, id, is_removed);
}

void
rub_change_set_massage_removed (RubChange *self, gint64 id, gboolean is_removed)
{
  g_return_if_fail (RUB_IS_CHANGE (self));

  add_removed_step (self, apply_massage_removed, id, is_removed);
}

void
rub_change_save_massage (RubChange *self, const RubMassage *massage)
{
  Step *step;

  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (massage != NULL && massage->id == 0);

  step = add_step (self, apply_massage);
  step->value.massage = *massage;
  step->value.massage.reminder_id = g_intern_string (massage->reminder_id);
}

void
rub_change_set_rule (RubChange *self, const RubRuleSetting *setting)
{
  Step *step;

  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (setting != NULL && setting->rule_id != NULL);

  step = add_step (self, apply_rule);
  step->value.rule = *setting;
  step->value.rule.rule_id = g_intern_string (setting->rule_id);
}

void
rub_change_set_place (RubChange *self, const RubPlace *place)
{
  Step *step;

  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (place != NULL && place->article_id != NULL);

  step = add_step (self, apply_place);
  step->value.place = *place;
  step->value.place.article_id = g_intern_string (place->article_id);
}

void
rub_change_move_reminder (RubChange *self, const RubReminderRecord *record, RubReminderStates from)
{
  Step *step;

  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (record != NULL && record->id != NULL && record->rule_id != NULL);

  step = add_step (self, apply_reminder);
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

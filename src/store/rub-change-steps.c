/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-change-private.h"
#include "rub-rows.h"
#include "rub-sql.h"

gboolean
rub_step_run (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied, GError **error)
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
                      "INSERT INTO check_regions"
                      " (check_id, position, region, soreness, sensation, note)"
                      " VALUES (?, ?, ?, ?, ?, ?)",
                      "iisiss", check_id, (gint64) i, sore[i].region, (gint64) sore[i].soreness,
                      rub_sensation_to_id (sore[i].sensation), sore[i].note))
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

gboolean
rub_step_check (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied, GError **error)
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

gboolean
rub_step_set_removed (RubStep *step, sqlite3 *db, const char *sql, gboolean *was_applied,
                      GError **error)
{
  if (!rub_sql_run (db, error, sql, "iii", (gint64) step->is_removed, step->now_us, step->id))
    return FALSE;

  *was_applied = sqlite3_changes (db) == 1;

  return TRUE;
}

gboolean
rub_step_run_removed (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                      GError **error)
{
  rub_change_set_run_removed (undo, step->id, !step->is_removed);

  return rub_step_set_removed (step, db,
                               "UPDATE runs SET removed_us = iif (?, ?, NULL) WHERE id = ?",
                               was_applied, error);
}

gboolean
rub_step_check_removed (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                     GError **error)
{
  rub_change_set_check_removed (undo, step->id, !step->is_removed);

  return rub_step_set_removed (step, db,
                               "UPDATE checks SET removed_us = iif (?, ?, NULL) WHERE id = ?",
                               was_applied, error);
}

gboolean
rub_step_massage_removed (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                       GError **error)
{
  rub_change_set_massage_removed (undo, step->id, !step->is_removed);

  return rub_step_set_removed (step, db,
                               "UPDATE massages SET removed_us = iif (?, ?, NULL) WHERE id = ?",
                               was_applied, error);
}

gboolean
rub_step_massage (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                  GError **error)
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
find_rule (sqlite3 *db, RubRuleSetting *rule, gboolean *has_row, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = rub_sql_prepare (db, "SELECT " RUB_RULE_COLUMNS " FROM rules WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  rub_sql_bind (statement, "s", rule->rule_id);
  if (!rub_sql_step (statement, has_row, error))
    return FALSE;
  if (*has_row)
    rub_row_get_rule (statement, rule);

  return TRUE;
}

gboolean
rub_step_rule (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied, GError **error)
{
  const RubRuleSetting *rule = &step->value.rule;
  RubRuleSetting before = *rule;
  gboolean has_row = FALSE;
  RubStep *inverse;

  if (!find_rule (db, &before, &has_row, error))
    return FALSE;
  inverse = rub_change_add_step (undo, rub_step_rule);
  inverse->value.rule = before;
  inverse->is_removed = !has_row;

  if (step->is_removed)
    return rub_sql_run (db, error, "DELETE FROM rules WHERE id = ?", "s", rule->rule_id);

  return rub_sql_run (db, error,
                      "INSERT INTO rules (id, is_enabled, delay_min, wall_min) VALUES (?, ?, ?, ?)"
                      " ON CONFLICT (id) DO UPDATE SET is_enabled = excluded.is_enabled,"
                      " delay_min = excluded.delay_min, wall_min = excluded.wall_min",
                      "siii", rule->rule_id, (gint64) rule->is_enabled, (gint64) rule->delay_min,
                      (gint64) rule->wall_min);
}

gboolean
rub_step_place (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied, GError **error)
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
gboolean
rub_step_reminder (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                   GError **error)
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
                      "INSERT INTO reminders (" RUB_REMINDER_COLUMNS ")"
                      " VALUES (?, ?, ?, ?, ?, ?, ?)"
                      " ON CONFLICT (id) DO UPDATE SET state = excluded.state,"
                      " due_us = excluded.due_us, changed_us = excluded.changed_us,"
                      " repeated_us = excluded.repeated_us",
                      "ssisiii", record->id, record->rule_id, record->run_id,
                      rub_reminder_state_to_id (record->state), record->due_us,
                      record->changed_us, record->repeated_us);
}

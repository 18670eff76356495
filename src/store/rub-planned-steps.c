/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-planned-steps.h"

#include "rub-rows.h"
#include "rub-rule-words.h"
#include "rub-sql.h"

static gboolean
find_planned_run (sqlite3 *db, gint64 id, RubPlannedRun **found, GError **error)
{
  g_autoptr (sqlite3_stmt) row
    = rub_sql_prepare (db, "SELECT " RUB_PLANNED_RUN_COLUMNS " FROM planned_runs WHERE id = ?",
                       error);
  gboolean has_row = FALSE;

  if (row == NULL)
    return FALSE;

  rub_sql_bind (row, "i", id);
  if (!rub_sql_step (row, &has_row, error))
    return FALSE;
  *found = has_row ? rub_row_get_planned_run (row) : NULL;

  return TRUE;
}

static gboolean
insert_planned_run (RubStep *step, const RubPlannedRunFields *run, sqlite3 *db, RubChange *undo,
                    GError **error)
{
  if (!rub_sql_run (db, error,
                    "INSERT INTO planned_runs (added_us, day, wall_min, kind, distance_m, name)"
                    " VALUES (?, ?, nullif (?, -1), ?, ?, ?)",
                    "iiisds", run->added_us != 0 ? run->added_us : step->now_us,
                    (gint64) g_date_get_julian (&run->date), (gint64) run->wall_min,
                    rub_run_kind_to_id (run->kind), run->distance_m, run->name))
    return FALSE;

  rub_change_set_planned_run_removed (undo, sqlite3_last_insert_rowid (db), TRUE);

  return TRUE;
}

gboolean
rub_step_planned_run (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                      GError **error)
{
  const RubPlannedRunFields *run = rub_planned_run_get_fields (RUB_PLANNED_RUN (step->object));
  g_autoptr (RubPlannedRun) before = NULL;

  if (run->id == 0)
    return insert_planned_run (step, run, db, undo, error);

  if (!find_planned_run (db, run->id, &before, error))
    return FALSE;
  *was_applied = before != NULL;
  if (before == NULL)
    return TRUE;
  rub_change_save_planned_run (undo, before);

  return rub_sql_run (db, error,
                      "UPDATE planned_runs SET added_us = ?, day = ?, wall_min = nullif (?, -1),"
                      " kind = ?, distance_m = ?, name = ? WHERE id = ?",
                      "iiisdsi", run->added_us != 0 ? run->added_us : step->now_us,
                      (gint64) g_date_get_julian (&run->date), (gint64) run->wall_min,
                      rub_run_kind_to_id (run->kind), run->distance_m, run->name, run->id);
}

gboolean
rub_step_planned_run_removed (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                              GError **error)
{
  rub_change_set_planned_run_removed (undo, step->id, !step->is_removed);

  return rub_step_set_removed (step, db,
                               "UPDATE planned_runs SET removed_us = iif (?, ?, NULL) WHERE id = ?",
                               was_applied, error);
}

/* What there is under @id goes into @undo: to be written again, or else to be deleted. */
static gboolean
keep_own_rule (sqlite3 *db, const char *id, RubChange *undo, gboolean *was_there, GError **error)
{
  g_autoptr (sqlite3_stmt) row
    = rub_sql_prepare (db, "SELECT " RUB_OWN_RULE_COLUMNS " FROM own_rules WHERE id = ?", error);

  *was_there = FALSE;
  if (row == NULL)
    return FALSE;

  rub_sql_bind (row, "s", id);
  if (!rub_sql_step (row, was_there, error))
    return FALSE;
  if (*was_there)
    {
      g_autoptr (RubRule) before = rub_row_get_own_rule (row);

      rub_change_save_rule (undo, before);
    }
  else
    rub_change_remove_rule (undo, id);

  return TRUE;
}

gboolean
rub_step_own_rule (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                   GError **error)
{
  const RubRuleFields *rule = rub_rule_get_fields (RUB_RULE (step->object));
  g_autofree char *demands = rub_rule_words_from_demands (rule->demands);
  g_autofree char *kinds = rub_rule_words_from_kinds (rule->kinds);
  gboolean was_there;

  return keep_own_rule (db, rule->id, undo, &was_there, error)
         && rub_sql_run (db, error,
                         "INSERT OR REPLACE INTO own_rules (" RUB_OWN_RULE_COLUMNS ")"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         "sssssdiiiiiiiiisiis", rule->id, rub_task_to_id (rule->task),
                         rub_trigger_to_id (rule->trigger), demands, kinds,
                         rule->min_distance_m,
                         (gint64) rule->min_elapsed_s, (gint64) rule->min_effort,
                         (gint64) rule->weekdays, (gint64) rule->every_weeks,
                         (gint64) rule->start_day, (gint64) rule->day, (gint64) rule->delay_min,
                         (gint64) rule->wall_min, (gint64) rule->minutes,
                         rub_intensity_to_id (rule->intensity), (gint64) rule->is_enabled,
                         rule->since_us != 0 ? rule->since_us : step->now_us, rule->name);
}

gboolean
rub_step_own_rule_removed (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                           GError **error)
{
  const char *id = step->value.rule.rule_id;

  return keep_own_rule (db, id, undo, was_applied, error)
         && rub_sql_run (db, error, "DELETE FROM own_rules WHERE id = ?", "s", id);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-change-private.h"
#include "rub-rows.h"
#include "rub-sql.h"

/* Compiles @sql, binds @text when there is any, and steps to its first row. */
static sqlite3_stmt *
find_row (sqlite3 *db, const char *sql, const char *text, gboolean *has_row, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = rub_sql_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;
  if (text != NULL)
    rub_sql_bind (statement, "s", text);
  if (!rub_sql_step (statement, has_row, error))
    return NULL;

  return g_steal_pointer (&statement);
}

gboolean
rub_step_quiet (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied, GError **error)
{
  const RubQuiet *quiet = &step->value.quiet;
  g_autoptr (sqlite3_stmt) old = NULL;
  gboolean has_row = FALSE;
  RubQuiet before;

  rub_quiet_init (&before);
  old = find_row (db, "SELECT " RUB_QUIET_COLUMNS " FROM quiet", NULL, &has_row, error);
  if (old == NULL)
    return FALSE;
  if (has_row)
    rub_row_get_quiet (old, &before);
  rub_change_set_quiet (undo, &before);

  return rub_sql_run (db, error,
                      "INSERT OR REPLACE INTO quiet (id, " RUB_QUIET_COLUMNS ")"
                      " VALUES (1, ?, ?, ?, ?, ?)",
                      "iiiii", (gint64) quiet->from_min, (gint64) quiet->to_min, quiet->paused_us,
                      (gint64) quiet->pause_end, (gint64) quiet->repeat_min);
}

gboolean
rub_step_quiet_rule (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                     GError **error)
{
  const RubQuietRule *rule = &step->value.quiet_rule;
  RubQuietRule before = { rule->rule_id, RUB_QUIET_WAIT };
  g_autoptr (sqlite3_stmt) old = NULL;
  gboolean has_row = FALSE;

  old = find_row (db, "SELECT " RUB_QUIET_RULE_COLUMNS " FROM quiet_rules WHERE rule_id = ?",
                  rule->rule_id, &has_row, error);
  if (old == NULL)
    return FALSE;
  if (has_row)
    rub_row_get_quiet_rule (old, &before);
  rub_change_set_quiet_rule (undo, &before);

  return rub_sql_run (db, error,
                      "INSERT OR REPLACE INTO quiet_rules (" RUB_QUIET_RULE_COLUMNS ")"
                      " VALUES (?, ?)",
                      "ss", rule->rule_id, rub_quiet_policy_to_id (rule->policy));
}

void
rub_change_set_quiet (RubChange *self, const RubQuiet *quiet)
{
  RubStep *step;

  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (quiet != NULL);

  step = rub_change_add_step (self, rub_step_quiet);
  step->value.quiet = *quiet;
  rub_quiet_clamp (&step->value.quiet);
}

void
rub_change_set_quiet_rule (RubChange *self, const RubQuietRule *rule)
{
  RubStep *step;

  g_return_if_fail (RUB_IS_CHANGE (self));
  g_return_if_fail (rule != NULL && rule->rule_id != NULL);

  step = rub_change_add_step (self, rub_step_quiet_rule);
  step->value.quiet_rule.rule_id = g_intern_string (rule->rule_id);
  step->value.quiet_rule.policy = rule->policy;
}

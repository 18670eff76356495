/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-rows.h"

#include "rub-rule-words.h"
#include "rub-sql.h"

RubRule *
rub_row_get_own_rule (sqlite3_stmt *row)
{
  RubRuleFields fields = {
    .id = rub_sql_get_text (row, 0),
    .min_distance_m = sqlite3_column_double (row, 5),
    .min_elapsed_s = sqlite3_column_int (row, 6),
    .min_effort = sqlite3_column_int (row, 7),
    .weekdays = (guint) sqlite3_column_int (row, 8),
    .every_weeks = sqlite3_column_int (row, 9),
    .start_day = (guint32) sqlite3_column_int (row, 10),
    .day = sqlite3_column_int (row, 11),
    .delay_min = sqlite3_column_int (row, 12),
    .wall_min = sqlite3_column_int (row, 13),
    .minutes = sqlite3_column_int (row, 14),
    .is_enabled = sqlite3_column_int (row, 16) != 0,
    .since_us = sqlite3_column_int64 (row, 17),
    .is_own = TRUE,
    .name = rub_sql_get_text (row, 18),
  };

  gboolean has_demands = rub_rule_words_to_demands (rub_sql_get_text (row, 3), &fields.demands);
  gboolean has_kinds = rub_rule_words_to_kinds (rub_sql_get_text (row, 4), &fields.kinds);

  /* What a word that is not known asks for is not known either: better nothing than a guess. */
  if (!rub_task_from_id (rub_sql_get_text (row, 1), &fields.task)
      || !rub_trigger_from_id (rub_sql_get_text (row, 2), &fields.trigger)
      || !rub_intensity_from_id (rub_sql_get_text (row, 15), &fields.intensity)
      || !has_kinds || (fields.trigger == RUB_TRIGGER_RUN && !has_demands))
    fields.is_enabled = FALSE;

  return rub_rule_new (&fields);
}

RubPlannedRun *
rub_row_get_planned_run (sqlite3_stmt *row)
{
  RubPlannedRunFields fields = {
    .id = sqlite3_column_int64 (row, 0),
    .added_us = sqlite3_column_int64 (row, 1),
    .wall_min = sqlite3_column_type (row, 3) == SQLITE_NULL ? RUB_WALL_UNKNOWN
                                                            : sqlite3_column_int (row, 3),
    .kind = RUB_RUN_KIND_OTHER,
    .distance_m = sqlite3_column_double (row, 5),
    .name = rub_sql_get_text (row, 6),
  };
  gint64 day = sqlite3_column_int64 (row, 2);

  g_date_clear (&fields.date, 1);
  if (day > 0 && day <= G_MAXINT32)
    g_date_set_julian (&fields.date, (guint32) day);
  rub_run_kind_from_id (rub_sql_get_text (row, 4), &fields.kind);

  return rub_planned_run_new (&fields);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "rub-records.h"

G_BEGIN_DECLS

/* The columns that the functions below read, in their order. */
#define RUB_RUN_COLUMNS                                                                            \
  "id, start_us, added_us, zone, elapsed_s, distance_m, ascent_m, descent_m, effort, kind,"        \
  " source, note"
#define RUB_REMINDER_COLUMNS "id, rule_id, run_id, state, due_us, changed_us"
#define RUB_RULE_COLUMNS "id, is_enabled, delay_min, wall_min"
#define RUB_MASSAGE_COLUMNS "id, start_us, elapsed_s, reminder_id"

/** Returns: (transfer full): the run in the current row. */
RubRun *rub_row_get_run (sqlite3_stmt *row);
void rub_row_get_reminder (sqlite3_stmt *row, RubReminderRecord *record);
void rub_row_get_rule (sqlite3_stmt *row, RubRuleSetting *setting);
void rub_row_get_massage (sqlite3_stmt *row, RubMassage *massage);

/**
 * Returns: (transfer full) (nullable): the check with row @id, hidden or not; NULL with a
 *   RUB_STORE_ERROR, or without one when there is no such row.
 */
RubCheck *rub_rows_find_check (sqlite3 *db, gint64 id, GError **error);

/** Returns: (transfer full) (nullable): everything that is not hidden, in one transaction. */
RubRecords *rub_rows_read_all (sqlite3 *db, GError **error);

G_END_DECLS

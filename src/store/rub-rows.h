/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "rub-highlight.h"
#include "rub-records.h"

G_BEGIN_DECLS

/* The columns that the functions below read, in their order. */
#define RUB_RUN_COLUMNS                                                                            \
  "id, start_us, added_us, zone, elapsed_s, distance_m, ascent_m, descent_m, effort, kind,"        \
  " source, note"
#define RUB_REMINDER_COLUMNS "id, rule_id, run_id, state, due_us, changed_us, repeated_us"
#define RUB_RULE_COLUMNS "id, is_enabled, delay_min, wall_min"
#define RUB_OWN_RULE_COLUMNS                                                                       \
  "id, task, cause, demands, kinds, min_distance_m, min_elapsed_s, min_effort, weekdays,"          \
  " every_weeks, start_day, days, delay_min, wall_min, minutes, intensity, is_enabled, since_us,"  \
  " name"
#define RUB_PLANNED_RUN_COLUMNS "id, added_us, day, wall_min, kind, distance_m, name"
#define RUB_QUIET_COLUMNS "from_min, to_min, paused_us, pause_end, repeat_min"
#define RUB_QUIET_RULE_COLUMNS "rule_id, policy"
#define RUB_MASSAGE_COLUMNS "id, start_us, elapsed_s, reminder_id"
#define RUB_ARTICLE_COLUMNS                                                                        \
  "articles.id, key, address, articles.title, name, articles.author, date, language, site,"        \
  " n_words, added_us, refreshed_us, etag, last_modified, is_archived"
#define RUB_N_ARTICLE_COLUMNS 15
#define RUB_HIGHLIGHT_COLUMNS                                                                      \
  "id, article_id, start_block, start_byte, end_block, end_byte, color, quote, note, made_us"

/** Returns: (transfer full): the run in the current row. */
RubRun *rub_row_get_run (sqlite3_stmt *row);
void rub_row_get_reminder (sqlite3_stmt *row, RubReminderRecord *record);
void rub_row_get_rule (sqlite3_stmt *row, RubRuleSetting *setting);
/** Returns: (transfer full): the rule that is stored whole in the current row. */
RubRule *rub_row_get_own_rule (sqlite3_stmt *row);
/** Returns: (transfer full) (nullable): the planned run in the current row; NULL without a day. */
RubPlannedRun *rub_row_get_planned_run (sqlite3_stmt *row);
void rub_row_get_quiet (sqlite3_stmt *row, RubQuiet *quiet);
void rub_row_get_quiet_rule (sqlite3_stmt *row, RubQuietRule *rule);
void rub_row_get_massage (sqlite3_stmt *row, RubMassage *massage);
/** Returns: (transfer full): the article in the current row. */
RubSavedArticle *rub_row_get_article (sqlite3_stmt *row);
/** Returns: (transfer full): the highlight in the current row. */
RubHighlight *rub_row_get_highlight (sqlite3_stmt *row);

/**
 * Returns: (transfer full) (nullable): the check with row @id, hidden or not; NULL with a
 *   RUB_STORE_ERROR, or without one when there is no such row.
 */
RubCheck *rub_rows_find_check (sqlite3 *db, gint64 id, GError **error);

/**
 * @with_articles: whether to read the articles and the places in them
 *
 * Returns: (transfer full) (nullable): everything that is not hidden, in one transaction.
 */
RubRecords *rub_rows_read_all (sqlite3 *db, gboolean with_articles, GError **error);

G_END_DECLS

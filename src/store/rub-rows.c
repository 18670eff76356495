/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-rows.h"

#include <math.h>

#include "rub-sql.h"

#define CHECK_QUERY                                                                                \
  "SELECT c.id, c.made_us, c.run_id, r.region, r.soreness, r.sensation, r.note "                   \
  "FROM checks c LEFT JOIN check_regions r ON r.check_id = c.id "

typedef void (*RowFunc) (sqlite3_stmt *row, RubRecords *records);

static double
get_double_or_nan (sqlite3_stmt *row, int column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL ? (double) NAN
                                                          : sqlite3_column_double (row, column);
}

RubRun *
rub_row_get_run (sqlite3_stmt *row)
{
  RubRunFields fields = {
    .id = sqlite3_column_int64 (row, 0),
    .start_us = sqlite3_column_int64 (row, 1),
    .added_us = sqlite3_column_int64 (row, 2),
    .zone = rub_sql_get_text (row, 3),
    .elapsed_s = sqlite3_column_int (row, 4),
    .distance_m = sqlite3_column_double (row, 5),
    .ascent_m = get_double_or_nan (row, 6),
    .descent_m = get_double_or_nan (row, 7),
    .effort = sqlite3_column_type (row, 8) == SQLITE_NULL ? RUB_EFFORT_UNKNOWN
                                                          : sqlite3_column_int (row, 8),
    .kind = RUB_RUN_KIND_OTHER,
    .source = rub_sql_get_text (row, 10),
    .note = rub_sql_get_text (row, 11),
  };

  rub_run_kind_from_id (rub_sql_get_text (row, 9), &fields.kind);

  return rub_run_new (&fields);
}

void
rub_row_get_reminder (sqlite3_stmt *row, RubReminderRecord *record)
{
  record->id = g_intern_string (rub_sql_get_text (row, 0));
  record->rule_id = g_intern_string (rub_sql_get_text (row, 1));
  record->run_id = sqlite3_column_int64 (row, 2);
  record->state = RUB_REMINDER_MISSED;
  rub_reminder_state_from_id (rub_sql_get_text (row, 3), &record->state);
  record->due_us = sqlite3_column_int64 (row, 4);
  record->changed_us = sqlite3_column_int64 (row, 5);
  record->repeated_us = sqlite3_column_int64 (row, 6);
}

void
rub_row_get_rule (sqlite3_stmt *row, RubRuleSetting *setting)
{
  setting->rule_id = g_intern_string (rub_sql_get_text (row, 0));
  setting->is_enabled = sqlite3_column_int (row, 1) != 0;
  setting->delay_min = sqlite3_column_int (row, 2);
  setting->wall_min = sqlite3_column_int (row, 3);
}

void
rub_row_get_quiet (sqlite3_stmt *row, RubQuiet *quiet)
{
  quiet->from_min = sqlite3_column_int (row, 0);
  quiet->to_min = sqlite3_column_int (row, 1);
  quiet->paused_us = sqlite3_column_int64 (row, 2);
  quiet->pause_end = (guint32) sqlite3_column_int64 (row, 3);
  quiet->repeat_min = sqlite3_column_int (row, 4);
  rub_quiet_clamp (quiet);
}

void
rub_row_get_quiet_rule (sqlite3_stmt *row, RubQuietRule *rule)
{
  rule->rule_id = g_intern_string (rub_sql_get_text (row, 0));
  rule->policy = rub_quiet_policy_from_id (rub_sql_get_text (row, 1));
}

void
rub_row_get_massage (sqlite3_stmt *row, RubMassage *massage)
{
  massage->id = sqlite3_column_int64 (row, 0);
  massage->start_us = sqlite3_column_int64 (row, 1);
  massage->elapsed_s = sqlite3_column_int (row, 2);
  massage->reminder_id = g_intern_string (rub_sql_get_text (row, 3));
}

RubSavedArticle *
rub_row_get_article (sqlite3_stmt *row)
{
  RubSavedArticleFields fields = {
    .id = sqlite3_column_int64 (row, 0),
    .key = rub_sql_get_text (row, 1),
    .address = rub_sql_get_text (row, 2),
    .title = rub_sql_get_text (row, 3),
    .name = rub_sql_get_text (row, 4),
    .author = rub_sql_get_text (row, 5),
    .date = rub_sql_get_text (row, 6),
    .language = rub_sql_get_text (row, 7),
    .site = rub_sql_get_text (row, 8),
    .n_words = (guint) sqlite3_column_int (row, 9),
    .added_us = sqlite3_column_int64 (row, 10),
    .refreshed_us = sqlite3_column_int64 (row, 11),
    .etag = rub_sql_get_text (row, 12),
    .last_modified = rub_sql_get_text (row, 13),
    .is_archived = sqlite3_column_int (row, 14) != 0,
  };

  return rub_saved_article_new (&fields);
}

RubHighlight *
rub_row_get_highlight (sqlite3_stmt *row)
{
  RubHighlightFields fields = {
    .id = sqlite3_column_int64 (row, 0),
    .article_id = rub_sql_get_text (row, 1),
    .stretch = { .block = (guint) sqlite3_column_int (row, 2),
                 .start = (gsize) sqlite3_column_int64 (row, 3),
                 .end_block = (guint) sqlite3_column_int (row, 4),
                 .end = (gsize) sqlite3_column_int64 (row, 5) },
    .quote = rub_sql_get_text (row, 7),
    .note = rub_sql_get_text (row, 8),
    .made_us = sqlite3_column_int64 (row, 9),
  };

  rub_highlight_color_from_id (rub_sql_get_text (row, 6), &fields.color);

  return rub_highlight_new (&fields);
}

static void
add_own_rule (sqlite3_stmt *row, RubRecords *records)
{
  g_ptr_array_add (records->own_rules, rub_row_get_own_rule (row));
}

static void
add_planned_run (sqlite3_stmt *row, RubRecords *records)
{
  RubPlannedRun *planned = rub_row_get_planned_run (row);

  if (planned != NULL)
    g_ptr_array_add (records->planned, planned);
}

static void
add_run (sqlite3_stmt *row, RubRecords *records)
{
  g_ptr_array_add (records->runs, rub_row_get_run (row));
}

static void
add_reminder (sqlite3_stmt *row, RubRecords *records)
{
  RubReminderRecord record;

  rub_row_get_reminder (row, &record);
  g_array_append_val (records->reminders, record);
}

static void
add_rule (sqlite3_stmt *row, RubRecords *records)
{
  RubRuleSetting setting;

  rub_row_get_rule (row, &setting);
  g_array_append_val (records->rules, setting);
}

static void
read_quiet (sqlite3_stmt *row, RubRecords *records)
{
  rub_row_get_quiet (row, &records->quiet);
}

static void
add_quiet_rule (sqlite3_stmt *row, RubRecords *records)
{
  RubQuietRule rule;

  rub_row_get_quiet_rule (row, &rule);
  g_array_append_val (records->quiet_rules, rule);
}

static void
add_massage (sqlite3_stmt *row, RubRecords *records)
{
  RubMassage massage;

  rub_row_get_massage (row, &massage);
  g_array_append_val (records->massages, massage);
}

static void
add_place (sqlite3_stmt *row, RubRecords *records)
{
  RubPlace place = { g_intern_string (rub_sql_get_text (row, 0)), sqlite3_column_int (row, 1) };

  g_array_append_val (records->places, place);
}

static void
add_article (sqlite3_stmt *row, RubRecords *records)
{
  g_ptr_array_add (records->articles, rub_row_get_article (row));
}

static void
clear_soreness (gpointer data)
{
  g_free ((char *) ((RubSoreness *) data)->note);
}

static void
add_soreness (sqlite3_stmt *row, GArray *sore)
{
  RubSoreness entry = { g_intern_string (rub_sql_get_text (row, 3)), sqlite3_column_int (row, 4),
                        RUB_SENSATION_NONE, NULL };

  if (entry.region == NULL)
    return;

  rub_sensation_from_id (rub_sql_get_text (row, 5), &entry.sensation);
  entry.note = g_strdup (rub_sql_get_text (row, 6));
  g_array_append_val (sore, entry);
}

/* A check is as many rows as it has regions, or one without; they come together. */
static gboolean
read_checks (sqlite3_stmt *statement, GPtrArray *checks, GError **error)
{
  g_autoptr (GArray) sore = g_array_new (FALSE, FALSE, sizeof (RubSoreness));
  gboolean has_row = FALSE;

  g_array_set_clear_func (sore, clear_soreness);
  if (!rub_sql_step (statement, &has_row, error))
    return FALSE;

  while (has_row)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      gint64 made_us = sqlite3_column_int64 (statement, 1);
      gint64 run_id = sqlite3_column_int64 (statement, 2);

      g_array_set_size (sore, 0);
      do
        {
          add_soreness (statement, sore);
          if (!rub_sql_step (statement, &has_row, error))
            return FALSE;
        }
      while (has_row && sqlite3_column_int64 (statement, 0) == id);
      g_ptr_array_add (checks,
                       rub_check_new (id, made_us, run_id,
                                      (const RubSoreness *) (gpointer) sore->data, sore->len));
    }

  return TRUE;
}

RubCheck *
rub_rows_find_check (sqlite3 *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) statement
    = rub_sql_prepare (db, CHECK_QUERY "WHERE c.id = ? ORDER BY r.position", error);

  if (statement == NULL)
    return NULL;

  rub_sql_bind (statement, "i", id);
  if (!read_checks (statement, checks, error) || checks->len == 0)
    return NULL;

  return g_ptr_array_steal_index (checks, 0);
}

static gboolean
read_rows (sqlite3 *db, const char *sql, RowFunc add, RubRecords *records, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = rub_sql_prepare (db, sql, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      if (!rub_sql_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      add (statement, records);
    }
}

static gboolean
read_tables (sqlite3 *db, RubRecords *records, GError **error)
{
  g_autoptr (sqlite3_stmt) checks
    = rub_sql_prepare (db,
                       CHECK_QUERY "WHERE c.removed_us IS NULL "
                                   "ORDER BY c.made_us DESC, c.id DESC, r.position",
                       error);

  return checks != NULL && read_checks (checks, records->checks, error)
         && read_rows (db,
                       "SELECT " RUB_RUN_COLUMNS " FROM runs WHERE removed_us IS NULL "
                       "ORDER BY start_us DESC, id DESC",
                       add_run, records, error)
         && read_rows (db, "SELECT " RUB_RULE_COLUMNS " FROM rules", add_rule, records, error)
         && read_rows (db, "SELECT " RUB_OWN_RULE_COLUMNS " FROM own_rules ORDER BY id",
                       add_own_rule, records, error)
         && read_rows (db,
                       "SELECT " RUB_PLANNED_RUN_COLUMNS " FROM planned_runs"
                       " WHERE removed_us IS NULL ORDER BY day, id",
                       add_planned_run, records, error)
         && read_rows (db, "SELECT " RUB_QUIET_COLUMNS " FROM quiet", read_quiet, records, error)
         && read_rows (db, "SELECT " RUB_QUIET_RULE_COLUMNS " FROM quiet_rules", add_quiet_rule,
                       records, error)
         && read_rows (db, "SELECT " RUB_REMINDER_COLUMNS " FROM reminders ORDER BY due_us DESC",
                       add_reminder, records, error)
         && read_rows (db,
                       "SELECT " RUB_MASSAGE_COLUMNS " FROM massages WHERE removed_us IS NULL "
                       "ORDER BY start_us DESC",
                       add_massage, records, error);
}

static gboolean
read_articles (sqlite3 *db, RubRecords *records, GError **error)
{
  return read_rows (db,
                    "SELECT " RUB_ARTICLE_COLUMNS " FROM articles WHERE removed_us IS NULL "
                    "ORDER BY added_us DESC, id DESC",
                    add_article, records, error)
         && read_rows (db, "SELECT article_id, block FROM places", add_place, records, error);
}

RubRecords *
rub_rows_read_all (sqlite3 *db, gboolean with_articles, GError **error)
{
  g_autoptr (RubRecords) records = rub_records_new ();
  gboolean is_read;

  /* One transaction, so that the tables are read as of one instant. */
  if (!rub_sql_exec (db, "BEGIN", error))
    return NULL;
  is_read = read_tables (db, records, error)
            && (!with_articles || read_articles (db, records, error));
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return is_read ? g_steal_pointer (&records) : NULL;
}

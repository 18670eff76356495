/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-upkeep.h"

#include "rub-pictures.h"
#include "rub-sql.h"
#include "rub-store.h"
#include "rub-word-index.h"

/* Rows hidden longer than this cannot be brought back by an undo. */
#define PURGE_US (24 * G_TIME_SPAN_HOUR)

static gboolean
delete_old (sqlite3 *db, gint64 before_us, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM runs WHERE removed_us < ?",
    "DELETE FROM checks WHERE removed_us < ?",
    "DELETE FROM massages WHERE removed_us < ?",
    "DELETE FROM planned_runs WHERE removed_us < ?",
    "DELETE FROM highlights WHERE removed_us < ?",
    "DELETE FROM article_pictures WHERE removed_us < ?",
    "DELETE FROM articles WHERE removed_us < ?",
  };

  if (!rub_word_index_remove_old (db, before_us, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!rub_sql_run (db, error, statements[i], "i", before_us))
      return FALSE;

  return TRUE;
}

/* Pictures are swept after the rows are gone for good: a row may miss its file for no instant. The
 * second transaction keeps other programs from naming a file that is about to go. */
static gboolean
purge (sqlite3 *db, gint64 before_us, GError **error)
{
  gboolean is_done = rub_sql_exec (db, "BEGIN IMMEDIATE", error)
                     && delete_old (db, before_us, error) && rub_sql_exec (db, "COMMIT", error);

  if (is_done && rub_sql_exec (db, "BEGIN IMMEDIATE", NULL))
    rub_pictures_sweep (db);
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return is_done;
}

gboolean
rub_upkeep_purge (sqlite3 *db, gint64 now_us, GError **error)
{
  gint64 before_us = now_us - PURGE_US;
  g_autofree char *count = g_strdup_printf (
    "SELECT EXISTS (SELECT 1 FROM runs WHERE removed_us < %1$" G_GINT64_FORMAT ")"
    " OR EXISTS (SELECT 1 FROM checks WHERE removed_us < %1$" G_GINT64_FORMAT ")"
    " OR EXISTS (SELECT 1 FROM massages WHERE removed_us < %1$" G_GINT64_FORMAT ")"
    " OR EXISTS (SELECT 1 FROM planned_runs WHERE removed_us < %1$" G_GINT64_FORMAT ")"
    " OR EXISTS (SELECT 1 FROM highlights WHERE removed_us < %1$" G_GINT64_FORMAT ")"
    " OR EXISTS (SELECT 1 FROM article_pictures WHERE removed_us < %1$" G_GINT64_FORMAT ")"
    " OR EXISTS (SELECT 1 FROM articles WHERE removed_us < %1$" G_GINT64_FORMAT ")",
    before_us);
  g_autoptr (GError) local_error = NULL;
  gint64 has_old = 0;

  if (!rub_sql_get_int (db, count, &has_old, error))
    return FALSE;
  if (!has_old || purge (db, before_us, &local_error))
    return TRUE;

  if (g_error_matches (local_error, RUB_STORE_ERROR, RUB_STORE_ERROR_INDEX))
    return rub_word_index_rebuild (db, error) && purge (db, before_us, error);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-change-private.h"
#include "rub-rows.h"
#include "rub-sql.h"
#include "rub-word-index.h"

/* The row of the saved article with @key, or of that which highlight @id is of; 0 if none is. */
static gboolean
find_article (sqlite3 *db, const char *key, gint64 id, gint64 *article, GError **error)
{
  g_autoptr (sqlite3_stmt) row
    = rub_sql_prepare (db,
                       "SELECT id FROM articles"
                       " WHERE key = ifnull (?, (SELECT article_id FROM highlights WHERE id = ?))",
                       error);
  gboolean has_row = FALSE;

  if (row == NULL)
    return FALSE;

  rub_sql_bind (row, "si", key, id);
  if (!rub_sql_step (row, &has_row, error))
    return FALSE;
  *article = has_row ? sqlite3_column_int64 (row, 0) : 0;

  return TRUE;
}

static gboolean
find_highlight (sqlite3 *db, const RubHighlightFields *wanted, RubHighlight **found, GError **error)
{
  g_autoptr (sqlite3_stmt) row = rub_sql_prepare (db,
                                                  "SELECT " RUB_HIGHLIGHT_COLUMNS " FROM highlights"
                                                  " WHERE id = ? AND article_id = ?",
                                                  error);
  gboolean has_row = FALSE;

  if (row == NULL)
    return FALSE;

  rub_sql_bind (row, "is", wanted->id, wanted->article_id);
  if (!rub_sql_step (row, &has_row, error))
    return FALSE;
  *found = has_row ? rub_row_get_highlight (row) : NULL;

  return TRUE;
}

static gboolean
insert_highlight (RubStep *step, const RubHighlightFields *highlight, sqlite3 *db, RubChange *undo,
                  GError **error)
{
  const RubStretch *stretch = &highlight->stretch;

  if (!rub_sql_run (db, error,
                    "INSERT INTO highlights (article_id, start_block, start_byte, end_block,"
                    " end_byte, color, quote, note, made_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    "siiiisssi", highlight->article_id, (gint64) stretch->block,
                    (gint64) stretch->start, (gint64) stretch->end_block, (gint64) stretch->end,
                    rub_highlight_color_to_id (highlight->color), highlight->quote, highlight->note,
                    highlight->made_us != 0 ? highlight->made_us : step->now_us))
    return FALSE;

  rub_change_set_highlight_removed (undo, sqlite3_last_insert_rowid (db), TRUE);

  return TRUE;
}

static gboolean
update_highlight (const RubHighlightFields *highlight, sqlite3 *db, GError **error)
{
  const RubStretch *stretch = &highlight->stretch;

  return rub_sql_run (db, error,
                      "UPDATE highlights SET start_block = ?, start_byte = ?, end_block = ?,"
                      " end_byte = ?, color = ?, quote = ?, note = ? WHERE id = ?",
                      "iiiisssi", (gint64) stretch->block, (gint64) stretch->start,
                      (gint64) stretch->end_block, (gint64) stretch->end,
                      rub_highlight_color_to_id (highlight->color), highlight->quote,
                      highlight->note, highlight->id);
}

gboolean
rub_step_highlight (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                    GError **error)
{
  const RubHighlightFields *highlight = rub_highlight_get_fields (RUB_HIGHLIGHT (step->object));
  g_autoptr (RubHighlight) before = NULL;
  gint64 article = 0;

  if (highlight->id != 0)
    {
      if (!find_highlight (db, highlight, &before, error))
        return FALSE;
      *was_applied = before != NULL;
      if (before == NULL)
        return TRUE;
      rub_change_save_highlight (undo, before);
    }

  return find_article (db, highlight->article_id, 0, &article, error)
         && rub_word_index_remove (db, article, error)
         && (before != NULL ? update_highlight (highlight, db, error)
                            : insert_highlight (step, highlight, db, undo, error))
         && rub_word_index_add (db, article, error);
}

gboolean
rub_step_highlight_removed (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                            GError **error)
{
  gint64 article = 0;

  rub_change_set_highlight_removed (undo, step->id, !step->is_removed);

  return find_article (db, NULL, step->id, &article, error)
         && rub_word_index_remove (db, article, error)
         && rub_step_set_removed (step, db,
                                  "UPDATE highlights SET removed_us = iif (?, ?, NULL)"
                                  " WHERE id = ?",
                                  was_applied, error)
         && rub_word_index_add (db, article, error);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-word-index.h"

#include "rub-sql.h"
#include "rub-store.h"

/* The index finds what to take out by what was put in. */
#define REMOVE                                                                                     \
  "INSERT INTO article_words (article_words, rowid, title, author, text, notes)"                   \
  " SELECT 'delete', id, title, author, text, notes FROM article_pages"

#define REBUILD "INSERT INTO article_words (article_words) VALUES ('rebuild')"

gboolean
rub_word_index_remove (sqlite3 *db, gint64 id, GError **error)
{
  return rub_sql_run (db, error, REMOVE " WHERE id = ?", "i", id);
}

gboolean
rub_word_index_add (sqlite3 *db, gint64 id, GError **error)
{
  return rub_sql_run (db, error,
                      "INSERT INTO article_words (rowid, title, author, text, notes)"
                      " SELECT id, title, author, text, notes FROM article_pages WHERE id = ?",
                      "i", id);
}

gboolean
rub_word_index_remove_old (sqlite3 *db, gint64 before_us, GError **error)
{
  return rub_sql_run (db, error,
                      REMOVE " WHERE id IN (SELECT id FROM articles WHERE removed_us < ?)", "i",
                      before_us);
}

/* When the index cannot even be opened, it is emptied from below, which a defensive connection may
 * not do. The two rows are those of an index without a word. */
static gboolean
start_anew (sqlite3 *db, GError **error)
{
  gboolean is_made;

  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  is_made = rub_sql_exec (db,
                          "BEGIN IMMEDIATE;"
                          "DELETE FROM article_words_data;"
                          "DELETE FROM article_words_idx;"
                          "DELETE FROM article_words_docsize;"
                          "INSERT INTO article_words_data VALUES (1, x''), (10, zeroblob (7));"
                          REBUILD "; COMMIT",
                          error);
  if (!is_made)
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return is_made;
}

gboolean
rub_word_index_rebuild (sqlite3 *db, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  g_debug ("Making the index of words anew");
  if (rub_sql_exec (db, REBUILD, &local_error))
    return TRUE;

  if (g_error_matches (local_error, RUB_STORE_ERROR, RUB_STORE_ERROR_INDEX))
    return start_anew (db, error);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

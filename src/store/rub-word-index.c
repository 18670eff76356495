/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-word-index.h"

#include "rub-sql.h"

/* The index finds what to take out by what was put in. */
#define REMOVE                                                                                     \
  "INSERT INTO article_words (article_words, rowid, title, author, text, notes)"                   \
  " SELECT 'delete', id, title, author, text, notes FROM article_pages"

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

gboolean
rub_word_index_rebuild (sqlite3 *db, GError **error)
{
  g_debug ("Making the index of words anew");

  return rub_sql_exec (db, "INSERT INTO article_words (article_words) VALUES ('rebuild')", error);
}

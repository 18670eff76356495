/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-block-json.h"
#include "rub-query.h"
#include "rub-rows.h"
#include "rub-snippet.h"
#include "rub-sql.h"
#include "rub-store-library.h"
#include "rub-store-private.h"

/* A look at the cancellable every so many steps of SQLite's machine: well under a millisecond. */
#define STEPS_PER_LOOK 1000

/* A word in the title says more of what an article is about than one in its text. The index sorts
 * by itself: then only the rows that are wanted are ever read, and marked. */
#define SEARCH                                                                                     \
  "SELECT " RUB_ARTICLE_COLUMNS ", text, highlight (article_words, 2, ?3, ?4),"                    \
  " notes, highlight (article_words, 3, ?3, ?4)"                                                   \
  " FROM article_words CROSS JOIN articles ON articles.id = article_words.rowid"                   \
  " WHERE article_words MATCH ?1 AND rank MATCH 'bm25 (10.0, 5.0, 1.0, 3.0)'"                      \
  " AND removed_us IS NULL ORDER BY rank LIMIT ?2"

static const char *
get_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, RUB_N_ARTICLE_COLUMNS + column);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : "";
}

/* What was found in the text is shown, or else in a note, or else how the text begins. */
static RubHit *
build_hit (sqlite3_stmt *row)
{
  g_autoptr (RubSavedArticle) article = rub_row_get_article (row);
  g_autoptr (RubSnippet) snippet = rub_snippet_new (get_text (row, 0), get_text (row, 1));
  g_autoptr (RubSnippet) note = rub_snippet_new (get_text (row, 2), get_text (row, 3));
  RubSnippet *shown = snippet->ranges->len == 0 && note->ranges->len > 0 ? note : snippet;
  RubHitFields fields = {
    .article = article,
    .block = snippet->ranges->len > 0 ? snippet->block : -1,
    .snippet = shown->text,
    .ranges = (const RubRange *) (gpointer) shown->ranges->data,
    .n_ranges = shown->ranges->len,
  };

  return rub_hit_new (&fields);
}

static int
on_progress_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static GPtrArray *
run_search (sqlite3 *db, const char *query, guint max, GError **error)
{
  const char open[] = { RUB_MATCH_OPEN, '\0' };
  const char close[] = { RUB_MATCH_CLOSE, '\0' };
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) row = rub_sql_prepare (db, SEARCH, error);
  gboolean has_row = FALSE;

  if (row == NULL)
    return NULL;

  rub_sql_bind (row, "siss", query, (gint64) max, open, close);
  while (TRUE)
    {
      if (!rub_sql_step (row, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&hits);
      g_ptr_array_add (hits, build_hit (row));
    }
}

static GPtrArray *
search (RubStore *self, const char *query, guint max, GCancellable *cancellable, GError **error)
{
  sqlite3 *db = rub_store_lock_reader (self, error);
  g_autoptr (GError) local_error = NULL;
  GPtrArray *hits;

  if (db == NULL)
    return NULL;

  if (cancellable != NULL)
    sqlite3_progress_handler (db, STEPS_PER_LOOK, on_progress_cb, cancellable);
  hits = run_search (db, query, max, &local_error);
  sqlite3_progress_handler (db, 0, NULL, NULL);
  rub_store_unlock_reader (self);

  if (hits == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&local_error));

  return hits;
}

GPtrArray *
rub_store_search (RubStore *self, const char *query, guint max, GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *words = NULL;
  g_autoptr (GError) local_error = NULL;
  GPtrArray *hits;

  g_return_val_if_fail (RUB_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  words = rub_query_build (query);
  if (words == NULL || max == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);

  hits = search (self, words, max, cancellable, &local_error);
  if (hits != NULL)
    return hits;

  if (g_error_matches (local_error, RUB_STORE_ERROR, RUB_STORE_ERROR_INDEX)
      && rub_store_get_fault (self) == NULL)
    return rub_store_rebuild_index (self, error) ? search (self, words, max, cancellable, error)
                                                 : NULL;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-change-private.h"
#include "rub-rows.h"
#include "rub-sql.h"
#include "rub-word-index.h"

/* Reads the article in row @id, provided that it has @key. */
static gboolean
find_article (sqlite3 *db, gint64 id, const char *key, RubSavedArticle **found, GError **error)
{
  g_autoptr (sqlite3_stmt) row = rub_sql_prepare (db,
                                                  "SELECT " RUB_ARTICLE_COLUMNS " FROM articles"
                                                  " WHERE id = ?1 AND key = ?2",
                                                  error);
  gboolean has_row = FALSE;

  if (row == NULL)
    return FALSE;

  rub_sql_bind (row, "is", id, key);
  if (!rub_sql_step (row, &has_row, error))
    return FALSE;
  *found = has_row ? rub_row_get_article (row) : NULL;

  return TRUE;
}

static gboolean
insert_article (RubStep *step, sqlite3 *db, RubChange *undo, GError **error)
{
  const RubSavedArticleFields *article
    = rub_saved_article_get_fields (RUB_SAVED_ARTICLE (step->object));
  gint64 id;

  if (!rub_sql_run (db, error,
                    "INSERT INTO articles (key, address, title, name, author, date, language,"
                    " site, n_words, added_us, refreshed_us, etag, last_modified, is_archived)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    "ssssssssiiissi", article->key, article->address, article->title, article->name,
                    article->author, article->date, article->language, article->site,
                    (gint64) article->n_words,
                    article->added_us != 0 ? article->added_us : step->now_us,
                    article->refreshed_us != 0 ? article->refreshed_us : step->now_us,
                    article->etag, article->last_modified, (gint64) article->is_archived))
    return FALSE;

  id = sqlite3_last_insert_rowid (db);
  rub_change_set_article_removed (undo, id, TRUE);

  return rub_content_write (step->content, NULL, db, id, step->now_us, error)
         && rub_word_index_add (db, id, error);
}

/* When it was saved does not change. */
static gboolean
update_article (RubStep *step, sqlite3 *db, GError **error)
{
  const RubSavedArticleFields *article
    = rub_saved_article_get_fields (RUB_SAVED_ARTICLE (step->object));

  return rub_sql_run (
    db, error,
    "UPDATE articles SET address = ?, title = ?, name = ?, author = ?, date = ?,"
    " language = ?, site = ?, n_words = ?, refreshed_us = ?, etag = ?,"
    " last_modified = ?, is_archived = ? WHERE id = ?",
    "sssssssiissii", article->address, article->title, article->name, article->author,
    article->date, article->language, article->site, (gint64) article->n_words,
    article->refreshed_us != 0 ? article->refreshed_us : step->now_us, article->etag,
    article->last_modified, (gint64) article->is_archived, article->id);
}

gboolean
rub_step_article (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                  GError **error)
{
  RubSavedArticle *article = RUB_SAVED_ARTICLE (step->object);
  gint64 id = rub_saved_article_get_id (article);
  g_autoptr (RubSavedArticle) before = NULL;
  RubContent *old;
  RubStep *inverse;

  if (id == 0)
    return insert_article (step, db, undo, error);

  if (!find_article (db, id, rub_saved_article_get_key (article), &before, error))
    return FALSE;
  *was_applied = before != NULL;
  if (before == NULL)
    return TRUE;

  old = rub_content_read (db, id, error);
  if (old == NULL)
    return FALSE;
  inverse = rub_change_add_step (undo, rub_step_article);
  inverse->object = G_OBJECT (g_steal_pointer (&before));
  inverse->content = old;

  return rub_word_index_remove (db, id, error) && update_article (step, db, error)
         && rub_content_write (step->content, old, db, id, step->now_us, error)
         && rub_word_index_add (db, id, error);
}

gboolean
rub_step_article_edit (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                       GError **error)
{
  RubSavedArticle *article = RUB_SAVED_ARTICLE (step->object);
  gint64 id = rub_saved_article_get_id (article);
  g_autoptr (RubSavedArticle) before = NULL;

  if (!find_article (db, id, rub_saved_article_get_key (article), &before, error))
    return FALSE;

  *was_applied = before != NULL;
  if (before == NULL)
    return TRUE;
  rub_change_edit_article (undo, before);

  return rub_word_index_remove (db, id, error) && update_article (step, db, error)
         && rub_word_index_add (db, id, error);
}

gboolean
rub_step_article_removed (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                          GError **error)
{
  rub_change_set_article_removed (undo, step->id, !step->is_removed);

  return rub_step_set_removed (
    step, db, "UPDATE articles SET removed_us = iif (?, ?, NULL) WHERE id = ?", was_applied, error);
}

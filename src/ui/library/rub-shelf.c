/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-shelf.h"

#include <glib/gi18n-lib.h>

#include "rub-article-loader.h"
#include "rub-store-library.h"

/* More hits than this are no help. */
#define MAX_HITS 100

struct _RubShelf
{
  GObject parent_instance;

  /* Owned */
  RubLibrary *library;
  RubStore *bundled; /* in memory, for the search; of the threads, under the lock */
  GMutex lock;
};

/* What a thread is asked. */
typedef struct
{
  RubStore *store;
  char *words; /* a key, an id or a query; NULL: everything */
} Question;

G_DEFINE_FINAL_TYPE (RubShelf, rub_shelf, G_TYPE_OBJECT)

void
rub_opened_free (RubOpened *self)
{
  g_object_unref (self->article);
  g_hash_table_unref (self->pictures);
  g_free (self);
}

static void
free_question (Question *question)
{
  g_object_unref (question->store);
  g_free (question->words);
  g_free (question);
}

static void
ask (RubShelf *self, gpointer tag, const char *words, GTaskThreadFunc answer,
     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  RubStore *store = rub_library_get_store (self->library);
  Question *question;

  g_task_set_source_tag (task, tag);
  if (store == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED, "%s",
                               _("Your library is not open."));
      return;
    }

  question = g_new0 (Question, 1);
  question->store = g_object_ref (store);
  question->words = g_strdup (words);
  g_task_set_task_data (task, question, (GDestroyNotify) free_question);
  g_task_run_in_thread (task, answer);
}

static GHashTable *
find_pictures (RubStore *store, RubArticle *article)
{
  GHashTable *pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < rub_article_get_n_blocks (article); i++)
    {
      const char *address = rub_block_get_fields (rub_article_get_block (article, i))->address;
      char *path = address != NULL
                     ? rub_store_find_picture (store, rub_article_get_id (article), address)
                     : NULL;

      if (path != NULL)
        g_hash_table_insert (pictures, g_strdup (address), path);
    }

  return pictures;
}

static void
open_article (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  RubArticle *article = rub_store_load_article (question->store, question->words, &error);
  RubOpened *opened;

  if (article == NULL && error == NULL)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                 _("This article is no longer in your library."));
  if (article == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  opened = g_new0 (RubOpened, 1);
  opened->article = article;
  opened->pictures = find_pictures (question->store, article);
  g_task_return_pointer (task, opened, (GDestroyNotify) rub_opened_free);
}

static void
return_list (GTask *task, GPtrArray *list, GError *error)
{
  if (list != NULL)
    g_task_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
list_highlights (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  GPtrArray *highlights = rub_store_list_highlights (question->store, question->words, &error);

  return_list (task, highlights, error);
}

/* Returns: (transfer full): @article as if it were saved under its id. */
static RubSavedArticle *
make_saved (RubArticle *article)
{
  RubSavedArticleFields fields = {
    .key = rub_article_get_id (article),
    .title = rub_article_get_title (article),
    .language = rub_article_get_language (article),
    .n_words = rub_article_get_n_words (article),
  };

  return rub_saved_article_new (&fields);
}

static RubStore *
make_bundled (void)
{
  RubStore *store = rub_store_open_in_memory ();
  g_autoptr (RubChange) change = rub_change_new ();

  for (const char *const *id = rub_article_get_bundled_ids (); *id != NULL; id++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RubArticle) article = rub_article_load (*id, g_get_language_names (), &error);
      g_autoptr (RubSavedArticle) saved = NULL;

      if (article == NULL)
        {
          g_warning ("A bundled text cannot be searched: %s", error->message);
          continue;
        }
      saved = make_saved (article);
      rub_change_save_article (change, saved, article, NULL);
    }
  rub_store_commit (store, change, NULL);

  return store;
}

/* Returns: (transfer full): made when it is first searched. */
static RubStore *
get_bundled (RubShelf *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->bundled == NULL)
    self->bundled = make_bundled ();

  return g_object_ref (self->bundled);
}

static void
search (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (RubStore) bundled = get_bundled (RUB_SHELF (source));
  GError *error = NULL;
  GPtrArray *hits
    = rub_store_search (bundled, question->words, MAX_HITS, cancellable, &error);
  GPtrArray *saved = hits != NULL ? rub_store_search (question->store, question->words, MAX_HITS,
                                                      cancellable, &error)
                                  : NULL;

  if (saved != NULL)
    g_ptr_array_extend_and_steal (hits, saved);
  else
    g_clear_pointer (&hits, g_ptr_array_unref);
  return_list (task, hits, error);
}

static void
rub_shelf_finalize (GObject *object)
{
  RubShelf *self = RUB_SHELF (object);

  g_clear_object (&self->library);
  g_clear_object (&self->bundled);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (rub_shelf_parent_class)->finalize (object);
}

static void
rub_shelf_class_init (RubShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_shelf_finalize;
}

static void
rub_shelf_init (RubShelf *self)
{
  g_mutex_init (&self->lock);
}

RubShelf *
rub_shelf_new (RubLibrary *library)
{
  RubShelf *self;

  g_return_val_if_fail (RUB_IS_LIBRARY (library), NULL);

  self = g_object_new (RUB_TYPE_SHELF, NULL);
  self->library = g_object_ref (library);

  return self;
}

void
rub_shelf_open_async (RubShelf *self, const char *key, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (RUB_IS_SHELF (self));
  g_return_if_fail (key != NULL);

  ask (self, rub_shelf_open_async, key, open_article, cancellable, callback, data);
}

RubOpened *
rub_shelf_open_finish (RubShelf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rub_shelf_list_highlights_async (RubShelf *self, const char *id, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (RUB_IS_SHELF (self));

  ask (self, rub_shelf_list_highlights_async, id, list_highlights, cancellable, callback, data);
}

GPtrArray *
rub_shelf_list_highlights_finish (RubShelf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rub_shelf_search_async (RubShelf *self, const char *query, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (RUB_IS_SHELF (self));
  g_return_if_fail (query != NULL);

  ask (self, rub_shelf_search_async, query, search, cancellable, callback, data);
}

GPtrArray *
rub_shelf_search_finish (RubShelf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

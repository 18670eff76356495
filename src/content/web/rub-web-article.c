/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-web-article.h"

#include "rub-document.h"
#include "rub-web-pictures.h"

/* As patient as a runner who looks at a page that loads. */
#define PAGE_MS (45 * 1000)
#define PAGE_IDLE_MS (20 * 1000)

/* The state of loading; the task's data. */
typedef struct
{
  gboolean is_text_only;
  RubFetchProgress progress;
  gpointer progress_data;

  /* Owned */
  RubFetcher *fetcher;
  RubFetched *page;
  RubWebArticle *result;
} Load;

void
rub_web_article_free (RubWebArticle *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->article);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_free (self->address);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

static void
load_free (gpointer data)
{
  Load *self = data;

  g_clear_object (&self->fetcher);
  g_clear_pointer (&self->page, rub_fetched_free);
  g_clear_pointer (&self->result, rub_web_article_free);
  g_free (self);
}

static void
finish (GTask *task)
{
  Load *self = g_task_get_task_data (task);

  if (self->result->pictures == NULL)
    self->result->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                    (GDestroyNotify) g_bytes_unref);
  g_task_return_pointer (task, g_steal_pointer (&self->result),
                         (GDestroyNotify) rub_web_article_free);
}

static void
on_pictures_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->result->pictures = rub_web_pictures_load_finish (RUB_FETCHER (source), result, &error);
  if (self->result->pictures == NULL)
    g_task_return_error (task, error);
  else
    finish (task);
}

/* What a thread needs to read a page, and what it makes of it. */
static void
parse_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const RubFetched *page = data;
  RubDocumentSource document
    = { .type = page->type, .charset = page->charset, .address = page->address };
  GError *error = NULL;
  RubArticle *article = rub_document_parse (page->bytes, &document, &error);

  if (article != NULL)
    g_task_return_pointer (task, article, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_parsed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->result->article = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->result->article == NULL)
    g_task_return_error (task, error);
  else if (self->is_text_only)
    finish (task);
  else
    rub_web_pictures_load_async (self->fetcher, self->result->article,
                                 g_task_get_cancellable (task), self->progress,
                                 self->progress_data, on_pictures_loaded_cb, g_object_ref (task));
}

/* The thread may be at work on a page for longer than anybody wants to wait: it owns the page. */
static void
parse (GTask *task, Load *self)
{
  g_autoptr (GTask) parsing
    = g_task_new (NULL, g_task_get_cancellable (task), on_parsed_cb, g_object_ref (task));

  g_task_set_source_tag (parsing, parse_in_thread);
  g_task_set_return_on_cancel (parsing, TRUE);
  g_task_set_task_data (parsing, g_steal_pointer (&self->page), (GDestroyNotify) rub_fetched_free);
  g_task_run_in_thread (parsing, parse_in_thread);
}

static void
on_page_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->page = rub_fetcher_fetch_finish (RUB_FETCHER (source), result, &error);
  if (self->page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->result = g_new0 (RubWebArticle, 1);
  self->result->address = g_strdup (self->page->address);
  self->result->etag = g_steal_pointer (&self->page->etag);
  self->result->last_modified = g_steal_pointer (&self->page->last_modified);
  self->result->is_unmodified = self->page->is_unmodified;
  if (self->result->is_unmodified)
    finish (task);
  else
    parse (task, self);
}

void
rub_web_article_load_async (const RubWebArticleRequest *request, GCancellable *cancellable,
                            RubFetchProgress progress, gpointer progress_data,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  static const char *const accept[] = { "text/html", "application/xhtml+xml", "text/markdown",
                                        "text/x-markdown", "text/plain", NULL };
  g_autoptr (GTask) task = NULL;
  RubFetchRequest page = { .accept = accept,
                           .max_bytes = RUB_DOCUMENT_MAX_BYTES,
                           .deadline_ms = PAGE_MS,
                           .idle_ms = PAGE_IDLE_MS };
  Load *self;

  g_return_if_fail (request != NULL && request->address != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rub_web_article_load_async);
  self = g_new0 (Load, 1);
  self->is_text_only = request->is_text_only;
  self->progress = progress;
  self->progress_data = progress_data;
  self->fetcher = rub_fetcher_new (request->trust);
  g_task_set_task_data (task, self, load_free);
  page.address = request->address;
  page.etag = request->etag;
  page.last_modified = request->last_modified;
  rub_fetcher_fetch_async (self->fetcher, &page, cancellable, progress, progress_data,
                           on_page_fetched_cb, g_object_ref (task));
}

RubWebArticle *
rub_web_article_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

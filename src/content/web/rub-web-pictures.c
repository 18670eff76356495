/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-web-pictures.h"

#include <string.h>

#include "rub-web-article.h"

/* A picture that takes longer is not worth the wait, nor are all of them together. */
#define PICTURE_MS (20 * 1000)
#define PICTURE_IDLE_MS (8 * 1000)
#define ALL_US (60 * G_TIME_SPAN_SECOND)

/* The state of loading; the task's data. */
typedef struct
{
  RubFetchProgress progress;
  gpointer progress_data;
  gint64 end_us;
  guint n_running;
  gsize n_bytes;    /* of the pictures that are there */
  gsize n_reserved; /* of those that may come yet */

  /* Owned */
  RubArticle *article;
  GQueue addresses; /* of char *, that are still to be loaded */
  GHashTable *pictures;
} Load;

/* One picture that is being loaded. */
typedef struct
{
  char *address;
  gsize max_bytes;
  GTask *task;
} Picture;

static void
load_free (gpointer data)
{
  Load *self = data;

  g_object_unref (self->article);
  g_queue_clear_full (&self->addresses, g_free);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_free (self);
}

static void
picture_free (Picture *self)
{
  g_free (self->address);
  g_object_unref (self->task);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

/* An unsafe picture on a safe page gives away what is read. */
static char *
make_safe (RubArticle *article, const char *address)
{
  const char *page = rub_article_get_address (article);

  if (page != NULL && g_str_has_prefix (page, "https://") && g_str_has_prefix (address, "http://"))
    return g_strconcat ("https://", address + strlen ("http://"), NULL);

  return g_strdup (address);
}

static void
collect (Load *self, RubArticle *article)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rub_article_get_n_blocks (article); i++)
    {
      const RubBlockFields *fields = rub_block_get_fields (rub_article_get_block (article, i));

      if (fields->kind != RUB_BLOCK_PICTURE || fields->address == NULL
          || g_hash_table_size (known) >= RUB_WEB_ARTICLE_MAX_PICTURES)
        continue;
      if (g_hash_table_add (known, (char *) fields->address))
        g_queue_push_tail (&self->addresses, g_strdup (fields->address));
    }
}

static void load_next (GTask *task);

static void
on_picture_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Picture) picture = user_data;
  Load *self = g_task_get_task_data (picture->task);
  g_autoptr (RubFetched) fetched
    = rub_fetcher_fetch_finish (RUB_FETCHER (source), result, NULL);
  gsize size = fetched != NULL ? g_bytes_get_size (fetched->bytes) : 0;

  self->n_running--;
  self->n_reserved -= picture->max_bytes;
  if (size > 0 && fetched->type != NULL)
    {
      self->n_bytes += size;
      g_hash_table_replace (self->pictures, g_steal_pointer (&picture->address),
                            g_bytes_ref (fetched->bytes));
      if (self->progress != NULL)
        self->progress ((gint64) self->n_bytes, -1, self->progress_data);
    }
  load_next (picture->task);
}

/* Returns: how many bytes one more picture may have. */
static gsize
get_room (Load *self)
{
  gsize taken = self->n_bytes + self->n_reserved;

  return MIN (RUB_WEB_ARTICLE_MAX_PICTURES_BYTES - MIN (taken, RUB_WEB_ARTICLE_MAX_PICTURES_BYTES),
              RUB_WEB_ARTICLE_MAX_PICTURE_BYTES);
}

static void
start (GTask *task, Load *self, gsize max_bytes)
{
  static const char *const accept[] = { "image/", NULL };
  gint64 left_ms = (self->end_us - g_get_monotonic_time ()) / 1000;
  Picture *picture = g_new0 (Picture, 1);
  g_autofree char *address = NULL;
  RubFetchRequest request = { .accept = accept, .max_bytes = max_bytes };

  picture->address = g_queue_pop_head (&self->addresses);
  picture->max_bytes = max_bytes;
  picture->task = g_object_ref (task);
  address = make_safe (self->article, picture->address);
  request.address = address;
  request.deadline_ms = (guint) CLAMP (left_ms, 1, PICTURE_MS);
  request.idle_ms = PICTURE_IDLE_MS;
  self->n_running++;
  self->n_reserved += max_bytes;
  rub_fetcher_fetch_async (g_task_get_source_object (task), &request,
                           g_task_get_cancellable (task), NULL, NULL, on_picture_fetched_cb,
                           picture);
}

static void
load_next (GTask *task)
{
  Load *self = g_task_get_task_data (task);
  gboolean is_over = g_get_monotonic_time () >= self->end_us
                     || g_cancellable_is_cancelled (g_task_get_cancellable (task));

  while (!is_over && self->n_running < RUB_WEB_ARTICLE_AT_ONCE && get_room (self) > 0
         && !g_queue_is_empty (&self->addresses))
    start (task, self, get_room (self));
  if (self->n_running == 0)
    g_task_return_pointer (task, g_steal_pointer (&self->pictures),
                           (GDestroyNotify) g_hash_table_unref);
}

void
rub_web_pictures_load_async (RubFetcher *fetcher, RubArticle *article, GCancellable *cancellable,
                             RubFetchProgress progress, gpointer progress_data,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *self;

  g_return_if_fail (RUB_IS_FETCHER (fetcher));
  g_return_if_fail (RUB_IS_ARTICLE (article));

  task = g_task_new (fetcher, cancellable, callback, user_data);
  g_task_set_source_tag (task, rub_web_pictures_load_async);
  self = g_new0 (Load, 1);
  self->article = g_object_ref (article);
  self->progress = progress;
  self->progress_data = progress_data;
  self->end_us = g_get_monotonic_time () + ALL_US;
  g_queue_init (&self->addresses);
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_bytes_unref);
  g_task_set_task_data (task, self, load_free);
  collect (self, article);
  load_next (task);
}

GHashTable *
rub_web_pictures_load_finish (RubFetcher *fetcher, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, fetcher), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

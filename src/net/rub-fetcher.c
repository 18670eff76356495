/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-fetcher.h"

#include "rub-fetch.h"

/* How long a connection is kept for the next fetch. */
#define KEEP_S 10

/* Kinder to servers than what browsers do. */
#define MAX_CONNECTIONS_A_HOST 3

struct _RubFetcher
{
  GObject parent_instance;

  /* Owned */
  SoupSession *session;
};

G_DEFINE_FINAL_TYPE (RubFetcher, rub_fetcher, G_TYPE_OBJECT)

void
rub_fetched_free (RubFetched *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->type);
  g_free (self->charset);
  g_free (self->address);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

static void
rub_fetcher_dispose (GObject *object)
{
  RubFetcher *self = RUB_FETCHER (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (rub_fetcher_parent_class)->dispose (object);
}

static void
rub_fetcher_class_init (RubFetcherClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = rub_fetcher_dispose;
}

static void
rub_fetcher_init (RubFetcher *self)
{
  /* Each fetch has deadlines of its own, so the session needs none. */
  self->session = soup_session_new_with_options (
    "user-agent", "Rubdown/" RUB_VERSION, "idle-timeout", KEEP_S, "timeout", 0,
    "max-conns-per-host", MAX_CONNECTIONS_A_HOST, NULL);
  /* Whoever wants a name and a password does not get them, from the keyring neither. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
}

RubFetcher *
rub_fetcher_new (GTlsDatabase *trust)
{
  RubFetcher *self = g_object_new (RUB_TYPE_FETCHER, NULL);

  g_return_val_if_fail (trust == NULL || G_IS_TLS_DATABASE (trust), self);

  if (trust != NULL)
    soup_session_set_tls_database (self->session, trust);

  return self;
}

void
rub_fetcher_fetch_async (RubFetcher *self, const RubFetchRequest *request,
                         GCancellable *cancellable, RubFetchProgress progress,
                         gpointer progress_data, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RUB_IS_FETCHER (self));
  g_return_if_fail (request != NULL && request->address != NULL);
  g_return_if_fail (request->max_bytes > 0);
  g_return_if_fail (request->deadline_ms > 0 && request->idle_ms > 0);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rub_fetcher_fetch_async);
  rub_fetch_run (self->session, request, progress, progress_data, task);
}

RubFetched *
rub_fetcher_fetch_finish (RubFetcher *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

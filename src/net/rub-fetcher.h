/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RUB_TYPE_FETCHER (rub_fetcher_get_type ())
/**
 * Loads single things from the web, guardedly: nothing else than http and https, no cookies, no
 * referrer, no cache, no password; it sends that it is Rubdown, and what is asked for. Connections
 * to a host are used again, for some seconds, by the next fetch. Nothing blocks.
 */
G_DECLARE_FINAL_TYPE (RubFetcher, rub_fetcher, RUB, FETCHER, GObject)

/** The number of redirects that are followed. */
#define RUB_FETCHER_MAX_REDIRECTS 10

/** How many bytes at most come in one piece. */
#define RUB_FETCHER_CHUNK_BYTES 16384

/**
 * What to load. Nothing of it has to outlive the call it is for.
 *
 * @address: as the runner typed it; without a scheme, https is tried before http
 * @accept: (array zero-terminated=1) (nullable): media types to take, such as "text/html" or
 *   "image/"; an answer that does not tell its type is taken; NULL takes all
 * @etag: (nullable): of what is known already
 * @last_modified: (nullable): of what is known already
 * @max_bytes: the largest content, after unpacking
 * @deadline_ms: how long the whole may take, in milliseconds
 * @idle_ms: how long nothing may come
 */
typedef struct
{
  const char *address;
  const char *const *accept;
  const char *etag;
  const char *last_modified;
  gsize max_bytes;
  guint deadline_ms;
  guint idle_ms;
} RubFetchRequest;

/**
 * What came.
 *
 * @bytes: the content; empty when @is_unmodified
 * @type: (nullable): media type in lower case, without parameters
 * @charset: (nullable): what the server says
 * @address: where it was at last, without a fragment
 * @etag: (nullable): what to ask with next time
 * @last_modified: (nullable): likewise
 * @is_unmodified: whether it is what the etag or the date of the request was of
 */
typedef struct
{
  GBytes *bytes;
  char *type;
  char *charset;
  char *address;
  char *etag;
  char *last_modified;
  gboolean is_unmodified;
} RubFetched;

void rub_fetched_free (RubFetched *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubFetched, rub_fetched_free)

/** Called with how many bytes are there, and how many there will be, or -1 when nobody said. */
typedef void (*RubFetchProgress) (gint64 n_bytes, gint64 n_total, gpointer user_data);

/** @trust: (nullable): who may vouch for servers; NULL means whom the system trusts */
RubFetcher *rub_fetcher_new (GTlsDatabase *trust);

/**
 * Loads what @request says. A redirect is followed to http and https, but never from https to http.
 * An answer that breaks off is an error, unless it was sent in chunks and breaks off between two:
 * libsoup takes that for its end.
 *
 * @progress: (nullable) (scope notified): may be called until @callback is
 */
void rub_fetcher_fetch_async (RubFetcher *self,
                              const RubFetchRequest *request,
                              GCancellable *cancellable,
                              RubFetchProgress progress,
                              gpointer progress_data,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/** Returns: (transfer full) (nullable): what came, or NULL with a RUB_NET_ERROR or
 *   G_IO_ERROR_CANCELLED. */
RubFetched *rub_fetcher_fetch_finish (RubFetcher *self, GAsyncResult *result, GError **error);

G_END_DECLS

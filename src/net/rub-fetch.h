/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "rub-fetcher.h"

G_BEGIN_DECLS

/**
 * One fetch, see rub_fetcher_fetch_async(): returns a RubFetched or an error by @task, whose
 * cancellable stops it. Keeps itself alive until then.
 */
void rub_fetch_run (SoupSession *session,
                    const RubFetchRequest *request,
                    RubFetchProgress progress,
                    gpointer progress_data,
                    GTask *task);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * What went wrong, in words. @host is who was asked.
 *
 * Returns: (transfer full): a RUB_NET_ERROR.
 */

/**
 * @status: of an answer that is no success
 * @retry_after: (nullable): the header of that name, seconds or a date
 * @now_us: the time, in microseconds since 1970
 */
GError *rub_net_words_for_status (guint status,
                                  const char *host,
                                  const char *retry_after,
                                  gint64 now_us);

/**
 * @cause: what GIO or libsoup says
 * @flaws: what is wrong with the certificate, if that is the cause
 */
GError *rub_net_words_for_failure (const GError *cause,
                                   GTlsCertificateFlags flaws,
                                   const char *host);

/** @type: (nullable): media type, in lower case, of what was not asked for */
GError *rub_net_words_for_type (const char *type);

/** @max_bytes: what was allowed */
GError *rub_net_words_for_size (gsize max_bytes);

/** @is_silent: whether nothing came for long; otherwise the whole took too long */
GError *rub_net_words_for_timeout (gboolean is_silent, const char *host);

/** @is_loop: whether an address came again; otherwise there were too many */
GError *rub_net_words_for_redirects (gboolean is_loop, const char *host);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Reads the tracks of a GPX file, see rub_run_file_parse().
 *
 * @text: from rub_run_text_from_bytes(), with root "gpx"
 *
 * Returns: (transfer container) (element-type RubRun) (nullable): the runs, or NULL.
 */
GPtrArray *rub_gpx_parse (GBytes *text, GCancellable *cancellable, GError **error);

G_END_DECLS

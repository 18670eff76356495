/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Reads the activities of a TCX file, see rub_run_file_parse(). The distance of an activity is the
 * sum of its laps when its points agree, otherwise that of the points.
 *
 * @text: from rub_run_text_from_bytes(), with root "TrainingCenterDatabase"
 *
 * Returns: (transfer container) (element-type RubRun) (nullable): the runs, or NULL.
 */
GPtrArray *rub_tcx_parse (GBytes *text, GCancellable *cancellable, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-run.h"

G_BEGIN_DECLS

#define RUB_RUN_FILE_ERROR (rub_run_file_error_quark ())
GQuark rub_run_file_error_quark (void);

/**
 * @RUB_RUN_FILE_ERROR_UNKNOWN: neither GPX nor TCX
 * @RUB_RUN_FILE_ERROR_MALFORMED: meant as one of them, but cannot be read
 * @RUB_RUN_FILE_ERROR_TOO_LARGE: larger, deeper or with more points than a run can have
 * @RUB_RUN_FILE_ERROR_NO_RUN: holds no recording: only routes, plans, places, or a single point
 * @RUB_RUN_FILE_ERROR_NO_TIMES: holds a way, but not when it was run
 * @RUB_RUN_FILE_ERROR_NOT_RUNNING: holds another sport, or moves faster than anyone runs
 *
 * The message of each is a translated sentence for the runner, without the name of the file.
 */
typedef enum
{
  RUB_RUN_FILE_ERROR_UNKNOWN,
  RUB_RUN_FILE_ERROR_MALFORMED,
  RUB_RUN_FILE_ERROR_TOO_LARGE,
  RUB_RUN_FILE_ERROR_NO_RUN,
  RUB_RUN_FILE_ERROR_NO_TIMES,
  RUB_RUN_FILE_ERROR_NOT_RUNNING,
} RubRunFileError;

/** The largest file read, unpacked: about three weeks of a point a second. */
#define RUB_RUN_FILE_MAX_BYTES (64 * 1024 * 1024)

/**
 * Reads the runs in @bytes, which may be GPX 1.1, 1.0 or without a namespace, or TCX, told apart by
 * content and not by name, packed with gzip or not. Nothing outside @bytes is ever looked at.
 *
 * Several activities, and tracks more than an hour apart, are several runs; segments of a track are
 * one run with pauses. Runs have no id, effort or zone; their kind is RUB_RUN_KIND_EASY unless the
 * file says otherwise. Other sports beside a run are passed over.
 *
 * Returns: (transfer container) (element-type RubRun) (nullable): at least one run, earliest
 *   first, or NULL with a RUB_RUN_FILE_ERROR or G_IO_ERROR_CANCELLED.
 */
GPtrArray *rub_run_file_parse (GBytes *bytes, GCancellable *cancellable, GError **error);

/**
 * Reads the runs in @file, see rub_run_file_parse(). Blocks.
 *
 * Returns: (transfer container) (element-type RubRun) (nullable): as rub_run_file_parse(); @error
 *   may also be a G_IO_ERROR of the reading.
 */
GPtrArray *rub_run_file_load (GFile *file, GCancellable *cancellable, GError **error);

/** Like rub_run_file_load(), in a thread. */
void rub_run_file_load_async (GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/** Returns: (transfer container) (element-type RubRun) (nullable): as rub_run_file_load(). */
GPtrArray *rub_run_file_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS

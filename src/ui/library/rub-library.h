/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-body.h"
#include "rub-plan.h"
#include "rub-store.h"
#include "rub-units.h"

G_BEGIN_DECLS

#define RUB_TYPE_LIBRARY (rub_library_get_type ())
/**
 * The store as the window sees it: opened and read in a thread, kept as one set of records, and
 * changed through commits that can be undone. Emits:
 *
 * "changed": the records, the plan, the fault or a setting that is asked for here are other than
 *   before
 * "committed" (const char *title, RubChange *undo): a change with a title was applied
 * "written": a commit of this library is on disk
 * "failed" (GError *error): a change could not be written; nothing was changed
 * "told" (const char *words): something happened that the runner should know, and nothing more
 */
G_DECLARE_FINAL_TYPE (RubLibrary, rub_library, RUB, LIBRARY, GObject)

/** Returns: (transfer full): a library that starts to open the store in @path. */
RubLibrary *rub_library_new (const char *path, GSettings *settings);

/** Opens the store again, after a fault may have gone. */
void rub_library_open (RubLibrary *self);

/** Reads again when another program has written. */
void rub_library_recheck (RubLibrary *self);

/** Returns: (transfer none): where the store is. */
const char *rub_library_get_path (RubLibrary *self);

/** Returns: (transfer none) (nullable): the open store, for threads that only read. */
RubStore *rub_library_get_store (RubLibrary *self);

/** Returns: (transfer none) (nullable): everything remembered; NULL until it was read. */
RubRecords *rub_library_get_records (RubLibrary *self);

/** Returns: (transfer none) (nullable): the plan as of now, see rub_plan_make(). */
GPtrArray *rub_library_get_plan (RubLibrary *self);

/** Returns: (transfer none) (nullable): why the store cannot be opened or written, in words. */
const GError *rub_library_get_fault (RubLibrary *self);

/** Returns: whether records can be changed: they are read and there is no fault. */
gboolean rub_library_can_write (RubLibrary *self);

/**
 * Commits @change in a thread. When it was applied, "changed" follows, then, with a @title such
 * as "Run added", "committed".
 */
void rub_library_commit (RubLibrary *self, RubChange *change, const char *title);

/** Emits "told" with @words. */
void rub_library_tell (RubLibrary *self, const char *words);

/** Returns: in which units lengths are shown. */
RubUnits rub_library_get_units (RubLibrary *self);

/** Returns: in which build bodies are shown. */
RubBodyBuild rub_library_get_body_build (RubLibrary *self);

/** Returns: whether bodies are shown from the front as in a mirror. */
gboolean rub_library_is_body_mirrored (RubLibrary *self);

/** Returns: whether patterns tell soreness beside the colours. */
gboolean rub_library_has_body_patterns (RubLibrary *self);

/** Returns: now, UTC microseconds since the epoch. */
gint64 rub_library_get_now_us (RubLibrary *self);

/** Returns: (transfer none): the zone of this device. */
GTimeZone *rub_library_get_zone (RubLibrary *self);

G_END_DECLS

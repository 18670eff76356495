/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-body.h"

G_BEGIN_DECLS

/**
 * The files a body is read from.
 *
 * @regions: JSON, who the regions are: { "regions": [ { "id", "side", "name", "hint" (may be
 *   missing), "group", "kind" }, ... ] }, all strings, in reading order
 * @guides: (nullable): JSON, what is known about massaging them, as rub_body_guides_parse() has it:
 *   each region is in one guide; NULL: the regions have none
 * @drawings: SVG, by RubBodyView, as RubBodySvg has it
 */
typedef struct
{
  GBytes *regions;
  GBytes *guides;
  GBytes *drawings[RUB_N_BODY_VIEWS];
} RubBodyFiles;

/**
 * Reads a body. Everything is checked: a body that loads is whole.
 *
 * @like: (nullable): a body in another build, whose very regions the new one has; then the
 *   regions in @files are not read
 *
 * Returns: (transfer full) (nullable): the body, or NULL with a G_IO_ERROR that names the file
 *   and the id at fault.
 */
RubBody *rub_body_loader_load (const RubBodyFiles *files, RubBody *like, GError **error);

/** Returns: the bundled files of @build; clear with rub_body_files_clear(). */
RubBodyFiles rub_body_loader_get_bundled_files (RubBodyBuild build);
void rub_body_files_clear (RubBodyFiles *files);

/**
 * Returns: (transfer none): the bundled body in @build, read at the first call and kept until the
 *   program ends; all builds share their regions. To be called from one thread only.
 */
RubBody *rub_body_loader_get_bundled (RubBodyBuild build);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-region-guide.h"

G_BEGIN_DECLS

/**
 * Reads what is known about massaging the parts of the body.
 *
 * @bytes: JSON, { "guides": [ { "id", "care", "basis", "regions", "problems", "technique",
 *   "caution", "articles" }, ... ] }: "regions" and "articles" are arrays of strings, the others
 *   strings; "technique" is there unless "care" is "none"; a region is named without its side and
 *   in one guide only
 *
 * Returns: (transfer full) (nullable) (element-type utf8 RubRegionGuide): from region without its
 *   side to guide; or NULL with a G_IO_ERROR that names the file and the id at fault.
 */
GHashTable *rub_body_guides_parse (GBytes *bytes, GError **error);

G_END_DECLS

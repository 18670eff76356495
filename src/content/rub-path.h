/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-outline.h"

G_BEGIN_DECLS

/**
 * Reads SVG path data: M, L, H, V, C and Z, absolute or relative.
 *
 * @is_closed: whether each part has to end with Z
 *
 * Returns: (transfer full) (nullable): the outline, or NULL with a G_IO_ERROR.
 */
RubOutline *rub_path_parse (const char *data, gboolean is_closed, GError **error);

G_END_DECLS

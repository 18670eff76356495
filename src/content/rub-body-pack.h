/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-body-svg.h"

G_BEGIN_DECLS

/** How far apart the places are that a packed drawing can tell apart, in its own units. */
#define RUB_BODY_PACK_STEP 0.01

/**
 * A drawing as it is bundled, which is read many times faster than its file: opening the body map
 * waits for it. Made when Rubdown is built.
 *
 * Returns: (transfer full) (nullable): the bytes, or NULL with a G_IO_ERROR that names the path
 *   that has a place between those that are RUB_BODY_PACK_STEP apart.
 */
GBytes *rub_body_pack (RubBodySvg *svg, GError **error);

/**
 * @bytes: what rub_body_pack() made; nothing else is read
 *
 * Returns: (transfer full) (nullable): the drawing, or NULL when @bytes are cut off or otherwise
 *   none.
 */
RubBodySvg *rub_body_unpack (GBytes *bytes);

G_END_DECLS

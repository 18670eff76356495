/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-body-map.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_POINTING (rub_map_pointing_get_type ())
/** Points regions out to somebody who reads of them. */
G_DECLARE_FINAL_TYPE (RubMapPointing, rub_map_pointing, RUB, MAP_POINTING, GObject)

/** Returns: (transfer full): for regions on @map, which must outlive it, lit by @attention. */
RubMapPointing *rub_map_pointing_new (RubBodyMap *map, RubBodyAttention *attention);

/**
 * Lights @regions (element-type RubRegion) for some seconds, and goes to the first one. Of none
 * nothing is done.
 */
void rub_map_pointing_show (RubMapPointing *self, GPtrArray *regions);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-body-map.h"
#include "rub-map-stage.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_TYPING (rub_map_typing_get_type ())
/**
 * Finds regions by letters: what is typed on a map with the focus, one letter soon after the
 * other, moves the focus to the region that is meant.
 */
G_DECLARE_FINAL_TYPE (RubMapTyping, rub_map_typing, RUB, MAP_TYPING, GObject)

/**
 * @map: not owned; shows the view in which a region is found
 * @stage: not owned; what is typed on
 *
 * Returns: (transfer full): what listens from now on.
 */
RubMapTyping *rub_map_typing_new (RubBodyMap *map, RubMapStage *stage);

G_END_DECLS

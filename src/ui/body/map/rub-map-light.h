/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-map-stage.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_LIGHT (rub_map_light_get_type ())
/** Lights in all views of a map what the runner is at, and what is pointed out. */
G_DECLARE_FINAL_TYPE (RubMapLight, rub_map_light, RUB, MAP_LIGHT, GObject)

/** Returns: (transfer full): the light of @stage, which must outlive it; it follows @attention. */
RubMapLight *rub_map_light_new (RubMapStage *stage, RubBodyAttention *attention);

G_END_DECLS

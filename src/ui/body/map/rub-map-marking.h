/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-body-map.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_MARKING (rub_map_marking_get_type ())
/**
 * What the pointer does on a map. A click marks a region, or asks about one that is marked; a
 * secondary click or a long press asks about any. Dragged up or down, or scrolled over, a region
 * gets another level. While painting, every region that is swept across is marked.
 */
G_DECLARE_FINAL_TYPE (RubMapMarking, rub_map_marking, RUB, MAP_MARKING, GObject)

/**
 * @map: not owned; what it is pointed at
 * @draft: what is marked
 *
 * Returns: (transfer full): what listens to the pointer on @map from now on.
 */
RubMapMarking *rub_map_marking_new (RubBodyMap *map, RubCheckDraft *draft);

/** Lets @gesture of the map be under way together with clicks; it must never deny. */
void rub_map_marking_join (RubMapMarking *self, GtkGesture *gesture);

/** While it is not active, nothing is marked nor asked: a click tells about a region. */
void rub_map_marking_set_active (RubMapMarking *self, gboolean is_active);

gboolean rub_map_marking_get_painting (RubMapMarking *self);
void rub_map_marking_set_painting (RubMapMarking *self, gboolean is_painting);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body-attention.h"
#include "rub-body-marks.h"
#include "rub-check-draft.h"

G_BEGIN_DECLS

#define RUB_TYPE_BODY_MAP (rub_body_map_get_type ())
/**
 * The body, to be marked. It shows a draft and changes it: all views beside each other where there
 * is room, otherwise one. Properties "draft" and "attention" (set once, at construction). Property
 * "view": which view is shown when not all are. Property "single" (read only): whether only one is.
 * Property "zoom" (read only): how large it is shown, 1 to 6; also the actions "map.zoom-in",
 * "map.zoom-out" and "map.zoom-fit". Property "painting" (also the action "map.paint"): whether the
 * pointer marks all it goes across.
 */
G_DECLARE_FINAL_TYPE (RubBodyMap, rub_body_map, RUB, BODY_MAP, GtkWidget)

/**
 * @attention: which region is pointed at or focused, here or elsewhere; lit in every view
 *
 * Returns: (transfer floating): a map of all views of the body of @draft that shows @draft.
 */
GtkWidget *rub_body_map_new (RubCheckDraft *draft, RubBodyAttention *attention);

/** Shows @body, another drawing of the same regions; what is marked stays. */
void rub_body_map_set_body (RubBodyMap *self, RubBody *body);

/** Shows the front as one sees oneself in a mirror (or as one sees another person). */
void rub_body_map_set_mirrored (RubBodyMap *self, gboolean is_mirrored);

/** Tells how sore regions are by patterns too, which high contrast always does. */
void rub_body_map_set_has_patterns (RubBodyMap *self, gboolean has_patterns);

/** @marks: (nullable): what is shown, and not to be changed; NULL: the draft */
void rub_body_map_show (RubBodyMap *self, RubBodyMarks *marks);

gboolean rub_body_map_get_single (RubBodyMap *self);

/** Takes all the height that one view wants, and asks with large targets (or neither). */
void rub_body_map_set_narrow (RubBodyMap *self, gboolean is_narrow);

RubBodyView rub_body_map_get_view (RubBodyMap *self);
void rub_body_map_set_view (RubBodyMap *self, RubBodyView view);

/** Returns: (transfer none) (nullable): the region that is meant at @x, @y (pixels of the map). */
RubRegion *rub_body_map_pick (RubBodyMap *self, double x, double y);

/** Asks about the region at @x, @y where it is; nothing when there is none. */
void rub_body_map_open_at (RubBodyMap *self, double x, double y);
/** Gives the focus to the region at @x, @y, if there is one. */
void rub_body_map_focus_at (RubBodyMap *self, double x, double y);
/** Returns: (transfer none) (nullable): the region that is asked about, or NULL. */
RubRegion *rub_body_map_get_opened (RubBodyMap *self);

/** Asks about @region; when only another view has it, that view is shown first. */
void rub_body_map_ask (RubBodyMap *self, RubRegion *region);

/** Gives the focus to @region; when only another view has it, that view is shown first. */
void rub_body_map_focus_region (RubBodyMap *self, RubRegion *region);

/** Returns: how large it is shown at this moment; 1: all of it. */
double rub_body_map_get_zoom (RubBodyMap *self);
/** Goes to the part of the body at @x, @y (pixels of the map), or back to all of it. */
void rub_body_map_zoom_at (RubBodyMap *self, double x, double y);

/** Returns: (transfer none) (nullable): what stands for @region in @view, or NULL: it is not in. */
GtkWidget *rub_body_map_find_widget (RubBodyMap *self, RubBodyView view, RubRegion *region);

gboolean rub_body_map_get_painting (RubBodyMap *self);
void rub_body_map_set_painting (RubBodyMap *self, gboolean is_painting);

/** Stops asking. */
void rub_body_map_close (RubBodyMap *self);

G_END_DECLS

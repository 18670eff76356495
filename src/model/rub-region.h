/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-outline.h"

G_BEGIN_DECLS

/** The drawings of the body. The order is that of the choice shown. */
typedef enum
{
  RUB_BODY_VIEW_FRONT,
  RUB_BODY_VIEW_BACK,
  RUB_BODY_VIEW_SOLES,
  RUB_N_BODY_VIEWS
} RubBodyView;

/** The side of the person, not of the drawing. */
typedef enum
{
  RUB_SIDE_MIDDLE,
  RUB_SIDE_LEFT,
  RUB_SIDE_RIGHT,
  RUB_N_SIDES
} RubSide;

/** What a region is made of, as far as its resting tone tells it. */
typedef enum
{
  RUB_REGION_MUSCLE,
  RUB_REGION_JOINT,
  RUB_REGION_TENDON,
  RUB_REGION_SKIN,
  RUB_N_REGION_KINDS
} RubRegionKind;

/**
 * How a region looks in one view. All NULL when it is not in that view.
 *
 * @outline: what is drawn
 * @hit: (nullable): what may be pointed at, where @outline is too small for that
 * @fibres: (nullable): open lines that hint at the fibres of a muscle
 * @label: a place deep inside @outline, for a number
 */
typedef struct
{
  RubOutline *outline;
  RubOutline *hit;
  RubOutline *fibres;
  RubPoint label;
} RubRegionShape;

/**
 * What a region is made of, to build one with designated initialisers.
 *
 * @id: stable, side included, such as "gastroc-lateral-left"
 * @side: the side of the person
 * @name: translated, side first, such as "Left outer calf"
 * @hint: (nullable): translated, other words for it, such as "lateral gastrocnemius"
 * @group: translated, the part of the body, such as "Lower leg"
 * @kind: what it is made of
 * @shapes: how it looks, by RubBodyView; in one view at least
 */
typedef struct
{
  const char *id;
  RubSide side;
  const char *name;
  const char *hint;
  const char *group;
  RubRegionKind kind;
  RubRegionShape shapes[RUB_N_BODY_VIEWS];
} RubRegionFields;

#define RUB_TYPE_REGION (rub_region_get_type ())
/** A place on the body that can be sore: an immutable value. */
G_DECLARE_FINAL_TYPE (RubRegion, rub_region, RUB, REGION, GObject)

/** Returns: (transfer full): a region with a copy of @fields. */
RubRegion *rub_region_new (const RubRegionFields *fields);

/** Returns: (transfer none): the id; an interned string. */
const char *rub_region_get_id (RubRegion *self);
RubSide rub_region_get_side (RubRegion *self);
/** Returns: (transfer none): the translated name, such as "Left outer calf". */
const char *rub_region_get_name (RubRegion *self);
/** Returns: (transfer none) (nullable): other words for it, such as "lateral gastrocnemius". */
const char *rub_region_get_hint (RubRegion *self);
/** Returns: (transfer none): the translated part of the body, such as "Lower leg". */
const char *rub_region_get_group (RubRegion *self);
RubRegionKind rub_region_get_kind (RubRegion *self);

/** Returns: (transfer none) (nullable): how it looks in @view, or NULL when it is not there. */
const RubRegionShape *rub_region_get_shape (RubRegion *self, RubBodyView view);

/**
 * Whether each word of @text starts a word of the name, the hint or the group, letter case and
 * accents aside. An empty @text matches nothing.
 */
gboolean rub_region_matches (RubRegion *self, const char *text);

/** Returns: whether @id is a view's word ("front", "back", "soles"); then @view (out) is set. */
gboolean rub_body_view_from_id (const char *id, RubBodyView *view);
/** Returns: (transfer none): a stable word, such as "front". */
const char *rub_body_view_to_id (RubBodyView view);
/** Returns: (transfer none): the translated name, such as "Front". */
const char *rub_body_view_get_name (RubBodyView view);

/** Returns: whether @id is a side's word; then @side (out) is set. */
gboolean rub_side_from_id (const char *id, RubSide *side);
/** Returns: whether @id is a kind's word; then @kind (out) is set. */
gboolean rub_region_kind_from_id (const char *id, RubRegionKind *kind);

G_END_DECLS

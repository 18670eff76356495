/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "rub-region-guide.h"

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
 * What a region is made of, to build one with designated initialisers.
 *
 * @id: stable, side included, such as "gastroc-lateral-left"
 * @side: the side of the person
 * @name: translated, side first, such as "Left outer calf"
 * @hint: (nullable): translated, other words for it, such as "lateral gastrocnemius"
 * @words: (nullable): translated, more words it is looked for by, such as "shin splints"
 * @group: translated, the part of the body, such as "Lower leg"
 * @kind: what it is made of
 * @guide: (nullable): what is known about massaging it
 */
typedef struct
{
  const char *id;
  RubSide side;
  const char *name;
  const char *hint;
  const char *words;
  const char *group;
  RubRegionKind kind;
  RubRegionGuide *guide;
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
/** Returns: (transfer none) (nullable): more words it is looked for by. */
const char *rub_region_get_words (RubRegion *self);
/** Returns: (transfer none): the translated part of the body, such as "Lower leg". */
const char *rub_region_get_group (RubRegion *self);
RubRegionKind rub_region_get_kind (RubRegion *self);

/** Returns: (transfer none) (nullable): what is known about massaging it. */
RubRegionGuide *rub_region_get_guide (RubRegion *self);
/** Returns: whether it may be massaged, as its guide says; with care where it has none. */
RubRegionCare rub_region_get_care (RubRegion *self);

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

/** Returns: (transfer full): region @id without its side, such as "soleus" for "soleus-left". */
char *rub_region_id_get_stem (const char *id);
/** Returns: whether region @id is @stem on one of the sides, or in the middle. */
gboolean rub_region_id_has_stem (const char *id, const char *stem);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** Whether a region may be massaged by the runner. From the least to the most careful. */
typedef enum
{
  RUB_REGION_CARE_USUAL, /* as any muscle */
  RUB_REGION_CARE_LIGHT, /* lightly, with a flat hand */
  RUB_REGION_CARE_NONE,  /* not here */
  RUB_N_REGION_CARES
} RubRegionCare;

/** What the words of a guide rest on. */
typedef enum
{
  RUB_GUIDE_BASIS_PRACTICE, /* what is commonly done */
  RUB_GUIDE_BASIS_STUDIES,  /* small studies of this very part */
  RUB_GUIDE_BASIS_ANATOMY,  /* what lies beneath, and reports of harm */
  RUB_N_GUIDE_BASES
} RubGuideBasis;

/**
 * What a guide says, to build one with designated initialisers. All words are translated.
 *
 * @id: stable, such as "calf"
 * @care: whether the regions it is about may be massaged
 * @basis: what it rests on
 * @problems: what runners get there
 * @technique: (nullable): how to massage it; NULL where it is not to be massaged
 * @caution: what to heed, and where and when not to massage
 * @articles: (nullable) (array zero-terminated=1): where more is said: ids of articles, or
 *   "article#section"
 */
typedef struct
{
  const char *id;
  RubRegionCare care;
  RubGuideBasis basis;
  const char *problems;
  const char *technique;
  const char *caution;
  const char *const *articles;
} RubRegionGuideFields;

#define RUB_TYPE_REGION_GUIDE (rub_region_guide_get_type ())
/** What is known about massaging a part of the body, on either side: an immutable boxed value. */
typedef struct _RubRegionGuide RubRegionGuide;

GType rub_region_guide_get_type (void);

/** Returns: (transfer full): a guide with a copy of @fields. */
RubRegionGuide *rub_region_guide_new (const RubRegionGuideFields *fields);
RubRegionGuide *rub_region_guide_ref (RubRegionGuide *self);
void rub_region_guide_unref (RubRegionGuide *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubRegionGuide, rub_region_guide_unref)

/** Returns: (transfer none): the id; an interned string. */
const char *rub_region_guide_get_id (RubRegionGuide *self);
RubRegionCare rub_region_guide_get_care (RubRegionGuide *self);
RubGuideBasis rub_region_guide_get_basis (RubRegionGuide *self);
/** Returns: (transfer none): translated: what runners get there. */
const char *rub_region_guide_get_problems (RubRegionGuide *self);
/** Returns: (transfer none) (nullable): translated: how to massage it, or NULL: not at all. */
const char *rub_region_guide_get_technique (RubRegionGuide *self);
/** Returns: (transfer none): translated: what to heed. */
const char *rub_region_guide_get_caution (RubRegionGuide *self);
/** Returns: (transfer none) (array zero-terminated=1): where more is said, as in the fields. */
const char *const *rub_region_guide_get_articles (RubRegionGuide *self);

/** Returns: whether @id is a care's word ("usual", "light", "none"); then @care (out) is set. */
gboolean rub_region_care_from_id (const char *id, RubRegionCare *care);
/** Returns: (transfer none) (nullable): such as "Do not massage here", or NULL: as usual. */
const char *rub_region_care_get_name (RubRegionCare care);

/** Returns: whether @id is a basis's word ; then @basis (out) is set. */
gboolean rub_guide_basis_from_id (const char *id, RubGuideBasis *basis);
/** Returns: (transfer none): how sure the words are: one translated sentence. */
const char *rub_guide_basis_get_words (RubGuideBasis basis);

G_END_DECLS

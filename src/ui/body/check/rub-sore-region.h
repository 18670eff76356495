/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-check.h"
#include "rub-region.h"

G_BEGIN_DECLS

#define RUB_TYPE_SORE_REGION (rub_sore_region_get_type ())
/** One region of a check that is being filled in: an immutable value for lists. */
G_DECLARE_FINAL_TYPE (RubSoreRegion, rub_sore_region, RUB, SORE_REGION, GObject)

/**
 * @note: (nullable): what the runner says of it; taken over as by rub_note_clean()
 *
 * Returns: (transfer full): @region with @soreness, 1-10.
 */
RubSoreRegion *rub_sore_region_new (RubRegion *region,
                                    int soreness,
                                    RubSensation sensation,
                                    const char *note);

RubRegion *rub_sore_region_get_region (RubSoreRegion *self);
int rub_sore_region_get_soreness (RubSoreRegion *self);
RubSensation rub_sore_region_get_sensation (RubSoreRegion *self);
/** Returns: (transfer none) (nullable): what the runner says of it. */
const char *rub_sore_region_get_note (RubSoreRegion *self);

/** Returns: whether both say the same of the same region. */
gboolean rub_sore_region_equals (RubSoreRegion *self, RubSoreRegion *other);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-check-draft.h"
#include "rub-records.h"

G_BEGIN_DECLS

#define RUB_TYPE_REGION_SHEET (rub_region_sheet_get_type ())
/**
 * All there is to say of one region: its names, how sore it is said to be now, whether and how to
 * massage it, its last weeks and after which runs it comes back, and where to read more. Activates
 * "body.back" (also by Escape), "body.ask" (s: region) and "win.open-article" (s: place).
 */
G_DECLARE_FINAL_TYPE (RubRegionSheet, rub_region_sheet, RUB, REGION_SHEET, AdwBin)

/** Follows @draft in what is said of the region now. To be called once. */
void rub_region_sheet_set_draft (RubRegionSheet *self, RubCheckDraft *draft);

/**
 * Shows @region, as of @now_us in @zone.
 *
 * @records: (nullable): what is remembered; NULL: nothing
 */
void rub_region_sheet_show (RubRegionSheet *self,
                            RubRegion *region,
                            RubRecords *records,
                            gint64 now_us,
                            GTimeZone *zone);

/** Returns: (transfer none) (nullable): the region that is shown. */
RubRegion *rub_region_sheet_get_region (RubRegionSheet *self);

/** Gives the focus to where the sheet begins. */
void rub_region_sheet_focus (RubRegionSheet *self);

/** Leaves scrolling to the page around it (or scrolls by itself). */
void rub_region_sheet_set_narrow (RubRegionSheet *self, gboolean is_narrow);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-body-attention.h"
#include "rub-region-item.h"

G_BEGIN_DECLS

#define RUB_TYPE_REGION_ROW (rub_region_row_get_type ())
/**
 * One region in a list: its name, what is said of it and what was said last, a button that takes
 * it off when it is sore, and the keys and actions of RubRegionItem. It lights its region while it
 * is pointed at or focused, and shows when that is lit anywhere. It asks what is above it for
 * "list.ask" (s: id).
 */
G_DECLARE_FINAL_TYPE (RubRegionRow, rub_region_row, RUB, REGION_ROW, GtkListBoxRow)

/** Returns: (transfer floating): a row for @region of @draft. */
GtkWidget *rub_region_row_new (RubCheckDraft *draft,
                               RubBodyAttention *attention,
                               RubRegion *region);

RubRegion *rub_region_row_get_region (RubRegionRow *self);

/** What a click does: marks an unmarked region at the last level, and asks about a marked one. */
void rub_region_row_activate (RubRegionRow *self);

G_END_DECLS

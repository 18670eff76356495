/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-check-draft.h"

G_BEGIN_DECLS

#define RUB_TYPE_SORE_POPOVER (rub_sore_popover_get_type ())
/**
 * Asks how sore one region is and how it feels, and writes the answers into a draft at once.
 * Properties "soreness" (0-10) and "sensation" (RubSensation) hold what is said of the region.
 * It does not grab the pointer, so that a click on the next region goes there at once.
 */
G_DECLARE_FINAL_TYPE (RubSorePopover, rub_sore_popover, RUB, SORE_POPOVER, GtkPopover)

/** Returns: (transfer floating): a popover that asks about nothing yet. */
GtkWidget *rub_sore_popover_new (void);

/** Asks about @region (nullable: nothing) of @draft. */
void rub_sore_popover_set_region (RubSorePopover *self, RubCheckDraft *draft, RubRegion *region);

/** Returns: (transfer none) (nullable): what it asks about. */
RubRegion *rub_sore_popover_get_region (RubSorePopover *self);

/** Lays the levels out in two rows of large targets (or in one row). */
void rub_sore_popover_set_narrow (RubSorePopover *self, gboolean is_narrow);

/** Gives the focus to the level that is chosen. */
void rub_sore_popover_focus_level (RubSorePopover *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-check-draft.h"

G_BEGIN_DECLS

#define RUB_TYPE_REGION_ITEM (rub_region_item_get_type ())
/** A widget that stands for one region, on the map or in a list, and by which it is marked. */
G_DECLARE_INTERFACE (RubRegionItem, rub_region_item, RUB, REGION_ITEM, GtkWidget)

/**
 * @get_region: the region
 * @get_draft: (nullable): what the region is marked in; NULL while nothing is to be changed
 * @ask: opens what asks about the region
 */
struct _RubRegionItemInterface
{
  GTypeInterface parent_interface;

  RubRegion *(*get_region) (RubRegionItem *self);
  RubCheckDraft *(*get_draft) (RubRegionItem *self);
  void (*ask) (RubRegionItem *self);
};

/** Returns: (transfer none): the region. */
RubRegion *rub_region_item_get_region (RubRegionItem *self);
/** Returns: (transfer none) (nullable): what it is marked in, or NULL while it cannot be. */
RubCheckDraft *rub_region_item_get_draft (RubRegionItem *self);

/**
 * Installs the actions of a class that has this interface: "region.mark" (at the last level, or
 * not any more), "region.more", "region.less", "region.clear", "region.ask", "region.about" and
 * "region.set-soreness" (i). "region.about", and "region.ask" while nothing can be changed, ask
 * what is above for "body.about" (s: id).
 */
void rub_region_item_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS

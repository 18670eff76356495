/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-region.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RUB_TYPE_LIST_CHAIN (rub_list_chain_get_type ())
/** Lists that stand below each other: Up and Down lead on from one to the next that is in sight. */
G_DECLARE_FINAL_TYPE (RubListChain, rub_list_chain, RUB, LIST_CHAIN, GObject)

/**
 * @above: not owned; where Up leads from the first row of the first list
 *
 * Returns: (transfer full): a chain of no lists.
 */
RubListChain *rub_list_chain_new (GtkWidget *above);

/** Puts @list, which is not owned, at the end. */
void rub_list_chain_add (RubListChain *self, GtkListBox *list);

/** Gives the focus to the first row. Returns: whether there is one. */
gboolean rub_list_chain_focus_first (RubListChain *self);

/**
 * Returns: (transfer none) (nullable): the first row for @region in a list in sight, or the row of
 *   the part that it is folded into.
 */
GtkWidget *rub_list_chain_find_row (RubListChain *self, RubRegion *region);

G_END_DECLS

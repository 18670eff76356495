/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-body-attention.h"
#include "rub-check-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RUB_TYPE_PART_ROW (rub_part_row_get_type ())
/**
 * A part of the body in a list, such as "Lower leg", above its regions or closed over them. It says
 * how many of them are sore, and while it is closed shows when one of them is lit.
 * Property "expanded", also the action "part.toggle"; Right and Left open and close it.
 */
G_DECLARE_FINAL_TYPE (RubPartRow, rub_part_row, RUB, PART_ROW, GtkListBoxRow)

/**
 * @regions: (element-type RubRegion): of one part of the body
 *
 * Returns: (transfer floating): a row for what they are of, closed.
 */
GtkWidget *rub_part_row_new (RubCheckDraft *draft,
                             RubBodyAttention *attention,
                             GPtrArray *regions);

/** Returns: (transfer none) (element-type RubRegion): the regions of it. */
GPtrArray *rub_part_row_get_regions (RubPartRow *self);

gboolean rub_part_row_get_expanded (RubPartRow *self);
void rub_part_row_set_expanded (RubPartRow *self, gboolean is_expanded);

G_END_DECLS

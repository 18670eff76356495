/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-sore-region.h"

G_BEGIN_DECLS

#define RUB_TYPE_SORE_ROW (rub_sore_row_get_type ())
/** One sore region in a list, with a button that asks for "sore.remove" (s: id). */
G_DECLARE_FINAL_TYPE (RubSoreRow, rub_sore_row, RUB, SORE_ROW, AdwActionRow)

/** Returns: (transfer floating): a row for @sore. */
GtkWidget *rub_sore_row_new (RubSoreRegion *sore);

RubRegion *rub_sore_row_get_region (RubSoreRow *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-shelf-item.h"

G_BEGIN_DECLS

#define RUB_TYPE_SHELF_ROW (rub_shelf_row_get_type ())
/** One row of the shelf: a group's name, an article with what can be done to it, or a hint. */
G_DECLARE_FINAL_TYPE (RubShelfRow, rub_shelf_row, RUB, SHELF_ROW, AdwBin)

/** Returns: (transfer floating): a row that shows nothing yet. */
GtkWidget *rub_shelf_row_new (void);

/** Shows @item (nullable: nothing). */
void rub_shelf_row_set_item (RubShelfRow *self, RubShelfItem *item);

/** Opens the menu with what can be done to the article, if there is one. */
void rub_shelf_row_open_menu (RubShelfRow *self);

/** Asks for another name of the article; "shelf.rename" is activated with the answer. */
void rub_shelf_row_ask_name (RubShelfRow *self);

G_END_DECLS

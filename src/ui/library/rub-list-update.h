/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Makes @store hold @items, replacing only the stretch that is different, so that a list that
 * shows it keeps its place and its selection.
 *
 * @items: (element-type GObject): of the type of @store
 * @is_same: whether two of them look alike
 */
void rub_list_update (GListStore *store, GPtrArray *items, GEqualFunc is_same);

G_END_DECLS

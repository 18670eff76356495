/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** For how long after "1" a "0" makes it 10, in microseconds. */
#define RUB_LEVEL_KEYS_JOIN_US (600 * G_TIME_SPAN_MILLISECOND)

/**
 * Binds the keys by which a focused region is marked, the same ones wherever it is, to the
 * actions of rub_region_item_install_actions(), for a class that has RubRegionItem, or that holds
 * such items, of which there may be many: then for the one with the focus. 0-9 (and 1, 0
 * in quick succession: 10) set the level, + and - change it, Delete and Backspace clear it, Space
 * marks or clears it, Return marks it and asks, the menu key and Shift+F10 ask, i and Alt+Return
 * tell about it.
 */
void rub_level_keys_bind (GtkWidgetClass *widget_class);

/**
 * @one_us: (inout): when "1" was typed last, or 0; on the clock of @now_us
 *
 * Returns: the level that typing @digit means at @now_us.
 */
int rub_level_keys_join (gint64 *one_us, int digit, gint64 now_us);

G_END_DECLS

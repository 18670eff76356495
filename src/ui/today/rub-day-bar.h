/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-day.h"

G_BEGIN_DECLS

#define RUB_TYPE_DAY_BAR (rub_day_bar_get_type ())
/** One day: its distance as a bar, its soreness as a dot with the number, its massage as a line. */
G_DECLARE_FINAL_TYPE (RubDayBar, rub_day_bar, RUB, DAY_BAR, GtkWidget)

/**
 * @longest_m: the distance that fills the height, > 0
 * @words: what it says to those who hover, focus or listen
 */
void rub_day_bar_set_day (RubDayBar *self, const RubDay *day, double longest_m, const char *words);

G_END_DECLS

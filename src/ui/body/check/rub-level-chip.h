/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RUB_TYPE_LEVEL_CHIP (rub_level_chip_get_type ())
/**
 * A small field in the colour of a soreness with its number in it. Property "soreness": 0-10.
 * Has no name of its own: what it stands in says the number.
 */
G_DECLARE_FINAL_TYPE (RubLevelChip, rub_level_chip, RUB, LEVEL_CHIP, GtkWidget)

/** Returns: (transfer floating): a chip that shows @soreness, 0-10. */
GtkWidget *rub_level_chip_new (int soreness);

void rub_level_chip_set_soreness (RubLevelChip *self, int soreness);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RUB_TYPE_PACE_LINE (rub_pace_line_get_type ())
/**
 * A thin line that is as long as the part of the text that was read. It only paints itself anew
 * when that grows.
 */
G_DECLARE_FINAL_TYPE (RubPaceLine, rub_pace_line, RUB, PACE_LINE, GtkWidget)

/** @fraction: from 0 to 1 */
void rub_pace_line_set_fraction (RubPaceLine *self, double fraction);
double rub_pace_line_get_fraction (RubPaceLine *self);

G_END_DECLS

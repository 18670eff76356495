/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body-marks.h"

G_BEGIN_DECLS

#define RUB_TYPE_MAP_LEGEND (rub_map_legend_get_type ())
/** What the colours, patterns and signs of a body map mean. */
G_DECLARE_FINAL_TYPE (RubMapLegend, rub_map_legend, RUB, MAP_LEGEND, GtkWidget)

/** Explains a map that shows @kind; at first, one check. */
void rub_map_legend_set_kind (RubMapLegend *self, RubBodyMarksKind kind);

/** Takes less width (or not). */
void rub_map_legend_set_narrow (RubMapLegend *self, gboolean is_narrow);

/** Shows the patterns too (or not). */
void rub_map_legend_set_has_patterns (RubMapLegend *self, gboolean has_patterns);

G_END_DECLS

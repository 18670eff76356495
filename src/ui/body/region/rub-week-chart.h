/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-region-history.h"

G_BEGIN_DECLS

#define RUB_TYPE_WEEK_CHART (rub_week_chart_get_type ())
/**
 * How sore a region was in each of the last weeks: a bar a week as high as its worst soreness, the
 * number above it; "0" of a week in which it was not sore, and a dash of one without a check. One
 * image to those who listen, which says all weeks. Property "words" (string, nullable): the week
 * that is pointed at, or chosen with the arrow keys (the action "chart.move", i: steps), in words.
 */
G_DECLARE_FINAL_TYPE (RubWeekChart, rub_week_chart, RUB, WEEK_CHART, GtkWidget)

/** Shows the weeks of @history. */
void rub_week_chart_set_history (RubWeekChart *self, const RubRegionHistory *history);

/** Returns: (transfer none) (nullable): the week that is pointed at or chosen, in words. */
const char *rub_week_chart_get_words (RubWeekChart *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-timeline.h"

G_BEGIN_DECLS

#define RUB_TYPE_CHECK_SCALE (rub_check_scale_get_type ())
/**
 * A slider over the checks of a timeline. Its value is the index of a check, or of now; the
 * picture has a bar for each check at its place in time. Page Up and Page Down move by a week.
 *
 * A second handle, when it is shown, is dragged or moved by Shift and the arrow keys. Signal
 * "compared-moved" (int index): somebody moved it there; whoever owns the scale then sets it.
 */
G_DECLARE_FINAL_TYPE (RubCheckScale, rub_check_scale, RUB, CHECK_SCALE, GtkScale)

/** Shows @timeline, with the handle at check @index of it. */
void rub_check_scale_set_timeline (RubCheckScale *self, RubTimeline *timeline, guint index);

/** How sore the sorest region is now, 0-10; -1: nobody has said. */
void rub_check_scale_set_now_soreness (RubCheckScale *self, int soreness);

guint rub_check_scale_get_n_checks (RubCheckScale *self);
guint rub_check_scale_get_index (RubCheckScale *self);
void rub_check_scale_set_index (RubCheckScale *self, guint index);
/** Moves the handle to what is nearest to @n_days (negative: before) from it, by one at least. */
void rub_check_scale_move_days (RubCheckScale *self, int n_days);

/** Where the second handle is; -1: there is none. */
void rub_check_scale_set_compared (RubCheckScale *self, int index);

/** Tints the last @n_days up to the handle; with 0 the time between the handles. */
void rub_check_scale_set_span (RubCheckScale *self, int n_days);

/** Returns: the index of what is drawn at @x (pixels from the left of the widget). */
guint rub_check_scale_find_at (RubCheckScale *self, double x);

G_END_DECLS

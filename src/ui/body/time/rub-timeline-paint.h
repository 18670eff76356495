/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body-theme.h"
#include "rub-timeline.h"

G_BEGIN_DECLS

/**
 * How a timeline is painted.
 *
 * @width, @height: of the picture, pixels
 * @now_width: what of @width is for now, after the days
 * @is_mirrored: whether time runs to the left
 * @now_soreness: what stands at now, 0-10; -1: nothing
 * @theme: the colours
 */
typedef struct
{
  int width;
  int height;
  int now_width;
  gboolean is_mirrored;
  int now_soreness;
  const RubBodyTheme *theme;
} RubTimelineLook;

/** Returns: how high the picture is with the words of @widget. */
int rub_timeline_paint_get_height (GtkWidget *widget);
/** Returns: how wide the place of now is with the words of @widget. */
int rub_timeline_paint_get_now_width (GtkWidget *widget);

/** Returns: the middle of check @index, pixels from the left. */
double rub_timeline_paint_get_x (RubTimeline *timeline, const RubTimelineLook *look, guint index);
/** Returns: the index of what is nearest to @x, pixels from the left; may be that of now. */
guint rub_timeline_paint_find_at (RubTimeline *timeline, const RubTimelineLook *look, double x);

/** The bars, the line they stand on and the months or years; all that stays as one moves. */
void rub_timeline_paint_bars (GtkSnapshot *snapshot, GtkWidget *widget, RubTimeline *timeline,
                              const RubTimelineLook *look);

/** Tints the @n_days up to check @index. */
void rub_timeline_paint_days (GtkSnapshot *snapshot, RubTimeline *timeline,
                              const RubTimelineLook *look, guint index, int n_days);
/** Tints the time between two checks. */
void rub_timeline_paint_between (GtkSnapshot *snapshot, RubTimeline *timeline,
                                 const RubTimelineLook *look, guint from, guint to);

/** The handle at check @index: filled, or hollow when it is the second of two. */
void rub_timeline_paint_handle (GtkSnapshot *snapshot, RubTimeline *timeline,
                                const RubTimelineLook *look, guint index, gboolean is_second);

G_END_DECLS

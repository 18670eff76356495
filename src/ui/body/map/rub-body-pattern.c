/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-pattern.h"

#include <math.h>

/* In pixels: far enough apart to be seen as lines, near enough to be seen in a small region. */
#define DOT_PITCH 7.0
#define DOT_RADIUS 1.05
#define HATCH_PITCH 6.0
#define CROSS_PITCH 5.0
#define LINE_WIDTH 1.0

RubBodyPattern
rub_body_pattern_for_look (const RubRegionLook *look)
{
  static const RubBodyPattern by_trend[RUB_N_TRENDS] = {
    [RUB_TREND_BETTER] = RUB_BODY_PATTERN_DOTS,
    [RUB_TREND_WORSE] = RUB_BODY_PATTERN_HATCH,
    [RUB_TREND_NEW] = RUB_BODY_PATTERN_CROSS,
  };

  g_return_val_if_fail (look != NULL, RUB_BODY_PATTERN_NONE);

  if (look->kind == RUB_BODY_MARKS_CHANGE)
    return by_trend[look->trend];
  if (look->soreness == 0)
    return RUB_BODY_PATTERN_NONE;
  if (look->soreness <= 3)
    return RUB_BODY_PATTERN_DOTS;

  return look->soreness <= 6 ? RUB_BODY_PATTERN_HATCH : RUB_BODY_PATTERN_CROSS;
}

/* Every other row is shifted by half, so that no columns show. */
static void
paint_dots (cairo_t *cr, const RubBox *box, double unit)
{
  double pitch = DOT_PITCH * unit, rise = pitch / 2;
  int first = (int) floor (box->y / rise), last = (int) ceil ((box->y + box->height) / rise);

  for (int row = first; row <= last; row++)
    {
      double shift = row % 2 == 0 ? 0 : pitch / 2;

      for (double x = floor (box->x / pitch) * pitch + shift; x <= box->x + box->width + pitch;
           x += pitch)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, x, row * rise, DOT_RADIUS * unit, 0, 2 * G_PI);
        }
    }
  cairo_fill (cr);
}

/* Lines that rise to the right, or fall; where x + y, or x - y, is a multiple of a step. */
static void
paint_lines (cairo_t *cr, const RubBox *box, double pitch, gboolean is_rising)
{
  double step = pitch * G_SQRT2, bottom = box->y + box->height;
  double start = is_rising ? box->x + box->y : box->x - bottom;
  double end = start + box->width + box->height;

  for (double sum = floor (start / step) * step; sum <= end; sum += step)
    {
      cairo_move_to (cr, is_rising ? sum - box->y : sum + box->y, box->y);
      cairo_line_to (cr, is_rising ? sum - bottom : sum + bottom, bottom);
    }
  cairo_stroke (cr);
}

void
rub_body_pattern_paint (cairo_t *cr, RubBodyPattern pattern, const RubBox *box, double unit,
                        const GdkRGBA *color)
{
  g_return_if_fail (cr != NULL);
  g_return_if_fail (box != NULL);
  g_return_if_fail (unit > 0);
  g_return_if_fail (color != NULL);

  cairo_new_path (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, LINE_WIDTH * unit);
  switch (pattern)
    {
    case RUB_BODY_PATTERN_DOTS:
      paint_dots (cr, box, unit);
      break;
    case RUB_BODY_PATTERN_HATCH:
      paint_lines (cr, box, HATCH_PITCH * unit, TRUE);
      break;
    case RUB_BODY_PATTERN_CROSS:
      paint_lines (cr, box, CROSS_PITCH * unit, TRUE);
      paint_lines (cr, box, CROSS_PITCH * unit, FALSE);
      break;
    case RUB_BODY_PATTERN_NONE:
    case RUB_N_BODY_PATTERNS:
    default:
      break;
    }
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-sign.h"

#include <glib.h>

/* Parts of the size. */
#define STROKE 0.17
#define THIN_STROKE 0.13
#define SHARE_STROKE 0.13

static void
add_line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

/* Points down, or up when @reach is negative. */
static void
add_arrow (cairo_t *cr, double x, double y, double reach)
{
  double half = ABS (reach) * 0.75;

  add_line (cr, x, y - reach, x, y + reach);
  cairo_move_to (cr, x - half, y + reach - reach * 0.8);
  cairo_line_to (cr, x, y + reach);
  cairo_line_to (cr, x + half, y + reach - reach * 0.8);
}

static void
start (cairo_t *cr, double width)
{
  cairo_new_path (cr);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

void
rub_map_sign_paint_trend (cairo_t *cr, RubTrend trend, double x, double y, double size)
{
  double reach = size * 0.38;

  g_return_if_fail (cr != NULL);

  start (cr, size * STROKE);
  switch (trend)
    {
    case RUB_TREND_BETTER:
      add_arrow (cr, x, y, reach);
      break;
    case RUB_TREND_WORSE:
      add_arrow (cr, x, y, -reach);
      break;
    case RUB_TREND_NEW:
      add_line (cr, x - reach * 0.85, y, x + reach * 0.85, y);
      add_line (cr, x, y - reach * 0.85, x, y + reach * 0.85);
      break;
    case RUB_TREND_GONE:
      cairo_arc (cr, x, y, reach * 0.85, 0, 2 * G_PI);
      break;
    case RUB_TREND_NONE:
      add_line (cr, x - reach * 0.7, y - reach * 0.35, x + reach * 0.7, y - reach * 0.35);
      add_line (cr, x - reach * 0.7, y + reach * 0.4, x + reach * 0.7, y + reach * 0.4);
      break;
    case RUB_N_TRENDS:
    default:
      break;
    }
  cairo_stroke (cr);
}

void
rub_map_sign_paint_no_massage (cairo_t *cr, double x, double y, double size)
{
  double radius = size / 2 * (1 - THIN_STROKE), reach = radius * G_SQRT2 / 2;

  g_return_if_fail (cr != NULL);

  start (cr, size * THIN_STROKE);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  add_line (cr, x - reach, y - reach, x + reach, y + reach);
  cairo_stroke (cr);
}

void
rub_map_sign_paint_share (cairo_t *cr, double share, double x, double y, double size)
{
  double radius = size / 2 * (1 - SHARE_STROKE);

  g_return_if_fail (cr != NULL);
  g_return_if_fail (share >= 0 && share <= 1);

  start (cr, size * SHARE_STROKE / 4);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (share <= 0)
    return;

  cairo_set_line_width (cr, size * SHARE_STROKE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_arc (cr, x, y, radius, -G_PI / 2, (2 * share - 0.5) * G_PI);
  cairo_stroke (cr);
}

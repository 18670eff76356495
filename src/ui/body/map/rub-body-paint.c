/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-paint.h"

#include <math.h>

#include "rub-body-pattern.h"

/* In units of the drawing, of which a figure is about 1000 high. */
#define RIM_WIDTH 3.0
#define FIBRE_WIDTH 0.6
#define FIBRE_TOLERANCE 0.4 /* in pixels */
#define EDGE_WIDTH 1.1
#define LIT_WIDTH 1.4
#define SELECTED_WIDTH 1.8
#define FOCUS_WIDTH 4.0
#define FOCUS_GAP_WIDTH 1.0

static void
trace (cairo_t *cr, RubOutline *outline)
{
  gsize n_segments;
  const RubSegment *segments = rub_outline_get_segments (outline, &n_segments);

  cairo_new_path (cr);
  for (gsize i = 0; i < n_segments; i++)
    {
      const RubPoint *points = segments[i].points;

      switch (segments[i].kind)
        {
        case RUB_SEGMENT_MOVE:
          cairo_move_to (cr, points[0].x, points[0].y);
          break;
        case RUB_SEGMENT_LINE:
          cairo_line_to (cr, points[0].x, points[0].y);
          break;
        case RUB_SEGMENT_CURVE:
          cairo_curve_to (cr, points[0].x, points[0].y, points[1].x, points[1].y, points[2].x,
                          points[2].y);
          break;
        case RUB_SEGMENT_CLOSE:
          cairo_close_path (cr);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static void
set_color (cairo_t *cr, const GdkRGBA *color, double alpha)
{
  cairo_set_source_rgba (cr, (double) color->red, (double) color->green, (double) color->blue,
                         (double) color->alpha * alpha);
}

/* The size of a pixel in user units, of a drawing that may be mirrored. */
static double
get_pixel (cairo_t *cr)
{
  double x = 1, y = 0;

  cairo_device_to_user_distance (cr, &x, &y);

  return hypot (x, y);
}

/* At least @min_px wide, however small the drawing is. */
static void
set_line_width (cairo_t *cr, double width, double min_px)
{
  cairo_set_line_width (cr, MAX (width, min_px * get_pixel (cr)));
}

static void
set_dashes (cairo_t *cr, double on_px, double off_px)
{
  double pixel = get_pixel (cr);
  const double dashes[] = { on_px * pixel, off_px * pixel };

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
}

/* The line of a sore region tells it from others without its colour. */
static void
paint_edge (cairo_t *cr, const RubRegionLook *look, const RubBodyTheme *theme)
{
  gboolean is_gone = look->trend == RUB_TREND_GONE;

  if (!rub_region_look_is_marked (look))
    return;

  if (is_gone)
    set_dashes (cr, 3, 3);
  set_line_width (cr, EDGE_WIDTH, is_gone ? 1.2 : 0.8);
  set_color (cr, &theme->ink, is_gone ? 0.9 : 0.7);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Where there is no room for the sign that says it: a fine line within the region's own. The half
 * of it that is outside is left out by filling the region with what was drawn: a clip would be cut
 * with every single dash, which takes most of the time that a whole figure takes. */
static void
paint_care (cairo_t *cr, const RubRegionShape *shape, const RubBodyTheme *theme)
{
  const RubBox *box = rub_outline_get_bounds (shape->outline);
  double room = rub_outline_get_distance (shape->outline, shape->label.x, shape->label.y);

  if (room >= RUB_BODY_PAINT_SIGN_ROOM * get_pixel (cr))
    return;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  cairo_push_group (cr);
  trace (cr, shape->outline);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  set_dashes (cr, 1.5, 2);
  set_line_width (cr, 0, theme->rim.alpha > 0 ? 2.4 : 2.0);
  set_color (cr, &theme->ink, theme->rim.alpha > 0 ? 0.9 : 0.42);
  cairo_stroke_preserve (cr);
  cairo_pop_group_to_source (cr);
  cairo_fill_preserve (cr);
  cairo_restore (cr);
}

static void
paint_pattern (cairo_t *cr,
               const RubRegionShape *shape,
               const RubRegionLook *look,
               const GdkRGBA *fill,
               const RubBodyTheme *theme)
{
  GdkRGBA color = *rub_body_theme_get_text (fill);

  /* A theme with a rim is one of high contrast. */
  color.alpha = theme->rim.alpha > 0 ? 0.8f : 0.5f;
  cairo_save (cr);
  cairo_clip (cr);
  rub_body_pattern_paint (cr, rub_body_pattern_for_look (look),
                          rub_outline_get_bounds (shape->outline), get_pixel (cr), &color);
  cairo_restore (cr);
  trace (cr, shape->outline);
}

static void
stroke_around (cairo_t *cr, double width, double min_px, double max_px, const GdkRGBA *color)
{
  double pixel = get_pixel (cr);

  cairo_set_line_width (cr, 2 * CLAMP (width, min_px * pixel, max_px * pixel));
  set_color (cr, color, 1);
  cairo_stroke_preserve (cr);
}

/* Below the region, so that only what is around it is seen: of a narrow one, lines over it would
 * leave nothing. */
static void
paint_around (cairo_t *cr, const RubRegionLook *look, const RubBodyTheme *theme)
{
  if (look->is_focused)
    {
      stroke_around (cr, FOCUS_WIDTH, 3.5, 6, &theme->focus);
      stroke_around (cr, FOCUS_GAP_WIDTH, 1, 1.5, &theme->focus_gap);
    }
  else if (look->is_selected)
    {
      stroke_around (cr, SELECTED_WIDTH, 1.6, 3, &theme->ink);
    }
  else if (look->is_lit)
    {
      stroke_around (cr, LIT_WIDTH, 1.2, 3, &theme->ink);
    }
}

void
rub_body_paint_silhouette (cairo_t *cr, RubOutline *silhouette, const RubBodyTheme *theme)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace (cr, silhouette);
  if (theme->rim.alpha > 0)
    {
      set_line_width (cr, RIM_WIDTH, 2.0);
      set_color (cr, &theme->rim, 1);
      cairo_stroke_preserve (cr);
    }
  set_color (cr, &theme->base, 1);
  cairo_fill (cr);
}

/* So fine that neither their ends nor how exactly they bend can be seen, which would take most of
 * the time. */
static void
paint_fibres (cairo_t *cr, RubOutline *fibres, const RubBodyTheme *theme)
{
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_tolerance (cr, FIBRE_TOLERANCE);
  trace (cr, fibres);
  cairo_set_line_width (cr, FIBRE_WIDTH);
  set_color (cr, &theme->base, 0.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
rub_body_paint_region (cairo_t *cr,
                       const RubRegionShape *shape,
                       RubRegionKind kind,
                       const RubRegionLook *look,
                       const RubBodyTheme *theme)
{
  GdkRGBA fill = rub_region_look_get_fill (look, kind, theme);

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  trace (cr, shape->outline);
  paint_around (cr, look, theme);
  set_color (cr, &fill, 1);
  cairo_fill_preserve (cr);
  if (look->is_pointed_at || look->is_lit)
    {
      set_color (cr, &theme->ink, 0.14);
      cairo_fill_preserve (cr);
    }
  if (look->has_fibres && shape->fibres != NULL)
    {
      paint_fibres (cr, shape->fibres, theme);
      trace (cr, shape->outline);
    }
  if (look->has_pattern)
    paint_pattern (cr, shape, look, &fill, theme);
  if (look->care == RUB_REGION_CARE_NONE)
    paint_care (cr, shape, theme);
  paint_edge (cr, look, theme);
  cairo_new_path (cr);
}

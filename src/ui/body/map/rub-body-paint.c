/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-paint.h"

/* In units of the drawing, of which a figure is about 1000 high. */
#define RIM_WIDTH 3.0
#define FIBRE_WIDTH 0.8
#define EDGE_WIDTH 1.1
#define LIT_WIDTH 1.8
#define SELECTED_WIDTH 2.2
#define FOCUS_WIDTH 4.6
#define FOCUS_GAP_WIDTH 1.4

/* In pixels, since numbers are read, not measured. */
#define BADGE_RADIUS 8.0
#define NUMBER_MIN_ROOM 4.0
#define NUMBER_MIN_SIZE 10.0
#define NUMBER_MAX_SIZE 15.0

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

/* At least @min_px wide, however small the drawing is. */
static void
set_line_width (cairo_t *cr, double width, double min_px)
{
  double unit_x = min_px, unit_y = min_px;

  cairo_device_to_user_distance (cr, &unit_x, &unit_y);
  cairo_set_line_width (cr, MAX (width, unit_x));
}

static void
paint_lines (cairo_t *cr, const RubRegionLook *look, const RubBodyTheme *theme)
{
  if (look->soreness > 0)
    {
      set_line_width (cr, EDGE_WIDTH, 0.8);
      set_color (cr, &theme->ink, 0.7);
      cairo_stroke_preserve (cr);
    }
  if (look->is_selected || look->is_lit)
    {
      set_line_width (cr, look->is_selected ? SELECTED_WIDTH : LIT_WIDTH,
                      look->is_selected ? 2.0 : 1.5);
      set_color (cr, &theme->ink, 1);
      cairo_stroke_preserve (cr);
    }
  if (look->is_focused)
    {
      set_line_width (cr, FOCUS_WIDTH, 4.0);
      set_color (cr, &theme->focus, 1);
      cairo_stroke_preserve (cr);
      set_line_width (cr, FOCUS_GAP_WIDTH, 1.2);
      set_color (cr, &theme->focus_gap, 1);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
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

void
rub_body_paint_region (cairo_t *cr, const RubRegionShape *shape, RubRegionKind kind,
                       const RubRegionLook *look, const RubBodyTheme *theme)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  trace (cr, shape->outline);
  set_color (cr, look->soreness > 0 ? &theme->levels[look->soreness] : &theme->tones[kind], 1);
  cairo_fill_preserve (cr);
  if (look->is_pointed_at || look->is_lit)
    {
      set_color (cr, &theme->ink, 0.14);
      cairo_fill_preserve (cr);
    }
  if (look->has_fibres && shape->fibres != NULL)
    {
      trace (cr, shape->fibres);
      cairo_set_line_width (cr, FIBRE_WIDTH);
      set_color (cr, &theme->base, 0.5);
      cairo_stroke (cr);
      trace (cr, shape->outline);
    }
  paint_lines (cr, look, theme);
}

static PangoLayout *
create_number (GtkWidget *widget, int soreness, double size)
{
  g_autofree char *text = g_strdup_printf ("%d", soreness);
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);

  return layout;
}

static void
append_disc (GtkSnapshot *snapshot, RubPoint place, double radius, const GdkRGBA *color)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT ((float) (place.x - radius), (float) (place.y - radius),
                                            (float) (2 * radius), (float) (2 * radius));
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &box, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, color, &box);
  gtk_snapshot_pop (snapshot);
}

void
rub_body_paint_number (GtkSnapshot *snapshot, GtkWidget *widget, RubPoint place, double room,
                       int soreness, const RubBodyTheme *theme)
{
  const GdkRGBA *level = &theme->levels[soreness];
  gboolean has_badge = room < (soreness < 10 ? NUMBER_MIN_ROOM : NUMBER_MIN_ROOM + 2);
  double size = has_badge ? NUMBER_MIN_SIZE : CLAMP (room * 1.3, NUMBER_MIN_SIZE, NUMBER_MAX_SIZE);
  g_autoptr (PangoLayout) layout = create_number (widget, soreness, size);
  PangoRectangle ink;

  if (has_badge)
    {
      append_disc (snapshot, place, BADGE_RADIUS + 1.5, &theme->base);
      append_disc (snapshot, place, BADGE_RADIUS, level);
    }

  /* Centred by its ink: figures have no descenders that would have to be allowed for. */
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (place.x - ink.x - ink.width / 2.0),
                                                (float) (place.y - ink.y - ink.height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, rub_body_theme_get_text (level));
  gtk_snapshot_restore (snapshot);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-ornaments.h"

/* How far shapes reach beyond their text, in em. */
#define PAD_X 0.5
#define PAD_Y 0.12
#define BUTTON_PAD_X 0.8
#define BUTTON_PAD_Y 0.35
#define FOCUS_PAD 0.15
#define RING_PX 2
#define CARD_PAD_Y 0.7
#define MATCH_ALPHA 0.3f

typedef struct
{
  const RubOrnaments *ornaments;
  GtkTextView *view;
  GtkSnapshot *snapshot;
} Canvas;

typedef void (*DrawFunc) (const Canvas *canvas, const RubSpot *spot, int index,
                          const GdkRectangle *area);

static GdkRGBA
fade (const GdkRGBA *color, float alpha)
{
  GdkRGBA faded = *color;

  faded.alpha *= alpha;

  return faded;
}

static GskRoundedRect
grow (const GdkRectangle *area, double pad_x, double pad_y, double radius)
{
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect,
                                   &GRAPHENE_RECT_INIT ((float) (area->x - pad_x),
                                                        (float) (area->y - pad_y),
                                                        (float) (area->width + 2 * pad_x),
                                                        (float) (area->height + 2 * pad_y)),
                                   (float) radius);

  return rect;
}

static void
fill (const Canvas *canvas, const GskRoundedRect *rect, const GdkRGBA *color)
{
  gtk_snapshot_push_rounded_clip (canvas->snapshot, rect);
  gtk_snapshot_append_color (canvas->snapshot, color, &rect->bounds);
  gtk_snapshot_pop (canvas->snapshot);
}

static void
draw_label (const Canvas *canvas, const RubSpot *spot, int index, const GdkRectangle *area)
{
  const RubArticleLook *look = canvas->ornaments->look;
  GskRoundedRect rect = grow (area, PAD_X * look->em_px, PAD_Y * look->em_px, area->height);
  gboolean is_hover = spot->kind == RUB_SPOT_BADGE && index == canvas->ornaments->hover;
  GdkRGBA color = fade (&look->verdicts[spot->verdict], is_hover ? 0.36f : 0.2f);

  fill (canvas, &rect, &color);
}

static void
draw_button (const Canvas *canvas, const RubSpot *spot, int index, const GdkRectangle *area)
{
  const RubArticleLook *look = canvas->ornaments->look;
  GskRoundedRect rect
    = grow (area, BUTTON_PAD_X * look->em_px, BUTTON_PAD_Y * look->em_px, 0.55 * look->em_px);
  GdkRGBA color = fade (&look->accent, index == canvas->ornaments->hover ? 0.24f : 0.14f);

  fill (canvas, &rect, &color);
}

static void
draw_line (const Canvas *canvas, const RubSpot *spot, int index, const GdkRectangle *area)
{
  const RubArticleLook *look = canvas->ornaments->look;
  GdkRGBA color = fade (&look->accent, index == canvas->ornaments->hover ? 1.0f : 0.4f);

  gtk_snapshot_append_color (canvas->snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) area->x,
                                                  (float) (area->y + area->height - 1),
                                                  (float) area->width, 1));
}

static GtkIconPaintable *
lookup_arrow (const Canvas *canvas, gboolean is_open, int size)
{
  GtkWidget *widget = GTK_WIDGET (canvas->view);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  gboolean is_rtl = canvas->ornaments->look->is_rtl;

  return gtk_icon_theme_lookup_icon (theme, is_open ? "pan-down-symbolic" : "pan-end-symbolic",
                                     NULL, size, gtk_widget_get_scale_factor (widget),
                                     is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR,
                                     GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
}

static void
draw_fold (const Canvas *canvas, const RubSpot *spot, int index, const GdkRectangle *area)
{
  const RubArticleLook *look = canvas->ornaments->look;
  RubArticleBuffer *buffer = RUB_ARTICLE_BUFFER (gtk_text_view_get_buffer (canvas->view));
  int size = (int) look->em_px;
  double gap = 0.25 * look->em_px;
  double x = look->is_rtl ? area->x + area->width + gap : area->x - gap - size;
  g_autoptr (GtkIconPaintable) arrow
    = lookup_arrow (canvas, rub_article_buffer_is_open (buffer, spot), size);
  GdkRGBA color = index == canvas->ornaments->hover ? look->text : look->faint;

  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot,
                          &GRAPHENE_POINT_INIT ((float) x,
                                                (float) (area->y + (area->height - size) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (arrow), canvas->snapshot, size,
                                            size, &color, 1);
  gtk_snapshot_restore (canvas->snapshot);
}

static void
draw_ring (const Canvas *canvas, const GskRoundedRect *rect)
{
  float width[4] = { RING_PX, RING_PX, RING_PX, RING_PX };
  GdkRGBA color = fade (&canvas->ornaments->look->accent, 0.6f);
  GdkRGBA colors[4] = { color, color, color, color };

  gtk_snapshot_append_border (canvas->snapshot, rect, width, colors);
}

static void
draw_focus (const Canvas *canvas, const RubSpot *spot, int index, const GdkRectangle *area)
{
  const RubArticleLook *look = canvas->ornaments->look;
  gboolean is_button = spot->kind == RUB_SPOT_BUTTON, is_badge = spot->kind == RUB_SPOT_BADGE;
  double own_x = is_button ? BUTTON_PAD_X : is_badge ? PAD_X : 0;
  double own_y = is_button ? BUTTON_PAD_Y : is_badge ? PAD_Y : 0;
  double pad_x = (own_x + FOCUS_PAD) * look->em_px;
  double pad_y = (own_y + FOCUS_PAD / 2) * look->em_px;
  double radius = is_badge ? area->height : (is_button ? 0.65 : 0.3) * look->em_px;
  GskRoundedRect rect = grow (area, pad_x, pad_y, radius);

  draw_ring (canvas, &rect);
}

/* With square corners: a letter may be found a hundred times on screen. */
static void
draw_match (const Canvas *canvas, const RubSpot *spot, int index, const GdkRectangle *area)
{
  GdkRGBA color = fade (&canvas->ornaments->look->match, MATCH_ALPHA);

  gtk_snapshot_append_color (canvas->snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) area->x, (float) area->y,
                                                  (float) area->width, (float) area->height));
}

static const DrawFunc draw_funcs[] = {
  [RUB_SPOT_LABEL] = draw_label,
  [RUB_SPOT_LINK] = draw_line,
  [RUB_SPOT_BUTTON] = draw_button,
  [RUB_SPOT_FOLD] = draw_fold,
  [RUB_SPOT_BADGE] = draw_label,
  [RUB_SPOT_MENTION] = draw_line,
  [RUB_SPOT_WAY] = draw_line,
  [RUB_SPOT_CARD] = NULL, /* One piece, however many lines it has. */
};

/* What runs to the left starts at its right edge, and is told as less than nothing wide. */
static void
get_place (GtkTextView *view, const GtkTextIter *iter, GdkRectangle *place)
{
  gtk_text_view_get_iter_location (view, iter, place);
  if (place->width < 0)
    {
      place->x += place->width;
      place->width = -place->width;
    }
}

/* Returns: where the end of a stretch is drawn. Behind a line's last character lies the start of
 * the next one, so the character itself is asked. */
static void
get_area (GtkTextView *view, const GtkTextIter *from, const GtkTextIter *to, GdkRectangle *area)
{
  GtkTextIter last = *to;
  GdkRectangle start, end;

  gtk_text_iter_backward_char (&last);
  get_place (view, from, &start);
  *area = start;
  /* Places are dear, and a single letter may be found a hundred times on screen. */
  if (gtk_text_iter_equal (from, &last))
    return;
  get_place (view, &last, &end);
  gdk_rectangle_union (&start, &end, area);
}

/* A stretch is drawn in as many pieces as it has lines on screen. */
static void
draw_pieces (const Canvas *canvas, DrawFunc draw, const RubSpot *spot, int index)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (canvas->view);
  GtkTextIter from, to, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, spot->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, spot->end);
  while (gtk_text_iter_compare (&from, &end) < 0)
    {
      GdkRectangle area;

      to = from;
      /* No character is on two lines. */
      if (gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&from) == 1
          || !gtk_text_view_forward_display_line (canvas->view, &to)
          || gtk_text_iter_compare (&to, &end) > 0)
        to = end;
      get_area (canvas->view, &from, &to, &area);
      draw (canvas, spot, index, &area);
      from = to;
    }
}

static void
draw_card (const Canvas *canvas, const RubSpot *spot, gboolean is_focused)
{
  const RubArticleLook *look = canvas->ornaments->look;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (canvas->view);
  int margin = gtk_text_view_get_left_margin (canvas->view);
  int width = gtk_widget_get_width (GTK_WIDGET (canvas->view));
  /* With high contrast nothing is faint. */
  GdkRGBA color = fade (&look->text, look->text.alpha > look->faint.alpha ? 0.06f : 0.16f);
  GtkTextIter from, to;
  GdkRectangle area;
  GskRoundedRect rect;

  if (spot->start == spot->end)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, spot->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, spot->end);
  get_area (canvas->view, &from, &to, &area);
  area.x = margin;
  area.width = width - margin - gtk_text_view_get_right_margin (canvas->view);
  rect = grow (&area, 0, CARD_PAD_Y * look->em_px, 0.7 * look->em_px);
  fill (canvas, &rect, &color);
  if (is_focused)
    draw_ring (canvas, &rect);
}

/* Sets @first and @last to the characters on screen. */
static void
get_visible (GtkTextView *view, int *first, int *last)
{
  GdkRectangle area;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &area);
  gtk_text_view_get_line_at_y (view, &iter, area.y, NULL);
  *first = gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_line_at_y (view, &iter, area.y + area.height, NULL);
  gtk_text_iter_forward_line (&iter);
  *last = gtk_text_iter_get_offset (&iter);
}

static void
draw_matches (const Canvas *canvas, int first, int last)
{
  RubArticleBuffer *buffer = RUB_ARTICLE_BUFFER (gtk_text_view_get_buffer (canvas->view));
  RubTextSearch *matches = canvas->ornaments->matches;
  guint n_matches = matches != NULL ? rub_text_search_get_n_matches (matches) : 0;
  gboolean is_visible = FALSE;
  int line = -1;

  for (guint i = n_matches > 0 ? rub_text_search_find (matches, first) : 0; i < n_matches; i++)
    {
      RubMatch match = rub_text_search_get_match (matches, i);
      RubSpot spot = { .start = match.start, .end = match.end };
      GtkTextIter iter;

      if (match.start >= last)
        break;
      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, match.start);
      /* What is folded is whole lines. */
      if (gtk_text_iter_get_line (&iter) != line)
        is_visible = rub_article_buffer_is_visible (buffer, &iter);
      line = gtk_text_iter_get_line (&iter);
      if (is_visible)
        draw_pieces (canvas, draw_match, &spot, -1);
    }
}

void
rub_article_ornaments_snapshot (const RubOrnaments *ornaments, GtkTextView *view,
                                GtkSnapshot *snapshot)
{
  RubArticleBuffer *buffer = RUB_ARTICLE_BUFFER (gtk_text_view_get_buffer (view));
  Canvas canvas = { ornaments, view, snapshot };
  guint n_spots;
  const RubSpot *spots = rub_article_buffer_get_spots (buffer, &n_spots);
  int first, last;

  get_visible (view, &first, &last);
  draw_matches (&canvas, first, last);
  for (guint i = 0; i < n_spots; i++)
    if (spots[i].end > first && spots[i].start < last
        && rub_article_buffer_is_shown (buffer, (int) i))
      {
        gboolean is_focused = (int) i == ornaments->focus;

        if (spots[i].kind == RUB_SPOT_CARD)
          draw_card (&canvas, &spots[i], is_focused);
        else
          draw_pieces (&canvas, draw_funcs[spots[i].kind], &spots[i], (int) i);
        if (is_focused && spots[i].kind != RUB_SPOT_CARD)
          draw_pieces (&canvas, draw_focus, &spots[i], (int) i);
      }
}

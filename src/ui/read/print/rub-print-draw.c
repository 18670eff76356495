/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-print-draw.h"

#define LABEL_PAD_PT 3
#define QUOTE_LINE_PT 1.5
#define LABEL_GREY 0.9
#define LINE_GREY 0.6

static double
to_pt (int units)
{
  return (double) units / PANGO_SCALE;
}

/* Returns: how far below the top of its place a line @height high starts, so that it is in the
 * middle. */
static double
get_lead (int height)
{
  return to_pt (height) * (RUB_PRINT_LEADING - 1) / 2;
}

/* A label is a word in a box, which needs no colour. */
static void
draw_label (cairo_t *cr, RubPrintPiece *piece, double y)
{
  PangoRectangle start, end;
  double left, right;

  pango_layout_index_to_pos (piece->layout, 0, &start);
  pango_layout_index_to_pos (piece->layout, piece->label_length, &end);
  left = to_pt (MIN (start.x, end.x));
  right = to_pt (MAX (start.x, end.x));
  cairo_save (cr);
  cairo_set_source_rgb (cr, LABEL_GREY, LABEL_GREY, LABEL_GREY);
  cairo_rectangle (cr, piece->x + left - LABEL_PAD_PT, y + get_lead (start.height),
                   right - left + 2 * LABEL_PAD_PT, to_pt (start.height));
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_line (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, LINE_GREY, LINE_GREY, LINE_GREY);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_cells (cairo_t *cr, RubPrintPiece *piece, double y)
{
  for (guint i = 0; i < piece->cells->len; i++)
    {
      const RubPrintCell *cell = &g_array_index (piece->cells, RubPrintCell, i);
      PangoRectangle area;

      pango_layout_get_extents (cell->layout, NULL, &area);
      cairo_move_to (cr, cell->x, piece->layout != NULL ? y + get_lead (area.height) : y);
      pango_cairo_show_layout (cr, cell->layout);
    }
}

/* Returns: where the lines end. */
static double
draw_lines (cairo_t *cr, RubPrintPiece *piece, const RubPrintRun *run)
{
  PangoLayoutIter *iter = pango_layout_get_iter (piece->layout);
  double y = run->y;
  guint line = 0;

  do
    {
      PangoRectangle area;

      if (line < run->first || line >= run->first + run->n_lines)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &area);
      cairo_move_to (cr, piece->x + to_pt (area.x),
                     y + get_lead (area.height)
                       + to_pt (pango_layout_iter_get_baseline (iter) - area.y));
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      y += RUB_PRINT_LEADING * to_pt (area.height);
    }
  while (line++, pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return y;
}

static double
get_row_height (RubPrintPiece *piece)
{
  g_autoptr (GArray) heights = rub_print_piece_list_heights (piece);

  return g_array_index (heights, double, 0);
}

void
rub_print_draw_run (cairo_t *cr, RubPrintPiece *piece, const RubPrintRun *run, double width)
{
  double bottom;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (piece != NULL);
  g_return_if_fail (run != NULL);

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (run->first == 0)
    draw_cells (cr, piece, run->y);
  if (piece->is_head)
    draw_line (cr, 0, run->y + get_row_height (piece) + 1, width, 0.5);
  if (piece->layout == NULL)
    return;

  if (piece->label_length > 0 && run->first == 0)
    draw_label (cr, piece, run->y);
  bottom = draw_lines (cr, piece, run);
  if (piece->is_quote)
    draw_line (cr, piece->x > 0 ? 0 : width - QUOTE_LINE_PT, run->y, QUOTE_LINE_PT,
               bottom - run->y);
}

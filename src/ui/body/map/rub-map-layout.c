/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-layout.h"

/* A figure that is about as high as the highest has its header on one line with it. */
#define ABOUT_AS_HIGH 0.9
/* Between words, and between them and the edge, in pixels. */
#define WORD_GAP 6

RubPoint
rub_map_figures_get_extent (const RubMapFigures *figures)
{
  RubPoint sum = { 0, 0 };

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    if (figures->is_shown[i])
      {
        sum.x += figures->extents[i].x;
        sum.y = MAX (sum.y, figures->extents[i].y);
      }

  return sum;
}

int
rub_map_figures_get_gaps (const RubMapFigures *figures)
{
  int n_shown = 0;

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    n_shown += figures->is_shown[i] ? 1 : 0;

  return MAX (0, n_shown - 1) * RUB_MAP_LAYOUT_SPACING;
}

RubMapLayout
rub_map_layout_fit (const RubMapFigures *figures, RubPoint size)
{
  RubMapLayout layout = { .scale = 0 };
  RubPoint extent = rub_map_figures_get_extent (figures);
  int gaps = rub_map_figures_get_gaps (figures);
  double across = (size.x - gaps) / extent.x, down = (size.y - figures->header) / extent.y;
  double left, ground;

  layout.scale = MAX (MIN (across, down), 0.01);
  left = (size.x - gaps - extent.x * layout.scale) / 2;
  ground = (size.y + figures->header + extent.y * layout.scale) / 2;

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      RubPoint own = figures->extents[i];
      double height = own.y > ABOUT_AS_HIGH * extent.y ? extent.y : own.y;

      if (!figures->is_shown[i])
        continue;
      layout.places[i] = (RubBox){ left, ground - height * layout.scale, own.x * layout.scale,
                                   own.y * layout.scale };
      left += own.x * layout.scale + RUB_MAP_LAYOUT_SPACING;
    }

  return layout;
}

RubMapWords
rub_map_layout_words (double figure_x, double figure_width, double width, const double widths[3])
{
  RubMapWords words = { { 0 } };
  double start = MAX (0, figure_x), end = MIN (width, figure_x + figure_width);
  double half = figure_width / 2, middle = figure_x + half;
  /* Towards the shoulders, so that the words of neighbouring figures do not run together. */
  double sum = widths[0] + widths[1] + widths[2] + 2 * WORD_GAP;
  double inset = CLAMP ((end - start - sum) / 2, 0, (end - start) / 10);
  double from = start, to = end;

  if (end - start < 1)
    return words;

  /* A side that is in sight has its word, if need be beyond the edge of a small figure. */
  words.is_shown[0] = MIN (middle, end) - start >= MIN (widths[0], half - 1);
  words.is_shown[2] = end - MAX (middle, start) >= MIN (widths[2], half - 1);
  words.x[0] = MAX (0, MIN (start + inset, middle - WORD_GAP / 2.0 - widths[0]));
  words.x[2] = MIN (width - widths[2], MAX (end - inset - widths[2], middle + WORD_GAP / 2.0));
  /* In the middle of what is seen of a side that goes on out of sight. */
  if (figure_x < 0)
    words.x[0] = start + (MIN (middle, end) - start - widths[0]) / 2;
  if (figure_x + figure_width > width)
    words.x[2] = end - (end - MAX (middle, start) + widths[2]) / 2;
  if (words.is_shown[0])
    from = words.x[0] + widths[0] + WORD_GAP;
  if (words.is_shown[2])
    to = words.x[2] - WORD_GAP;

  /* Over the middle of the figure, or as near to it as the others let. */
  words.is_shown[1] = to - from >= widths[1] - 0.5;
  if (words.is_shown[1])
    words.x[1] = CLAMP (middle - widths[1] / 2, from, MAX (from, to - widths[1]));

  return words;
}

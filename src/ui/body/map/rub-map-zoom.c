/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-zoom.h"

RubMapZoom
rub_map_zoom_clamp (RubMapZoom zoom, RubPoint size)
{
  zoom.factor = CLAMP (zoom.factor, 1.0, RUB_MAP_ZOOM_MAX);
  zoom.offset.x = CLAMP (zoom.offset.x, 0, size.x * (zoom.factor - 1));
  zoom.offset.y = CLAMP (zoom.offset.y, 0, size.y * (zoom.factor - 1));

  return zoom;
}

RubMapZoom
rub_map_zoom_at (RubMapZoom zoom, double factor, RubPoint anchor, RubPoint size)
{
  double growth;

  factor = CLAMP (factor, 1.0, RUB_MAP_ZOOM_MAX);
  growth = factor / zoom.factor;
  zoom.factor = factor;
  zoom.offset.x = (zoom.offset.x + anchor.x) * growth - anchor.x;
  zoom.offset.y = (zoom.offset.y + anchor.y) * growth - anchor.y;

  return rub_map_zoom_clamp (zoom, size);
}

RubMapZoom
rub_map_zoom_pan (RubMapZoom zoom, RubPoint by, RubPoint size)
{
  zoom.offset.x += by.x;
  zoom.offset.y += by.y;

  return rub_map_zoom_clamp (zoom, size);
}

RubMapZoom
rub_map_zoom_to_box (const RubBox *box, double margin, RubPoint size)
{
  RubMapZoom zoom;
  double across = (size.x - 2 * margin) / MAX (box->width, 1);
  double down = (size.y - 2 * margin) / MAX (box->height, 1);

  zoom.factor = CLAMP (MIN (across, down), 1.0, RUB_MAP_ZOOM_MAX);
  zoom.offset.x = (box->x + box->width / 2) * zoom.factor - size.x / 2;
  zoom.offset.y = (box->y + box->height / 2) * zoom.factor - size.y / 2;

  return rub_map_zoom_clamp (zoom, size);
}

/* The least move that brings a stretch into a window; the middle of one that is too long for it. */
static double
get_move (double start, double length, double margin, double window)
{
  if (length + 2 * margin > window)
    return start + length / 2 - window / 2;
  if (start < margin)
    return start - margin;

  return MAX (0, start + length + margin - window);
}

RubMapZoom
rub_map_zoom_reveal (RubMapZoom zoom, const RubBox *box, double margin, RubPoint size)
{
  RubPoint start = rub_map_zoom_to_screen (&zoom, (RubPoint){ box->x, box->y });
  RubPoint move = { get_move (start.x, box->width * zoom.factor, margin, size.x),
                    get_move (start.y, box->height * zoom.factor, margin, size.y) };

  return rub_map_zoom_pan (zoom, move, size);
}

RubMapZoom
rub_map_zoom_resize (RubMapZoom zoom, RubPoint from, RubPoint to)
{
  if (from.x <= 0 || from.y <= 0)
    return rub_map_zoom_clamp (zoom, to);

  zoom.offset.x = (zoom.offset.x + from.x / 2) * to.x / from.x - to.x / 2;
  zoom.offset.y = (zoom.offset.y + from.y / 2) * to.y / from.y - to.y / 2;

  return rub_map_zoom_clamp (zoom, to);
}

RubMapZoom
rub_map_zoom_mix (const RubMapZoom *from, const RubMapZoom *to, double progress)
{
  return (RubMapZoom){
    .factor = from->factor + (to->factor - from->factor) * progress,
    .offset = { from->offset.x + (to->offset.x - from->offset.x) * progress,
                from->offset.y + (to->offset.y - from->offset.y) * progress },
  };
}

RubPoint
rub_map_zoom_to_screen (const RubMapZoom *zoom, RubPoint place)
{
  return (RubPoint){ place.x * zoom->factor - zoom->offset.x,
                     place.y * zoom->factor - zoom->offset.y };
}

RubBox
rub_map_zoom_get_seen (const RubMapZoom *zoom, RubPoint size)
{
  return (RubBox){ zoom->offset.x / zoom->factor, zoom->offset.y / zoom->factor,
                   size.x / zoom->factor, size.y / zoom->factor };
}

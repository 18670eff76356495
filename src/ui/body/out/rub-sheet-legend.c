/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sheet-legend.h"

#include <glib/gi18n-lib.h>

/* Between a field with its meaning and what comes next. */
#define PAIR_SPACE (RUB_SHEET_FIELD_SPACE * 1.5)

typedef struct
{
  double x; /* from where a line starts */
  double y;

  /* Borrowed */
  RubSheetWriter *writer;
} Legend;

/* A place in the legend: what comes next stands behind it, or on the next line. */
static RubPoint
flow (Legend *self, double width, double group_width)
{
  RubPoint place;

  if (self->x > 0
      && self->x + MAX (width, MIN (group_width, RUB_SHEET_CONTENT_WIDTH))
             > RUB_SHEET_CONTENT_WIDTH)
    {
      self->x = 0;
      self->y += RUB_SHEET_FIELD_HEIGHT + RUB_SHEET_LINE_GAP;
    }
  place = (RubPoint){ rub_sheet_writer_get_left (self->writer, RUB_SHEET_MARGIN + self->x, width),
                      self->y };
  self->x += width + RUB_SHEET_FIELD_SPACE;

  return place;
}

static void
flow_word (Legend *self, const char *text)
{
  PangoLayout *layout = rub_sheet_writer_create (self->writer, text, RUB_SHEET_SMALL,
                                                 PANGO_WEIGHT_NORMAL, RUB_SHEET_CONTENT_WIDTH);
  double width = rub_sheet_layout_get_width (layout), height = rub_sheet_layout_get_height (layout);
  RubPoint place = flow (self, width, width);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE) + 1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  rub_sheet_writer_put (self->writer, layout, place.x,
                        place.y + (RUB_SHEET_FIELD_HEIGHT - height) / 2, 1);
}

/* A field with its meaning, kept together. */
static void
flow_pair (Legend *self, const RubRegionLook *look, const char *text)
{
  g_autoptr (PangoLayout) layout = rub_sheet_writer_create (
      self->writer, text, RUB_SHEET_SMALL, PANGO_WEIGHT_NORMAL, RUB_SHEET_CONTENT_WIDTH);
  double together =
      RUB_SHEET_FIELD_WIDTH + RUB_SHEET_FIELD_SPACE + rub_sheet_layout_get_width (layout);
  RubPoint place = flow (self, RUB_SHEET_FIELD_WIDTH, together);

  rub_sheet_writer_put_field (self->writer, look, place.x, place.y);
  flow_word (self, text);
  self->x += PAIR_SPACE;
}

static void
flow_levels (Legend *self)
{
  double together = (RUB_SORENESS_MAX + 1) * (RUB_SHEET_FIELD_WIDTH + RUB_SHEET_FIELD_SPACE);

  flow_word (self, _ ("Not sore"));
  for (int i = 0; i <= RUB_SORENESS_MAX; i++)
    {
      RubRegionLook look = { .soreness = i };
      RubPoint place =
          flow (self, RUB_SHEET_FIELD_WIDTH, i == 0 ? together : RUB_SHEET_FIELD_WIDTH);

      rub_sheet_writer_put_field (self->writer, &look, place.x, place.y);
      self->x -= RUB_SHEET_FIELD_SPACE - 4;
    }
  self->x += RUB_SHEET_FIELD_SPACE - 4;
  flow_word (self, _ ("As sore as can be"));
  self->x += PAIR_SPACE;
}

static void
flow_trends (Legend *self)
{
  static const RubRegionLook looks[] = {
    { .kind = RUB_BODY_MARKS_CHANGE, .soreness = 3, .trend = RUB_TREND_BETTER },
    { .kind = RUB_BODY_MARKS_CHANGE, .soreness = 6, .trend = RUB_TREND_WORSE },
    { .kind = RUB_BODY_MARKS_CHANGE, .soreness = 4, .trend = RUB_TREND_NEW },
    { .kind = RUB_BODY_MARKS_CHANGE, .trend = RUB_TREND_GONE },
    { .kind = RUB_BODY_MARKS_CHANGE, .soreness = 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    flow_pair (self, &looks[i],
               looks[i].trend != RUB_TREND_NONE ? rub_trend_get_name (looks[i].trend)
                                                : C_ ("soreness compared", "As before"));
}

static void
flow_shares (Legend *self)
{
  RubRegionLook few = { .kind = RUB_BODY_MARKS_SUMMARY, .soreness = 6, .share = 0.2 };
  RubRegionLook every = { .kind = RUB_BODY_MARKS_SUMMARY, .soreness = 6, .share = 1 };

  flow_pair (self, &few, _ ("Sore in a few checks"));
  flow_pair (self, &every, _ ("In every check"));
  flow_word (self, _ ("The number is the mean soreness"));
  self->x += PAIR_SPACE;
}

double
rub_sheet_legend_put (RubSheetWriter *writer, RubBodyMarksKind kind, double y)
{
  RubRegionLook barred = { .care = RUB_REGION_CARE_NONE };
  Legend self = { .writer = writer, .x = 0, .y = y };

  g_return_val_if_fail (writer != NULL, y);

  switch (kind)
    {
    case RUB_BODY_MARKS_CHANGE:
      flow_trends (&self);
      break;
    case RUB_BODY_MARKS_SUMMARY:
      flow_shares (&self);
      break;
    case RUB_BODY_MARKS_CHECK:
    default:
      flow_levels (&self);
    }
  flow_pair (&self, &barred, rub_region_care_get_name (RUB_REGION_CARE_NONE));

  return self.y + RUB_SHEET_FIELD_HEIGHT;
}

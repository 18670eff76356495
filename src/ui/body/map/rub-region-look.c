/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-look.h"

/* How much of its colour a region has that was sore only once in a long time. */
#define SHARE_MIN_COLOR 0.35

RubRegionLook
rub_region_look_for_marks (RubBodyMarks *marks, RubRegion *region)
{
  RubRegionLook look = { 0 };
  const RubRegionMark *mark;

  g_return_val_if_fail (RUB_IS_REGION (region), look);

  look.care = rub_region_get_care (region);
  if (marks == NULL)
    return look;
  look.kind = rub_body_marks_get_kind (marks);
  mark = rub_body_marks_find (marks, rub_region_get_id (region));
  if (mark == NULL)
    return look;

  look.soreness = mark->soreness;
  if (look.kind == RUB_BODY_MARKS_CHANGE)
    look.trend = mark->trend;
  if (look.kind == RUB_BODY_MARKS_SUMMARY)
    look.share = (double) mark->n_sore / MAX (1, rub_body_marks_get_n_checks (marks));

  return look;
}

gboolean
rub_region_look_is_marked (const RubRegionLook *look)
{
  g_return_val_if_fail (look != NULL, FALSE);

  return look->soreness > 0 || look->trend == RUB_TREND_GONE;
}

static GdkRGBA
mix (const GdkRGBA *from, const GdkRGBA *to, double share)
{
  float part = (float) share;

  return (GdkRGBA){
    .red = from->red + (to->red - from->red) * part,
    .green = from->green + (to->green - from->green) * part,
    .blue = from->blue + (to->blue - from->blue) * part,
    .alpha = 1,
  };
}

GdkRGBA
rub_region_look_get_fill (const RubRegionLook *look, RubRegionKind kind, const RubBodyTheme *theme)
{
  g_return_val_if_fail (look != NULL, (GdkRGBA){ 0 });
  g_return_val_if_fail (theme != NULL, (GdkRGBA){ 0 });

  if (look->is_meant)
    return theme->focus;
  if (look->trend == RUB_TREND_GONE)
    return theme->base;
  if (look->soreness == 0)
    return theme->tones[kind];
  if (look->kind == RUB_BODY_MARKS_CHANGE)
    return theme->trends[look->trend];
  if (look->kind == RUB_BODY_MARKS_SUMMARY)
    return mix (&theme->tones[kind], &theme->levels[look->soreness],
                SHARE_MIN_COLOR + (1 - SHARE_MIN_COLOR) * look->share);

  return theme->levels[look->soreness];
}

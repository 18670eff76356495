/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "rub-body-marks.h"
#include "rub-check.h"
#include "rub-region.h"

G_BEGIN_DECLS

/**
 * The colours a body is painted in.
 *
 * @base: the figure below the regions; also the gaps between them and the fibres
 * @rim: the line around the figure; transparent where the base is enough
 * @tones: a region at rest, by RubRegionKind
 * @levels: a sore region, by soreness; [0] stands for none
 * @trends: a region in a comparison, by RubTrend; none: as sore as it was; not of gone
 * @ink: what is laid over a region that is pointed at, and drawn around one that is selected
 * @focus, @focus_gap: the two lines around a region with the keyboard's focus
 */
typedef struct
{
  GdkRGBA base;
  GdkRGBA rim;
  GdkRGBA tones[RUB_N_REGION_KINDS];
  GdkRGBA levels[RUB_SORENESS_MAX + 1];
  GdkRGBA trends[RUB_N_TRENDS];
  GdkRGBA ink;
  GdkRGBA focus;
  GdkRGBA focus_gap;
} RubBodyTheme;

/** Returns: (transfer none): the colours for a light or dark desktop, with high contrast or not. */
const RubBodyTheme *rub_body_theme_get (gboolean is_dark, gboolean is_high_contrast);

/** Returns: (transfer none): the colours for the desktop as it is now. */
const RubBodyTheme *rub_body_theme_get_current (void);

/** Returns: (transfer none): black or white, whichever is read better on @background. */
const GdkRGBA *rub_body_theme_get_text (const GdkRGBA *background);

G_END_DECLS

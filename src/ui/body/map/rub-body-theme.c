/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-theme.h"

#include <adwaita.h>
#include <math.h>

#define HEX(rgb)                                                                                   \
  {                                                                                                \
    .red = ((rgb) >> 16 & 0xff) / 255.0f, .green = ((rgb) >> 8 & 0xff) / 255.0f,                   \
    .blue = ((rgb) & 0xff) / 255.0f, .alpha = 1.0f,                                                \
  }

/*
 * Soreness rises with darkness on a light desktop and with lightness on a dark one, so that the
 * order survives colour blindness. The steps are even in OKLab between six stops.
 */
#define LEVELS_LIGHT                                                                               \
  {                                                                                                \
    HEX (0xe4e7ea), HEX (0xf6dc9a), HEX (0xf5c87d), HEX (0xf2b162), HEX (0xee9450),                \
      HEX (0xe67643), HEX (0xdb563d), HEX (0xc63c3a), HEX (0xad2638), HEX (0x8e1b39),              \
      HEX (0x6e1238),                                                                              \
  }
#define LEVELS_DARK                                                                                \
  {                                                                                                \
    HEX (0x46484e), HEX (0x7a5526), HEX (0x8f5f28), HEX (0xa4692b), HEX (0xbb742e),                \
      HEX (0xd17c34), HEX (0xe6833e), HEX (0xf48b53), HEX (0xfd946d), HEX (0xffa796),              \
      HEX (0xffbcc0),                                                                              \
  }

/* The focus is blue on every desktop: an accent of red or orange would be lost among the levels. */
static const RubBodyTheme themes[] = {
  /* Light */
  {
    .base = HEX (0xe9edf1),
    .tones = { HEX (0xadbac6), HEX (0xc7d1d9), HEX (0xc7d1d9), HEX (0xd5dde4) },
    .levels = LEVELS_LIGHT,
    .ink = HEX (0x16181c),
    .focus = HEX (0x1c71d8),
    .focus_gap = HEX (0xffffff),
  },
  /* Dark */
  {
    .base = HEX (0x1b1d21),
    .tones = { HEX (0x4c545e), HEX (0x424a53), HEX (0x424a53), HEX (0x3a4049) },
    .levels = LEVELS_DARK,
    .ink = HEX (0xffffff),
    .focus = HEX (0x78aeed),
    .focus_gap = HEX (0x16181c),
  },
  /* Light, high contrast */
  {
    .base = HEX (0xffffff),
    .rim = HEX (0x16181c),
    .tones = { HEX (0x8695a3), HEX (0xa9b6c1), HEX (0xa9b6c1), HEX (0xbcc7d0) },
    .levels = LEVELS_LIGHT,
    .ink = HEX (0x000000),
    .focus = HEX (0x0043a6),
    .focus_gap = HEX (0xffffff),
  },
  /* Dark, high contrast */
  {
    .base = HEX (0x000000),
    .rim = HEX (0xffffff),
    .tones = { HEX (0x5e6873), HEX (0x4d5660), HEX (0x4d5660), HEX (0x434b54) },
    .levels = LEVELS_DARK,
    .ink = HEX (0xffffff),
    .focus = HEX (0xb8dbff),
    .focus_gap = HEX (0x000000),
  },
};

/* How bright a part of a colour is, WCAG 2.1. */
static double
to_linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

const RubBodyTheme *
rub_body_theme_get (gboolean is_dark, gboolean is_high_contrast)
{
  return &themes[(is_dark ? 1 : 0) + (is_high_contrast ? 2 : 0)];
}

const RubBodyTheme *
rub_body_theme_get_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return rub_body_theme_get (adw_style_manager_get_dark (manager),
                             adw_style_manager_get_high_contrast (manager));
}

const GdkRGBA *
rub_body_theme_get_text (const GdkRGBA *background)
{
  static const GdkRGBA black = HEX (0x000000), white = HEX (0xffffff);
  double luminance = 0.2126 * to_linear ((double) background->red)
                     + 0.7152 * to_linear ((double) background->green)
                     + 0.0722 * to_linear ((double) background->blue);

  /* Where the contrast to black and to white is the same. */
  return luminance > 0.179 ? &black : &white;
}

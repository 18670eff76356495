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
 * Every level is darker than every resting tone on a light desktop, and lighter on a dark one, so
 * that sore and not sore stay apart in shades of grey. From level to level the lightness goes on
 * in the same direction, in steps that are even to eyes that miss one of the three kinds of cones
 * (by OKLab, where that sees least).
 */
#define LEVELS_LIGHT                                                                               \
  {                                                                                                \
    HEX (0xe4e7ea), HEX (0xd4a04c), HEX (0xd28a28), HEX (0xcd7404), HEX (0xc55e02),                \
      HEX (0xbe4404), HEX (0xb21713), HEX (0x9e0226), HEX (0x85022f), HEX (0x6a0031),              \
      HEX (0x4e012f),                                                                              \
  }
#define LEVELS_DARK                                                                                \
  {                                                                                                \
    HEX (0x46484e), HEX (0x7e5024), HEX (0x97591b), HEX (0xb16113), HEX (0xcc6a1e),                \
      HEX (0xe27436), HEX (0xf7845f), HEX (0xff9582), HEX (0xffa7a1), HEX (0xffbabd),              \
      HEX (0xfeced5),                                                                              \
  }
#define LEVELS_LIGHT_CONTRAST                                                                      \
  {                                                                                                \
    HEX (0xe4e7ea), HEX (0xa56a0f), HEX (0x9e5a03), HEX (0x974903), HEX (0x903603),                \
      HEX (0x871801), HEX (0x78020f), HEX (0x640018), HEX (0x4f001b), HEX (0x390019),              \
      HEX (0x240012),                                                                              \
  }
#define LEVELS_DARK_CONTRAST                                                                       \
  {                                                                                                \
    HEX (0x46484e), HEX (0xab6b1b), HEX (0xbf761b), HEX (0xd38124), HEX (0xe58c3b),                \
      HEX (0xf69b61), HEX (0xffaa82), HEX (0xffbba1), HEX (0xfeccbe), HEX (0xfeddd7),              \
      HEX (0xffefed),                                                                              \
  }

/*
 * Blue against orange is told apart by every eye; and the four differ in lightness too. In the
 * order of RubTrend; what is gone is as the figure below it.
 */
#define TRENDS_LIGHT                                                                               \
  {                                                                                                \
    HEX (0xbf9f58), HEX (0x3d9ae0), HEX (0xbc4012), HEX (0x6e1f63),                                \
  }
#define TRENDS_DARK                                                                                \
  {                                                                                                \
    HEX (0x70581c), HEX (0x4893c0), HEX (0xf08a4b), HEX (0xf6c3ea),                                \
  }

/* The focus is blue on every desktop: an accent of red or orange would be lost among the levels. */
static const RubBodyTheme themes[] = {
  /* Light */
  {
    .base = HEX (0xeef2f5),
    .tones = { HEX (0xb4bfca), HEX (0xc6d0d8), HEX (0xc6d0d8), HEX (0xd1dae1) },
    .levels = LEVELS_LIGHT,
    .trends = TRENDS_LIGHT,
    .ink = HEX (0x16181c),
    .focus = HEX (0x1c71d8),
    .focus_gap = HEX (0xffffff),
  },
  /* Dark */
  {
    .base = HEX (0x1b1d21),
    .tones = { HEX (0x434c55), HEX (0x3b434b), HEX (0x3b434b), HEX (0x343b42) },
    .levels = LEVELS_DARK,
    .trends = TRENDS_DARK,
    .ink = HEX (0xffffff),
    .focus = HEX (0x78aeed),
    .focus_gap = HEX (0x16181c),
  },
  /* Light, high contrast */
  {
    .base = HEX (0xffffff),
    .rim = HEX (0x16181c),
    .tones = { HEX (0x8896a4), HEX (0xa9b6c1), HEX (0xa9b6c1), HEX (0xbcc7d0) },
    .levels = LEVELS_LIGHT_CONTRAST,
    .trends = TRENDS_LIGHT,
    .ink = HEX (0x000000),
    .focus = HEX (0x0043a6),
    .focus_gap = HEX (0xffffff),
  },
  /* Dark, high contrast */
  {
    .base = HEX (0x000000),
    .rim = HEX (0xffffff),
    .tones = { HEX (0x5e6873), HEX (0x4d5660), HEX (0x4d5660), HEX (0x434b54) },
    .levels = LEVELS_DARK_CONTRAST,
    .trends = TRENDS_DARK,
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

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-eyes.h"

#include <math.h>

#include <glib.h>

/* For eyes that lack one kind of cones: Machado, Oliveira and Fernandes, "A Physiologically-based
 * Model for Simulation of Color Vision Deficiency", 2009, at severity 1. In grey: the luminance of
 * sRGB. All of them are for linear light. */
static const struct
{
  const char *name;
  double matrix[3][3];
} views[RUB_N_EYES] = {
  [RUB_EYES_ALL_CONES] = { "", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  [RUB_EYES_DEUTERANOPIA] = { "deuteranopia",
                              { { 0.367322, 0.860646, -0.227968 },
                                { 0.280085, 0.672501, 0.047413 },
                                { -0.011820, 0.042940, 0.968881 } } },
  [RUB_EYES_PROTANOPIA] = { "protanopia",
                            { { 0.152286, 1.052583, -0.204868 },
                              { 0.114503, 0.786281, 0.099216 },
                              { -0.003882, -0.048116, 1.051998 } } },
  [RUB_EYES_TRITANOPIA] = { "tritanopia",
                            { { 1.255528, -0.076749, -0.178779 },
                              { -0.078411, 0.930809, 0.147602 },
                              { 0.004733, 0.691367, 0.303900 } } },
  [RUB_EYES_GREYSCALE] = { "greyscale",
                           { { 0.2126, 0.7152, 0.0722 },
                             { 0.2126, 0.7152, 0.0722 },
                             { 0.2126, 0.7152, 0.0722 } } },
};

const char *
rub_eyes_get_name (RubEyes eyes)
{
  return views[eyes].name;
}

static double
to_linear (guint value)
{
  double share = value / 255.0;

  return share <= 0.04045 ? share / 12.92 : pow ((share + 0.055) / 1.055, 2.4);
}

static guint
from_linear (double light)
{
  double share = CLAMP (light, 0, 1);

  share = share <= 0.0031308 ? share * 12.92 : 1.055 * pow (share, 1 / 2.4) - 0.055;

  return (guint) (share * 255 + 0.5);
}

static guint32
see (guint32 pixel, const double matrix[3][3])
{
  double light[3] = { to_linear (pixel >> 16 & 0xff), to_linear (pixel >> 8 & 0xff),
                      to_linear (pixel & 0xff) };
  guint32 seen = 0;

  for (int i = 0; i < 3; i++)
    seen = seen << 8
           | from_linear (matrix[i][0] * light[0] + matrix[i][1] * light[1]
                          + matrix[i][2] * light[2]);

  return seen;
}

void
rub_eyes_apply (RubEyes eyes, cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guchar *data = cairo_image_surface_get_data (surface);
  guint32 before = 0, after = see (0, views[eyes].matrix);

  g_return_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 *pixel = (guint32 *) (gpointer) (data + y * stride) + x;

        /* Neighbours are mostly alike. */
        if ((*pixel & 0xffffff) != before)
          {
            before = *pixel & 0xffffff;
            after = see (before, views[eyes].matrix);
          }
        *pixel = after;
      }
  cairo_surface_mark_dirty (surface);
}

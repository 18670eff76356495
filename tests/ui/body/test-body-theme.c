/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "rub-body-theme.h"

/* In OKLab, where black and white are 1 apart: nearly twice what is just told from another. */
#define SMALLEST_STEP 0.035
#define SMALLEST_CONTRAST 1.25
#define SMALLEST_GREY_STEP 1.09
#define SMALLEST_TEXT_CONTRAST 4.5

#define RED(rgb) ((rgb) >> 16 & 0xff) / 255.0f
#define GREEN(rgb) ((rgb) >> 8 & 0xff) / 255.0f
#define BLUE(rgb) ((rgb) & 0xff) / 255.0f

/* Red, green and blue as parts of light, not of voltage; or OKLab's L, a and b. */
typedef struct
{
  double v[3];
} Triple;

typedef double Matrix[3][3];

typedef struct
{
  const char *name;
  Matrix matrix;
  /* Two colours that the eyes take for nearly one. */
  guint32 confused[2];
} Eyes;

/*
 * What is left of light for eyes without one kind of cones: Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1.
 */
static const Eyes eyes[] = {
  { "usual", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } }, { 0x808080, 0x818181 } },
  { "protanopia",
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } },
    { 0x207000, 0xe04000 } },
  { "deuteranopia",
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } },
    { 0xf00030, 0x00a010 } },
  { "tritanopia",
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } },
    { 0x00c0d0, 0x40d000 } },
};

static Triple
multiply (const Matrix matrix, Triple t)
{
  Triple product;

  for (int row = 0; row < 3; row++)
    product.v[row]
      = matrix[row][0] * t.v[0] + matrix[row][1] * t.v[1] + matrix[row][2] * t.v[2];

  return product;
}

static double
to_linear (float part)
{
  return (double) part <= 0.04045 ? (double) part / 12.92
                                  : pow (((double) part + 0.055) / 1.055, 2.4);
}

static Triple
get_light (const GdkRGBA *color)
{
  return (Triple){ { to_linear (color->red), to_linear (color->green), to_linear (color->blue) } };
}

/* Björn Ottosson, "A perceptual color space for image processing" (2020). */
static Triple
to_oklab (Triple light)
{
  static const Matrix to_cones = { { 0.4122214708, 0.5363325363, 0.0514459929 },
                                   { 0.2119034982, 0.6806995451, 0.1073969566 },
                                   { 0.0883024619, 0.2817188376, 0.6299787005 } };
  static const Matrix to_lab = { { 0.2104542553, 0.7936177850, -0.0040720468 },
                                 { 1.9779984951, -2.4285922050, 0.4505937099 },
                                 { 0.0259040371, 0.7827717662, -0.8086757660 } };
  Triple cones = multiply (to_cones, light);

  for (int i = 0; i < 3; i++)
    cones.v[i] = cbrt (cones.v[i]);

  return multiply (to_lab, cones);
}

/* How far apart two colours are for some eyes. */
static double
get_distance (const Eyes *who, const GdkRGBA *a, const GdkRGBA *b)
{
  const GdkRGBA *colors[] = { a, b };
  Triple seen[2];
  double sum = 0;

  for (int i = 0; i < 2; i++)
    {
      Triple light = multiply (who->matrix, get_light (colors[i]));

      for (int part = 0; part < 3; part++)
        light.v[part] = CLAMP (light.v[part], 0, 1);
      seen[i] = to_oklab (light);
    }
  for (int i = 0; i < 3; i++)
    sum += (seen[0].v[i] - seen[1].v[i]) * (seen[0].v[i] - seen[1].v[i]);

  return sqrt (sum);
}

static double
get_luminance (const GdkRGBA *color)
{
  Triple light = get_light (color);

  return 0.2126 * light.v[0] + 0.7152 * light.v[1] + 0.0722 * light.v[2];
}

/* WCAG 2.1; above 1 when @a is the lighter one, below when it is the darker one. */
static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  return (get_luminance (a) + 0.05) / (get_luminance (b) + 0.05);
}

/* Calls @check for each theme; in a dark one soreness is light. */
static void
for_each_theme (void (*check) (const RubBodyTheme *theme, gboolean is_dark))
{
  for (int i = 0; i < 4; i++)
    {
      g_test_message ("%s%s", i % 2 == 1 ? "dark" : "light", i / 2 == 1 ? ", high contrast" : "");
      check (rub_body_theme_get (i % 2 == 1, i / 2 == 1), i % 2 == 1);
    }
}

static void
check_order (const RubBodyTheme *theme, gboolean is_dark)
{
  for (int level = 2; level <= RUB_SORENESS_MAX; level++)
    {
      double contrast = get_contrast (&theme->levels[level], &theme->levels[level - 1]);

      g_test_message ("level %d: %.2f", level, contrast);
      g_assert_cmpfloat (is_dark ? contrast : 1 / contrast, >=, SMALLEST_GREY_STEP);
    }
}

static void
test_order (void)
{
  for_each_theme (check_order);
}

static void
check_steps (const RubBodyTheme *theme, gboolean is_dark)
{
  for (gsize who = 0; who < G_N_ELEMENTS (eyes); who++)
    for (int a = 1; a <= RUB_SORENESS_MAX; a++)
      for (int b = a + 1; b <= RUB_SORENESS_MAX; b++)
        {
          double distance = get_distance (&eyes[who], &theme->levels[a], &theme->levels[b]);

          if (distance < SMALLEST_STEP || b == a + 1)
            g_test_message ("%s, level %d to %d: %.3f", eyes[who].name, a, b, distance);
          g_assert_cmpfloat (distance, >=, SMALLEST_STEP);
        }
}

static void
test_steps (void)
{
  for_each_theme (check_steps);
}

/* The simulation is one: what those eyes confuse, it brings together, and no others do. */
static void
test_eyes (void)
{
  for (gsize who = 0; who < G_N_ELEMENTS (eyes); who++)
    {
      GdkRGBA colors[2];

      for (int i = 0; i < 2; i++)
        {
          guint32 rgb = eyes[who].confused[i];

          colors[i] = (GdkRGBA){ RED (rgb), GREEN (rgb), BLUE (rgb), 1 };
        }
      g_test_message ("%s", eyes[who].name);
      g_assert_cmpfloat (get_distance (&eyes[who], &colors[0], &colors[1]), <, SMALLEST_STEP);
      if (who > 0)
        g_assert_cmpfloat (get_distance (&eyes[0], &colors[0], &colors[1]), >, 0.2);
    }
}

static void
check_rest (const RubBodyTheme *theme, gboolean is_dark)
{
  for (int level = 1; level <= RUB_SORENESS_MAX; level++)
    for (int kind = 0; kind < RUB_N_REGION_KINDS; kind++)
      {
        double contrast = get_contrast (&theme->levels[level], &theme->tones[kind]);

        g_test_message ("level %d, kind %d: %.2f", level, kind, contrast);
        g_assert_cmpfloat (is_dark ? contrast : 1 / contrast, >=, SMALLEST_CONTRAST);
      }
}

static void
test_rest (void)
{
  for_each_theme (check_rest);
}

/* A number on a region can be read, sore or not. */
static void
check_trends (const RubBodyTheme *theme, gboolean is_dark)
{
  /* What is gone is as the figure is, what is not compared as it rests. */
  GdkRGBA colors[RUB_N_TRENDS + 1] = { [RUB_N_TRENDS] = theme->tones[RUB_REGION_MUSCLE] };

  for (int i = 0; i < RUB_N_TRENDS; i++)
    colors[i] = i == RUB_TREND_GONE ? theme->base : theme->trends[i];
  for (gsize who = 0; who < G_N_ELEMENTS (eyes); who++)
    for (int i = 0; i <= RUB_N_TRENDS; i++)
      for (int j = 0; j < i; j++)
        {
          double distance = get_distance (&eyes[who], &colors[i], &colors[j]);

          g_test_message ("%s, %d and %d: %.3f", eyes[who].name, i, j, distance);
          g_assert_cmpfloat (distance, >=, 2 * SMALLEST_STEP);
        }
}

static void
test_trends (void)
{
  for_each_theme (check_trends);
}

static void
check_text (const RubBodyTheme *theme, gboolean is_dark)
{
  for (int level = 1; level <= RUB_SORENESS_MAX; level++)
    {
      const GdkRGBA *color = &theme->levels[level];
      double contrast = get_contrast (rub_body_theme_get_text (color), color);

      g_assert_cmpfloat (MAX (contrast, 1 / contrast), >=, SMALLEST_TEXT_CONTRAST);
    }
}

static void
test_text (void)
{
  for_each_theme (check_text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-theme/order", test_order);
  g_test_add_func ("/body-theme/steps", test_steps);
  g_test_add_func ("/body-theme/eyes", test_eyes);
  g_test_add_func ("/body-theme/rest", test_rest);
  g_test_add_func ("/body-theme/trends", test_trends);
  g_test_add_func ("/body-theme/text", test_text);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-fonts.h"

#include <glib/gi18n.h>

/* Free fonts whose letters are hard to take for each other, the best known first. */
static const char *const easy_families[] = { "Atkinson Hyperlegible Next",
                                             "Atkinson Hyperlegible",
                                             "OpenDyslexic",
                                             "Lexend",
                                             "Andika",
                                             "Luciole" };

static gboolean
has_family (PangoContext *context, const char *name)
{
  PangoFontMap *map = pango_context_get_font_map (context);
  g_autofree PangoFontFamily **families = NULL;
  int n_families;

  pango_font_map_list_families (map, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    if (g_ascii_strcasecmp (pango_font_family_get_name (families[i]), name) == 0)
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full) (nullable): the family that is really used when @family, or that of
 * the desktop for NULL, is asked for. */
static char *
resolve (PangoContext *context, const char *family)
{
  g_autoptr (PangoFontDescription) wanted
    = pango_font_description_copy (pango_context_get_font_description (context));
  g_autoptr (PangoFontDescription) got = NULL;
  g_autoptr (PangoFont) font = NULL;

  if (family != NULL)
    pango_font_description_set_family (wanted, family);
  font = pango_context_load_font (context, wanted);
  if (font == NULL)
    return NULL;
  got = pango_font_describe (font);

  return g_strdup (pango_font_description_get_family (got));
}

char *
rub_read_fonts_find (PangoContext *context, RubReadFont font)
{
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  if (font == RUB_READ_FONT_SERIF)
    return g_strdup ("Serif");
  if (font == RUB_READ_FONT_SANS)
    return g_strdup ("Sans");
  if (font == RUB_READ_FONT_EASY)
    for (gsize i = 0; i < G_N_ELEMENTS (easy_families); i++)
      if (has_family (context, easy_families[i]))
        return g_strdup (easy_families[i]);

  return NULL;
}

gboolean
rub_read_fonts_has (PangoContext *context, RubReadFont font)
{
  g_autofree char *family = NULL;
  g_autofree char *mine = NULL;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), FALSE);

  if (font == RUB_READ_FONT_DESKTOP)
    return TRUE;
  family = rub_read_fonts_find (context, font);
  if (family == NULL)
    return FALSE;

  /* A machine without a serif gives some sans for it. */
  mine = resolve (context, family);
  for (int i = 0; i < (int) font; i++)
    {
      g_autofree char *before = rub_read_fonts_find (context, (RubReadFont) i);
      g_autofree char *other = resolve (context, before);

      if (g_strcmp0 (mine, other) == 0)
        return FALSE;
    }

  return mine != NULL;
}

char *
rub_read_fonts_get_name (PangoContext *context, RubReadFont font)
{
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  switch (font)
    {
    case RUB_READ_FONT_SERIF:
      return g_strdup (C_ ("font", "Serif"));
    case RUB_READ_FONT_SANS:
      return g_strdup (C_ ("font", "Sans Serif"));
    case RUB_READ_FONT_EASY:
      return rub_read_fonts_find (context, font);
    case RUB_READ_FONT_DESKTOP:
    case RUB_N_READ_FONTS:
    default:
      return g_strdup (C_ ("font", "As on the Desktop"));
    }
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-palette.h"

#include <adwaita.h>

#include "rub-compat.h"

/* How much of its colour is left of text that is less important, where contrast need not be
 * high. */
#define FAINT_ALPHA 0.75f

/* The names of colours: the desktop's are libadwaita's, the others are in style.css. */
typedef struct
{
  const char *style_class; /* NULL: none */
  const char *accent;
  const char *match;
  const char *verdicts[RUB_N_VERDICTS];
} Palette;

#define PALETTE(name)                                                                             \
  {                                                                                               \
    "paper-" name, "read_" name "_accent", "read_" name "_match",                                 \
    {                                                                                             \
      [RUB_VERDICT_YES] = "read_" name "_yes", [RUB_VERDICT_PARTLY] = "read_" name "_partly",     \
      [RUB_VERDICT_UNPROVEN] = "read_" name "_fg", [RUB_VERDICT_NO] = "read_" name "_no",         \
    }                                                                                             \
  }

static const Palette palettes[RUB_N_READ_THEMES] = {
  [RUB_READ_THEME_DESKTOP] = { NULL,
                               "accent_color",
                               "warning_bg_color",
                               {
                                 [RUB_VERDICT_YES] = "success_color",
                                 [RUB_VERDICT_PARTLY] = "warning_color",
                                 [RUB_VERDICT_UNPROVEN] = "view_fg_color",
                                 [RUB_VERDICT_NO] = "error_color",
                               } },
  [RUB_READ_THEME_LIGHT] = PALETTE ("light"),
  [RUB_READ_THEME_SEPIA] = PALETTE ("sepia"),
  [RUB_READ_THEME_DARK] = PALETTE ("dark"),
};

void
rub_read_palette_resolve (GtkWidget *widget, RubReadTheme theme, RubArticleLook *look)
{
  const Palette *palette;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail ((int) theme >= 0 && theme < RUB_N_READ_THEMES);
  g_return_if_fail (look != NULL);

  palette = &palettes[theme];
  rub_compat_get_color (widget, &look->text);
  look->faint = look->text;
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    look->faint.alpha *= FAINT_ALPHA;
  rub_compat_lookup_color (widget, palette->accent, &look->accent);
  rub_compat_lookup_color (widget, palette->match, &look->match);
  for (int i = 0; i < RUB_N_VERDICTS; i++)
    rub_compat_lookup_color (widget, palette->verdicts[i], &look->verdicts[i]);
}

static void
on_look_changed_cb (GtkWidget *widget, RubReadLook *look)
{
  RubReadTheme theme = rub_read_look_get (look)->theme;

  g_assert (GTK_IS_WIDGET (widget));

  for (int i = 0; i < RUB_N_READ_THEMES; i++)
    if (palettes[i].style_class != NULL)
      {
        if (i == (int) theme)
          gtk_widget_add_css_class (widget, palettes[i].style_class);
        else
          gtk_widget_remove_css_class (widget, palettes[i].style_class);
      }
}

void
rub_read_palette_follow (GtkWidget *widget, RubReadLook *look)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (RUB_IS_READ_LOOK (look));

  g_signal_connect_object (look, "changed", G_CALLBACK (on_look_changed_cb), widget,
                           G_CONNECT_SWAPPED);
  on_look_changed_cb (widget, look);
}

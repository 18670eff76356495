/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-style.h"

#include <math.h>

#include <adwaita.h>

#include "rub-compat.h"

/* How a paragraph is set: lengths in em of the text, scale and leading as factors. Its first line
 * starts at @start, the others @hang behind that; with a negative hang it is the first. */
typedef struct
{
  const char *name;
  double scale;
  int weight;
  double leading;
  double above;
  double below;
  double start;
  double hang;
  gboolean is_faint;
} Paragraph;

/* Between the edge of a card and its text. */
#define CARD_PAD 0.9

static const Paragraph paragraphs[] = {
  { RUB_TAG_TITLE, 1.8, 800, 1.15, 1.5, 0.3, 0, 0, FALSE },
  { RUB_TAG_BYLINE_FIRST, 0.85, 400, 1.2, 0, 0.4, 0, 0, TRUE },
  { RUB_TAG_BYLINE, 0.85, 400, 1.2, 0, 1.6, 0, 0, TRUE },
  { RUB_TAG_HEADING_2, 1.45, 800, 1.2, 2.6, 0.5, 0, 0, FALSE },
  { RUB_TAG_HEADING_3, 1.0, 700, 1.3, 1.3, 0.4, 0, 0, FALSE },
  { RUB_TAG_HEADING_4, 1.0, 600, 1.3, 1.0, 0.3, 0, 0, TRUE },
  { RUB_TAG_PARAGRAPH, 1.0, 400, 1.33, 0, 0.9, 0, 0, FALSE },
  { RUB_TAG_ITEM, 1.0, 400, 1.33, 0, 0.55, 0.2, 1.1, FALSE },
  { RUB_TAG_VERDICT, 1.0, 700, 1.33, 0, 1.0, 0, -0.5, FALSE },
  { RUB_TAG_SOURCE, 0.82, 400, 1.35, 0, 0.4, 1.3, 0, TRUE },
  { RUB_TAG_FOLD, 0.85, 400, 1.35, 0.2, 0.5, 1.3, 0, TRUE },
  { RUB_TAG_BUTTON, 1.0, 700, 1.33, 0.4, 1.2, 0.8, 0, FALSE },
  { RUB_TAG_QUOTE, 1.0, 400, 1.33, 0, 0.9, 1.3, 0, TRUE },
  { RUB_TAG_CODE_BLOCK, 0.9, 400, 1.25, 0, 0.9, 0.8, 0, FALSE },
  { RUB_TAG_CAPTION, 0.85, 400, 1.3, 0, 0.9, 0, 0, TRUE },
  { RUB_TAG_TABLE, 0.9, 400, 1.3, 0, 0.4, 0.4, 0, FALSE },
  { RUB_TAG_CARD_LEAD, 0.9, 700, 1.3, 1.3, 0.15, CARD_PAD, 0, FALSE },
  { RUB_TAG_CARD, 0.9, 400, 1.3, 0, 1.8, CARD_PAD, 0, FALSE },
};

static const char *const spans[] = { RUB_TAG_EMPHASIS, RUB_TAG_STRONG, RUB_TAG_LABEL,
                                     RUB_TAG_LINK,     RUB_TAG_CODE,   RUB_TAG_MATCH,
                                     RUB_TAG_CURRENT_MATCH };

static const char *const verdict_colors[RUB_N_VERDICTS] = {
  [RUB_VERDICT_YES] = "success_color",
  [RUB_VERDICT_PARTLY] = "warning_color",
  [RUB_VERDICT_UNPROVEN] = "view_fg_color",
  [RUB_VERDICT_NO] = "error_color",
};

GtkTextTagTable *
rub_article_style_new_tags (void)
{
  GtkTextTagTable *table = gtk_text_tag_table_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      g_autoptr (GtkTextTag) tag = gtk_text_tag_new (paragraphs[i].name);

      gtk_text_tag_table_add (table, tag);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (GtkTextTag) tag = gtk_text_tag_new (spans[i]);

      gtk_text_tag_table_add (table, tag);
    }

  return table;
}

static void
resolve_size (GtkWidget *widget, RubArticleLook *look)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);
  double size = pango_units_to_double (pango_font_description_get_size (font));

  /* Widgets' fonts are in pixels, but for those that somebody else set. */
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  look->em_px = MAX (1.0, size);
  look->char_px
    = MAX (1.0, pango_units_to_double (pango_font_metrics_get_approximate_char_width (metrics)));
  pango_font_metrics_unref (metrics);
}

static gboolean
is_rtl (GtkWidget *widget, const char *sample)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, sample);

  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
}

void
rub_article_style_resolve (GtkWidget *widget, const char *sample, RubArticleLook *look)
{
  gboolean is_high_contrast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (sample != NULL);
  g_return_if_fail (look != NULL);

  is_high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  resolve_size (widget, look);
  look->is_rtl = is_rtl (widget, sample);
  rub_compat_get_color (widget, &look->text);
  look->faint = look->text;
  if (!is_high_contrast)
    look->faint.alpha *= 0.7f;
  rub_compat_lookup_color (widget, "accent_color", &look->accent);
  rub_compat_lookup_color (widget, "warning_bg_color", &look->match);
  for (int i = 0; i < RUB_N_VERDICTS; i++)
    rub_compat_lookup_color (widget, verdict_colors[i], &look->verdicts[i]);
}

static int
to_px (double length_em, const RubArticleLook *look)
{
  return (int) lround (length_em * look->em_px);
}

static void
apply_paragraph (GtkTextTagTable *table, const Paragraph *paragraph, const RubArticleLook *look)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, paragraph->name);
  int hang_px = to_px (paragraph->hang, look);
  int start_px = to_px (paragraph->start, look);

  if (tag == NULL)
    return;

  g_object_set (tag, "scale", paragraph->scale, "weight", paragraph->weight, "line-height",
                (float) paragraph->leading, "pixels-above-lines", to_px (paragraph->above, look),
                "pixels-below-lines", to_px (paragraph->below, look), "left-margin",
                look->is_rtl ? 0 : start_px, "right-margin", look->is_rtl ? start_px : 0,
                "accumulative-margin", TRUE, "indent", -hang_px, "foreground-rgba",
                paragraph->is_faint ? &look->faint : &look->text, NULL);
  if (hang_px > 0)
    {
      PangoTabArray *tabs = pango_tab_array_new_with_positions (1, TRUE, PANGO_TAB_LEFT, hang_px);

      g_object_set (tag, "tabs", tabs, NULL);
      pango_tab_array_free (tabs);
    }
}

static void
apply_match (GtkTextTagTable *table, const RubArticleLook *look)
{
  GtkTextTag *match = gtk_text_tag_table_lookup (table, RUB_TAG_MATCH);
  GtkTextTag *current = gtk_text_tag_table_lookup (table, RUB_TAG_CURRENT_MATCH);
  GdkRGBA color = look->match;
  GdkRGBA black = { 0, 0, 0, 1 };

  if (current != NULL)
    g_object_set (current, "background-rgba", &color, "foreground-rgba", &black, "underline",
                  PANGO_UNDERLINE_SINGLE, NULL);
  color.alpha *= 0.35f;
  if (match != NULL)
    g_object_set (match, "background-rgba", &color, NULL);
}

/* A card has a far edge, too. */
static void
apply_card (GtkTextTagTable *table, const RubArticleLook *look)
{
  static const char *const tags[] = { RUB_TAG_CARD_LEAD, RUB_TAG_CARD };
  int pad_px = to_px (CARD_PAD, look);

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    g_object_set (gtk_text_tag_table_lookup (table, tags[i]), "left-margin", pad_px,
                  "right-margin", pad_px, NULL);
}

void
rub_article_style_apply (GtkTextTagTable *table, const RubArticleLook *look)
{
  g_return_if_fail (GTK_IS_TEXT_TAG_TABLE (table));
  g_return_if_fail (look != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    apply_paragraph (table, &paragraphs[i], look);
  apply_match (table, look);
  apply_card (table, look);

  g_object_set (gtk_text_tag_table_lookup (table, RUB_TAG_EMPHASIS), "style", PANGO_STYLE_ITALIC,
                NULL);
  g_object_set (gtk_text_tag_table_lookup (table, RUB_TAG_STRONG), "weight", 700, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, RUB_TAG_LABEL), "scale", 0.85, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, RUB_TAG_LINK), "foreground-rgba", &look->accent,
                NULL);
  g_object_set (gtk_text_tag_table_lookup (table, RUB_TAG_CODE), "family", "monospace", NULL);
  g_object_set (gtk_text_tag_table_lookup (table, RUB_TAG_CODE_BLOCK), "family", "monospace",
                NULL);
}

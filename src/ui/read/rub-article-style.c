/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rub-read-fonts.h"
#include "rub-read-palette.h"

/* How much of the accent is behind the sentence that is read aloud: text keeps its contrast. */
#define SPOKEN_ALPHA 0.18f

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
                                     RUB_TAG_LINK,     RUB_TAG_CODE,   RUB_TAG_YELLOW,
                                     RUB_TAG_GREEN,    RUB_TAG_BLUE,   RUB_TAG_SPOKEN,
                                     RUB_TAG_CURRENT_MATCH };

/* The colours of highlights, and how much of them lies over the page. */
static const struct
{
  const char *tag;
  GdkRGBA color;
} highlights[] = {
  { RUB_TAG_YELLOW, { 0.96f, 0.76f, 0.07f, 0.42f } },
  { RUB_TAG_GREEN, { 0.20f, 0.78f, 0.35f, 0.38f } },
  { RUB_TAG_BLUE, { 0.21f, 0.52f, 0.89f, 0.36f } },
};

/* Running text, whose lines can be filled. */
static const char *const running[] = { RUB_TAG_PARAGRAPH, RUB_TAG_ITEM, RUB_TAG_QUOTE };

/* What we say ourselves. */
static const char *const ours[] = { RUB_TAG_BYLINE, RUB_TAG_FOLD };

/* In a column narrower than this, filled lines have holes in them. */
#define JUSTIFIED_MIN_CHARS 45

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
resolve_size (GtkWidget *widget, const RubReadChoice *choice, RubArticleLook *look)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_autoptr (PangoFontDescription) font
    = pango_font_description_copy (pango_context_get_font_description (context));
  g_autofree char *family = rub_read_fonts_find (context, choice->font);
  PangoFontMetrics *metrics;
  double size = pango_units_to_double (pango_font_description_get_size (font));

  if (family != NULL)
    pango_font_description_set_family (font, family);
  metrics = pango_context_get_metrics (context, font, NULL);
  /* Widgets' fonts are in pixels, but for those that somebody else set. */
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  look->scale = choice->size_percent / 100.0;
  look->family = g_intern_string (family);
  look->em_px = MAX (1.0, size * look->scale);
  look->char_px
    = MAX (1.0, pango_units_to_double (pango_font_metrics_get_approximate_char_width (metrics))
                  * look->scale);
  pango_font_metrics_unref (metrics);
}

static gboolean
is_rtl (GtkWidget *widget, const char *sample)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, sample);

  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
}

void
rub_article_style_resolve (GtkWidget *widget, const char *sample, const RubReadChoice *choice,
                           RubArticleLook *look)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (sample != NULL);
  g_return_if_fail (choice != NULL);
  g_return_if_fail (look != NULL);

  resolve_size (widget, choice, look);
  look->leading = choice->leading_percent / 100.0;
  look->is_justified
    = choice->is_justified
      && gtk_widget_get_width (widget) >= JUSTIFIED_MIN_CHARS * look->char_px;
  look->is_rtl = is_rtl (widget, sample);
  look->is_ours_other
    = look->is_rtl
      != is_rtl (widget, g_dngettext (GETTEXT_PACKAGE, "Source (%u)", "Sources (%u)", 2));
  rub_read_palette_resolve (widget, choice->theme, look);
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

  g_object_set (tag, "scale", paragraph->scale * look->scale, "weight", paragraph->weight,
                "family", look->family, "family-set", look->family != NULL, "line-height",
                (float) (paragraph->leading * look->leading), "pixels-above-lines",
                to_px (paragraph->above, look), "pixels-below-lines",
                to_px (paragraph->below, look), "left-margin", look->is_rtl ? 0 : start_px,
                "right-margin", look->is_rtl ? start_px : 0, "accumulative-margin", TRUE,
                "indent", -hang_px, "foreground-rgba",
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
  GdkRGBA black = { 0, 0, 0, 1 };

  g_object_set (gtk_text_tag_table_lookup (table, RUB_TAG_CURRENT_MATCH), "background-rgba",
                &look->match, "foreground-rgba", &black, "underline", PANGO_UNDERLINE_SINGLE,
                NULL);
}

/* The others stay as the language has them. */
static void
apply_justification (GtkTextTagTable *table, const RubArticleLook *look)
{
  for (gsize i = 0; i < G_N_ELEMENTS (running); i++)
    g_object_set (gtk_text_tag_table_lookup (table, running[i]), "justification",
                  GTK_JUSTIFY_FILL, "justification-set", look->is_justified, NULL);
  /* GTK's right is where a line ends. */
  for (gsize i = 0; i < G_N_ELEMENTS (ours); i++)
    g_object_set (gtk_text_tag_table_lookup (table, ours[i]), "justification", GTK_JUSTIFY_RIGHT,
                  "justification-set", look->is_ours_other, NULL);
}

/* A line below each, so that it is seen without colours, too. */
static void
apply_highlights (GtkTextTagTable *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (highlights); i++)
    {
      GdkRGBA line = highlights[i].color;

      line.alpha = 1;
      g_object_set (gtk_text_tag_table_lookup (table, highlights[i].tag), "background-rgba",
                    &highlights[i].color, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba",
                    &line, NULL);
    }
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

/* The line under the text says it without colour, and is not that of a match. */
static void
apply_spoken (GtkTextTagTable *table, const RubArticleLook *look)
{
  GtkTextTag *spoken = gtk_text_tag_table_lookup (table, RUB_TAG_SPOKEN);
  GdkRGBA color = look->accent;

  if (spoken == NULL)
    return;

  g_object_set (spoken, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", &color,
                NULL);
  color.alpha *= SPOKEN_ALPHA;
  g_object_set (spoken, "background-rgba", &color, NULL);
}

void
rub_article_style_apply (GtkTextTagTable *table, const RubArticleLook *look)
{
  g_return_if_fail (GTK_IS_TEXT_TAG_TABLE (table));
  g_return_if_fail (look != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    apply_paragraph (table, &paragraphs[i], look);
  apply_highlights (table);
  apply_match (table, look);
  apply_card (table, look);
  apply_justification (table, look);
  apply_spoken (table, look);

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

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-article.h"
#include "rub-read-look.h"

G_BEGIN_DECLS

/** Names of the tags an article is set in. */
#define RUB_TAG_TITLE "title"
#define RUB_TAG_BYLINE "byline"
#define RUB_TAG_BYLINE_FIRST "byline-first"
#define RUB_TAG_HEADING_2 "heading-2"
#define RUB_TAG_HEADING_3 "heading-3"
#define RUB_TAG_HEADING_4 "heading-4"
#define RUB_TAG_PARAGRAPH "paragraph"
#define RUB_TAG_ITEM "item"
#define RUB_TAG_VERDICT "verdict"
#define RUB_TAG_SOURCE "source"
#define RUB_TAG_FOLD "fold"
#define RUB_TAG_BUTTON "button"
#define RUB_TAG_QUOTE "quote"
#define RUB_TAG_CODE_BLOCK "code-block"
#define RUB_TAG_CAPTION "caption"
#define RUB_TAG_TABLE "table"
#define RUB_TAG_CARD_LEAD "card-lead"
#define RUB_TAG_CARD "card"
#define RUB_TAG_EMPHASIS "emphasis"
#define RUB_TAG_STRONG "strong"
#define RUB_TAG_LABEL "label"
#define RUB_TAG_LINK "link"
#define RUB_TAG_CODE "code"
#define RUB_TAG_YELLOW "yellow"
#define RUB_TAG_GREEN "green"
#define RUB_TAG_BLUE "blue"
#define RUB_TAG_SPOKEN "spoken"
#define RUB_TAG_MATCH "match"
#define RUB_TAG_CURRENT_MATCH "current-match"

/**
 * What the tags and ornaments of an article depend on.
 *
 * @scale: of the text, beside the widget's own
 * @em_px: size of the text in pixels
 * @char_px: width of an average character of the text in pixels
 * @family: (nullable): of the font; NULL for the widget's own
 * @leading: of lines, beside the usual
 * @is_justified: whether lines are filled
 * @is_rtl: whether lines start at the right
 * @is_ours_other: whether what we say in the article, such as "Sources", runs the other way
 * @text, @faint: colour of text and of what is less important
 * @accent: colour of what can be clicked
 * @match: colour behind what was found
 * @verdicts: colour of each verdict
 */
typedef struct
{
  double scale;
  double em_px;
  double char_px;
  const char *family;
  double leading;
  gboolean is_justified;
  gboolean is_rtl;
  gboolean is_ours_other;
  GdkRGBA text;
  GdkRGBA faint;
  GdkRGBA accent;
  GdkRGBA match;
  GdkRGBA verdicts[RUB_N_VERDICTS];
} RubArticleLook;

/** Returns: (transfer full): a table with all tags above, not yet styled. */
GtkTextTagTable *rub_article_style_new_tags (void);

/**
 * Sets @look (out) to what @choice, the theme, its contrast and the text size now say for @widget.
 * An article may be in another language than the desktop: its direction is that of @sample.
 */
void rub_article_style_resolve (GtkWidget *widget,
                                const char *sample,
                                const RubReadChoice *choice,
                                RubArticleLook *look);

/** Styles the tags of @table, made by rub_article_style_new_tags(); later ones are left alone. */
void rub_article_style_apply (GtkTextTagTable *table, const RubArticleLook *look);

G_END_DECLS

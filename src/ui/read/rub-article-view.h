/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-article-buffer.h"
#include "rub-read-look.h"
#include "rub-spot-popovers.h"
#include "rub-text-search.h"

G_BEGIN_DECLS

#define RUB_TYPE_ARTICLE_VIEW (rub_article_view_get_type ())
/**
 * Shows an article in one text view. Links are reached by Tab and by pointer. Property "measure":
 * the width in pixels for the column that was chosen, margins included; it follows the text size.
 *
 * "activate-link" (const char *target) → gboolean: the user chose a link. Unless a handler returns
 * TRUE, an action is activated, and an address opened.
 */
G_DECLARE_FINAL_TYPE (RubArticleView, rub_article_view, RUB, ARTICLE_VIEW, GtkTextView)

RubArticleView *rub_article_view_new (void);

/** @look: (nullable): how it looks from now on. */
void rub_article_view_set_look (RubArticleView *self, RubReadLook *look);

/**
 * @article: (nullable): what to show, from its start
 * @pictures: (nullable) (element-type utf8 filename): the files of its pictures, by their address
 */
void rub_article_view_set_article (RubArticleView *self, RubArticle *article,
                                   GHashTable *pictures);

/**
 * Shows the words of cards, see rub_article_buffer_set_cards(). What is read stays where it is.
 *
 * Returns: whether the text changed.
 */
gboolean rub_article_view_set_cards (RubArticleView *self, GPtrArray *words);

/** Returns: (transfer none): what opens at spots of the text. */
RubSpotPopovers *rub_article_view_get_popovers (RubArticleView *self);

/** Returns: (transfer none) (nullable): the text shown. */
RubArticleBuffer *rub_article_view_get_text (RubArticleView *self);

/** Returns: the first block in view. */
int rub_article_view_get_block (RubArticleView *self);

/**
 * Returns: a character in the first line in view, or, with @at_bottom, in the last.
 */
int rub_article_view_get_offset (RubArticleView *self, gboolean at_bottom);

/** Moves @block to the top; block 0 shows the title, too. */
void rub_article_view_scroll_to_block (RubArticleView *self, int block);

/** Moves the next heading for 1, or the one before for -1, to the top, and tells it. */
void rub_article_view_move_heading (RubArticleView *self, int direction);

/** Brings the character at @offset on screen, opening the fold that hides it. */
void rub_article_view_show (RubArticleView *self, int offset);

/** Paints @matches (nullable), which must stay alive until others are set. */
void rub_article_view_set_matches (RubArticleView *self, RubTextSearch *matches);

/** Returns: the property "measure". */
int rub_article_view_get_measure (RubArticleView *self);

/** Returns: the index of the spot with the keyboard, or -1. */
int rub_article_view_get_link (RubArticleView *self);

/** Moves the keyboard to the spot at @index, or to none for -1. */
void rub_article_view_set_link (RubArticleView *self, int index);

G_END_DECLS

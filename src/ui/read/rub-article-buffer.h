/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-stretch.h"

G_BEGIN_DECLS

/** What stands out in the text and is drawn around or acted on. */
typedef enum
{
  RUB_SPOT_LABEL,
  RUB_SPOT_LINK,
  RUB_SPOT_BUTTON,
  RUB_SPOT_FOLD,
  RUB_SPOT_BADGE,
  RUB_SPOT_MENTION,
  RUB_SPOT_WAY,
  RUB_SPOT_CARD
} RubSpotKind;

/**
 * @kind: a verdict's label, a link in the text, a link that stands alone, what shows and hides
 *   the sources of a section, a verdict's label that has more to say, a mention of regions, a way
 *   to another place of the text that we added to it, or a card
 * @start, @end: characters into the buffer, @end behind the last; the same of a card that shows
 *   nothing
 * @target: of a link, button, mention or way, see RubSpan; of a card, where its figures are from;
 *   NULL otherwise
 * @block: of a badge or card, which block it is of; meaningless otherwise
 * @verdict: of a label or badge; meaningless otherwise
 * @tag: of a fold: hides its sources; NULL otherwise
 */
typedef struct
{
  RubSpotKind kind;
  int start;
  int end;
  const char *target;
  guint block;
  RubVerdict verdict;
  GtkTextTag *tag;
} RubSpot;

#define RUB_TYPE_ARTICLE_BUFFER (rub_article_buffer_get_type ())
/**
 * An article as the text of a GtkTextView: its title, the time to read it, its blocks. Sources are
 * hidden until their fold is opened. Only the words of cards ever change; a card without words
 * takes no place.
 */
G_DECLARE_FINAL_TYPE (RubArticleBuffer, rub_article_buffer, RUB, ARTICLE_BUFFER, GtkTextBuffer)

/**
 * @pictures: (nullable) (element-type utf8 filename): the files of pictures, by their address
 *
 * Returns: (transfer full): a buffer with @article in it, and an anchor for each of @pictures that
 *   it shows.
 */
RubArticleBuffer *rub_article_buffer_new (RubArticle *article, GHashTable *pictures);

/** A place for a picture in the text. */
typedef struct
{
  guint block;                /* the block it is of */
  const char *path;           /* its file */
  GtkTextChildAnchor *anchor; /* where it goes */
} RubPicturePlace;

/** Returns: (transfer none) (array length=n_places): the places for pictures, in order. */
const RubPicturePlace *rub_article_buffer_get_pictures (RubArticleBuffer *self, guint *n_places);

RubArticle *rub_article_buffer_get_article (RubArticleBuffer *self);

/** Returns: the block @iter is in; 0 in the title, too. */
int rub_article_buffer_get_block_at (RubArticleBuffer *self, const GtkTextIter *iter);

/** Sets @iter (out) to the start of @block; of the title for block 0. Bounds are kept. */
void rub_article_buffer_get_block_start (RubArticleBuffer *self, int block, GtkTextIter *iter);

/**
 * Sets @stretch (out) to what lies between @from and @to, as far as it is text of blocks.
 *
 * Returns: FALSE when there is none of that between them.
 */
gboolean rub_article_buffer_get_stretch (RubArticleBuffer *self,
                                         const GtkTextIter *from,
                                         const GtkTextIter *to,
                                         RubStretch *stretch);

/** Sets @from and @to (out) to the ends of @stretch, which is one of the article. */
void rub_article_buffer_get_stretch_bounds (RubArticleBuffer *self,
                                            const RubStretch *stretch,
                                            GtkTextIter *from,
                                            GtkTextIter *to);

/**
 * Sets @iter (out) to a place in the text of @block, or of the title for -1.
 *
 * @byte: into that text, at a character or at its end
 */
void rub_article_buffer_get_text_iter (RubArticleBuffer *self,
                                       int block,
                                       gsize byte,
                                       GtkTextIter *iter);

/** Returns: (transfer none) (array length=n_spots): the spots in the order of the text. */
const RubSpot *rub_article_buffer_get_spots (RubArticleBuffer *self, guint *n_spots);

/**
 * Sets the words of the cards.
 *
 * @words: (element-type utf8): for each block of the article what its card says, if it is one; NULL
 *   for nothing
 *
 * Returns: whether the text changed. Blocks and spots then start and end elsewhere, but keep their
 *   order and number.
 */
gboolean rub_article_buffer_set_cards (RubArticleBuffer *self, GPtrArray *words);

/** Returns: whether something is done when the spot is chosen. */
gboolean rub_spot_is_active (const RubSpot *spot);

/** Returns: the index of the active spot at @iter, or -1. */
int rub_article_buffer_find_link (RubArticleBuffer *self, const GtkTextIter *iter);

/** Returns: whether all of the spot at @index can be seen, as far as folds go. */
gboolean rub_article_buffer_is_shown (RubArticleBuffer *self, int index);

/** Returns: whether the character at @iter can be seen, as far as folds go. */
gboolean rub_article_buffer_is_visible (RubArticleBuffer *self, const GtkTextIter *iter);

gboolean rub_article_buffer_is_open (RubArticleBuffer *self, const RubSpot *fold);
void rub_article_buffer_set_open (RubArticleBuffer *self, const RubSpot *fold, gboolean is_open);

/** Opens the fold that hides @iter, if one does. */
void rub_article_buffer_reveal (RubArticleBuffer *self, const GtkTextIter *iter);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-stretch.h"

G_BEGIN_DECLS

/** The colour of a highlight. The order is that of the choice shown. */
typedef enum
{
  RUB_HIGHLIGHT_YELLOW,
  RUB_HIGHLIGHT_GREEN,
  RUB_HIGHLIGHT_BLUE,
  RUB_HIGHLIGHT_N_COLORS
} RubHighlightColor;

/** The longest note about a highlight, in bytes. */
#define RUB_HIGHLIGHT_MAX_NOTE 4096

/**
 * What a highlight is made of, to build one with designated initialisers.
 *
 * @id: row in the store; 0 while not stored
 * @article_id: id of the article: of a bundled one, or the key of a saved one
 * @stretch: where it is
 * @color: its colour
 * @quote: the text of the stretch, see rub_stretch_get_text(); not empty
 * @note: (nullable): what the runner says of it, at most RUB_HIGHLIGHT_MAX_NOTE bytes
 * @made_us: when, UTC microseconds since the epoch; 0 before it is stored
 */
typedef struct
{
  gint64 id;
  const char *article_id;
  RubStretch stretch;
  RubHighlightColor color;
  const char *quote;
  const char *note;
  gint64 made_us;
} RubHighlightFields;

#define RUB_TYPE_HIGHLIGHT (rub_highlight_get_type ())
/** A stretch of an article that the runner marked: an immutable value. */
G_DECLARE_FINAL_TYPE (RubHighlight, rub_highlight, RUB, HIGHLIGHT, GObject)

/**
 * Returns: (transfer full): a highlight with a copy of @fields. Strings are made valid UTF-8; the
 *   note is stripped and cut between characters, and NULL when nothing is left.
 */
RubHighlight *rub_highlight_new (const RubHighlightFields *fields);

/** Returns: (transfer none): everything about it; valid while @self is. */
const RubHighlightFields *rub_highlight_get_fields (RubHighlight *self);

gint64 rub_highlight_get_id (RubHighlight *self);

/** Returns: whether both are the same row, and say and mark the same. */
gboolean rub_highlight_is_same (RubHighlight *self, RubHighlight *other);

/**
 * Finds where the highlight is in @article, whose text may have changed since it was made: where it
 * was, or else the place nearest to that which has the same words.
 *
 * Returns: (transfer full) (nullable): @self itself, or moved there; NULL when the words are gone.
 */
RubHighlight *rub_highlight_follow (RubHighlight *self, RubArticle *article);

/** Returns: (transfer none): a stable word for the store and for styles, such as "yellow". */
const char *rub_highlight_color_to_id (RubHighlightColor color);
/** Returns: whether @id is a colour's word; then @color (out) is set. */
gboolean rub_highlight_color_from_id (const char *id, RubHighlightColor *color);
/** Returns: (transfer none): the translated name, such as "Yellow". */
const char *rub_highlight_color_get_name (RubHighlightColor color);

G_END_DECLS

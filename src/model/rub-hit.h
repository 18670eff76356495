/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-saved-article.h"

G_BEGIN_DECLS

/**
 * A stretch of a plain text.
 *
 * @start, @end: bytes into the text, @end behind the last; on characters, @start < @end
 */
typedef struct
{
  gsize start;
  gsize end;
} RubRange;

/**
 * What a hit is made of, to build one with designated initialisers.
 *
 * @article: what was found
 * @block: index of the block that @snippet is from, to open the article at; -1 when nothing was
 *   found in the text itself, but in the title, the author or a note of the runner
 * @snippet: plain text on one line; may be empty
 * @ranges: (array length=n_ranges) (nullable): what was found in @snippet, in order
 * @n_ranges: number of @ranges
 */
typedef struct
{
  RubSavedArticle *article;
  int block;
  const char *snippet;
  const RubRange *ranges;
  gsize n_ranges;
} RubHitFields;

#define RUB_TYPE_HIT (rub_hit_get_type ())
/** An article that a search found: an immutable value. */
G_DECLARE_FINAL_TYPE (RubHit, rub_hit, RUB, HIT, GObject)

/** Returns: (transfer full): a hit with a deep copy of @fields. */
RubHit *rub_hit_new (const RubHitFields *fields);

/** Returns: (transfer none): everything about it; valid while @self is. */
const RubHitFields *rub_hit_get_fields (RubHit *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-hit.h"

G_BEGIN_DECLS

/** What a row of the shelf is. */
typedef enum
{
  RUB_SHELF_ROW_HEADER,
  RUB_SHELF_ROW_ARTICLE,
  RUB_SHELF_ROW_HINT
} RubShelfRowKind;

/**
 * What a row of the shelf is made of, to build one with designated initialisers.
 *
 * @kind: what it is
 * @id: (nullable): of an article; NULL otherwise
 * @title: what stands first: of an article or a group, or the words of a hint
 * @details: (nullable): what stands below, such as "example.org · 6 min"
 * @snippet: (nullable): where words that are looked for were found, as Pango markup
 * @block: the block to open it at, or -1: where it was left
 * @saved: (nullable): the article, when it is the runner's own
 */
typedef struct
{
  RubShelfRowKind kind;
  const char *id;
  const char *title;
  const char *details;
  const char *snippet;
  int block;
  RubSavedArticle *saved;
} RubShelfItemFields;

#define RUB_TYPE_SHELF_ITEM (rub_shelf_item_get_type ())
/** One row of the shelf: an immutable value. */
G_DECLARE_FINAL_TYPE (RubShelfItem, rub_shelf_item, RUB, SHELF_ITEM, GObject)

/** Returns: (transfer full): an item with a copy of @fields. */
RubShelfItem *rub_shelf_item_new (const RubShelfItemFields *fields);

/** Returns: (transfer none): everything about it; valid while @self is. */
const RubShelfItemFields *rub_shelf_item_get_fields (RubShelfItem *self);

/** Returns: whether both look alike and lead to the same place. */
gboolean rub_shelf_item_is_same (RubShelfItem *self, RubShelfItem *other);

G_END_DECLS

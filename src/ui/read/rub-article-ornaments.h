/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-article-buffer.h"
#include "rub-article-style.h"
#include "rub-text-search.h"

G_BEGIN_DECLS

/**
 * What ornaments depend on.
 *
 * @look: colours and sizes
 * @hover: index of the spot under the pointer, or -1
 * @focus: index of the spot that shows the keyboard's focus, or -1
 * @matches: (nullable): what was found
 */
typedef struct
{
  const RubArticleLook *look;
  int hover;
  int focus;
  RubTextSearch *matches;
} RubOrnaments;

/**
 * Draws what is behind the text of the part of @view on screen: matches of a search, labels and
 * buttons as rounded shapes, lines under links, arrows of folds and the focus ring.
 *
 * @snapshot: in the coordinates of the text
 */
void rub_article_ornaments_snapshot (const RubOrnaments *ornaments,
                                     GtkTextView *view,
                                     GtkSnapshot *snapshot);

G_END_DECLS

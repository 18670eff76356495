/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article-buffer.h"
#include "rub-highlight.h"
#include "rub-library.h"
#include "rub-shelf.h"

G_BEGIN_DECLS

#define RUB_TYPE_MARKS (rub_marks_get_type ())
/**
 * The highlights in the article that is shown: kept in the library, and told apart in the text by
 * tags. A list model of RubHighlight in the order of the text, without those whose words are gone.
 */
G_DECLARE_FINAL_TYPE (RubMarks, rub_marks, RUB, MARKS, GObject)

/** Returns: (transfer full): the highlights of no article yet. */
RubMarks *rub_marks_new (RubLibrary *library, RubShelf *shelf);

/** Follows @text (nullable): the highlights of its article are read and shown in it. */
void rub_marks_set_text (RubMarks *self, RubArticleBuffer *text);

/** Returns: (transfer none) (nullable): the highlight that @iter is in. */
RubHighlight *rub_marks_find_at (RubMarks *self, const GtkTextIter *iter);

/**
 * Highlights what lies between @from and @to. Highlights that it meets become one with it, with
 * the notes of all.
 *
 * @note: (nullable): what the runner says of it
 *
 * Returns: FALSE when there is no text of the article between them, or nothing can be written.
 */
gboolean rub_marks_add (RubMarks *self,
                        const GtkTextIter *from,
                        const GtkTextIter *to,
                        RubHighlightColor color,
                        const char *note);

/** Gives @highlight another colour and another @note (nullable: none). */
void rub_marks_change (RubMarks *self,
                       RubHighlight *highlight,
                       RubHighlightColor color,
                       const char *note);

/** Takes @highlight away; the runner can undo it. */
void rub_marks_remove (RubMarks *self, RubHighlight *highlight);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "rub-article.h"

G_BEGIN_DECLS

/** From baseline to baseline, beside what the font says. */
#define RUB_PRINT_LEADING 1.25

/** A text beside others: the first line of it is where that of the piece is. */
typedef struct
{
  PangoLayout *layout; /* owned */
  double x;
} RubPrintCell;

/**
 * What is printed of a block, or of a row of a table; lengths are in points.
 *
 * @layout: (nullable): its text, which can be broken between lines; NULL for a row of a table
 * @x: where it starts
 * @cells: (element-type RubPrintCell): beside it: a bullet, or the cells of the row
 * @above: room above it
 * @keeps_next: whether what comes next is on the same page
 * @is_quote: whether a line is at its side
 * @is_head: whether a line is below it
 * @label_length: bytes of its text that are a verdict's label; 0: none
 */
typedef struct
{
  PangoLayout *layout;
  double x;
  GArray *cells;
  double above;
  gboolean keeps_next;
  gboolean is_quote;
  gboolean is_head;
  int label_length;
} RubPrintPiece;

void rub_print_piece_free (RubPrintPiece *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubPrintPiece, rub_print_piece_free)

/** Appends the pieces of the title of @article to @pieces (element-type RubPrintPiece). */
void rub_print_piece_add_title (GPtrArray *pieces,
                                PangoContext *context,
                                double width,
                                RubArticle *article);

/** The same of @block; none of what only does something on screen. */
void rub_print_piece_add_block (GPtrArray *pieces,
                                PangoContext *context,
                                double width,
                                RubBlock *block);

/** Returns: (transfer full) (element-type double): how high its lines are. */
GArray *rub_print_piece_list_heights (RubPrintPiece *self);

/** Returns: (transfer full): a layout of @text in one line, @scale times as large as usual. */
PangoLayout *rub_print_piece_lay_out (PangoContext *context, const char *text, double scale);

G_END_DECLS

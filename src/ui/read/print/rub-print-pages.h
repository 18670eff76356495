/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Some lines of a piece on a page.
 *
 * @piece: index of the piece
 * @first: its first line here; @n_lines: how many
 * @y: where they start, from the top of the page
 */
typedef struct
{
  guint piece;
  guint first;
  guint n_lines;
  double y;
} RubPrintRun;

/**
 * Breaks pieces of text into pages of one height. A piece that is broken has at least two lines on
 * each side, where it has four; a piece that keeps its next (a heading) is on one page with the
 * first lines of that.
 */
typedef struct _RubPrintPages RubPrintPages;

/** Returns: (transfer full): no pages yet; each will be @height high, above 0. */
RubPrintPages *rub_print_pages_new (double height);
void rub_print_pages_free (RubPrintPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubPrintPages, rub_print_pages_free)

/**
 * Puts the next piece behind all others.
 *
 * @above: room above it, but at the top of a page
 * @heights: (array length=n_lines): of its lines
 * @n_lines: at least 1
 * @keeps_next: whether the next piece starts on the same page as this ends
 */
void rub_print_pages_add (RubPrintPages *self,
                          double above,
                          const double *heights,
                          guint n_lines,
                          gboolean keeps_next);

/** There are no more pieces. */
void rub_print_pages_finish (RubPrintPages *self);

/** Returns: how many pages there are; the last one may still grow until all is finished. */
guint rub_print_pages_get_n_pages (RubPrintPages *self);

/** Returns: (transfer none) (array length=n_runs): what is on @page, from its top. */
const RubPrintRun *rub_print_pages_get_runs (RubPrintPages *self, guint page, guint *n_runs);

G_END_DECLS

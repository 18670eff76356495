/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "rub-article.h"

G_BEGIN_DECLS

/** An article that is laid out on pages, bit by bit, and then drawn page by page. */
typedef struct _RubPrintJob RubPrintJob;

/**
 * @context: (transfer full): what text is laid out with, in points
 * @width, @height: of the paper, in points
 *
 * Returns: (transfer full): @article on its way to paper.
 */
RubPrintJob *rub_print_job_new (RubArticle *article,
                                PangoContext *context,
                                double width,
                                double height);
void rub_print_job_free (RubPrintJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubPrintJob, rub_print_job_free)

/** Lays out a bit more. Returns: whether there is more to do. */
gboolean rub_print_job_step (RubPrintJob *self);

/** Returns: how many pages there are, when all is laid out. */
guint rub_print_job_get_n_pages (RubPrintJob *self);

/** Draws @page, from 0, when all is laid out. */
void rub_print_job_draw (RubPrintJob *self, cairo_t *cr, guint page);

G_END_DECLS

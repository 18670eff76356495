/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "rub-body-picture.h"
#include "rub-outline.h"
#include "rub-sheet-writer.h"

G_BEGIN_DECLS

/** A picture as it is laid out on a sheet: words, figures, list and legend, in colours for paper.
 */
typedef struct _RubBodySheet RubBodySheet;

/**
 * @height: how high the sheet is, in its units, of which RUB_SHEET_WIDTH are its width; or 0: as
 * high as what is on it. On one with a height, the figures and then the list are cut short for what
 * has no room.
 *
 * Returns: (transfer full): @picture laid out.
 */
RubBodySheet *rub_body_sheet_new (RubBodyPicture *picture, double height);
void rub_body_sheet_free (RubBodySheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubBodySheet, rub_body_sheet_free)

double rub_body_sheet_get_height (RubBodySheet *self);

/**
 * Paints the sheet, in its units, of which one is what a pixel is on a screen.
 *
 * Returns: (transfer full): a recording, to be replayed at any scale, in any one thread.
 */
cairo_surface_t *rub_body_sheet_record (RubBodySheet *self);

/** Returns: how many texts are on the sheet. */
guint rub_body_sheet_get_n_words (RubBodySheet *self);
/** Returns: (transfer none): the text at @index; @box (out): where its letters are. */
const char *rub_body_sheet_get_word (RubBodySheet *self, guint index, RubBox *box);

/** Returns: the box around the figure of @view. */
RubBox rub_body_sheet_get_figure (RubBodySheet *self, RubBodyView view);

G_END_DECLS

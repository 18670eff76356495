/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "rub-outline.h"
#include "rub-region-look.h"

G_BEGIN_DECLS

#define RUB_SHEET_WIDTH 1000.0
#define RUB_SHEET_MARGIN 56.0
#define RUB_SHEET_CONTENT_WIDTH (RUB_SHEET_WIDTH - 2 * RUB_SHEET_MARGIN)

/* Sizes of letters, and what is less important than the rest. */
#define RUB_SHEET_TEXT 17.0
#define RUB_SHEET_SMALL 14.0
#define RUB_SHEET_DIM 0.68

/* A field that looks as a region does, and what is around it. */
#define RUB_SHEET_FIELD_WIDTH 34.0
#define RUB_SHEET_FIELD_HEIGHT 25.0
#define RUB_SHEET_FIELD_SPACE 10.0
#define RUB_SHEET_LINE_GAP 9.0

/** Puts words and fields on a sheet, which it can then paint. "x" is from the left. */
typedef struct _RubSheetWriter RubSheetWriter;

/** Returns: (transfer full): a writer that starts its lines at the right (or at the left). */
RubSheetWriter *rub_sheet_writer_new (gboolean is_right_to_left, gboolean has_patterns);
void rub_sheet_writer_free (RubSheetWriter *self);

/** Returns: (transfer none): the fonts it writes with. */
PangoContext *rub_sheet_writer_get_context (RubSheetWriter *self);

/** Returns: from the left, where something @width wide is that is @x from the start of a line. */
double rub_sheet_writer_get_left (RubSheetWriter *self, double x, double width);

/** Returns: (transfer full): @text in lines of @width, to be measured or put somewhere. */
PangoLayout *rub_sheet_writer_create (RubSheetWriter *self, const char *text, double size,
                                      PangoWeight weight, double width);

double rub_sheet_layout_get_width (PangoLayout *layout);
double rub_sheet_layout_get_height (PangoLayout *layout);

/** @layout: (transfer full). Returns: how high it is. */
double rub_sheet_writer_put (RubSheetWriter *self, PangoLayout *layout, double x, double y,
                             double alpha);

void rub_sheet_writer_put_field (RubSheetWriter *self, const RubRegionLook *look, double x,
                                 double y);

/** Paints all that was put. */
void rub_sheet_writer_paint (RubSheetWriter *self, cairo_t *cr, const RubBodyTheme *theme);

guint rub_sheet_writer_get_n_words (RubSheetWriter *self);
/** Returns: (transfer none): the text at @index; @box (out): where its letters are. */
const char *rub_sheet_writer_get_word (RubSheetWriter *self, guint index, RubBox *box);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-highlight.h"

G_BEGIN_DECLS

#define RUB_TYPE_MARK_ROW (rub_mark_row_get_type ())
/** One highlight in a list: its words, its note, its colour, and where it is from. */
G_DECLARE_FINAL_TYPE (RubMarkRow, rub_mark_row, RUB, MARK_ROW, AdwBin)

/** Returns: (transfer floating): a row that shows nothing yet. */
GtkWidget *rub_mark_row_new (void);

/** @title: (nullable): of its article; NULL: not to be told */
void rub_mark_row_set_highlight (RubMarkRow *self, RubHighlight *highlight, const char *title);

G_END_DECLS

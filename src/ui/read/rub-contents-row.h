/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RUB_TYPE_CONTENTS_ROW (rub_contents_row_get_type ())
/** One section in a list of contents. */
G_DECLARE_FINAL_TYPE (RubContentsRow, rub_contents_row, RUB, CONTENTS_ROW, GtkListBoxRow)

/**
 * @block: the block the section starts with
 * @title: its heading
 * @verdict: (nullable): the label of its verdict
 *
 * Returns: (transfer floating): a row.
 */
RubContentsRow *rub_contents_row_new (int block, const char *title, const char *verdict);

int rub_contents_row_get_block (RubContentsRow *self);
const char *rub_contents_row_get_title (RubContentsRow *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-body-marks.h"
#include "rub-sheet-writer.h"

G_BEGIN_DECLS

/**
 * Puts a legend for a picture of @kind at @y, over as many lines as its words need.
 *
 * Returns: where it ends.
 */
double rub_sheet_legend_put (RubSheetWriter *writer, RubBodyMarksKind kind, double y);

G_END_DECLS

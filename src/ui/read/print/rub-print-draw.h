/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-print-pages.h"
#include "rub-print-piece.h"

G_BEGIN_DECLS

/** Draws @run of @piece where it says, from the origin of @cr, in lines @width wide. */
void rub_print_draw_run (cairo_t *cr, RubPrintPiece *piece, const RubPrintRun *run, double width);

G_END_DECLS

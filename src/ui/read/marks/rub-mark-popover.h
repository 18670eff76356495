/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-highlight.h"

G_BEGIN_DECLS

#define RUB_TYPE_MARK_POPOVER (rub_mark_popover_get_type ())
/**
 * Asks how text is to be highlighted, or what becomes of a highlight: its colour, its note, or
 * that it goes.
 *
 * "chosen" (int color, const char *note): highlight, or change what is; note may be empty
 * "removed" (): take the highlight away
 * "copied" (): copy the text
 */
G_DECLARE_FINAL_TYPE (RubMarkPopover, rub_mark_popover, RUB, MARK_POPOVER, GtkPopover)

/** Returns: (transfer floating): a popover that is not shown. */
GtkWidget *rub_mark_popover_new (void);

/**
 * Shows the popover.
 *
 * @highlight: (nullable): what is asked about; NULL: about text that is not highlighted
 * @color: the colour that a note alone highlights in
 */
void rub_mark_popover_ask (RubMarkPopover *self, RubHighlight *highlight, RubHighlightColor color);

G_END_DECLS

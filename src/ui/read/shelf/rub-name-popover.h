/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RUB_TYPE_NAME_POPOVER (rub_name_popover_get_type ())
/**
 * Asks what an article is to be called. Emits "chosen" (const char *name): stripped; empty when
 * the article's own title is wanted again.
 */
G_DECLARE_FINAL_TYPE (RubNamePopover, rub_name_popover, RUB, NAME_POPOVER, GtkPopover)

/** Returns: (transfer floating): a popover that is not shown. */
GtkWidget *rub_name_popover_new (void);

/** Shows the popover with @name in it, all selected. */
void rub_name_popover_ask (RubNamePopover *self, const char *name);

G_END_DECLS

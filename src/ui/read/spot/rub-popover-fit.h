/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Lets @label, which is in a popover, wrap where it must so that the popover keeps within @width
 * pixels.
 *
 * @beside: how many pixels of that something beside the label takes
 * @n_chars: where it wraps at the latest, however much room there is
 */
void rub_popover_fit_label (GtkLabel *label, int width, int beside, int n_chars);

G_END_DECLS

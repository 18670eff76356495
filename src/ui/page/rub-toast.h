/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Tells @words in a toast over the window of @from, a widget in it, if it is in one. One that
 * @is_error stays until it is read.
 */
void rub_toast_tell (GtkWidget *from, const char *words, gboolean is_error);

G_END_DECLS

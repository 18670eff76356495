/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What is done by one function on the oldest GTK and libadwaita we run on and by another on newer
 * ones. This folder is the only place that asks for a version.
 */

/** Opens @uri in the program the user chose for it, in front of the window of @widget. */
void rub_compat_open_uri (GtkWidget *widget, const char *uri);

/** Sets @color (out) to the colour of @widget's text. */
void rub_compat_get_color (GtkWidget *widget, GdkRGBA *color);

/**
 * Sets @color (out) to the theme's named colour @name, such as "accent_color".
 *
 * Returns: FALSE when the theme has no such colour; then @color is as rub_compat_get_color() says.
 */
gboolean rub_compat_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *color);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The region that is clicked, in every program that draws a body. */
#define CLICKED_REGION "quad-rectus-left"

/** Prints @x, @y of @widget as click-paint reads it: the window's id, and pixels in it. */
void point_print (GtkWidget *widget, double x, double y);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "point.h"

#include <math.h>
#include <stdio.h>

#include <gdk/x11/gdkx.h>

void
point_print (GtkWidget *widget, double x, double y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_point_t point;
  double left, top;

  g_return_if_fail (native != NULL);

  gtk_native_get_surface_transform (native, &left, &top);
  if (!gtk_widget_compute_point (widget, GTK_WIDGET (native),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    g_error ("The point is not in the window.");

  printf ("%lu %d %d\n", gdk_x11_surface_get_xid (gtk_native_get_surface (native)),
          (int) floor (left + (double) point.x), (int) floor (top + (double) point.y));
  fflush (stdout);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-bench.h"

#define PATIENCE_S 15

void
rub_read_bench_wait (RubCondition condition, gpointer data)
{
  gint64 deadline_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

gboolean
rub_read_bench_is_laid_out (gpointer view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double page = gtk_adjustment_get_page_size (adjustment);

  return page > 1 && gtk_adjustment_get_upper (adjustment) > 4 * page;
}

void
rub_read_bench_drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

gpointer
rub_read_bench_find (GtkWidget *widget, GType type)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = rub_read_bench_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

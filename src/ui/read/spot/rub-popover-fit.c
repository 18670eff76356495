/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-popover-fit.h"

/* What a popover has around its content. */
#define FRAME_PX 60

/* What a label takes for the width of a character. */
static int
measure_char (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);

  return MAX (1, width);
}

void
rub_popover_fit_label (GtkLabel *label, int width, int beside, int n_chars)
{
  int room;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (n_chars > 0);

  room = MAX (0, width - FRAME_PX - beside) * PANGO_SCALE / measure_char (GTK_WIDGET (label));
  gtk_label_set_max_width_chars (label, CLAMP (room, 1, n_chars));
}

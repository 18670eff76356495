/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-links.h"

#include <glib/gi18n-lib.h>

int
rub_article_links_find_next (RubArticleBuffer *text, int index, int offset, int direction)
{
  guint n_spots;
  const RubSpot *spots = rub_article_buffer_get_spots (text, &n_spots);
  int start = index >= 0 ? index + direction : direction > 0 ? 0 : (int) n_spots - 1;

  g_return_val_if_fail (direction == 1 || direction == -1, -1);

  for (int i = start; i >= 0 && i < (int) n_spots; i += direction)
    {
      gboolean is_behind = index < 0 && direction * (spots[i].start - offset) < 0;

      if (spots[i].kind != RUB_SPOT_LABEL && !is_behind && rub_article_buffer_is_shown (text, i))
        return i;
    }

  return -1;
}

char *
rub_article_links_describe (RubArticleBuffer *text, int index)
{
  guint n_spots;
  const RubSpot *spots = rub_article_buffer_get_spots (text, &n_spots);
  g_autofree char *name = NULL;
  const char *format;
  GtkTextIter from, to;

  g_return_val_if_fail (index >= 0 && (guint) index < n_spots, NULL);

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (text), &from, spots[index].start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (text), &to, spots[index].end);
  name = gtk_text_iter_get_text (&from, &to);

  if (spots[index].kind != RUB_SPOT_FOLD)
    format = g_dpgettext2 (GETTEXT_PACKAGE, "screen reader", "Link: %s");
  else if (rub_article_buffer_is_open (text, &spots[index]))
    format = g_dpgettext2 (GETTEXT_PACKAGE, "screen reader", "%s, shown");
  else
    format = g_dpgettext2 (GETTEXT_PACKAGE, "screen reader", "%s, hidden");

  return g_strdup_printf (format, name);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-links.h"

#include <glib/gi18n-lib.h>

#include "rub-compat.h"

#include "rub-mention-words.h"

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

      if (rub_spot_is_active (&spots[i]) && !is_behind && rub_article_buffer_is_shown (text, i))
        return i;
    }

  return -1;
}

/* Returns: (transfer full): what is told of @spot, which reads @name. */
static char *
describe (RubArticleBuffer *text, const RubSpot *spot, const char *name)
{
  const char *stems = rub_mention_words_get_stems (spot->target);
  g_autofree char *regions = stems != NULL ? rub_mention_words_name (stems) : NULL;

  if (spot->kind == RUB_SPOT_BADGE)
    /* Translators: told at the label of a claim: "Evidence: Partly. Press Enter for why". */
    return g_strdup_printf (C_ ("screen reader", "Evidence: %s. Press Enter for why"), name);
  if (spot->kind == RUB_SPOT_MENTION && regions != NULL)
    /* Translators: told at words that stand for regions of the body, then these regions. */
    return g_strdup_printf (C_ ("screen reader", "Link to the body: %s. %s"), name, regions);
  if (spot->kind == RUB_SPOT_CARD)
    /* Translators: told at a card with the runner's own figures, then what it says. */
    return g_strdup_printf (C_ ("screen reader", "Your own figures: %s"), name);
  if (spot->kind != RUB_SPOT_FOLD)
    return g_strdup_printf (C_ ("screen reader", "Link: %s"), name);
  if (rub_article_buffer_is_open (text, spot))
    return g_strdup_printf (C_ ("screen reader", "%s, shown"), name);

  return g_strdup_printf (C_ ("screen reader", "%s, hidden"), name);
}

char *
rub_article_links_describe (RubArticleBuffer *text, int index)
{
  guint n_spots;
  const RubSpot *spots = rub_article_buffer_get_spots (text, &n_spots);
  g_autofree char *name = NULL;
  GtkTextIter from, to;

  g_return_val_if_fail (index >= 0 && (guint) index < n_spots, NULL);

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (text), &from, spots[index].start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (text), &to, spots[index].end);
  name = gtk_text_iter_get_text (&from, &to);

  return describe (text, &spots[index], name);
}

void
rub_article_links_open (GtkWidget *widget, const char *target)
{
  g_autoptr (GVariant) parameter = NULL;
  g_autofree char *action = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (target != NULL);

  if (g_str_has_prefix (target, "https:") || g_str_has_prefix (target, "http:"))
    rub_compat_open_uri (widget, target);
  else if (g_action_parse_detailed_name (target, &action, &parameter, NULL))
    gtk_widget_activate_action_variant (widget, action, parameter);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-byline.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Returns: (nullable): @day, "YYYY-MM-DD", as one writes a date here. */
static char *
format_day (const char *day)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  if (sscanf (day, "%d-%d-%d", &year, &month, &day_of_month) != 3)
    return NULL;
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);

  /* Translators: a date with its year, as in "28 November 2026". */
  return date != NULL ? g_date_time_format (date, C_ ("date", "%-d %B %Y")) : NULL;
}

char *
rub_article_byline_make (RubArticle *article)
{
  g_autofree char *time = NULL, *day = NULL;
  const char *reviewed;
  guint minutes;

  g_return_val_if_fail (RUB_IS_ARTICLE (article), NULL);

  minutes = rub_article_get_reading_min (article);
  time = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u-minute read", "%u-minute read", minutes), minutes);
  reviewed = rub_article_get_reviewed (article);
  day = reviewed != NULL ? format_day (reviewed) : NULL;
  if (day == NULL)
    return g_steal_pointer (&time);

  /* Translators: the time to read an article, and the date it was last held against studies:
     "6-minute read", "28 November 2026". */
  return g_strdup_printf (_("%s · Reviewed %s · Not medical advice"), time, day);
}

gboolean
rub_article_byline_has_when_not (RubArticle *article)
{
  g_return_val_if_fail (RUB_IS_ARTICLE (article), FALSE);

  return rub_article_get_reviewed (article) != NULL
         && rub_article_find_heading (article, RUB_SECTION_WHEN_NOT) >= 0;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-shelf-list.h"

#include <glib/gi18n-lib.h>

#include "rub-article-loader.h"
#include "rub-shelf-item.h"

static void
add_words (GPtrArray *items, RubShelfRowKind kind, const char *title)
{
  RubShelfItemFields fields = { .kind = kind, .title = title, .block = -1 };

  g_ptr_array_add (items, rub_shelf_item_new (&fields));
}

static char *
describe_length (guint n_words)
{
  guint minutes = rub_reading_min (n_words);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u min", "%u min", minutes), minutes);
}

static char *
describe (RubSavedArticle *saved)
{
  const RubSavedArticleFields *fields = rub_saved_article_get_fields (saved);
  const char *source = fields->site != NULL ? fields->site : fields->author;
  g_autofree char *length = describe_length (fields->n_words);

  if (source == NULL)
    return g_steal_pointer (&length);

  /* Translators: where an article is from and how long it takes to read. */
  return g_strdup_printf (C_ ("article", "%s · %s"), source, length);
}

static void
add_saved (GPtrArray *items, RubSavedArticle *saved)
{
  g_autofree char *details = describe (saved);
  RubShelfItemFields fields = {
    .kind = RUB_SHELF_ROW_ARTICLE,
    .id = rub_saved_article_get_key (saved),
    .title = rub_saved_article_get_title (saved),
    .details = details,
    .block = -1,
    .saved = saved,
  };

  g_ptr_array_add (items, rub_shelf_item_new (&fields));
}

static void
add_bundled (GPtrArray *items, const char *const *languages)
{
  add_words (items, RUB_SHELF_ROW_HEADER, C_ ("shelf", "Guides"));
  for (const char *const *id = rub_article_get_bundled_ids (); *id != NULL; id++)
    {
      g_autofree char *title = rub_article_load_title (*id, languages, NULL);
      RubShelfItemFields fields
        = { .kind = RUB_SHELF_ROW_ARTICLE, .id = *id, .title = title, .block = -1 };

      if (title != NULL)
        g_ptr_array_add (items, rub_shelf_item_new (&fields));
    }
}

/* Returns: how many articles were archived, or were not. */
static guint
count_articles (RubRecords *records, gboolean is_archived)
{
  guint n_articles = 0;

  for (guint i = 0; i < records->articles->len; i++)
    n_articles
      += rub_saved_article_get_fields (records->articles->pdata[i])->is_archived == is_archived;

  return n_articles;
}

static void
add_group (GPtrArray *items, RubRecords *records, gboolean is_archived)
{
  for (guint i = 0; i < records->articles->len; i++)
    if (rub_saved_article_get_fields (records->articles->pdata[i])->is_archived == is_archived)
      add_saved (items, records->articles->pdata[i]);
}

GPtrArray *
rub_shelf_list_all (RubRecords *records, const char *const *languages)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (languages != NULL, items);

  add_bundled (items, languages);
  if (records == NULL)
    return items;

  add_words (items, RUB_SHELF_ROW_HEADER, C_ ("shelf", "Library"));
  if (count_articles (records, FALSE) == 0)
    add_words (items, RUB_SHELF_ROW_HINT,
               _("Articles that you save stand here, to be read without a network."));
  add_group (items, records, FALSE);
  if (count_articles (records, TRUE) > 0)
    {
      add_words (items, RUB_SHELF_ROW_HEADER, C_ ("shelf", "Archive"));
      add_group (items, records, TRUE);
    }

  return items;
}

/* Returns: (transfer full): the snippet as markup, what was found in bold. */
static char *
mark_up (const RubHitFields *hit)
{
  GString *markup = g_string_new (NULL);
  gsize done = 0;

  for (gsize i = 0; i < hit->n_ranges; i++)
    {
      const RubRange *range = &hit->ranges[i];
      g_autofree char *before
        = g_markup_escape_text (hit->snippet + done, (gssize) (range->start - done));
      g_autofree char *found
        = g_markup_escape_text (hit->snippet + range->start, (gssize) (range->end - range->start));

      g_string_append_printf (markup, "%s<b>%s</b>", before, found);
      done = range->end;
    }
  if (hit->snippet[done] != '\0')
    {
      g_autofree char *rest = g_markup_escape_text (hit->snippet + done, -1);

      g_string_append (markup, rest);
    }

  return g_string_free (markup, FALSE);
}

static void
add_hit (GPtrArray *items, const RubHitFields *hit, RubRecords *records)
{
  const char *key = rub_saved_article_get_key (hit->article);
  RubSavedArticle *saved = rub_records_find_article (records, key);
  g_autofree char *details = saved != NULL ? describe (saved) : NULL;
  g_autofree char *snippet = mark_up (hit);
  RubShelfItemFields fields = {
    .kind = RUB_SHELF_ROW_ARTICLE,
    .id = key,
    .title = rub_saved_article_get_title (hit->article),
    .details = details,
    .snippet = snippet[0] != '\0' ? snippet : NULL,
    .block = hit->block,
    .saved = saved,
  };

  g_ptr_array_add (items, rub_shelf_item_new (&fields));
}

GPtrArray *
rub_shelf_list_hits (GPtrArray *hits, RubRecords *records)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (hits != NULL, items);
  g_return_val_if_fail (records != NULL, items);

  for (guint i = 0; i < hits->len; i++)
    add_hit (items, rub_hit_get_fields (hits->pdata[i]), records);
  if (items->len == 0)
    add_words (items, RUB_SHELF_ROW_HINT, _("Nothing was found. Try fewer or other words."));

  return items;
}

GPtrArray *
rub_shelf_list_fault (const char *message)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (message != NULL, items);

  add_words (items, RUB_SHELF_ROW_HINT, message);

  return items;
}

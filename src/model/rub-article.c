/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article.h"

struct _RubArticle
{
  GObject parent_instance;

  /* Owned */
  char *id;
  char *language;
  char *title;
  char *author;
  char *date;
  char *address;
  char *reviewed;
  GPtrArray *blocks;
};

G_DEFINE_FINAL_TYPE (RubArticle, rub_article, G_TYPE_OBJECT)

static void
rub_article_finalize (GObject *object)
{
  RubArticle *self = RUB_ARTICLE (object);

  g_free (self->id);
  g_free (self->language);
  g_free (self->title);
  g_free (self->author);
  g_free (self->date);
  g_free (self->address);
  g_free (self->reviewed);
  g_ptr_array_unref (self->blocks);

  G_OBJECT_CLASS (rub_article_parent_class)->finalize (object);
}

static void
rub_article_class_init (RubArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_article_finalize;
}

static void
rub_article_init (RubArticle *self)
{
}

RubArticle *
rub_article_new (const char *id, const char *language, const char *title, GPtrArray *blocks)
{
  RubArticleFields fields = { .id = id, .language = language, .title = title };

  return rub_article_new_full (&fields, blocks);
}

RubArticle *
rub_article_new_full (const RubArticleFields *fields, GPtrArray *blocks)
{
  RubArticle *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL, NULL);
  g_return_val_if_fail (fields->language != NULL, NULL);
  g_return_val_if_fail (fields->title != NULL, NULL);
  g_return_val_if_fail (blocks != NULL, NULL);

  self = g_object_new (RUB_TYPE_ARTICLE, NULL);
  self->id = g_strdup (fields->id);
  self->language = g_strdup (fields->language);
  self->title = g_strdup (fields->title);
  self->author = g_strdup (fields->author);
  self->date = g_strdup (fields->date);
  self->address = g_strdup (fields->address);
  self->reviewed = g_strdup (fields->reviewed);
  self->blocks = g_ptr_array_new_full (blocks->len, g_object_unref);
  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add (self->blocks, g_object_ref (blocks->pdata[i]));

  return self;
}

const char *
rub_article_get_id (RubArticle *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE (self), NULL);

  return self->id;
}

const char *
rub_article_get_language (RubArticle *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE (self), NULL);

  return self->language;
}

const char *
rub_article_get_title (RubArticle *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE (self), NULL);

  return self->title;
}

const char *
rub_article_get_author (RubArticle *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE (self), NULL);

  return self->author;
}

const char *
rub_article_get_date (RubArticle *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE (self), NULL);

  return self->date;
}

const char *
rub_article_get_address (RubArticle *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE (self), NULL);

  return self->address;
}

const char *
rub_article_get_reviewed (RubArticle *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE (self), NULL);

  return self->reviewed;
}

guint
rub_article_get_n_blocks (RubArticle *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE (self), 0);

  return self->blocks->len;
}

RubBlock *
rub_article_get_block (RubArticle *self, guint index)
{
  g_return_val_if_fail (RUB_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return self->blocks->pdata[index];
}

int
rub_article_find_heading (RubArticle *self, const char *id)
{
  g_return_val_if_fail (RUB_IS_ARTICLE (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  for (guint i = 0; i < self->blocks->len; i++)
    if (g_strcmp0 (rub_block_get_fields (self->blocks->pdata[i])->id, id) == 0)
      return (int) i;

  return -1;
}

guint
rub_article_get_n_words (RubArticle *self)
{
  guint n_words = 0;

  g_return_val_if_fail (RUB_IS_ARTICLE (self), 0);

  for (guint i = 0; i < self->blocks->len; i++)
    n_words += rub_block_get_n_words (self->blocks->pdata[i]);

  return n_words;
}

guint
rub_reading_min (guint n_words)
{
  return MAX (1, (n_words + RUB_READING_WORDS_PER_MIN / 2) / RUB_READING_WORDS_PER_MIN);
}

guint
rub_article_get_reading_min (RubArticle *self)
{
  return rub_reading_min (rub_article_get_n_words (self));
}

gboolean
rub_article_has_same_structure (RubArticle *self, RubArticle *other)
{
  g_return_val_if_fail (RUB_IS_ARTICLE (self), FALSE);
  g_return_val_if_fail (RUB_IS_ARTICLE (other), FALSE);

  if (!g_str_equal (self->id, other->id) || self->blocks->len != other->blocks->len)
    return FALSE;

  for (guint i = 0; i < self->blocks->len; i++)
    if (!rub_block_has_same_shape (self->blocks->pdata[i], other->blocks->pdata[i]))
      return FALSE;

  return TRUE;
}

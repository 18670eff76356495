/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-saved-article.h"

#include <string.h>

#include "rub-text.h"

struct _RubSavedArticle
{
  GObject parent_instance;

  /* Owned */
  RubSavedArticleFields fields;
};

G_DEFINE_FINAL_TYPE (RubSavedArticle, rub_saved_article, G_TYPE_OBJECT)

static char *
clean (const char *text)
{
  return rub_text_clean (text, RUB_SAVED_ARTICLE_MAX_BYTES);
}

/* Half an address leads elsewhere: it is kept whole or not at all. */
static char *
clean_address (const char *address)
{
  if (address == NULL || strlen (address) > RUB_SAVED_ARTICLE_MAX_ADDRESS)
    return NULL;

  return rub_text_clean (address, RUB_SAVED_ARTICLE_MAX_ADDRESS);
}

static char *
find_site (const char *address)
{
  g_autoptr (GUri) uri
    = address != NULL ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host != NULL && g_ascii_strncasecmp (host, "www.", strlen ("www.")) == 0)
    host += strlen ("www.");

  return clean (host);
}

static void
rub_saved_article_finalize (GObject *object)
{
  RubSavedArticleFields *fields = &RUB_SAVED_ARTICLE (object)->fields;

  g_free ((char *) fields->key);
  g_free ((char *) fields->address);
  g_free ((char *) fields->title);
  g_free ((char *) fields->name);
  g_free ((char *) fields->author);
  g_free ((char *) fields->date);
  g_free ((char *) fields->language);
  g_free ((char *) fields->site);
  g_free ((char *) fields->etag);
  g_free ((char *) fields->last_modified);

  G_OBJECT_CLASS (rub_saved_article_parent_class)->finalize (object);
}

static void
rub_saved_article_class_init (RubSavedArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_saved_article_finalize;
}

static void
rub_saved_article_init (RubSavedArticle *self)
{
}

char *
rub_saved_article_make_key (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strconcat ("saved:", uuid, NULL);
}

RubSavedArticle *
rub_saved_article_new (const RubSavedArticleFields *fields)
{
  RubSavedArticle *self;
  RubSavedArticleFields *own;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->key != NULL && fields->key[0] != '\0', NULL);

  self = g_object_new (RUB_TYPE_SAVED_ARTICLE, NULL);
  own = &self->fields;
  *own = *fields;
  own->key = g_utf8_make_valid (fields->key, -1);
  own->address = clean_address (fields->address);
  own->title = clean (fields->title);
  own->name = clean (fields->name);
  own->author = clean (fields->author);
  own->date = clean (fields->date);
  own->language = clean (fields->language);
  own->site = clean (fields->site);
  own->etag = clean (fields->etag);
  own->last_modified = clean (fields->last_modified);

  if (own->title == NULL)
    own->title = clean (own->address != NULL ? own->address : own->key);
  if (own->language == NULL)
    own->language = g_strdup ("und");
  if (own->site == NULL)
    own->site = find_site (own->address);

  return self;
}

RubSavedArticle *
rub_saved_article_new_from_content (RubArticle *content)
{
  g_autofree char *key = rub_saved_article_make_key ();
  RubSavedArticleFields fields = { .key = key };

  g_return_val_if_fail (RUB_IS_ARTICLE (content), NULL);

  fields.address = rub_article_get_address (content);
  fields.title = rub_article_get_title (content);
  fields.author = rub_article_get_author (content);
  fields.date = rub_article_get_date (content);
  fields.language = rub_article_get_language (content);
  fields.n_words = rub_article_get_n_words (content);

  return rub_saved_article_new (&fields);
}

const RubSavedArticleFields *
rub_saved_article_get_fields (RubSavedArticle *self)
{
  g_return_val_if_fail (RUB_IS_SAVED_ARTICLE (self), NULL);

  return &self->fields;
}

gint64
rub_saved_article_get_id (RubSavedArticle *self)
{
  g_return_val_if_fail (RUB_IS_SAVED_ARTICLE (self), 0);

  return self->fields.id;
}

const char *
rub_saved_article_get_key (RubSavedArticle *self)
{
  g_return_val_if_fail (RUB_IS_SAVED_ARTICLE (self), NULL);

  return self->fields.key;
}

const char *
rub_saved_article_get_title (RubSavedArticle *self)
{
  g_return_val_if_fail (RUB_IS_SAVED_ARTICLE (self), NULL);

  return self->fields.name != NULL ? self->fields.name : self->fields.title;
}

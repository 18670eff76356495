/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"

G_BEGIN_DECLS

/** The longest of the strings below, in bytes; longer ones are cut between characters. */
#define RUB_SAVED_ARTICLE_MAX_BYTES 500
/** An address that is longer is no address. */
#define RUB_SAVED_ARTICLE_MAX_ADDRESS 8192

/**
 * What is known of a saved article beside its content, to build one with designated initialisers.
 *
 * @id: row in the store; 0 while not stored
 * @key: the id of its content as a RubArticle, which places and highlights refer to; never changes
 * @address: (nullable): where it came from
 * @title: the title it came with
 * @name: (nullable): what the runner calls it, which then is shown instead of @title
 * @author: (nullable): who wrote it
 * @date: (nullable): when it was written, as its source says it
 * @language: language of the text; "und" when nobody said
 * @site: (nullable): where it is from, in short; when NULL, the host in @address without "www."
 * @n_words: as rub_article_get_n_words() counts them
 * @added_us: when it was saved, UTC microseconds since the epoch; 0 before it is stored
 * @refreshed_us: when its content was last fetched or found unchanged; 0 before it is stored
 * @etag, @last_modified: (nullable): what its server sent with it, to ask again with
 * @is_archived: whether the runner put it away
 */
typedef struct
{
  gint64 id;
  const char *key;
  const char *address;
  const char *title;
  const char *name;
  const char *author;
  const char *date;
  const char *language;
  const char *site;
  guint n_words;
  gint64 added_us;
  gint64 refreshed_us;
  const char *etag;
  const char *last_modified;
  gboolean is_archived;
} RubSavedArticleFields;

#define RUB_TYPE_SAVED_ARTICLE (rub_saved_article_get_type ())
/** An article in the library, without its content: an immutable value. */
G_DECLARE_FINAL_TYPE (RubSavedArticle, rub_saved_article, RUB, SAVED_ARTICLE, GObject)

/** Returns: (transfer full): a new key, such as "saved:6f0e…", that no other article has. */
char *rub_saved_article_make_key (void);

/**
 * Returns: (transfer full): a saved article with a copy of @fields. Strings are made valid UTF-8,
 *   stripped and cut at their limits; empty ones are NULL, an empty title is the address or key.
 */
RubSavedArticle *rub_saved_article_new (const RubSavedArticleFields *fields);

/** Returns: (transfer full): @content as it is first saved, with a new key; not yet stored. */
RubSavedArticle *rub_saved_article_new_from_content (RubArticle *content);

/** Returns: (transfer none): everything about it; valid while @self is. */
const RubSavedArticleFields *rub_saved_article_get_fields (RubSavedArticle *self);

gint64 rub_saved_article_get_id (RubSavedArticle *self);
/** Returns: (transfer none): see RubSavedArticleFields. */
const char *rub_saved_article_get_key (RubSavedArticle *self);
/** Returns: (transfer none): what is shown: the runner's own name, else the title. */
const char *rub_saved_article_get_title (RubSavedArticle *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-block.h"

G_BEGIN_DECLS

/** How many words an adult reads silently in a minute (Brysbaert 2019, non-fiction). */
#define RUB_READING_WORDS_PER_MIN 238

#define RUB_TYPE_ARTICLE (rub_article_get_type ())
/** Something to read: a title and blocks; an immutable value. */
G_DECLARE_FINAL_TYPE (RubArticle, rub_article, RUB, ARTICLE, GObject)

/**
 * What an article is made of, to build one with designated initialisers.
 *
 * @id: names the article in every language, or is its address
 * @language: language of the text; "und" when nobody said
 * @title: plain text
 * @author: (nullable): who wrote it
 * @date: (nullable): when it was written, as its source says it
 * @address: (nullable): where it came from
 * @reviewed: (nullable): the day, "YYYY-MM-DD", on which we last held it against the evidence; NULL
 *   for what others wrote
 */
typedef struct
{
  const char *id;
  const char *language;
  const char *title;
  const char *author;
  const char *date;
  const char *address;
  const char *reviewed;
} RubArticleFields;

/** Returns: (transfer full): an article with copies of @fields and of the array @blocks. */
RubArticle *rub_article_new_full (const RubArticleFields *fields, GPtrArray *blocks);

/**
 * @id: names the article in every language, such as "massage-for-runners"
 * @language: language of the text, such as "en" or "pt_BR"
 * @title: plain text
 * @blocks: (element-type RubBlock): the text; the array is copied
 *
 * Returns: (transfer full): an article.
 */
RubArticle *rub_article_new (const char *id,
                             const char *language,
                             const char *title,
                             GPtrArray *blocks);

const char *rub_article_get_id (RubArticle *self);
const char *rub_article_get_language (RubArticle *self);
const char *rub_article_get_title (RubArticle *self);

/** Returns: (nullable): who wrote it, when, and where it came from, if known. */
const char *rub_article_get_author (RubArticle *self);
const char *rub_article_get_date (RubArticle *self);
const char *rub_article_get_address (RubArticle *self);

/** Returns: (nullable): the day it was last held against the evidence, "YYYY-MM-DD". */
const char *rub_article_get_reviewed (RubArticle *self);

guint rub_article_get_n_blocks (RubArticle *self);

/** Returns: (transfer none): the block at @index, which must be less than the number of blocks. */
RubBlock *rub_article_get_block (RubArticle *self, guint index);

/** Returns: the index of the heading with @id, or -1 when there is none. */
int rub_article_find_heading (RubArticle *self, const char *id);

/** Returns: the number of words of running text: neither the title nor sources nor cards count. */
guint rub_article_get_n_words (RubArticle *self);

/** Returns: the time to read @n_words words, in whole minutes, at least 1. */
guint rub_reading_min (guint n_words);

/** Returns: the time to read the running text, see rub_reading_min(). */
guint rub_article_get_reading_min (RubArticle *self);

/**
 * Whether @other is a translation of @self that left nothing out: same id and, block by block,
 * the same shape, see rub_block_has_same_shape(). So a place kept in one is right in the other.
 */
gboolean rub_article_has_same_structure (RubArticle *self, RubArticle *other);

G_END_DECLS

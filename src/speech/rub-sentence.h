/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"

G_BEGIN_DECLS

/** A sentence never has more characters than this, so that none keeps the voice for long. */
#define RUB_SENTENCE_MAX_CHARS 400

/** What RubSentence calls the title of the article, which is no block. */
#define RUB_SENTENCE_IN_TITLE (-1)

/**
 * One sentence of an article.
 *
 * @block: index of the block it is in, or RUB_SENTENCE_IN_TITLE
 * @start, @end: bytes into the text of the block or the title, @end behind the last; on
 *   characters, @start < @end, without blanks around
 */
typedef struct
{
  int block;
  gsize start;
  gsize end;
} RubSentence;

/**
 * Returns: (transfer full) (element-type RubSentence): what is read aloud of @article, in its
 *   order: the title and the running text, tables row by row; no sources, code or buttons.
 */
GArray *rub_sentences_new (RubArticle *article);

/**
 * Adds the sentences of @text, which is all of the text of @block, to @sentences. Lines end
 * sentences. What has neither letter nor digit is left out.
 *
 * @language: (nullable): language of @text, such as "de" or "pt_BR"
 */
void rub_sentences_add (GArray *sentences, int block, const char *text, const char *language);

/**
 * Returns: (transfer full): @sentence as it is to be spoken: on one line, the cells of a row apart.
 */
char *rub_sentence_dup_text (const RubSentence *sentence, RubArticle *article);

G_END_DECLS

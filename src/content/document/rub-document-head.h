/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-document-draft.h"
#include "rub-document.h"

G_BEGIN_DECLS

/** What a document says about itself, as it is being found. */
typedef struct
{
  char *title;
  char *author;
  char *date;
  char *language;
} RubDocumentHead;

void rub_document_head_clear (RubDocumentHead *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RubDocumentHead, rub_document_head_clear)

/** Takes @value to be trimmed into @field, unless that is set or @value is empty or too long. */
void rub_document_head_take (char **field, const char *value);

/**
 * Makes the article of what was collected. The title is that in @head, or a heading that comes
 * first, or the name of the file. Levels of headings become consecutive from the second on, and a
 * heading with nothing below it at the end goes.
 *
 * Returns: (transfer full) (nullable): the article, or NULL when @draft has no text.
 */
RubArticle *rub_document_head_finish (RubDocumentHead *self,
                                      RubDocumentDraft *draft,
                                      const RubDocumentSource *source);

G_END_DECLS

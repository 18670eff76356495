/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-block.h"

G_BEGIN_DECLS

/**
 * Blocks as they are being collected. Text that is added goes to the open block; without one, a
 * paragraph is opened. White space is one space, none at either end, except in code and tables.
 */
typedef struct _RubDocumentDraft RubDocumentDraft;

RubDocumentDraft *rub_document_draft_new (void);
void rub_document_draft_free (RubDocumentDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubDocumentDraft, rub_document_draft_free)

/** Closes the open block and opens another; @number is the level of a heading or of a step. */
void rub_document_draft_open (RubDocumentDraft *self, RubBlockKind kind, int number);

/** Closes the open block; one without text is dropped. */
void rub_document_draft_close (RubDocumentDraft *self);

/** Whether a block is open. */
gboolean rub_document_draft_is_open (RubDocumentDraft *self);

/** Adds @size bytes of @text, or all of it with -1; it is valid UTF-8. */
void rub_document_draft_add_text (RubDocumentDraft *self, const char *text, gssize size);

/**
 * Text is @kind until the matching pop; @target goes with links alone. A link is above others,
 * and RUB_SPAN_N_KINDS is like the text around it.
 */
void rub_document_draft_push_span (RubDocumentDraft *self, RubSpanKind kind, const char *target);
void rub_document_draft_pop_span (RubDocumentDraft *self);

/** Adds a picture of its own; @caption is plain text and may be empty. */
void rub_document_draft_add_picture (RubDocumentDraft *self,
                                     const char *address,
                                     const char *caption);

/** Returns: (transfer none) (element-type RubBlock): the blocks that are closed. */
GPtrArray *rub_document_draft_get_blocks (RubDocumentDraft *self);

G_END_DECLS

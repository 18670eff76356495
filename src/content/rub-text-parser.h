/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "rub-block.h"

G_BEGIN_DECLS

/**
 * The text of a block as it is put together.
 *
 * @text: what is there so far
 * @spans: (element-type RubSpan): its marked stretches
 * @kept: (element-type utf8): what must live as long as the draft does
 */
typedef struct
{
  GString *text;
  GArray *spans;
  GPtrArray *kept;
} RubTextDraft;

void rub_text_draft_init (RubTextDraft *draft);
void rub_text_draft_clear (RubTextDraft *draft);

void rub_text_draft_append (RubTextDraft *draft, const char *text);

/** Appends a marked stretch; a @target (nullable) must live as long as the draft does. */
void rub_text_draft_append_span (RubTextDraft *draft,
                                 RubSpanKind kind,
                                 const char *text,
                                 const char *target);

/**
 * @string: (transfer full): what the draft is to keep
 *
 * Returns: (transfer none): @string, while the draft lives.
 */
const char *rub_text_draft_keep (RubTextDraft *draft, char *string);

/**
 * Appends the member "text", a string of one line or an array of such strings and of marked
 * stretches, see rub_article_parse(). @object must outlive the draft.
 *
 * Returns: whether it could; otherwise there is a G_IO_ERROR_INVALID_DATA.
 */
gboolean rub_text_draft_parse (RubTextDraft *draft, JsonObject *object, GError **error);

/**
 * The value of member @name, which must be a string of one line with something in it.
 *
 * Returns: (transfer none) (nullable): the string, or NULL with G_IO_ERROR_INVALID_DATA.
 */
const char *rub_text_parse_line (JsonObject *object, const char *name, GError **error);

/** As rub_text_parse_line(), for regions without their sides, with commas between. */
const char *rub_text_parse_regions (JsonObject *object, const char *name, GError **error);

/** As rub_text_parse_line(), for the member "target": an https address or an action. */
const char *rub_text_parse_target (JsonObject *object, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article.h"

G_BEGIN_DECLS

/** Bounds of what one article can be; anything beyond is a mistake or hostile. */
#define RUB_ARTICLE_MAX_BYTES (512 * 1024)
#define RUB_ARTICLE_MAX_BLOCKS 4096
#define RUB_ARTICLE_MAX_TEXT_BYTES (16 * 1024)
#define RUB_ARTICLE_MAX_SPANS 64

/**
 * Reads an article from JSON. It is strict: an unknown, missing or misspelt member is an error,
 * so that a slip in a translation is found before it is read.
 *
 *     { "id": "massage-for-runners", "language": "en", "title": "…", "reviewed": "2026-11-28",
 *       "blocks": [
 *       { "kind": "heading", "level": 2, "id": "soreness", "text": "…" },
 *       { "kind": "paragraph", "text": "…" },
 *       { "kind": "item", "text": [ "…", { "strong": "…" }, { "emphasis": "…" },
 *                                   { "link": "…", "target": "https://…" },
 *                                   { "region": "soleus,achilles", "text": "…" } ] },
 *       { "kind": "step", "number": 1, "text": "…" },
 *       { "kind": "verdict", "verdict": "partly", "label": "Partly", "text": "…",
 *         "why": "…", "uncertain": "…" },
 *       { "kind": "source", "authors": "…", "year": 2020, "journal": "…", "doi": "10.…/…" },
 *       { "kind": "link", "text": "…", "target": "win.show-page::body" },
 *       { "kind": "card", "figure": "soreness-after-runs", "text": "…",
 *         "runs": "long", "kinds": "soleus" } ] }
 *
 * A mention of regions becomes a link to "win.show-regions::soleus,achilles". A card may leave out
 * "runs" (a RubRunKind's word, or "any") and "kinds" (regions). The texts of a verdict's "why" and
 * "uncertain" stand at its label; its studies are the sources of its section.
 *
 * @bytes: the JSON
 * @name: what to call it in errors, such as its file name
 *
 * Returns: (transfer full) (nullable): the article, or NULL with G_IO_ERROR_INVALID_DATA that says
 *   what is wrong and in which block, the first being block 1.
 */
RubArticle *rub_article_parse (GBytes *bytes, const char *name, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-store-library.h"

G_BEGIN_DECLS

/* What the tests of the library have in common. */

/** Returns: (transfer full): an article of the paragraphs in @text, with "|" between them. */
RubArticle *shelf_make_content (const char *title, const char *text);

/** Commits @change, which must succeed. Returns: whether it was applied. */
gboolean shelf_commit (RubStore *store, RubChange *change);

/** Returns: (transfer full): the article that is stored with @key, @title and @text. */
RubSavedArticle *shelf_add (RubStore *store,
                            const char *key,
                            const char *title,
                            const char *text,
                            GHashTable *pictures);

/** Adds a highlight of the first byte of @article_id. Returns: its row. */
gint64 shelf_highlight (RubStore *store, const char *article_id, const char *note);

/** Returns: (transfer full): the keys of what @query finds, the best first, with spaces between. */
char *shelf_search (RubStore *store, const char *query);

/** Runs @sql behind the back of the store. */
void shelf_run (RubStore *store, const char *sql);

/** Fails unless the index of words is what the articles say. */
void shelf_check_index (RubStore *store);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-library.h"
#include "rub-shelf.h"

G_BEGIN_DECLS

#define RUB_TYPE_ARTICLE_INTAKE (rub_article_intake_get_type ())
/**
 * Brings articles into the library, one at a time: from the web, a file or a pasted text. What
 * was under way is cancelled when something else is asked for, but files wait for each other.
 * Property "busy": whether something is under way; "fraction": how much of it is done, 0 to 1, or
 * -1 when nobody knows.
 *
 * "added" (const char *key): an article is in the library: a new one, one that was there already,
 *   or one that was refreshed
 * "failed" (GError *error): nothing came of it, in words for the runner
 */
G_DECLARE_FINAL_TYPE (RubArticleIntake, rub_article_intake, RUB, ARTICLE_INTAKE, GObject)

/** Returns: (transfer full): an intake for @library. */
RubArticleIntake *rub_article_intake_new (RubLibrary *library, RubShelf *shelf);

/** Adds what is under @address, as the runner typed it. */
void rub_article_intake_add_address (RubArticleIntake *self, const char *address);

/** Adds the article in @file; one that is on the web goes by its address. */
void rub_article_intake_add_file (RubArticleIntake *self, GFile *file);

/**
 * Adds @text itself, or what is there when all of it is one address.
 *
 * @type: (nullable): media type; NULL: Markdown or plain text, as it looks
 */
void rub_article_intake_add_text (RubArticleIntake *self, const char *text, const char *type);

/** Fetches @saved, which has an address, again. Highlights move along with their words. */
void rub_article_intake_refresh (RubArticleIntake *self, RubSavedArticle *saved);

/** Stops what is under way. */
void rub_article_intake_cancel (RubArticleIntake *self);

gboolean rub_article_intake_get_busy (RubArticleIntake *self);

G_END_DECLS

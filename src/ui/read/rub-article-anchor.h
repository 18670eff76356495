/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RUB_TYPE_ARTICLE_ANCHOR (rub_article_anchor_get_type ())
/** Keeps the line at the top of a view where it is while the text around it is laid out anew. */
G_DECLARE_FINAL_TYPE (RubArticleAnchor, rub_article_anchor, RUB, ARTICLE_ANCHOR, GObject)

/** Returns: (transfer full): an anchor of @view, which must outlive it. */
RubArticleAnchor *rub_article_anchor_new (GtkTextView *view);

/** Looks what is at the top. To be called before the change. */
void rub_article_anchor_drop (RubArticleAnchor *self);

/** Brings that to the top. To be called after the change. */
void rub_article_anchor_pull (RubArticleAnchor *self);

/** Forgets what was at the top, for there is another text. */
void rub_article_anchor_forget (RubArticleAnchor *self);

G_END_DECLS

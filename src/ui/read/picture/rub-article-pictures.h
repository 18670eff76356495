/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article-buffer.h"

G_BEGIN_DECLS

/** Puts the pictures of @text, which @view shows, in their places, none wider than @room_px. */
void rub_article_pictures_add (GtkTextView *view, RubArticleBuffer *text, int room_px);

/**
 * Tells the pictures in @text that they may now be @room_px wide; a moment later, for an allocation
 * that is under way cannot change what is in it.
 */
void rub_article_pictures_set_room (RubArticleBuffer *text, int room_px);

G_END_DECLS

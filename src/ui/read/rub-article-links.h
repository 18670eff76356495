/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article-buffer.h"

G_BEGIN_DECLS

/**
 * Where Tab goes next.
 *
 * @index: the spot with the keyboard, or -1: none, start from @offset
 * @offset: characters into the buffer
 * @direction: 1 for the next one, -1 for the one before
 *
 * Returns: the index of the nearest link, button or fold in @direction that is not hidden, or -1.
 */
int rub_article_links_find_next (RubArticleBuffer *text, int index, int offset, int direction);

/** Returns: (transfer full): what a screen reader says of the spot at @index, translated. */
char *rub_article_links_describe (RubArticleBuffer *text, int index);

/** Opens @target, see RubSpan: an address, or an action that @widget or its ancestors have. */
void rub_article_links_open (GtkWidget *widget, const char *target);

G_END_DECLS

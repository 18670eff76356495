/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Returns: whether @text, one line or short paragraph, is what web sites put around an article,
 *   such as "Skip to content" or "61 views0 comments".
 */
gboolean rub_furniture_is_line (const char *text);

/** Returns: whether @text, at the head of an article, tells no more than when it was published. */
gboolean rub_furniture_is_dateline (const char *text);

/** Returns: whether @text is a heading over what is no part of the article: "Related articles". */
gboolean rub_furniture_is_heading (const char *text);

/** Returns: (transfer full) (nullable): the name in a line such as "By Ada Lovelace". */
char *rub_furniture_get_author (const char *text);

/** Returns: (transfer full) (nullable): the date in a line such as "Updated: 18 July 2023". */
char *rub_furniture_get_date (const char *text);

G_END_DECLS

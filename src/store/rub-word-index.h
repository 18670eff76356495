/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The index of the words of saved articles. It cannot see what it indexes change: an article is
 * taken out before its title, author, text or notes change, and put back after, in the same
 * transaction. Each function returns FALSE with a RUB_STORE_ERROR, RUB_STORE_ERROR_INDEX when the
 * index is damaged; the transaction is then rolled back, and done again after
 * rub_word_index_rebuild(). */

/** Takes out the article in row @id, if it is there. */
gboolean rub_word_index_remove (sqlite3 *db, gint64 id, GError **error);
/** Puts in the article in row @id, if it is there. */
gboolean rub_word_index_add (sqlite3 *db, gint64 id, GError **error);

/** Takes out all articles that were hidden before @before_us, for they are about to go. */
gboolean rub_word_index_remove_old (sqlite3 *db, gint64 before_us, GError **error);

/** Makes the index anew from the articles, however damaged it is. No transaction may be open. */
gboolean rub_word_index_rebuild (sqlite3 *db, GError **error);

G_END_DECLS

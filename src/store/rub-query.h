/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Makes of what a person typed, whatever that is, a query that the index of words understands: all
 * words, each as it is; those within quotation marks together; the last one, if it ends the text
 * and in a letter or digit, as the start of a word.
 *
 * Returns: (transfer full) (nullable): the query; NULL when there is no word in @typed.
 */
char *rub_query_build (const char *typed);

G_END_DECLS

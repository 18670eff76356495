/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-article.h"

G_BEGIN_DECLS

/**
 * Asks for a printer and prints @article. It is laid out and drawn bit by bit, so that the window
 * goes on working, and GTK offers to cancel what takes long. An error is told in a toast over the
 * window of @from, a widget in it.
 */
void rub_article_print (GtkWidget *from, RubArticle *article);

/** Returns: (transfer full): what prints @article when it is run. */
GtkPrintOperation *rub_article_print_create (RubArticle *article);

G_END_DECLS

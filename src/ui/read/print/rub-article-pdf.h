/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-article.h"

G_BEGIN_DECLS

/*
 * An article as a PDF, on the paper that is usual where one lives. It is made bit by bit, so that
 * the window goes on working; GTK's own export would run a main loop within ours. How it went is
 * told in a toast over the window of @from, a widget in it; when that goes, the work ends and
 * nothing is written.
 */

/** Asks for a file and saves @article in it. */
void rub_article_pdf_save (GtkWidget *from, RubArticle *article);

/** Saves @article in @target, whose place it takes at once and whole. */
void rub_article_pdf_save_as (GtkWidget *from, RubArticle *article, GFile *target);

G_END_DECLS

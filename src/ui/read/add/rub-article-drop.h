/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-article-intake.h"

G_BEGIN_DECLS

/** Lets texts that are dropped on @widget be added by @intake; not files, nor links. */
void rub_article_drop_add (GtkWidget *widget, RubArticleIntake *intake);

G_END_DECLS

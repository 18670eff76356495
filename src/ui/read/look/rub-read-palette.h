/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-article-style.h"
#include "rub-read-look.h"

G_BEGIN_DECLS

/** Sets the colours of @look (out) to those of @theme; @widget tells what the desktop's are. */
void rub_read_palette_resolve (GtkWidget *widget, RubReadTheme theme, RubArticleLook *look);

/**
 * Lets @widget, and what is in it, have the paper of the theme that @look says, now and later.
 *
 * @look: must be alive as long as @widget
 */
void rub_read_palette_follow (GtkWidget *widget, RubReadLook *look);

G_END_DECLS

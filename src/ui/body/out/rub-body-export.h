/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body-picture.h"

G_BEGIN_DECLS

/*
 * Ways for a picture to leave the app. How each went is told in a toast over the window of @from,
 * a widget in it; nothing is told when that is gone by then.
 */

/** Asks where to save @picture, as PNG, SVG or PDF, and does so. */
void rub_body_export_save (GtkWidget *from, RubBodyPicture *picture);

/** Puts @picture on the clipboard, as PNG and SVG. */
void rub_body_export_copy (GtkWidget *from, RubBodyPicture *picture);

/** Asks for a printer and prints @picture on one page. */
void rub_body_export_print (GtkWidget *from, RubBodyPicture *picture);

G_END_DECLS

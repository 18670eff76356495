/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What is done by one function on the oldest GTK and libadwaita we run on and by another on newer
 * ones. This folder is the only place that asks for a version.
 */

/** Opens @uri in the program the user chose for it, in front of the window of @widget. */
void rub_compat_open_uri (GtkWidget *widget, const char *uri);

/** Sets @color (out) to the colour of @widget's text. */
void rub_compat_get_color (GtkWidget *widget, GdkRGBA *color);

/**
 * Sets @color (out) to the theme's named colour @name, such as "accent_color".
 *
 * Returns: FALSE when the theme has no such colour; then @color is as rub_compat_get_color() says.
 */
gboolean rub_compat_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *color);

/** What is done with the files (a list of GFile) that were chosen in front of @parent. */
typedef void (*RubCompatFilesFunc) (GtkWindow *parent, GListModel *files);

/**
 * Lets the user choose one or more files that are there. @callback is not called when none is
 * chosen, or when @parent goes first.
 */
void rub_compat_choose_files (GtkWindow *parent,
                              const char *title,
                              GtkFileFilter *filter,
                              RubCompatFilesFunc callback);

/** What is done with the file that was chosen; @data is freed behind it. */
typedef void (*RubCompatFileFunc) (GFile *file, gpointer data);

/**
 * Lets the user choose one file that is there. @callback is not called when none is chosen, or
 * when @parent goes first; @free_data always is.
 */
void rub_compat_choose_file (GtkWindow *parent,
                             const char *title,
                             GtkFileFilter *filter,
                             RubCompatFileFunc callback,
                             gpointer data,
                             GDestroyNotify free_data);

/**
 * Lets the user choose where to save a file that is called @name at first. @callback is not called
 * when nothing is chosen, or when @parent goes first; @free_data always is.
 *
 * @filters: (element-type GtkFileFilter): what kinds of files there are to choose from; the data
 *   "rub-ending" of one is how the names of its files end
 */
void rub_compat_choose_new_file (GtkWindow *parent,
                                 const char *title,
                                 const char *name,
                                 GListModel *filters,
                                 RubCompatFileFunc callback,
                                 gpointer data,
                                 GDestroyNotify free_data);

/** Tells something that needs no answer, in a dialog in front of @parent. */
void rub_compat_tell (GtkWindow *parent, const char *heading, const char *body);

/**
 * Sets the label of @button, with an underscore before its mnemonic, which older ones would tell
 * as a part of its name.
 */
void rub_compat_set_mnemonic_label (GtkButton *button, const char *label);

G_END_DECLS

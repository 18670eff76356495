/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*RubCondition) (gpointer data);

/** Runs the main loop until @condition holds of @data; fails the test when it takes too long. */
void rub_read_bench_wait (RubCondition condition, gpointer data);

/** A condition: the text of the RubArticleView @view is laid out, and longer than the view. */
gboolean rub_read_bench_is_laid_out (gpointer view);

/** Runs the main loop as long as it has something to do. */
void rub_read_bench_drain (void);

/** Returns: (transfer none) (nullable): the first widget of @type in @widget that is visible. */
gpointer rub_read_bench_find (GtkWidget *widget, GType type);

G_END_DECLS

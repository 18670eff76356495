/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** What is shown in the window. */
typedef GtkWidget *(*TextWindowCreate) (void);

/** What is done once it is shown and at rest. */
typedef void (*TextWindowSettled) (GtkWidget *view, gpointer data);

/**
 * Runs a window with a header bar and, in a scrolled window, what @create makes.
 *
 * @settled: (nullable)
 *
 * Returns: the status to exit with.
 */
int text_window_run (TextWindowCreate create, TextWindowSettled settled, gpointer data);

G_END_DECLS

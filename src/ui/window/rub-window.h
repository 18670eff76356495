/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_WINDOW (rub_window_get_type ())
/** The window: a switcher over the pages, toasts, and what is wrong with the store, if anything. */
G_DECLARE_FINAL_TYPE (RubWindow, rub_window, RUB, WINDOW, AdwApplicationWindow)

/** Returns: (transfer none): a window that belongs to @application. */
RubWindow *rub_window_new (GtkApplication *application, RubLibrary *library, GSettings *settings);

/** Shows the page with @name: "today", "body", "plan" or "read". Unknown names are ignored. */
void rub_window_show_page (RubWindow *self, const char *name);

/** Adds the runs in @files, a list of GFile. */
void rub_window_import_runs (RubWindow *self, GListModel *files);

G_END_DECLS

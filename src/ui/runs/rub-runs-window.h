/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_RUNS_WINDOW (rub_runs_window_get_type ())
/** All runs, newest first, to change and to delete. */
G_DECLARE_FINAL_TYPE (RubRunsWindow, rub_runs_window, RUB, RUNS_WINDOW, AdwWindow)

/** Returns: (transfer none): the window, in front of @parent. It is not presented yet. */
RubRunsWindow *rub_runs_window_new (GtkWindow *parent, RubLibrary *library);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-compat.h"
#include "rub-library.h"

G_BEGIN_DECLS

/** Lets the runner choose files with runs in front of @parent, then calls @callback with them. */
void rub_run_import_choose (GtkWindow *parent, RubCompatFilesFunc callback);

/**
 * Reads @files (a list of GFile) one after the other and adds the runs that are new to @library in
 * one commit, as soon as its records are read. What was there already is told in a toast, files
 * that cannot be read in a dialog. Stops when the window that @toasts is in goes.
 */
void rub_run_import_start (GListModel *files, RubLibrary *library, AdwToastOverlay *toasts);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_RUN_DIALOG (rub_run_dialog_get_type ())
/** Adds a run by hand, or changes one. */
G_DECLARE_FINAL_TYPE (RubRunDialog, rub_run_dialog, RUB, RUN_DIALOG, AdwWindow)

/**
 * Returns: (transfer none): a dialog in front of @parent that adds a run to @library, which must
 *   have read its records, or changes @run (nullable). It is not presented yet.
 */
RubRunDialog *rub_run_dialog_new (GtkWindow *parent, RubLibrary *library, RubRun *run);

G_END_DECLS

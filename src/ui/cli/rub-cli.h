/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-units.h"

G_BEGIN_DECLS

/* What the program does in a terminal, without a window or a display. */

/** The options: --import, --read, --status, --json, and the names of files. */
extern const GOptionEntry rub_cli_entries[];

/**
 * Does what @options ask for, see GApplication::handle-local-options.
 *
 * Returns: the exit code, or -1 when they do not ask for anything in the terminal.
 */
int rub_cli_run (GVariantDict *options);

/** Returns: (transfer full) (array zero-terminated=1) (nullable): the files named in @options. */
char **rub_cli_get_files (GVariantDict *options);

G_END_DECLS

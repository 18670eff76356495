/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-store.h"
#include "rub-units.h"

G_BEGIN_DECLS

/**
 * Adds the runs in @files (array zero-terminated=1) in one commit, tells the background program,
 * if there is a session bus, and prints a line a file: what came in, that it is there already, or
 * why it cannot be read. Blocks.
 *
 * Returns: 0 when everything in every file is in @store now, 1 otherwise.
 */
int rub_cli_import (RubStore *store, const char *const *files, RubUnits units);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * How a reader of outside data is fuzzed.
 *
 * @name: of the program; a file that breaks an assertion is left in the temporary folder under it
 * @words: (array length=n_words): what is worth writing over a file
 * @try: reads @file and asserts that what comes of it is sane, telling @kept, where the file is
 *   kept, if it is not; returns whether the file was accepted
 */
typedef struct
{
  const char *name;
  const char *const *words;
  int n_words;
  gboolean (*try) (GBytes *file, const char *kept);
} RubFuzz;

/**
 * Hands mutated files to a reader until the time is up: CORPUS SECONDS [SEED]. The same seed makes
 * the same files, and is printed. Build with -Db_sanitize=address,undefined to get the most of it.
 *
 * Returns: the exit status: a failure, too, when hardly any file is accepted.
 */
int rub_fuzz_run (const RubFuzz *fuzz, int argc, char **argv);

G_END_DECLS

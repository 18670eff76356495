/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-shelf.h"

G_BEGIN_DECLS

/** A library in a folder of its own, and what was last done to it. */
typedef struct
{
  char *folder;
  GSettings *settings;
  RubLibrary *library;
  RubShelf *shelf;
  RubChange *undo; /* of the last commit with a title */
  int n_told;      /* how many of those there were */
} RubShelfBench;

/** Opens a library that is read and empty. */
void rub_shelf_bench_open (RubShelfBench *self);

/** Closes it, and asserts that nothing holds it any more. */
void rub_shelf_bench_close (RubShelfBench *self);

/**
 * Takes the last commit back, once the library has told of it; what was done may be seen before.
 * Clear "undo" before the last commit where there were others.
 */
void rub_shelf_bench_undo (RubShelfBench *self);

/** Saves an article with a title, an address (nullable) and two paragraphs. Returns: its key. */
char *rub_shelf_bench_save (RubShelfBench *self, const char *title, const char *address);

G_END_DECLS

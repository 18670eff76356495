/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What came of a year. */
typedef struct
{
  const char *runner;
  guint n_came;
  guint n_again;
  char *fault; /* NULL when nothing was wrong */
} RubYear;

/**
 * Lives through @n_days of a runner, all of which follow from @seed: who it is and where, when
 * they run and what they answer, when the device sleeps, the program dies, the clock is set and
 * the zone changes. A store is made in @folder and removed.
 */
void rub_year_live (guint32 seed, int n_days, const char *folder, RubYear *year);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>

#include <glib/gstdio.h>

#include "rub-year.h"

#define N_DAYS 365

/* That the store cannot be used is part of it, and each clock that is set is told of. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  if ((level & G_LOG_LEVEL_MASK) == G_LOG_LEVEL_WARNING)
    return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

/* In memory where that can be: a year is thousands of commits. */
static char *
make_folder (void)
{
  char *folder = g_strdup ("/dev/shm/rub-year-XXXXXX");

  if (g_mkdtemp (folder) != NULL)
    return folder;

  g_free (folder);

  return g_dir_make_tmp ("rub-year-XXXXXX", NULL);
}

/* Returns: whether something came, and nothing was wrong. */
static gboolean
live (guint32 seed, int n_days, const char *folder, int number)
{
  RubYear year = { 0 };
  gboolean is_good;

  rub_year_live (seed, n_days, folder, &year);
  is_good = year.fault == NULL && year.n_came > 0;
  printf ("%s %d - seed %u, %s: %u came, %u again%s%s\n", is_good ? "ok" : "not ok", number, seed,
          year.runner, year.n_came, year.n_again, year.fault != NULL ? "; " : "",
          year.fault != NULL ? year.fault : "");
  fflush (stdout);
  g_free (year.fault);

  return is_good;
}

/* Arguments: the first seed, how many, and how many days of each. */
int
main (int argc, char **argv)
{
  guint32 first = argc > 1 ? (guint32) strtoul (argv[1], NULL, 10) : 1;
  int count = argc > 2 ? atoi (argv[2]) : 1;
  int n_days = argc > 3 ? atoi (argv[3]) : N_DAYS;
  g_autofree char *folder = make_folder ();
  int n_bad = 0;

  g_log_set_writer_func (write_log, NULL, NULL);
  printf ("1..%d\n", count);
  for (int i = 0; i < count; i++)
    n_bad += live (first + (guint32) i, n_days, folder, i + 1) ? 0 : 1;
  g_rmdir (folder);

  return n_bad > 0 ? 1 : 0;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "rub-store.h"

#define N_ROUNDS 200
#define N_PROGRAMS 2

/* Opens the store once the starting pipe is closed, adds a row; returns an exit status. */
static int
open_and_add (const char *path, int start, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubStore) store = NULL;
  g_autoptr (RubCheck) check = rub_check_new (0, number, 0, NULL, 0);
  g_autoptr (RubChange) change = rub_change_new ();
  char byte;

  if (read (start, &byte, 1) != 0)
    return 2;

  store = rub_store_open (path, &error);
  if (store == NULL)
    g_printerr ("opening: %s\n", error->message);
  else if (rub_store_get_fault (store) != NULL)
    g_printerr ("opened, but: %s\n", rub_store_get_fault (store)->message);
  else
    {
      rub_change_save_check (change, check);
      if (rub_store_commit (store, change, &error))
        return 0;
      g_printerr ("writing: %s\n", error->message);
    }

  return 1;
}

/* Returns: how many of the programs that opened a new store at one instant failed. */
static int
race (const char *path)
{
  pid_t pids[N_PROGRAMS];
  int start[2];
  int n_failed = 0;

  g_assert_cmpint (pipe (start), ==, 0);
  for (int i = 0; i < N_PROGRAMS; i++)
    {
      pids[i] = fork ();
      g_assert_cmpint (pids[i], >=, 0);
      if (pids[i] == 0)
        {
          close (start[1]);
          _exit (open_and_add (path, start[0], i + 1));
        }
    }

  close (start[0]);
  close (start[1]);
  for (int i = 0; i < N_PROGRAMS; i++)
    {
      int status;

      g_assert_cmpint (waitpid (pids[i], &status, 0), ==, pids[i]);
      n_failed += !WIFEXITED (status) || WEXITSTATUS (status) != 0;
    }

  return n_failed;
}

static void
test_first_open (void)
{
  int n_failed = 0;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *folder = g_dir_make_tmp ("rub-race-XXXXXX", NULL);
      g_autofree char *data = g_build_filename (folder, "rubdown", NULL);
      g_autofree char *path = g_build_filename (data, "rubdown.db", NULL);
      g_autoptr (RubStore) store = NULL;
      g_autoptr (RubRecords) records = NULL;

      n_failed += race (path);
      store = rub_store_open (path, &error);
      g_assert_no_error (error);
      records = rub_store_read (store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (records->checks->len, ==, N_PROGRAMS);

      g_clear_object (&store);
      g_assert_cmpint (g_remove (path), ==, 0);
      g_rmdir (data);
      g_rmdir (folder);
    }

  g_test_message ("%d rounds of %d programs, %d failed", N_ROUNDS, N_PROGRAMS, n_failed);
  g_assert_cmpint (n_failed, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/first-open", test_first_open);

  return g_test_run ();
}

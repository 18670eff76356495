/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-cli-import.h"

#include <glib/gi18n.h>

#include "rub-cli-text.h"
#include "rub-recheck.h"
#include "rub-run-file.h"
#include "rub-run-intake.h"

static char *
describe_outcome (GPtrArray *added, guint n_known, RubUnits units)
{
  g_autofree char *runs = NULL;
  g_autofree char *known = NULL;

  if (added->len == 0)
    return g_strdup (_("already there"));

  if (added->len == 1)
    runs = rub_cli_text_describe_run (g_ptr_array_index (added, 0), units);
  else
    runs = g_strdup_printf (ngettext ("%u run", "%u runs", added->len), added->len);
  if (n_known == 0)
    return g_steal_pointer (&runs);

  known = g_strdup_printf (ngettext ("%u already there", "%u already there", n_known), n_known);

  /* Translators: what came in from a file, and how much of it was there before. */
  return g_strdup_printf (C_ ("import", "%s; %s"), runs, known);
}

/* Returns the line for the file, and whether it could be read. */
static char *
take_file (RubRunIntake *intake, const char *path, RubUnits units, gboolean *was_read)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = rub_run_file_load (file, NULL, &error);
  g_autoptr (GPtrArray) added = NULL;
  g_autofree char *outcome = NULL;

  if (runs != NULL)
    added = rub_run_intake_add (intake, runs, g_get_real_time (), &error);
  *was_read = added != NULL;
  if (added == NULL)
    /* Translators: a file and what is wrong with it, or what came in from it. */
    return g_strdup_printf (C_ ("import", "%s: %s"), name, error->message);

  outcome = describe_outcome (added, runs->len - added->len, units);

  return g_strdup_printf (C_ ("import", "%s: %s"), name, outcome);
}

static void
tell_background (void)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  if (connection == NULL)
    return;

  rub_recheck_send (connection);
  rub_recheck_send_to_app (connection);
  g_dbus_connection_flush_sync (connection, NULL, NULL);
}

int
rub_cli_import (RubStore *store, const char *const *files, RubUnits units)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubRecords) records = NULL;
  g_autoptr (RubRunIntake) intake = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  int status = 0;

  g_return_val_if_fail (RUB_IS_STORE (store), 1);
  g_return_val_if_fail (files != NULL, 1);

  records = rub_store_read (store, &error);
  if (records != NULL)
    {
      intake = rub_run_intake_new (records);
      for (gsize i = 0; files[i] != NULL; i++)
        {
          gboolean was_read;

          g_ptr_array_add (lines, take_file (intake, files[i], units, &was_read));
          if (!was_read)
            status = 1;
        }
    }
  if (intake == NULL
      || (rub_run_intake_get_n_added (intake) > 0
          && !rub_store_commit (store, rub_run_intake_get_change (intake), &error)))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  if (rub_run_intake_get_n_added (intake) > 0)
    tell_background ();
  for (guint i = 0; i < lines->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (lines, i));

  return status;
}

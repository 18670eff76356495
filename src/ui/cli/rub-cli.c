/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-cli.h"

#include <glib/gi18n.h>

#include "rub-cli-import.h"
#include "rub-cli-read.h"
#include "rub-cli-status.h"
#include "rub-store.h"

const GOptionEntry rub_cli_entries[] = {
  { "import", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Add the runs in the files, without a window"),
    NULL },
  { "read", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_ ("Print the article in a file or on a web page as Markdown"), NULL },
  { "status", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_ ("Print the next reminder, the last run and the last check"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("With --status, print JSON"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  { NULL }
};

static RubUnits
get_units (void)
{
  g_autoptr (GSettings) settings = g_settings_new (RUB_APP_ID);
  g_autofree char *choice = g_settings_get_string (settings, "units");

  if (g_str_equal (choice, "metric"))
    return RUB_UNITS_METRIC;
  if (g_str_equal (choice, "imperial"))
    return RUB_UNITS_IMPERIAL;

  return rub_units_from_locale ();
}

/* As other programs say that they were called wrongly. */
#define EXIT_USAGE 2

static int
import (RubStore *store, GVariantDict *options)
{
  g_auto (GStrv) files = rub_cli_get_files (options);

  if (files == NULL)
    {
      g_printerr ("%s\n", _("Name at least one file after “--import”."));
      return EXIT_USAGE;
    }

  return rub_cli_import (store, (const char *const *) files, get_units ());
}

static int
read_article (GVariantDict *options)
{
  g_auto (GStrv) files = rub_cli_get_files (options);

  if (files == NULL || g_strv_length (files) != 1)
    {
      g_printerr ("%s\n", _("Name one file or address after “--read”."));
      return EXIT_USAGE;
    }

  return rub_cli_read (files[0]);
}

int
rub_cli_run (GVariantDict *options)
{
  gboolean is_import = g_variant_dict_contains (options, "import");
  gboolean is_json = g_variant_dict_contains (options, "json");
  g_autofree char *path = rub_store_get_default_path ();
  g_autoptr (RubStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (options != NULL, EXIT_FAILURE);

  if (g_variant_dict_contains (options, "read"))
    return read_article (options);
  if (!is_import && !g_variant_dict_contains (options, "status"))
    return -1;

  store = rub_store_open (path, &error);
  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  if (is_import)
    return import (store, options);

  return rub_cli_status (store, get_units (), is_json);
}

char **
rub_cli_get_files (GVariantDict *options)
{
  char **files = NULL;

  g_return_val_if_fail (options != NULL, NULL);

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^aay", &files);

  return files;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <sys/stat.h>

#include <glib/gi18n.h>

#include "rub-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (RubApplication) application = NULL;

  /* Everything Rubdown writes is the runner's own. */
  umask (077);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, RUB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = rub_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "rub-reminders-app.h"

int
main (int argc, char **argv)
{
  g_autoptr (RubRemindersApp) app = NULL;

  /* What is written here is for nobody else to read. */
  umask (077);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, RUB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Rubdown"));

  app = rub_reminders_app_new ();

  return g_application_run (G_APPLICATION (app), argc, argv);
}

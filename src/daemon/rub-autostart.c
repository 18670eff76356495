/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-autostart.h"

#include <errno.h>

#include <glib/gstdio.h>

#define AUTOSTART_FILE RUB_DAEMON_ID ".desktop"

/* Quotes a path for the Exec key: in double quotes, with a backslash before what is special in
 * them, and each percent sign twice. */
static char *
quote_exec (const char *program)
{
  g_autoptr (GString) quoted = g_string_new ("\"");

  for (const char *c = program; *c != '\0'; c++)
    {
      if (strchr ("\"`$\\", *c) != NULL)
        g_string_append_c (quoted, '\\');
      else if (*c == '%')
        g_string_append_c (quoted, '%');
      g_string_append_c (quoted, *c);
    }

  return g_strdup (g_string_append_c (quoted, '"')->str);
}

static char *
make_contents (const char *program)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *exec = quote_exec (program);

  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "Type", "Application");
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "Name", "Rubdown Reminders");
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "Icon", RUB_APP_ID);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "Exec", exec);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "TryExec", program);
  g_key_file_set_boolean (file, G_KEY_FILE_DESKTOP_GROUP, "NoDisplay", TRUE);
  g_key_file_set_boolean (file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", TRUE);

  return g_key_file_to_data (file, NULL, NULL);
}

/* Desktops have switches of their own for what starts with the session. */
static gboolean
is_switched_off (const char *contents)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_data (file, contents, -1, G_KEY_FILE_NONE, NULL))
    return FALSE;

  return g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP, "Hidden", NULL)
         || (g_key_file_has_key (file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", NULL)
             && !g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP,
                                         "X-GNOME-Autostart-enabled", NULL));
}

static gboolean
write_file (const char *folder, const char *path, const char *program, GError **error)
{
  g_autofree char *contents = make_contents (program);
  g_autofree char *present = NULL;

  if (g_file_get_contents (path, &present, NULL, NULL)
      && (g_str_equal (present, contents) || is_switched_off (present)))
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   "The folder %s cannot be made: %s", folder, g_strerror (errno));
      return FALSE;
    }

  return g_file_set_contents_full (path, contents, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644, error);
}

gboolean
rub_autostart_set (const char *program, gboolean is_enabled, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  g_autofree char *path = g_build_filename (folder, AUTOSTART_FILE, NULL);

  g_return_val_if_fail (program != NULL && g_path_is_absolute (program), FALSE);

  if (is_enabled)
    return write_file (folder, path, program, error);

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
               "The file %s cannot be removed: %s", path, g_strerror (errno));

  return FALSE;
}

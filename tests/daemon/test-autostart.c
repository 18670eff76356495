/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "rub-autostart.h"

#define PROGRAM "/usr/libexec/rubdown-reminders"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", RUB_DAEMON_ID ".desktop", NULL);
}

static GKeyFile *
load (void)
{
  g_autofree char *path = get_path ();
  GKeyFile *file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);

  return file;
}

static void
assert_set (const char *program, gboolean is_enabled)
{
  g_autoptr (GError) error = NULL;
  gboolean is_set = rub_autostart_set (program, is_enabled, &error);

  g_assert_no_error (error);
  g_assert_true (is_set);
}

static void
test_on_off (void)
{
  g_autofree char *path = get_path ();
  g_autoptr (GKeyFile) file = NULL;
  g_autofree char *exec = NULL;

  assert_set (PROGRAM, FALSE);
  assert_set (PROGRAM, TRUE);
  file = load ();
  exec = g_key_file_get_string (file, G_KEY_FILE_DESKTOP_GROUP, "Exec", NULL);
  g_assert_cmpstr (exec, ==, "\"" PROGRAM "\"");

  assert_set (PROGRAM, FALSE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_odd_folder (void)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autofree char *exec = NULL;
  g_autofree char *try_exec = NULL;

  assert_set ("/opt/my \"50%\" $apps/x", TRUE);
  file = load ();
  exec = g_key_file_get_string (file, G_KEY_FILE_DESKTOP_GROUP, "Exec", NULL);
  try_exec = g_key_file_get_string (file, G_KEY_FILE_DESKTOP_GROUP, "TryExec", NULL);
  g_assert_cmpstr (exec, ==, "\"/opt/my \\\"50%%\\\" \\$apps/x\"");
  g_assert_cmpstr (try_exec, ==, "/opt/my \"50%\" $apps/x");
}

/* What the desktop's own switch says stays, until ours is moved. */
static void
test_switched_off (void)
{
  static const struct
  {
    const char *key;
    gboolean value;
  } rows[] = { { "Hidden", TRUE }, { "X-GNOME-Autostart-enabled", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = get_path ();
      g_autoptr (GKeyFile) file = NULL;
      g_autoptr (GKeyFile) after = NULL;
      g_autoptr (GKeyFile) anew = NULL;

      assert_set (PROGRAM, TRUE);
      file = load ();
      g_key_file_set_boolean (file, G_KEY_FILE_DESKTOP_GROUP, rows[i].key, rows[i].value);
      g_assert_true (g_key_file_save_to_file (file, path, NULL));

      assert_set (PROGRAM, TRUE);
      after = load ();
      g_assert_cmpint (
        g_key_file_get_boolean (after, G_KEY_FILE_DESKTOP_GROUP, rows[i].key, NULL), ==,
        rows[i].value);

      assert_set (PROGRAM, FALSE);
      assert_set (PROGRAM, TRUE);
      anew = load ();
      g_assert_cmpint (
        g_key_file_get_boolean (anew, G_KEY_FILE_DESKTOP_GROUP, rows[i].key, NULL), ==,
        !rows[i].value);
    }
}

static void
test_no_folder (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_config_dir (), 0700));
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_false (rub_autostart_set (PROGRAM, TRUE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/autostart/on-off", test_on_off);
  g_test_add_func ("/autostart/odd-folder", test_odd_folder);
  g_test_add_func ("/autostart/switched-off", test_switched_off);
  g_test_add_func ("/autostart/no-folder", test_no_folder);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "rub-store.h"

/* Runs the program as built, in a home of its own, without a display and without a bus. */

typedef struct
{
  char *home;
  char *db;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->home = g_dir_make_tmp ("rubdown-cli-XXXXXX", &error);
  g_assert_no_error (error);
  self->db = g_build_filename (self->home, "data", "rubdown", "rubdown.db", NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      remove_tree (below);
    }
  g_file_delete (file, NULL, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  remove_tree (self->home);
  g_free (self->home);
  g_free (self->db);
}

/* Runs the program with @words and returns what it printed. */
static char *
run (Fixture *self, int expected_status, const char *words)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *data = g_build_filename (self->home, "data", NULL);
  g_autofree char *line = g_strjoin (" ", g_getenv ("RUBDOWN"), words, NULL);
  g_auto (GStrv) argv = g_strsplit (line, " ", -1);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  g_subprocess_launcher_setenv (launcher, "HOME", self->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", self->home, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  g_subprocess_launcher_set_cwd (launcher, self->home);

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, expected_status);

  return out;
}

static void
write_file (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->home, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A run along a meridian: 0.1 degrees of the mean Earth are 11.12 km. */
static void
write_run (Fixture *self, const char *name, int day)
{
  g_autoptr (GString) text = g_string_new ("<gpx version=\"1.1\"><trk><trkseg>");

  for (int minute = 0; minute <= 60; minute++)
    {
      char latitude[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (latitude, sizeof latitude, "%.6f", 50 + minute * 0.1 / 60);
      g_string_append_printf (text,
                              "<trkpt lat=\"%s\" lon=\"8\"><time>2026-05-%02dT%02d:%02d:00Z</time>"
                              "</trkpt>",
                              latitude, day, 6 + minute / 60, minute % 60);
    }
  g_string_append (text, "</trkseg></trk></gpx>");
  write_file (self, name, text->str);
}

static guint
count_runs (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubStore) store = rub_store_open (self->db, &error);
  g_autoptr (RubRecords) records = NULL;

  g_assert_no_error (error);
  records = rub_store_read (store, &error);
  g_assert_no_error (error);

  return records->runs->len;
}

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  write_run (self, "morning.gpx", 12);
  write_run (self, "copy.gpx", 12);

  first = run (self, 0, "--import morning.gpx copy.gpx");
  g_assert_cmpstr (first, ==,
                   "morning.gpx: Easy run, 11.1 km in 1:00:00, 12 May 2026\n"
                   "copy.gpx: already there\n");
  g_assert_cmpuint (count_runs (self), ==, 1);

  second = run (self, 0, "--import morning.gpx");
  g_assert_cmpstr (second, ==, "morning.gpx: already there\n");
  g_assert_cmpuint (count_runs (self), ==, 1);
}

static void
test_import_failures (Fixture *self, gconstpointer data)
{
  g_autofree char *out = NULL;
  g_autofree char *nothing = NULL;
  g_auto (GStrv) lines = NULL;

  write_run (self, "good.gpx", 12);
  write_file (self, "bad.gpx", "Dear diary,");

  /* One that cannot be read does not keep the others out. */
  out = run (self, 1, "--import bad.gpx good.gpx missing.tcx");
  lines = g_strsplit (out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "bad.gpx: "));
  g_assert_cmpstr (lines[1], ==, "good.gpx: Easy run, 11.1 km in 1:00:00, 12 May 2026");
  g_assert_true (g_str_has_prefix (lines[2], "missing.tcx: "));
  g_assert_cmpuint (count_runs (self), ==, 1);

  nothing = run (self, 2, "--import");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_import_unwritable (Fixture *self, gconstpointer data)
{
  g_autofree char *out = NULL;

  /* A file stands where the folder of the store should be. */
  write_run (self, "good.gpx", 12);
  write_file (self, "data", "");
  out = run (self, 1, "--import good.gpx");
  g_assert_cmpstr (out, ==, "");
}

/* A store with a hard run that ended a moment ago and a check. */
static void
fill_store (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubStore) store = rub_store_open (self->db, &error);
  g_autoptr (RubChange) change = rub_change_new ();
  gint64 now_us = g_get_real_time ();
  const RubRunFields fields = {
    .start_us = now_us - 2 * G_TIME_SPAN_HOUR,
    .elapsed_s = 7000,
    .distance_m = 24000,
    .ascent_m = NAN,
    .descent_m = NAN,
    .effort = 7,
    .kind = RUB_RUN_KIND_LONG,
    .source = "hand",
  };
  const RubSoreness sore[] = { { "calf-left", 6, RUB_SENSATION_TIGHT, "stiff" } };
  g_autoptr (RubRun) last_run = rub_run_new (&fields);
  g_autoptr (RubCheck) check = rub_check_new (0, now_us, 0, sore, G_N_ELEMENTS (sore));

  g_assert_no_error (error);
  rub_change_save_run (change, last_run);
  rub_change_save_check (change, check);
  rub_store_commit (store, change, &error);
  g_assert_no_error (error);
}

static void
test_status_words (Fixture *self, gconstpointer data)
{
  g_autofree char *empty = run (self, 0, "--status");
  g_autofree char *full = NULL;

  g_assert_cmpstr (empty, ==,
                   "Next reminder: nothing planned\nLast run: none yet\nLast check: none yet\n");

  fill_store (self);
  full = run (self, 0, "--status");
  g_assert_nonnull (strstr (full, "Next reminder: "));
  g_assert_nonnull (strstr (full, "long run"));
  g_assert_nonnull (strstr (full, "Last run: Long run, 24 km in 1:56:40, "));
  g_assert_nonnull (strstr (full, "Last check: 1 sore place, up to 6 of 10, just now\n"));
}

static void
test_status_json (Fixture *self, gconstpointer data)
{
  g_autofree char *out = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *object, *reminder, *last_run, *check, *sore;

  fill_store (self);
  out = run (self, 0, "--status --json");
  root = json_from_string (out, &error);
  g_assert_no_error (error);
  object = json_node_get_object (root);
  g_assert_cmpint (json_object_get_int_member (object, "version"), ==, 1);

  reminder = json_object_get_object_member (object, "next_reminder");
  g_assert_true (g_str_has_suffix (json_object_get_string_member (reminder, "due"), "Z"));
  g_assert_cmpstr (json_object_get_string_member (reminder, "state"), ==, "planned");
  g_assert_true (json_object_has_member (reminder, "id"));
  g_assert_true (json_object_has_member (reminder, "title"));
  g_assert_true (json_object_has_member (reminder, "reason"));

  last_run = json_object_get_object_member (object, "last_run");
  g_assert_cmpint (json_object_get_int_member (last_run, "elapsed_s"), ==, 7000);
  g_assert_cmpint (json_object_get_int_member (last_run, "effort"), ==, 7);
  g_assert_cmpfloat (json_object_get_double_member (last_run, "distance_m"), ==, 24000);
  g_assert_cmpstr (json_object_get_string_member (last_run, "kind"), ==, "long");

  check = json_object_get_object_member (object, "last_check");
  sore = json_array_get_object_element (json_object_get_array_member (check, "sore"), 0);
  g_assert_cmpstr (json_object_get_string_member (sore, "region"), ==, "calf-left");
  g_assert_cmpint (json_object_get_int_member (sore, "soreness"), ==, 6);
  g_assert_cmpstr (json_object_get_string_member (sore, "sensation"), ==, "tight");
  g_assert_cmpstr (json_object_get_string_member (sore, "note"), ==, "stiff");
}

static void
test_read (Fixture *self, gconstpointer data)
{
  g_autofree char *out = NULL;
  g_autofree char *none = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *usage = NULL;

  write_file (self, "walk.md", "# A Walk\n\nIt was *short*.\n");
  write_file (self, "login.html", "<h1>Log in</h1><form><input name=a></form>");
  out = run (self, 0, "--read walk.md");
  g_assert_cmpstr (out, ==, "# A Walk\n\nIt was *short*.\n");
  none = run (self, 1, "--read login.html");
  g_assert_cmpstr (none, ==, "");
  missing = run (self, 1, "--read nowhere.md");
  g_assert_cmpstr (missing, ==, "");
  usage = run (self, 2, "--read");
  g_assert_cmpstr (usage, ==, "");
}

#define ADD(path, func) g_test_add ("/cli/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("import", test_import);
  ADD ("import/failures", test_import_failures);
  ADD ("import/unwritable", test_import_unwritable);
  ADD ("read", test_read);
  ADD ("status/words", test_status_words);
  ADD ("status/json", test_status_json);

  return g_test_run ();
}

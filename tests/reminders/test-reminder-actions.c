/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include <glib/gstdio.h>

#include "rub-reminder-actions.h"
#include "rub-store.h"

/* An application with the actions, and what they called. */
typedef struct
{
  GApplication *app;
  char *path;
  char *opened;
  char *started;
  int n_rechecks;
  int n_answers;
  int n_errors;
} Fixture;

static void
on_recheck (gpointer user_data)
{
  ((Fixture *) user_data)->n_rechecks++;
}

static void
on_answered (const char *id, const GError *error, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_answers++;
  if (error != NULL)
    fixture->n_errors++;
}

static void
on_open (const char *id, gpointer user_data)
{
  ((Fixture *) user_data)->opened = g_strdup (id);
}

static void
on_start (const char *id, gpointer user_data)
{
  ((Fixture *) user_data)->started = g_strdup (id);
}

static const RubReminderActions actions = { on_recheck, on_answered, on_open, on_start };

/* A failed answer is logged as a warning, which a test takes for its own failure. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  if ((level & G_LOG_LEVEL_MASK) == G_LOG_LEVEL_WARNING)
    return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

/* A hard run that ended three hours ago: hard/1 was due an hour ago. */
static void
add_run (const char *path)
{
  g_autoptr (RubStore) store = rub_store_open (path, NULL);
  g_autoptr (RubChange) change = rub_change_new ();
  gint64 start_us = g_get_real_time () - 4 * G_TIME_SPAN_HOUR;
  RubRunFields fields = { .start_us = start_us,
                          .added_us = start_us + G_TIME_SPAN_HOUR,
                          .elapsed_s = 3600,
                          .distance_m = 12000,
                          .ascent_m = (double) NAN,
                          .descent_m = (double) NAN,
                          .effort = 8,
                          .kind = RUB_RUN_KIND_TEMPO,
                          .source = "hand" };
  g_autoptr (RubRun) run = rub_run_new (&fields);

  rub_change_save_run (change, run);
  g_assert_true (rub_store_commit (store, change, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = rub_store_get_default_path ();
  add_run (fixture->path);
  fixture->app = g_application_new ("io.github.rubdown.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (fixture->app, NULL, &error);
  g_assert_no_error (error);
  rub_reminder_actions_install (fixture->app, fixture->path, &actions, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->app);
  g_free (fixture->path);
  g_free (fixture->opened);
  g_free (fixture->started);
}

static void
activate (Fixture *fixture, const char *action, const char *id)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->app), action,
                                  id != NULL ? g_variant_new_string (id) : NULL);
}

static void
wait_answers (Fixture *fixture, int n_answers)
{
  while (fixture->n_answers < n_answers)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_stored (Fixture *fixture, RubReminderState state, guint n_massages)
{
  g_autoptr (RubStore) store = rub_store_open (fixture->path, NULL);
  g_autoptr (RubRecords) records = rub_store_read (store, NULL);
  const RubReminderRecord *record = rub_records_find_reminder (records, "hard/1");

  g_assert_nonnull (record);
  g_assert_cmpint (record->state, ==, state);
  g_assert_cmpuint (records->massages->len, ==, n_massages);
}

static void
test_called (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "recheck", NULL);
  activate (fixture, "open", "");
  activate (fixture, "start", "hard/1");

  g_assert_cmpint (fixture->n_rechecks, ==, 1);
  g_assert_cmpstr (fixture->opened, ==, "");
  g_assert_cmpstr (fixture->started, ==, "hard/1");
  g_assert_cmpint (fixture->n_answers, ==, 0);
}

/* Three clicks before the first is dealt with, in threads of their own. */
static void
test_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RubStore) store = NULL;
  g_autoptr (RubRecords) records = NULL;
  const RubMassage *massage;

  for (int i = 0; i < 3; i++)
    activate (fixture, "done", "hard/1");
  wait_answers (fixture, 3);
  assert_stored (fixture, RUB_REMINDER_DONE, 1);

  store = rub_store_open (fixture->path, NULL);
  records = rub_store_read (store, NULL);
  massage = &g_array_index (records->massages, RubMassage, 0);
  g_assert_cmpint (massage->elapsed_s, ==, 8 * 60);
  g_assert_cmpstr (massage->reminder_id, ==, "hard/1");

  activate (fixture, "snooze", "hard/1");
  wait_answers (fixture, 4);
  assert_stored (fixture, RUB_REMINDER_DONE, 1);
  g_assert_cmpint (fixture->n_errors, ==, 0);
}

static void
test_snooze (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RubStore) store = NULL;
  g_autoptr (RubRecords) records = NULL;
  const RubReminderRecord *record;
  gint64 before_us = g_get_real_time ();

  for (int i = 0; i < 3; i++)
    activate (fixture, "snooze", "hard/1");
  wait_answers (fixture, 3);
  assert_stored (fixture, RUB_REMINDER_SNOOZED, 0);

  store = rub_store_open (fixture->path, NULL);
  records = rub_store_read (store, NULL);
  record = rub_records_find_reminder (records, "hard/1");
  g_assert_cmpint (record->due_us, >=, before_us + G_TIME_SPAN_HOUR);
  g_assert_cmpint (record->due_us, <=, g_get_real_time () + G_TIME_SPAN_HOUR);
  g_assert_cmpint (fixture->n_errors, ==, 0);
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "", "hard/2", "nothing", "'; DROP TABLE reminders; --" };
  g_autoptr (RubStore) store = NULL;
  g_autoptr (RubRecords) records = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      activate (fixture, "done", ids[i]);
      activate (fixture, "snooze", ids[i]);
    }
  wait_answers (fixture, 2 * G_N_ELEMENTS (ids));

  store = rub_store_open (fixture->path, NULL);
  records = rub_store_read (store, NULL);
  g_assert_cmpuint (records->reminders->len, ==, 0);
  g_assert_cmpuint (records->massages->len, ==, 0);
  g_assert_cmpint (fixture->n_errors, ==, 0);
}

static void
test_no_store (Fixture *fixture, gconstpointer data)
{
  g_assert_no_errno (g_remove (fixture->path));
  g_assert_no_errno (g_mkdir (fixture->path, 0700));

  activate (fixture, "done", "hard/1");
  wait_answers (fixture, 1);
  g_assert_cmpint (fixture->n_errors, ==, 1);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_log_set_writer_func (write_log, NULL, NULL);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/reminder-actions/called", test_called);
  ADD ("/reminder-actions/done", test_done);
  ADD ("/reminder-actions/snooze", test_snooze);
  ADD ("/reminder-actions/unknown", test_unknown);
  ADD ("/reminder-actions/no-store", test_no_store);

  return g_test_run ();
}

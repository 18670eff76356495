/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sqlite3.h>

#include <gio/gio.h>

#include "rub-bench.h"

#define MAX_STEPS 8
#define CHECK_2 "check/2026-06-02"
#define CHECK_3 "check/2026-06-03"

/* A step, what it makes the scheduler send and withdraw, and when it wakes next (or NULL). */
typedef struct
{
  const char *step;
  const char *log;
  const char *next;
} Row;

typedef struct
{
  const char *name;
  Row rows[MAX_STEPS];
  const char *states;
  guint n_massages;
} Story;

static const Story stories[] = {
  { "on-time",
    { { "start", "-waiting", "1T11:00:00" },
      { "until 1T10:59", "", NULL },
      { "until 1T11:00", "+hard/1", "2T08:00:00" },
      { "recheck", "", "2T08:00:00" } },
    "hard/1=shown", 0 },
  { "withdrawn-after-a-day",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "until 2T08:00", "+" CHECK_2, "2T11:00:01" },
      { "until 2T12:00", "-hard/1", "3T08:00:00" },
      { "until 5T00:00", "+" CHECK_3 " -" CHECK_2 " -" CHECK_3, "never" } },
    "hard/1=missed " CHECK_2 "=missed " CHECK_3 "=missed", 0 },
  { "late-alone",
    { { "start", "-waiting", NULL }, { "set 1T13:00", "+waiting(hard/1)", NULL } },
    "hard/1=shown", 0 },
  { "one-late-one-not",
    { { "start", "-waiting", NULL },
      { "long", "", "1T11:00:00" },
      { "set 1T11:30", "+long/2 +waiting(hard/1)", NULL } },
    "hard/1=shown long/2=shown", 0 },
  { "late-together",
    { { "start", "-waiting", NULL },
      { "long", "", NULL },
      { "set 1T13:00", "+waiting(hard/1,long/2)", NULL },
      { "recheck", "", NULL },
      { "done hard/1", "", NULL },
      { "done long/2", "-waiting", "2T08:00:00" } },
    "hard/1=done long/2=done", 2 },
  { "later-still",
    { { "start", "-waiting", NULL },
      { "long", "", NULL },
      { "set 1T13:00", "+waiting(hard/1,long/2)", NULL },
      { "set 2T10:00", "+waiting(hard/1,long/2," CHECK_2 ")", NULL } },
    "hard/1=shown long/2=shown " CHECK_2 "=shown", 0 },
  { "late-by-15-minutes",
    { { "start", "-waiting", NULL },
      { "long", "", NULL },
      { "until 1T11:30", "+hard/1 +long/2", NULL },
      { "snooze hard/1", "-hard/1", NULL },
      { "snooze long/2", "-long/2", "1T12:30:00" },
      { "set 1T12:45", "+hard/1 +long/2", NULL } },
    "long/2=shown hard/1=shown", 0 },
  { "late-by-16-minutes",
    { { "start", "-waiting", NULL },
      { "long", "", NULL },
      { "until 1T11:30", "+hard/1 +long/2", NULL },
      { "snooze hard/1", "-hard/1", NULL },
      { "snooze long/2", "-long/2", NULL },
      { "set 1T12:46", "+waiting(hard/1,long/2)", NULL } },
    "long/2=shown hard/1=shown", 0 },
  { "asked-while-busy",
    { { "start", "-waiting", NULL },
      { "recheck-thrice", "", "1T11:00:00" },
      { "until 1T11:00", "+hard/1", NULL },
      { "recheck-thrice", "", "2T08:00:00" } },
    "hard/1=shown", 0 },
  { "missed",
    { { "start", "-waiting", NULL }, { "set 2T12:00", "+waiting(" CHECK_2 ")", "3T08:00:00" } },
    "hard/1=missed " CHECK_2 "=shown", 0 },
  { "snooze",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "snooze hard/1", "-hard/1", "1T12:00:00" },
      { "snooze hard/1", "", "1T12:00:00" },
      { "until 1T12:00", "+hard/1", NULL },
      { "snooze hard/1", "-hard/1", "1T13:00:00" } },
    "hard/1=snoozed", 0 },
  { "done-twice",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "done hard/1", "-hard/1", "2T08:00:00" },
      { "done hard/1", "", NULL },
      { "snooze hard/1", "", "2T08:00:00" },
      { "done hard/99", "", NULL } },
    "hard/1=done", 1 },
  { "done-when-missed",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "set 2T12:00", "+waiting(" CHECK_2 ") -hard/1", NULL },
      { "snooze hard/1", "", NULL },
      { "done hard/1", "", NULL },
      { "done " CHECK_2, "-waiting", NULL } },
    "hard/1=done " CHECK_2 "=done", 1 },
  { "undone",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "done-in-app hard/1", "-hard/1", NULL },
      { "undo", "+hard/1", NULL } },
    "hard/1=shown", 0 },
  { "done-before-due",
    { { "start", "-waiting", NULL },
      { "done hard/1", "", "2T08:00:00" },
      { "until 1T12:00", "", NULL } },
    "hard/1=done", 1 },
  { "answered-by-a-check",
    { { "start", "-waiting", NULL },
      { "done hard/1", "", NULL },
      { "until 2T08:00", "+" CHECK_2, NULL },
      { "check", "-" CHECK_2, "3T08:00:00" },
      { "until 3T07:00", "", NULL },
      { "check", "", "never" },
      { "until 3T09:00", "", NULL } },
    "hard/1=done " CHECK_2 "=shown", 1 },
  { "rule-off",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "rule hard", "-hard/1", "2T08:00:00" } },
    "hard/1=shown", 0 },
  { "run-removed",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "remove", "-hard/1", "never" } },
    "hard/1=shown", 0 },
  { "restart",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "start", "+hard/1 -waiting", NULL },
      { "done hard/1", "-hard/1", NULL },
      { "start", "-hard/1 -waiting", NULL } },
    "hard/1=done", 1 },
  { "restart-with-several",
    { { "start", "-waiting", NULL },
      { "long", "", NULL },
      { "until 1T11:30", "+hard/1 +long/2", NULL },
      { "until 1T13:00", "", NULL },
      { "start", "+waiting(hard/1,long/2) -hard/1 -long/2", NULL } },
    "hard/1=shown long/2=shown", 0 },
  { "crash-before-send",
    { { "start", "-waiting", NULL },
      { "crash 1T11:00", "", NULL },
      { "start", "+hard/1 -waiting", "2T08:00:00" },
      { "recheck", "", NULL } },
    "hard/1=shown", 0 },
  { "crash-before-send-of-several",
    { { "start", "-waiting", NULL },
      { "long", "", NULL },
      { "crash 1T13:00", "", NULL },
      { "crash 1T13:01", "", NULL },
      { "start", "+waiting(hard/1,long/2) -hard/1 -long/2", NULL } },
    "hard/1=shown long/2=shown", 0 },
  { "server-appears",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "ready", "+hard/1 -waiting", "2T08:00:00" } },
    "hard/1=shown", 0 },
  { "clock-set-back",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "set 1T10:00", "", NULL },
      { "until 1T11:30", "", NULL } },
    "hard/1=shown", 0 },
  { "clock-ahead-for-a-while",
    { { "start", "-waiting", NULL },
      { "set 5T09:00", "", "never" },
      { "set 1T10:00", "", "1T11:00:00" },
      { "until 1T11:00", "+hard/1", "2T08:00:00" } },
    "hard/1=shown", 0 },
  { "snoozed-while-clock-ahead",
    { { "start", "-waiting", NULL },
      { "set 1T20:00", "+waiting(hard/1)", NULL },
      { "snooze hard/1", "-waiting", "1T21:00:00" },
      { "set 1T12:00", "", "1T13:00:00" },
      { "until 1T13:00", "+hard/1", NULL } },
    "hard/1=shown", 0 },
  { "zone-changed",
    { { "start", "-waiting", NULL },
      { "until 1T12:00", "+hard/1", "2T08:00:00" },
      { "zone Asia/Tokyo", "", "1T23:00:00" },
      { "until 1T23:00", "+" CHECK_2, NULL },
      { "zone UTC", "", NULL },
      { "until 2T09:00", "", NULL } },
    "hard/1=shown " CHECK_2 "=shown", 0 },
  { "switched-off",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "off", "-hard/1", "never" },
      { "until 2T08:05", "", NULL },
      { "on", "+" CHECK_2 " +waiting(hard/1)", NULL } },
    "hard/1=shown " CHECK_2 "=shown", 0 },
  { "store-lost",
    { { "start", "-waiting", NULL },
      { "store lost", "", NULL },
      { "until 1T11:00", "", "1T12:00:00" },
      { "recheck", "", "1T12:00:00" },
      { "until 1T12:30", "", "1T13:00:00" },
      { "store ok", "", NULL },
      { "recheck", "+waiting(hard/1)", "2T08:00:00" } },
    "hard/1=shown", 0 },
  { "repeated-once",
    { { "start", "-waiting", NULL },
      { "repeat 180", "", NULL },
      { "until 1T11:00", "+hard/1", "1T14:00:00" },
      { "until 1T14:00", "+hard/1 -hard/1", "2T08:00:00" },
      { "recheck", "", NULL },
      { "until 2T07:00", "", NULL },
      { "done hard/1", "-hard/1", NULL } },
    "hard/1=done", 1 },
  { "repeated-after-sleep",
    { { "start", "-waiting", NULL },
      { "repeat 60", "", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "set 1T15:00", "+waiting(hard/1) -hard/1", "2T08:00:00" },
      { "done hard/1", "-waiting", NULL } },
    "hard/1=done", 1 },
  { "repeated-together",
    { { "start", "-waiting", NULL },
      { "long", "", NULL },
      { "repeat 60", "", NULL },
      { "set 1T13:00", "+waiting(hard/1,long/2)", "1T14:00:00" },
      { "until 1T14:00", "+waiting(hard/1,long/2) -waiting", "2T08:00:00" } },
    "hard/1=shown long/2=shown", 0 },
  { "repeated-after-snooze",
    { { "start", "-waiting", NULL },
      { "repeat 60", "", NULL },
      { "until 1T12:00", "+hard/1 +hard/1 -hard/1", NULL },
      { "snooze hard/1", "-hard/1", "1T13:00:00" },
      { "until 1T20:00", "+hard/1 +hard/1 -hard/1", "2T08:00:00" } },
    "hard/1=shown", 0 },
  { "repeat-and-clock-ahead",
    { { "start", "-waiting", NULL },
      { "repeat 180", "", NULL },
      { "set 1T20:00", "+waiting(hard/1)", "1T23:00:00" },
      { "set 1T12:00", "", "1T15:00:00" },
      { "until 1T15:00", "+waiting(hard/1) -waiting", "2T08:00:00" } },
    "hard/1=shown", 0 },
  { "superseded",
    { { "start", "-waiting", NULL },
      { "done hard/1", "", NULL },
      { "until 2T12:00", "+" CHECK_2, NULL },
      { "snooze " CHECK_2, "-" CHECK_2, "2T13:00:00" },
      { "until 2T14:00", "+" CHECK_2, NULL },
      { "until 3T08:00", "+" CHECK_3 " -" CHECK_2, NULL } },
    "hard/1=done " CHECK_2 "=missed " CHECK_3 "=shown", 1 },
  { "superseded-while-away",
    { { "start", "-waiting", NULL },
      { "done hard/1", "", NULL },
      { "until 2T12:00", "+" CHECK_2, NULL },
      { "snooze " CHECK_2, "-" CHECK_2, "2T13:00:00" },
      { "set 3T09:00", "+waiting(" CHECK_3 ")", NULL } },
    "hard/1=done " CHECK_2 "=missed " CHECK_3 "=shown", 1 },
  { "started-with-the-clock-back",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "set 1T10:00", "", "1T11:00:00" },
      { "start", "-hard/1 -waiting", "1T11:00:00" },
      { "until 1T11:00", "+hard/1", "2T08:00:00" } },
    "hard/1=shown", 0 },
  { "told-of-together-by-a-clock-ahead",
    { { "start", "-waiting", NULL },
      { "set 2T08:30", "+waiting(hard/1," CHECK_2 ")", NULL },
      { "set 1T12:00", "", NULL },
      { "long", "+waiting(hard/1,long/2)", NULL },
      { "until 2T07:59", "", NULL },
      { "until 2T08:00", "+" CHECK_2, NULL } },
    "hard/1=shown long/2=shown " CHECK_2 "=shown", 0 },
  { "massage-before-due",
    { { "start", "-waiting", NULL },
      { "until 1T10:30", "", NULL },
      { "massage", "", "2T08:00:00" },
      { "until 1T12:00", "", NULL } },
    "", 1 },
  { "massage-instead-of-an-answer",
    { { "start", "-waiting", NULL },
      { "until 1T11:30", "+hard/1", NULL },
      { "massage", "-hard/1", "2T08:00:00" } },
    "hard/1=shown", 1 },
  { "missed-by-a-clock-ahead",
    { { "start", "-waiting", NULL },
      { "set 5T09:00", "", "never" },
      { "set 1T11:10", "+hard/1", "2T08:00:00" } },
    "hard/1=shown", 0 },
  { "snoozed-and-missed-by-a-clock-ahead",
    { { "start", "-waiting", NULL },
      { "until 1T11:00", "+hard/1", NULL },
      { "snooze hard/1", "-hard/1", NULL },
      { "set 5T09:00", "", "never" },
      { "set 1T10:00", "", "1T11:00:00" } },
    "", 0 },
  { "quiet-waits",
    { { "start", "-waiting", NULL },
      { "quiet 600 780", "", "1T13:00:00" },
      { "until 1T12:59", "", NULL },
      { "until 1T13:00", "+hard/1", "2T08:00:00" } },
    "hard/1=shown", 0 },
  { "quiet-drops",
    { { "start", "-waiting", NULL },
      { "quiet 600 780", "", NULL },
      { "policy hard drop", "", "1T11:00:00" },
      { "until 1T20:00", "", "2T08:00:00" },
      { "quiet 0 0", "", NULL } },
    "hard/1=skipped", 0 },
  { "quiet-lets-come",
    { { "start", "-waiting", NULL },
      { "quiet 600 780", "", NULL },
      { "policy hard come", "", "1T11:00:00" },
      { "until 1T11:00", "+hard/1", NULL } },
    "hard/1=shown", 0 },
  { "late-into-quiet",
    { { "start", "-waiting", NULL },
      { "quiet 1320 420", "", "1T11:00:00" },
      { "set 1T23:00", "", "2T07:00:00" },
      { "until 2T07:00", "+waiting(hard/1)", "2T08:00:00" } },
    "hard/1=shown", 0 },
  { "restart-in-quiet",
    { { "start", "-waiting", NULL },
      { "quiet 1320 420", "", NULL },
      { "until 1T23:00", "+hard/1", NULL },
      { "start", "-hard/1 -waiting", "2T07:00:00" },
      { "until 2T07:00", "+waiting(hard/1)", NULL } },
    "hard/1=shown", 0 },
  { "answered-after-restart-in-quiet",
    { { "start", "-waiting", NULL },
      { "quiet 1320 420", "", NULL },
      { "until 1T23:00", "+hard/1", NULL },
      { "start", "-hard/1 -waiting", NULL },
      { "done hard/1", "", NULL } },
    "hard/1=done", 1 },
  { "repeat-in-quiet",
    { { "start", "-waiting", NULL },
      { "quiet 720 900", "", NULL },
      { "repeat 60", "", NULL },
      { "until 1T11:00", "+hard/1", "1T15:00:00" },
      { "until 1T15:00", "+hard/1 -hard/1", NULL } },
    "hard/1=shown", 0 },
  { "paused",
    { { "start", "-waiting", NULL },
      { "pause 2", "", "1T11:00:00" },
      { "until 2T09:00", "", "3T08:00:00" },
      { "until 3T08:00", "+" CHECK_3, NULL } },
    "hard/1=skipped " CHECK_2 "=skipped " CHECK_3 "=shown", 0 },
  { "pause-ended",
    { { "start", "-waiting", NULL },
      { "pause 0", "", "1T11:00:00" },
      { "until 1T12:00", "", NULL },
      { "pause -1", "", "2T08:00:00" },
      { "until 2T08:00", "+" CHECK_2, NULL } },
    "hard/1=skipped " CHECK_2 "=shown", 0 },
  { "pause-and-clock-ahead",
    { { "start", "-waiting", NULL },
      { "pause 2", "", NULL },
      { "set 2T09:00", "", NULL },
      { "pause -1", "", NULL },
      { "set 1T10:00", "", "1T11:00:00" },
      { "until 1T11:00", "+hard/1", NULL } },
    "hard/1=shown", 0 },
};

/* Faults of the store are logged as warnings, which a test takes for its own failure. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  if ((level & G_LOG_LEVEL_MASK) == G_LOG_LEVEL_WARNING)
    return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

static void
test_story (gconstpointer data)
{
  const Story *story = data;
  g_autoptr (RubBench) bench = rub_bench_new ();
  g_autofree char *states = NULL;

  for (gsize i = 0; i < MAX_STEPS && story->rows[i].step != NULL; i++)
    {
      const Row *row = &story->rows[i];
      g_autofree char *log = rub_bench_do (bench, row->step);
      g_autofree char *next = rub_bench_get_next (bench);

      g_test_message ("%s", row->step);
      g_assert_cmpstr (log, ==, row->log);
      if (row->next != NULL)
        g_assert_cmpstr (next, ==, row->next);
    }

  states = rub_bench_get_states (bench);
  g_assert_cmpstr (states, ==, story->states);
  g_assert_cmpuint (rub_bench_get_n_massages (bench), ==, story->n_massages);
}

/* What cannot be saved is not sent, and is not tried again and again. */
static void
test_read_only (void)
{
  g_autoptr (RubBench) bench = rub_bench_new ();
  g_autofree char *first = rub_bench_do (bench, "start");
  g_autofree char *second = NULL;
  g_autofree char *next = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (rub_bench_get_path (bench), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 9999", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);

  second = rub_bench_do (bench, "until 1T11:30");
  g_assert_cmpstr (second, ==, "");
  next = rub_bench_get_next (bench);
  g_assert_cmpstr (next, ==, "1T12:00:00");
}

int
main (int argc, char **argv)
{
  g_log_set_writer_func (write_log, NULL, NULL);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scheduler/%s", stories[i].name);

      g_test_add_data_func (path, &stories[i], test_story);
    }
  g_test_add_func ("/scheduler/read-only", test_read_only);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "rub-rule-words.h"
#include "rub-sql.h"
#include "rub-store-private.h"

#define START_US (G_GINT64_CONSTANT (1778565600) * G_TIME_SPAN_SECOND)

static void
commit (RubStore *store, RubChange *change)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rub_store_commit (store, change, &error));
  g_assert_no_error (error);
}

static RubRecords *
read_all (RubStore *store)
{
  g_autoptr (GError) error = NULL;
  RubRecords *records = rub_store_read (store, &error);

  g_assert_no_error (error);

  return records;
}

static gint64
save_run (RubStore *store, const RubRunFields *fields)
{
  g_autoptr (RubRun) run = rub_run_new (fields);
  g_autoptr (RubChange) change = rub_change_new ();

  rub_change_save_run (change, run);
  commit (store, change);
  g_assert_true (rub_change_was_applied (change));

  return fields->id != 0 ? fields->id : rub_change_get_row (change);
}

static void
assert_fields (const RubRunFields *a, const RubRunFields *b)
{
  g_assert_cmpint (a->start_us, ==, b->start_us);
  g_assert_cmpstr (a->zone, ==, b->zone);
  g_assert_cmpint (a->elapsed_s, ==, b->elapsed_s);
  g_assert_cmpfloat (a->distance_m, ==, b->distance_m);
  g_assert_true (a->ascent_m == b->ascent_m || (isnan (a->ascent_m) && isnan (b->ascent_m)));
  g_assert_true (a->descent_m == b->descent_m || (isnan (a->descent_m) && isnan (b->descent_m)));
  g_assert_cmpint (a->effort, ==, b->effort);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpstr (a->source, ==, b->source);
  g_assert_cmpstr (a->note, ==, b->note);
}

static void
test_runs (void)
{
  static const RubRunFields rows[] = {
    { 0, START_US, 0, "Europe/Berlin", 3600, 10000.5, 120, 118.5, 7, RUB_RUN_KIND_TEMPO, "gpx",
      "Wind \"and\" rain; DROP TABLE runs" },
    { 0, START_US + 1, 0, NULL, 60, 0, NAN, NAN, RUB_EFFORT_UNKNOWN, RUB_RUN_KIND_OTHER, "hand",
      NULL },
    { 0, START_US + 2, 0, "UTC", 86400, 160934.4, 0, 0, 0, RUB_RUN_KIND_RACE, "tcx", "Übermut 🏃" },
  };
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autoptr (RubRecords) records = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (save_run (store, &rows[i]), ==, i + 1);

  records = read_all (store);
  g_assert_cmpuint (records->runs->len, ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      /* Newest first. */
      RubRun *run = records->runs->pdata[G_N_ELEMENTS (rows) - 1 - i];

      assert_fields (rub_run_get_fields (run), &rows[i]);
      g_assert_cmpint (rub_run_get_fields (run)->added_us, >, 0);
    }
}

static void
test_checks (void)
{
  static const RubSoreness sore[] = {
    { "calf-left-outer", 6, RUB_SENSATION_TIGHT, "Übermut 🏃\n\"and\"; DROP TABLE checks" },
    { "anything-at-all", 1, RUB_SENSATION_SHARP, NULL },
    { "shin-right", 10, RUB_SENSATION_NONE, "x" },
  };
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  RubRunFields run = { .start_us = START_US, .elapsed_s = 60 };
  gint64 run_id = save_run (store, &run);
  g_autoptr (RubCheck) full = rub_check_new (0, START_US, run_id, sore, G_N_ELEMENTS (sore));
  g_autoptr (RubCheck) nothing = rub_check_new (0, START_US + 1, 999, NULL, 0);
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (RubRecords) records = NULL;
  const RubSoreness *got;
  gsize n_sore;

  rub_change_save_check (change, full);
  rub_change_save_check (change, nothing);
  commit (store, change);

  records = read_all (store);
  g_assert_cmpuint (records->checks->len, ==, 2);
  g_assert_null (rub_check_get_sore (records->checks->pdata[0], &n_sore));
  /* A run that is not there is not invented. */
  g_assert_cmpint (rub_check_get_run_id (records->checks->pdata[0]), ==, 0);
  got = rub_check_get_sore (records->checks->pdata[1], &n_sore);
  g_assert_cmpint (rub_check_get_run_id (records->checks->pdata[1]), ==, run_id);
  g_assert_cmpuint (n_sore, ==, G_N_ELEMENTS (sore));
  for (gsize i = 0; i < n_sore; i++)
    {
      g_assert_cmpstr (got[i].region, ==, sore[i].region);
      g_assert_cmpint (got[i].soreness, ==, sore[i].soreness);
      g_assert_cmpint (got[i].sensation, ==, sore[i].sensation);
      g_assert_cmpstr (got[i].note, ==, sore[i].note);
    }
}

/* Of a long note the store keeps what a check keeps; of an empty one, nothing at all. */
static void
test_notes (void)
{
  g_autofree char *much = g_strnfill (RUB_NOTE_MAX - 1, 'n');
  g_autofree char *too_much = g_strconcat (much, "é and more", NULL);
  const RubSoreness sore[] = { { "calf-left-outer", 6, RUB_SENSATION_NONE, too_much },
                               { "shin-right", 2, RUB_SENSATION_NONE, "  " } };
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autoptr (RubCheck) check = rub_check_new (0, START_US, 0, sore, G_N_ELEMENTS (sore));
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (RubRecords) records = NULL;
  gint64 n_without = 0;

  rub_change_save_check (change, check);
  commit (store, change);
  records = read_all (store);
  g_assert_cmpstr (rub_check_find (records->checks->pdata[0], "calf-left-outer")->note, ==, much);
  g_assert_null (rub_check_find (records->checks->pdata[0], "shin-right")->note);

  rub_sql_get_int (rub_store_lock (store),
                   "SELECT count (*) FROM check_regions WHERE note IS NULL", &n_without, NULL);
  rub_store_unlock (store);
  g_assert_cmpint (n_without, ==, 1);
}

static void
dump_planned (RubRecords *records, GString *text)
{
  for (guint i = 0; i < records->own_rules->len; i++)
    {
      const RubRuleFields *own = rub_rule_get_fields (records->own_rules->pdata[i]);

      g_string_append_printf (
        text, "own %s %d %d %u %u %g %d %d %u %d %u %d %d %d %d %d %d %d %s %s\n", own->id,
        own->task, own->trigger, own->demands, own->kinds, own->min_distance_m,
        own->min_elapsed_s, own->min_effort, own->weekdays, own->every_weeks, own->start_day,
        own->day, own->delay_min, own->wall_min, own->minutes, own->intensity, own->is_enabled,
        own->since_us > 0, own->name, own->is_own ? "own" : "not own");
    }
  for (guint i = 0; i < records->planned->len; i++)
    {
      const RubPlannedRunFields *planned
        = rub_planned_run_get_fields (records->planned->pdata[i]);

      g_string_append_printf (text, "planned %u %d %d %g %s %d\n",
                              g_date_get_julian (&planned->date), planned->wall_min,
                              planned->kind, planned->distance_m, planned->name,
                              planned->added_us > 0);
    }
}

/* What can be read, as text, to compare states of the store. */
static char *
dump (RubStore *store)
{
  g_autoptr (RubRecords) records = read_all (store);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->runs->len; i++)
    g_string_append_printf (text, "run %s %d\n", rub_run_get_fields (records->runs->pdata[i])->note,
                            rub_run_get_fields (records->runs->pdata[i])->effort);
  for (guint i = 0; i < records->checks->len; i++)
    {
      const RubSoreness *worst = rub_check_get_worst (records->checks->pdata[i]);

      g_string_append_printf (text, "check %d %s\n", worst != NULL ? worst->soreness : 0,
                              worst != NULL && worst->note != NULL ? worst->note : "-");
    }
  for (guint i = 0; i < records->rules->len; i++)
    g_string_append_printf (text, "rule %s %d\n",
                            g_array_index (records->rules, RubRuleSetting, i).rule_id,
                            g_array_index (records->rules, RubRuleSetting, i).delay_min);
  dump_planned (records, text);
  for (guint i = 0; i < records->reminders->len; i++)
    g_string_append_printf (
      text, "reminder %s %d\n", g_array_index (records->reminders, RubReminderRecord, i).id,
      g_array_index (records->reminders, RubReminderRecord, i).state);
  g_string_append_printf (text, "quiet %d-%d %d %u %d\n", records->quiet.from_min,
                          records->quiet.to_min, records->quiet.paused_us != 0,
                          records->quiet.pause_end, records->quiet.repeat_min);
  g_string_append_printf (text, "hard may %s\n",
                          rub_quiet_policy_to_id (rub_records_get_quiet_policy (records, "hard")));
  for (guint i = 0; i < records->massages->len; i++)
    g_string_append_printf (text, "massage %d\n",
                            g_array_index (records->massages, RubMassage, i).elapsed_s);

  return g_string_free (text, FALSE);
}

static void
save_planned (RubChange *change, gint64 id, int day, int wall_min, const char *name)
{
  RubPlannedRunFields fields = { .id = id,
                                 .wall_min = wall_min,
                                 .kind = RUB_RUN_KIND_RACE,
                                 .distance_m = 21097.5,
                                 .name = name };
  g_autoptr (RubPlannedRun) planned = NULL;

  g_date_set_dmy (&fields.date, (GDateDay) day, G_DATE_MAY, 2026);
  planned = rub_planned_run_new (&fields);
  rub_change_save_planned_run (change, planned);
}

/* Each of its fields is something that no other is. */
static void
save_own_rule (RubChange *change, int minutes, const char *name)
{
  RubRuleFields fields = { .id = "own-000001",
                           .task = RUB_TASK_MASSAGE,
                           .demands = 5,
                           .day = 3,
                           .delay_min = 45,
                           .wall_min = 420,
                           .minutes = minutes,
                           .intensity = RUB_INTENSITY_DEEP,
                           .is_enabled = TRUE,
                           .trigger = RUB_TRIGGER_WEEKDAYS,
                           .kinds = 6,
                           .min_distance_m = 12345.6,
                           .min_elapsed_s = 3601,
                           .min_effort = 4,
                           .weekdays = 65,
                           .every_weeks = 2,
                           .start_day = 739748,
                           .name = name };
  g_autoptr (RubRule) rule = rub_rule_new (&fields);

  rub_change_save_rule (change, rule);
}

static void
save_one_of_each (RubChange *change)
{
  RubRunFields run_fields = { .start_us = START_US, .elapsed_s = 60, .note = "one" };
  RubSoreness sore = { "calf-left-outer", 6, RUB_SENSATION_TIGHT, "after the hill" };
  g_autoptr (RubRun) run = rub_run_new (&run_fields);
  g_autoptr (RubCheck) check = rub_check_new (0, START_US, 0, &sore, 1);
  RubRuleSetting rule = { "hard", TRUE, 90, 0 };
  RubReminderRecord reminder = { "hard/1", "hard", 1, RUB_REMINDER_DONE, START_US, START_US };
  RubQuiet quiet = { .from_min = 1320, .to_min = 420, .repeat_min = 60 };
  RubQuietRule quiet_rule = { "hard", RUB_QUIET_DROP };
  RubMassage massage = { 0, START_US, 480, "hard/1" };

  rub_change_save_run (change, run);
  rub_change_save_check (change, check);
  rub_change_set_rule (change, &rule);
  rub_change_move_reminder (change, &reminder, RUB_REMINDER_OPEN_STATES);
  rub_change_save_massage (change, &massage);
  save_planned (change, 0, 20, RUB_WALL_UNKNOWN, NULL);
  save_own_rule (change, 12, NULL);
  rub_change_set_quiet (change, &quiet);
  rub_change_set_quiet_rule (change, &quiet_rule);
}

static void
change_one_of_each (RubChange *change)
{
  RubRunFields run_fields
    = { .id = 1, .start_us = START_US, .elapsed_s = 90, .note = "two", .effort = 3 };
  RubSoreness sore = { "shin-right", 2, RUB_SENSATION_DULL };
  g_autoptr (RubRun) run = rub_run_new (&run_fields);
  g_autoptr (RubCheck) check = rub_check_new (1, START_US, 0, &sore, 1);
  RubRuleSetting rule = { "hard", TRUE, 30, 0 };
  RubReminderRecord reminder
    = { "hard/1", "hard", 1, RUB_REMINDER_SKIPPED, START_US, START_US, START_US };
  RubQuiet quiet = { .paused_us = START_US, .pause_end = 739000, .repeat_min = 0 };
  RubQuietRule quiet_rule = { "hard", RUB_QUIET_COME };

  rub_change_set_quiet (change, &quiet);
  rub_change_set_quiet_rule (change, &quiet_rule);
  rub_change_save_run (change, run);
  rub_change_save_check (change, check);
  rub_change_set_rule (change, &rule);
  rub_change_move_reminder (change, &reminder, RUB_REMINDER_STATE (RUB_REMINDER_DONE));
  save_planned (change, 1, 21, 9 * 60, "Half in the hills");
  save_own_rule (change, 15, "Sunday evening");
}

/* Only the words differ, so that an undo that loses them is seen. */
static void
change_note (RubChange *change)
{
  RubSoreness sore = { "shin-right", 2, RUB_SENSATION_DULL, "since the bend" };
  g_autoptr (RubCheck) check = rub_check_new (1, START_US, 0, &sore, 1);

  rub_change_save_check (change, check);
}

static void
remove_one_of_each (RubChange *change)
{
  rub_change_set_run_removed (change, 1, TRUE);
  rub_change_set_check_removed (change, 1, TRUE);
  rub_change_set_massage_removed (change, 1, TRUE);
  rub_change_set_planned_run_removed (change, 1, TRUE);
  rub_change_remove_rule (change, "own-000001");
}

/* A row that another hand wrote is read as far as it makes sense, and asks for nothing else. */
static void
test_odd_rows (void)
{
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RubRecords) records = NULL;
  const RubRuleFields *rule;

  rub_sql_exec (rub_store_lock (store),
                "INSERT INTO own_rules VALUES ('odd', 'sleep', 'weekdays', 'lazy', 'dance',"
                " 1e300, -5, 99, 255, 9999, -7, -1, -1, 99999, -10, 'brutal', 1, -3, 'x');"
                "INSERT INTO planned_runs VALUES (1, 0, 1, NULL, 'dance', 1e300, NULL, NULL);",
                &error);
  rub_store_unlock (store);
  g_assert_no_error (error);

  records = read_all (store);
  g_assert_cmpuint (records->own_rules->len, ==, 1);
  rule = rub_rule_get_fields (records->own_rules->pdata[0]);
  g_assert_false (rule->is_enabled);
  g_assert_cmpint (rule->weekdays, ==, RUB_RULE_ALL_WEEKDAYS);
  g_assert_cmpint (rule->every_weeks, ==, RUB_RULE_MAX_WEEKS);
  g_assert_cmpint (rule->wall_min, ==, RUB_RULE_MAX_WALL_MIN);
  g_assert_cmpint (rule->min_effort, ==, RUB_EFFORT_MAX);
  g_assert_cmpuint (records->planned->len, ==, 1);
  g_assert_false (rub_planned_run_is_race (records->planned->pdata[0]));
  g_assert_cmpfloat (rub_planned_run_get_fields (records->planned->pdata[0])->distance_m, ==,
                     RUB_RUN_MAX_DISTANCE_M);
}

/* Which runs a rule follows is kept in words. */
static void
test_rule_words (void)
{
  static const struct
  {
    const char *words;
    gboolean is_known;
    guint kinds;
    guint demands;
  } rows[] = {
    { "any", TRUE, 0, RUB_RULE_ALL_DEMANDS },
    { "easy,long", TRUE, 1u << RUB_RUN_KIND_EASY | 1u << RUB_RUN_KIND_LONG,
      1u << RUB_RUN_DEMAND_EASY | 1u << RUB_RUN_DEMAND_LONG },
    { "race", TRUE, 1u << RUB_RUN_KIND_RACE, 1u << RUB_RUN_DEMAND_RACE },
    { "swim,race", TRUE, 1u << RUB_RUN_KIND_RACE, 1u << RUB_RUN_DEMAND_RACE },
    { "swim", FALSE, 0, 0 },
    { "", FALSE, 0, 0 },
    { NULL, FALSE, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint kinds, demands;
      g_autofree char *kind_words = NULL;
      g_autofree char *demand_words = NULL;

      g_assert_cmpint (rub_rule_words_to_kinds (rows[i].words, &kinds), ==, rows[i].is_known);
      g_assert_cmpint (rub_rule_words_to_demands (rows[i].words, &demands), ==,
                       rows[i].is_known);
      g_assert_cmpuint (kinds, ==, rows[i].kinds);
      g_assert_cmpuint (demands, ==, rows[i].demands);
      if (!rows[i].is_known || strchr (rows[i].words, 'w') != NULL)
        continue;
      kind_words = rub_rule_words_from_kinds (kinds);
      demand_words = rub_rule_words_from_demands (demands);
      g_assert_cmpstr (kind_words, ==, rows[i].words);
      g_assert_cmpstr (demand_words, ==, rows[i].words);
    }
}

/* Whatever is done is taken back, and taking back can be taken back. */
static void
test_undo (void)
{
  void (*const steps[]) (RubChange *) = { save_one_of_each, change_one_of_each, change_note,
                                          remove_one_of_each };
  g_autoptr (RubStore) store = rub_store_open_in_memory ();

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *before = dump (store);
      g_autoptr (RubChange) change = rub_change_new ();
      g_autoptr (RubChange) undo = NULL;
      g_autoptr (RubChange) redo = NULL;
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      steps[i](change);
      commit (store, change);
      g_assert_true (rub_change_was_applied (change));
      after = dump (store);
      g_assert_cmpstr (before, !=, after);

      undo = rub_change_new_undo (change);
      commit (store, undo);
      undone = dump (store);
      g_assert_cmpstr (undone, ==, before);

      redo = rub_change_new_undo (undo);
      commit (store, redo);
      redone = dump (store);
      g_assert_cmpstr (redone, ==, after);
    }
}

static void
test_move_reminder (void)
{
  static const struct
  {
    RubReminderState to;
    RubReminderStates from;
    gboolean is_applied;
  } rows[] = {
    { RUB_REMINDER_SHOWN, RUB_REMINDER_STATE (RUB_REMINDER_SHOWN), FALSE },
    { RUB_REMINDER_SHOWN, RUB_REMINDER_STATE (RUB_REMINDER_PLANNED), TRUE },
    { RUB_REMINDER_SHOWN, RUB_REMINDER_STATE (RUB_REMINDER_PLANNED), FALSE },
    { RUB_REMINDER_DONE, RUB_REMINDER_OPEN_STATES, TRUE },
    { RUB_REMINDER_DONE, RUB_REMINDER_OPEN_STATES, FALSE },
    { RUB_REMINDER_SNOOZED, RUB_REMINDER_OPEN_STATES, FALSE },
    { RUB_REMINDER_PLANNED, RUB_REMINDER_STATE (RUB_REMINDER_DONE), TRUE },
    { RUB_REMINDER_SNOOZED, RUB_REMINDER_OPEN_STATES, TRUE },
  };
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  guint n_massages = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubReminderRecord record = { "hard/1", "hard", 1, rows[i].to, START_US, START_US };
      RubMassage massage = { 0, START_US, 480, "hard/1" };
      g_autoptr (RubChange) change = rub_change_new ();
      g_autoptr (RubRecords) records = NULL;

      /* What goes with the move is done with it or not at all, wherever it stands. */
      rub_change_save_massage (change, &massage);
      rub_change_move_reminder (change, &record, rows[i].from);
      commit (store, change);
      g_test_message ("row %zu", i);
      g_assert_cmpint (rub_change_was_applied (change), ==, rows[i].is_applied);
      n_massages += rows[i].is_applied;
      records = read_all (store);
      g_assert_cmpuint (records->massages->len, ==, n_massages);
    }
}

static void
on_changed_cb (RubStore *store, int *n_changes)
{
  (*n_changes)++;
}

static void
test_changed (void)
{
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (RubChange) stale = rub_change_new ();
  int n_changes = 0;

  g_signal_connect (store, "changed", G_CALLBACK (on_changed_cb), &n_changes);
  save_one_of_each (change);
  commit (store, change);
  g_assert_cmpint (n_changes, ==, 1);
  rub_change_set_run_removed (stale, 77, TRUE);
  commit (store, stale);
  g_assert_false (rub_change_was_applied (stale));
  g_assert_cmpint (n_changes, ==, 1);
}

static void
on_async_commit_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  int *n_left = data;

  g_assert_true (rub_store_commit_finish (RUB_STORE (object), result, &error));
  g_assert_no_error (error);
  (*n_left)--;
}

/* Calls are done in the order they were made, whatever the number. */
static void
test_async_order (void)
{
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autoptr (RubRecords) records = NULL;
  int n_left = 0;

  for (int i = 0; i < 50; i++)
    {
      RubRuleSetting rule = { "hard", TRUE, i, 0 };
      g_autoptr (RubChange) change = rub_change_new ();

      rub_change_set_rule (change, &rule);
      n_left++;
      rub_store_commit_async (store, change, NULL, on_async_commit_cb, &n_left);
    }
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);

  records = read_all (store);
  g_assert_cmpint (g_array_index (records->rules, RubRuleSetting, 0).delay_min, ==, 49);
}

/* A full disk: nothing is half written, and there is room again afterwards. */
static void
test_full (void)
{
  g_autoptr (RubStore) store = rub_store_open_in_memory ();
  g_autofree char *before = dump (store);
  g_autofree char *after = NULL;
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (GError) error = NULL;

  rub_sql_exec (rub_store_lock (store), "PRAGMA max_page_count = 15", NULL);
  rub_store_unlock (store);
  for (int i = 0; i < 2000; i++)
    {
      RubRunFields fields = { .start_us = START_US + i, .elapsed_s = 60, .note = "much text" };
      g_autoptr (RubRun) run = rub_run_new (&fields);

      rub_change_save_run (change, run);
    }
  g_assert_false (rub_store_commit (store, change, &error));
  g_assert_error (error, RUB_STORE_ERROR, RUB_STORE_ERROR_FULL);
  after = dump (store);
  g_assert_cmpstr (before, ==, after);

  rub_sql_exec (rub_store_lock (store), "PRAGMA max_page_count = 100000", NULL);
  rub_store_unlock (store);
  g_clear_object (&change);
  change = rub_change_new ();
  save_one_of_each (change);
  commit (store, change);
}

/* A run that was deleted is gone for good a day later, and with it nothing else. */
static void
test_purge (void)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autoptr (GError) error = NULL;
  RubRunFields fields = { .start_us = START_US, .elapsed_s = 60 };
  gint64 n_rows = 0;

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (RubStore) store = rub_store_open (path, &error);
      g_autoptr (RubChange) change = rub_change_new ();

      g_assert_no_error (error);
      rub_sql_get_int (rub_store_lock (store), "SELECT count (*) FROM runs", &n_rows, NULL);
      rub_store_unlock (store);
      g_assert_cmpint (n_rows, ==, round * 2);
      if (round > 0)
        break;

      for (int i = 0; i < 3; i++)
        save_run (store, &fields);
      rub_change_set_run_removed (change, 1, TRUE);
      rub_change_set_run_removed (change, 2, TRUE);
      commit (store, change);
      rub_sql_exec (rub_store_lock (store),
                    "UPDATE runs SET removed_us = removed_us - 86400000001 WHERE id = 1", NULL);
      rub_store_unlock (store);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/runs", test_runs);
  g_test_add_func ("/store/checks", test_checks);
  g_test_add_func ("/store/notes", test_notes);
  g_test_add_func ("/store/rule-words", test_rule_words);
  g_test_add_func ("/store/odd-rows", test_odd_rows);
  g_test_add_func ("/store/undo", test_undo);
  g_test_add_func ("/store/move-reminder", test_move_reminder);
  g_test_add_func ("/store/changed", test_changed);
  g_test_add_func ("/store/async-order", test_async_order);
  g_test_add_func ("/store/full", test_full);
  g_test_add_func ("/store/purge", test_purge);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-bench.h"

#include <math.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "rub-fake-clock.h"
#include "rub-fake-notifier.h"
#include "rub-plan.h"
#include "rub-reminder-answer.h"
#include "rub-round.h"
#include "rub-scheduler.h"
#include "rub-store.h"
#include "rub-wall.h"

struct _RubBench
{
  GObject parent_instance;

  /* Owned */
  char *folder;
  char *path;
  RubFakeClock *clock;
  RubFakeNotifier *notifier;
  RubScheduler *scheduler;
  RubChange *last;

  guint n_settled;
};

typedef struct
{
  const char *verb;
  void (*func) (RubBench *self, const char *argument);
} Verb;

G_DEFINE_FINAL_TYPE (RubBench, rub_bench, G_TYPE_OBJECT)

static gint64
parse_instant (const char *words)
{
  g_autofree char *iso = g_strdup_printf ("2026-06-%02d%s:00Z", atoi (words), strchr (words, 'T'));
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static gint64
now_us (RubBench *self)
{
  return rub_clock_get_now_us (RUB_CLOCK (self->clock));
}

static void
commit (RubBench *self, RubChange *change)
{
  g_autoptr (RubStore) store = rub_store_open (self->path, NULL);

  g_assert_true (rub_store_commit (store, change, NULL));
}

static RubRecords *
read_records (RubBench *self)
{
  g_autoptr (RubStore) store = rub_store_open (self->path, NULL);
  RubRecords *records = rub_store_read (store, NULL);

  g_assert_nonnull (records);

  return records;
}

static void
add_run (RubBench *self, const char *start, int elapsed_s, RubRunKind kind)
{
  g_autoptr (RubChange) change = rub_change_new ();
  RubRunFields fields = { .start_us = parse_instant (start),
                          .added_us = parse_instant (start) + elapsed_s * G_TIME_SPAN_SECOND,
                          .elapsed_s = elapsed_s,
                          .distance_m = 12000,
                          .ascent_m = (double) NAN,
                          .descent_m = (double) NAN,
                          .effort = 8,
                          .kind = kind,
                          .source = "hand" };
  g_autoptr (RubRun) run = rub_run_new (&fields);

  rub_change_save_run (change, run);
  commit (self, change);
}

static void
on_scheduler_settled_cb (RubScheduler *scheduler, gboolean has_changed, gpointer user_data)
{
  RubBench *self = user_data;

  self->n_settled++;
}

/* Waits until as many rounds as were asked for are done, and those that these ask for. */
static void
wait_settled (RubBench *self, guint n_rounds)
{
  while (self->n_settled < n_rounds)
    g_main_context_iteration (NULL, TRUE);
  self->n_settled = 0;
}

static void
wake (RubBench *self)
{
  rub_clock_wake (RUB_CLOCK (self->clock));
  wait_settled (self, 1);
}

static void
do_start (RubBench *self, const char *argument)
{
  g_clear_object (&self->scheduler);
  self->scheduler = rub_scheduler_new (self->path, RUB_CLOCK (self->clock),
                                       RUB_NOTIFIER (self->notifier));
  g_signal_connect (self->scheduler, "settled", G_CALLBACK (on_scheduler_settled_cb), self);
  rub_scheduler_set_enabled (self->scheduler, TRUE);
  wait_settled (self, 1);
}

static void
do_recheck (RubBench *self, const char *argument)
{
  rub_scheduler_recheck (self->scheduler);
  wait_settled (self, 1);
}

/* Asked while a round is being made, the scheduler makes one more: not none, and not three. */
static void
do_recheck_thrice (RubBench *self, const char *argument)
{
  for (int i = 0; i < 3; i++)
    rub_scheduler_recheck (self->scheduler);
  wait_settled (self, 2);
}

static void
do_until (RubBench *self, const char *argument)
{
  gint64 target_us = parse_instant (argument);

  while (rub_fake_clock_get_armed_us (self->clock) <= target_us)
    {
      gint64 armed_us = rub_fake_clock_get_armed_us (self->clock);

      rub_fake_clock_set_now_us (self->clock, MAX (now_us (self), armed_us));
      wake (self);
      g_assert_cmpint (rub_fake_clock_get_armed_us (self->clock), >, now_us (self));
    }

  rub_fake_clock_set_now_us (self->clock, target_us);
}

static void
do_set (RubBench *self, const char *argument)
{
  rub_fake_clock_set_now_us (self->clock, parse_instant (argument));
  wake (self);
  /* What was given up by a clock that was ahead is planned anew at once. */
  while (rub_fake_clock_get_armed_us (self->clock) <= now_us (self))
    wake (self);
}

static void
do_crash (RubBench *self, const char *argument)
{
  g_autoptr (GTimeZone) zone = rub_clock_get_zone (RUB_CLOCK (self->clock));
  g_autoptr (RubRound) round = NULL;

  g_clear_object (&self->scheduler);
  rub_fake_clock_set_now_us (self->clock, parse_instant (argument));
  round = rub_round_make (self->path, now_us (self), zone);
  g_assert_no_error (round->fault);
}

static void
do_zone (RubBench *self, const char *argument)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (argument);

  g_assert_nonnull (zone);
  rub_fake_clock_set_zone (self->clock, zone);
  wake (self);
}

static void
do_ready (RubBench *self, const char *argument)
{
  rub_notifier_report_ready (RUB_NOTIFIER (self->notifier));
  wait_settled (self, 1);
}

static void
do_on (RubBench *self, const char *argument)
{
  rub_scheduler_set_enabled (self->scheduler, TRUE);
  wait_settled (self, 1);
}

static void
do_off (RubBench *self, const char *argument)
{
  rub_scheduler_set_enabled (self->scheduler, FALSE);
}

static void
answer (RubBench *self, const char *id, RubAnswer kind)
{
  g_autoptr (GTimeZone) zone = rub_clock_get_zone (RUB_CLOCK (self->clock));

  g_assert_true (rub_reminder_answer_commit (self->path, id, kind, now_us (self), zone, NULL));
  do_recheck (self, NULL);
}

static void
do_done (RubBench *self, const char *argument)
{
  answer (self, argument, RUB_ANSWER_DONE);
}

static void
do_snooze (RubBench *self, const char *argument)
{
  answer (self, argument, RUB_ANSWER_SNOOZE);
}

/* Says Done as the window does, which keeps the change to undo it. */
static void
do_done_in_app (RubBench *self, const char *argument)
{
  g_autoptr (RubRecords) records = read_records (self);
  g_autoptr (GTimeZone) zone = rub_clock_get_zone (RUB_CLOCK (self->clock));
  g_autoptr (GPtrArray) plan = rub_plan_make (records, now_us (self), zone);

  g_clear_object (&self->last);
  self->last = rub_reminder_answer (rub_plan_find (plan, argument), RUB_ANSWER_DONE, now_us (self));
  commit (self, self->last);
  do_recheck (self, NULL);
}

static void
do_undo (RubBench *self, const char *argument)
{
  g_autoptr (RubChange) undo = rub_change_new_undo (self->last);

  commit (self, undo);
  do_recheck (self, NULL);
}

static void
do_rule (RubBench *self, const char *argument)
{
  g_autoptr (RubChange) change = rub_change_new ();
  RubRuleSetting setting = { .rule_id = argument, .is_enabled = FALSE, .delay_min = 120 };

  rub_change_set_rule (change, &setting);
  commit (self, change);
  do_recheck (self, NULL);
}

static void
do_long (RubBench *self, const char *argument)
{
  add_run (self, "1T07:30", 2 * 3600, RUB_RUN_KIND_LONG);
  do_recheck (self, NULL);
}

static void
do_remove (RubBench *self, const char *argument)
{
  g_autoptr (RubChange) change = rub_change_new ();

  rub_change_set_run_removed (change, 1, TRUE);
  commit (self, change);
  do_recheck (self, NULL);
}

static void
do_check (RubBench *self, const char *argument)
{
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (RubCheck) check = rub_check_new (0, now_us (self), 0, NULL, 0);

  rub_change_save_check (change, check);
  commit (self, change);
  do_recheck (self, NULL);
}

static void
do_massage (RubBench *self, const char *argument)
{
  g_autoptr (RubChange) change = rub_change_new ();
  RubMassage massage
    = { .start_us = now_us (self) - 10 * G_TIME_SPAN_MINUTE, .elapsed_s = 10 * 60 };

  rub_change_save_massage (change, &massage);
  commit (self, change);
  do_recheck (self, NULL);
}

static void
set_quiet (RubBench *self, const RubQuiet *quiet)
{
  g_autoptr (RubChange) change = rub_change_new ();

  rub_change_set_quiet (change, quiet);
  commit (self, change);
}

static void
do_repeat (RubBench *self, const char *argument)
{
  g_autoptr (RubRecords) records = read_records (self);

  records->quiet.repeat_min = atoi (argument);
  set_quiet (self, &records->quiet);
  do_recheck (self, NULL);
}

static void
do_quiet (RubBench *self, const char *argument)
{
  g_autoptr (RubRecords) records = read_records (self);

  records->quiet.from_min = atoi (argument);
  records->quiet.to_min = atoi (strchr (argument, ' '));
  set_quiet (self, &records->quiet);
  do_recheck (self, NULL);
}

static void
do_policy (RubBench *self, const char *argument)
{
  g_autoptr (RubChange) change = rub_change_new ();
  g_auto (GStrv) words = g_strsplit (argument, " ", 2);
  RubQuietRule rule = { words[0], rub_quiet_policy_from_id (words[1]) };

  rub_change_set_quiet_rule (change, &rule);
  commit (self, change);
  do_recheck (self, NULL);
}

static void
do_pause (RubBench *self, const char *argument)
{
  g_autoptr (RubRecords) records = read_records (self);
  g_autoptr (GTimeZone) zone = rub_clock_get_zone (RUB_CLOCK (self->clock));
  int days = atoi (argument);
  GDate date;

  rub_wall_get_date (zone, now_us (self), &date);
  records->quiet.paused_us = days < 0 ? 0 : now_us (self);
  records->quiet.pause_end
    = days > 0 ? g_date_get_julian (&date) + (guint32) days : RUB_QUIET_NO_END;
  set_quiet (self, &records->quiet);
  do_recheck (self, NULL);
}

static void
do_store (RubBench *self, const char *argument)
{
  g_autofree char *aside = g_strconcat (self->path, ".aside", NULL);

  if (g_str_equal (argument, "lost"))
    {
      g_assert_no_errno (g_rename (self->path, aside));
      g_assert_no_errno (g_mkdir (self->path, 0700));
    }
  else
    {
      g_assert_no_errno (g_rmdir (self->path));
      g_assert_no_errno (g_rename (aside, self->path));
    }
}

static const Verb verbs[] = {
  { "start", do_start },   { "recheck", do_recheck }, { "until", do_until },
  { "set", do_set },       { "crash", do_crash },     { "zone", do_zone },
  { "ready", do_ready },   { "on", do_on },           { "off", do_off },
  { "done", do_done },     { "snooze", do_snooze },   { "done-in-app", do_done_in_app },
  { "undo", do_undo },     { "rule", do_rule },       { "long", do_long },
  { "recheck-thrice", do_recheck_thrice },
  { "remove", do_remove }, { "check", do_check },     { "store", do_store },
  { "massage", do_massage }, { "repeat", do_repeat }, { "quiet", do_quiet },
  { "policy", do_policy }, { "pause", do_pause },
};

static void
rub_bench_finalize (GObject *object)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", ".aside" };
  RubBench *self = RUB_BENCH (object);

  g_clear_object (&self->scheduler);
  g_clear_object (&self->clock);
  g_clear_object (&self->notifier);
  g_clear_object (&self->last);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (self->path, suffixes[i], NULL);

      g_remove (name);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);

  G_OBJECT_CLASS (rub_bench_parent_class)->finalize (object);
}

static void
rub_bench_class_init (RubBenchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_bench_finalize;
}

static void
rub_bench_init (RubBench *self)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  RubQuiet quiet = { 0 };

  self->folder = g_dir_make_tmp ("rub-bench-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "rubdown.db", NULL);
  self->clock = rub_fake_clock_new (parse_instant ("1T09:00"), utc);
  self->notifier = rub_fake_notifier_new (self->path);
  set_quiet (self, &quiet);
  add_run (self, "1T08:00", 3600, RUB_RUN_KIND_TEMPO);
}

RubBench *
rub_bench_new (void)
{
  return g_object_new (RUB_TYPE_BENCH, NULL);
}

const char *
rub_bench_get_path (RubBench *self)
{
  return self->path;
}

char *
rub_bench_do (RubBench *self, const char *step)
{
  g_auto (GStrv) words = g_strsplit (step, " ", 2);

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].verb, words[0]))
      {
        verbs[i].func (self, words[1]);
        return rub_fake_notifier_take_log (self->notifier);
      }

  g_error ("No such step: %s", step);
}

char *
rub_bench_get_next (RubBench *self)
{
  gint64 armed_us = rub_fake_clock_get_armed_us (self->clock);
  g_autoptr (GDateTime) time = NULL;

  if (armed_us == RUB_CLOCK_NEVER)
    return g_strdup ("never");

  time = g_date_time_new_from_unix_utc (armed_us / G_USEC_PER_SEC);

  return g_date_time_format (time, "%-dT%H:%M:%S");
}

char *
rub_bench_get_states (RubBench *self)
{
  g_autoptr (RubRecords) records = read_records (self);
  g_autoptr (GString) states = g_string_new (NULL);

  for (guint i = 0; i < records->reminders->len; i++)
    {
      const RubReminderRecord *record = &g_array_index (records->reminders, RubReminderRecord, i);

      g_string_prepend (states, i > 0 ? " " : "");
      g_string_prepend (states, rub_reminder_state_to_id (record->state));
      g_string_prepend (states, "=");
      g_string_prepend (states, record->id);
    }

  return g_strdup (states->str);
}

guint
rub_bench_get_n_massages (RubBench *self)
{
  g_autoptr (RubRecords) records = read_records (self);

  return records->massages->len;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-year.h"

#include <math.h>

#include <glib/gstdio.h>

#include "rub-device.h"
#include "rub-judge.h"
#include "rub-plan.h"
#include "rub-reminder-answer.h"
#include "rub-wall.h"

/* 2026-02-20T00:00:00Z, or up to a year later: the seed says. */
#define FIRST_US (G_GINT64_CONSTANT (1771545600) * G_TIME_SPAN_SECOND)
/* 2019-01-01T00:00:00Z: what a clock that was never set may show. */
#define UNSET_US (G_GINT64_CONSTANT (1546300800) * G_TIME_SPAN_SECOND)
#define NEVER_US G_MAXINT64
#define MAX_EVENTS 64

/* Summer time of an hour, of half an hour, with its sign turned round, in Ramadan, in the south,
 * at midnight, and none; east and west of the date line. */
static const char *const zones[] = {
  "Europe/Dublin",     "Australia/Lord_Howe", "Pacific/Apia",       "America/New_York",
  "Europe/Berlin",     "Asia/Kathmandu",      "Africa/Casablanca",  "America/Santiago",
  "Pacific/Auckland",  "America/St_Johns",    "Pacific/Kiritimati", "Pacific/Pago_Pago",
  "Asia/Beirut",       "Africa/Cairo",
};

typedef struct
{
  const char *name;
  double runs_per_day;
  double flights_per_day;
  int min_min, max_min;
  guint kinds;    /* bits of the kinds of run, beside easy ones */
  double race_m;  /* the distance of a race */
} Runner;

#define KIND(kind) (1u << RUB_RUN_KIND_##kind)

static const Runner runners[] = {
  { "beginner", 3 / 7., 0.004, 20, 45, 0, 5000 },
  { "marathon", 5 / 7., 0.01, 35, 150, KIND (LONG) | KIND (TEMPO) | KIND (INTERVALS), 42195 },
  { "ultra", 6 / 7., 0.08, 45, 300, KIND (LONG) | KIND (HILLS) | KIND (RACE), 80000 },
};

typedef struct
{
  const Runner *runner;
  gboolean keeps_popups; /* the notification server knows the next process for the same */
  gint64 begin_us;
  gint64 wake_us;
  gint64 restart_us;
  gint64 clock_us; /* when its clock is put right */

  /* Owned */
  GRand *rand;
  char *path;
  RubStore *store;
  RubDevice *device;
  RubJudge *judge;
  RubChange *last;
} Life;

typedef struct
{
  const char *name;
  void (*happen) (Life *life);
  gint64 at_us;
} Event;

static gboolean
chance (Life *life, double probability)
{
  return g_rand_double (life->rand) < probability;
}

/* Any length between @low_s and @high_s, short ones as likely as long ones. */
static gint64
some_time_us (Life *life, double low_s, double high_s)
{
  return (gint64) (exp (g_rand_double_range (life->rand, log (low_s), log (high_s)))
                   * G_TIME_SPAN_SECOND);
}

/* Somebody uses the device. */
static void
touch (Life *life)
{
  life->wake_us = NEVER_US;
  rub_device_resume (life->device);
}

static void
commit (Life *life, RubChange *change)
{
  g_autoptr (GError) error = NULL;

  rub_store_commit (life->store, change, &error);
  g_assert_no_error (error);
}

static void
tell (Life *life)
{
  life->restart_us = NEVER_US;
  rub_device_recheck (life->device);
}

static RubRunKind
pick_kind (Life *life)
{
  RubRunKind kind = g_rand_int_range (life->rand, 0, RUB_RUN_N_KINDS);

  if (chance (life, 0.02))
    return RUB_RUN_KIND_RACE;

  return (life->runner->kinds & (1u << kind)) != 0 ? kind : RUB_RUN_KIND_EASY;
}

/* A run that ended a while ago comes in. */
static void
run (Life *life)
{
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (RubRun) value = NULL;
  gint64 lag_us = chance (life, 0.05) ? some_time_us (life, 20 * 3600, 60 * 3600)
                                      : some_time_us (life, 60, 3 * 3600);
  int elapsed_s
    = g_rand_int_range (life->rand, life->runner->min_min, life->runner->max_min) * 60;
  RubRunFields fields = { .elapsed_s = elapsed_s,
                          .ascent_m = (double) NAN,
                          .descent_m = (double) NAN,
                          .effort = g_rand_int_range (life->rand, 2, 10),
                          .kind = pick_kind (life),
                          .zone = rub_device_get_zone_name (life->device),
                          .source = "hand" };

  touch (life);
  /* The watch knows the time; the device may not. */
  fields.start_us = rub_device_get_true_us (life->device) - lag_us
                    - elapsed_s * G_TIME_SPAN_SECOND;
  fields.added_us = rub_device_get_now_us (life->device);
  fields.distance_m
    = fields.kind == RUB_RUN_KIND_RACE ? life->runner->race_m : elapsed_s / 360. * 1000;
  value = rub_run_new (&fields);
  rub_change_save_run (change, value);
  commit (life, change);
  tell (life);
}

static RubReminder *
pick_open (Life *life, GPtrArray *plan)
{
  gint64 now_us = rub_device_get_now_us (life->device);
  gboolean is_early = chance (life, 0.1);
  RubReminder *picked = NULL;
  int n_seen = 0;

  for (guint i = 0; i < plan->len; i++)
    if (rub_reminder_is_open (plan->pdata[i])
        && (is_early || rub_reminder_get_due_us (plan->pdata[i]) <= now_us)
        && g_rand_int_range (life->rand, 0, ++n_seen) == 0)
      picked = plan->pdata[i];

  return picked;
}

/* Done or Snooze, in the window or in the notification, with one click or two. */
static void
answer (Life *life)
{
  GTimeZone *zone = rub_device_get_zone (life->device);
  gint64 now_us = rub_device_get_now_us (life->device);
  g_autoptr (RubRecords) records = rub_store_read_without_articles (life->store, NULL);
  g_autoptr (GPtrArray) plan = rub_plan_make (records, now_us, zone);
  RubAnswer kind = chance (life, 0.5) ? RUB_ANSWER_DONE : RUB_ANSWER_SNOOZE;
  RubReminder *reminder = pick_open (life, plan);

  touch (life);
  if (reminder == NULL)
    return;

  if (chance (life, 0.5))
    {
      g_clear_object (&life->last);
      life->last = rub_reminder_answer (reminder, kind, now_us);
      commit (life, life->last);
      if (!rub_change_was_applied (life->last))
        g_clear_object (&life->last);
    }
  else
    for (int i = chance (life, 0.2) ? 0 : 1; i < 2; i++)
      g_assert_true (rub_reminder_answer_commit (life->path, rub_reminder_get_id (reminder), kind,
                                                 now_us, zone, NULL));
  tell (life);
}

static void
undo (Life *life)
{
  g_autoptr (RubChange) change = NULL;

  touch (life);
  if (life->last == NULL)
    return;

  change = rub_change_new_undo (life->last);
  g_clear_object (&life->last);
  commit (life, change);
  rub_judge_excuse (life->judge);
  tell (life);
}

static void
save_check (Life *life)
{
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (RubCheck) check
    = rub_check_new (0, rub_device_get_now_us (life->device), 0, NULL, 0);

  touch (life);
  rub_change_save_check (change, check);
  commit (life, change);
  tell (life);
}

static void
log_massage (Life *life)
{
  g_autoptr (RubChange) change = rub_change_new ();
  RubMassage massage
    = { .start_us = rub_device_get_now_us (life->device) - 600 * G_TIME_SPAN_SECOND,
        .elapsed_s = 600 };

  touch (life);
  rub_change_save_massage (change, &massage);
  commit (life, change);
  tell (life);
}

static void
sleep_a_while (Life *life)
{
  rub_device_suspend (life->device);
  life->wake_us
    = rub_device_get_true_us (life->device) + some_time_us (life, 1, 4 * 24 * 3600);
}

static void
crash (Life *life)
{
  RubScreen *screen = rub_device_get_screen (life->device);
  int n_commits = g_rand_int_range (life->rand, -1, 4);

  rub_device_kill (life->device, n_commits, g_rand_int_range (life->rand, -1, 4));
  if (!life->keeps_popups)
    rub_screen_clear (screen);
  g_ptr_array_unref (rub_screen_take_news (screen));
  life->restart_us = rub_device_get_true_us (life->device) + some_time_us (life, 1, 24 * 3600);
}

static void
set_clock (Life *life)
{
  gint64 true_us = rub_device_get_true_us (life->device);
  gint64 skew_us = some_time_us (life, 1, 400. * 24 * 3600);

  if (chance (life, 0.1))
    skew_us = UNSET_US - true_us;
  else if (chance (life, 0.5))
    skew_us = -skew_us;
  rub_judge_excuse (life->judge);
  rub_device_set_skew (life->device, skew_us);
  life->clock_us = true_us + some_time_us (life, 10, 3 * 24 * 3600);
}

static void
fly (Life *life)
{
  rub_device_set_zone (life->device,
                       zones[g_rand_int_range (life->rand, 0, G_N_ELEMENTS (zones))]);
}

static void
restart_server (Life *life)
{
  rub_device_restart_server (life->device);
}

static RubQuiet
read_quiet (Life *life)
{
  g_autoptr (RubRecords) records = rub_store_read_without_articles (life->store, NULL);

  return records->quiet;
}

/* Pauses, or ends a pause. */
static void
turn_pause (Life *life)
{
  g_autoptr (RubChange) change = rub_change_new ();
  RubQuiet quiet = read_quiet (life);
  gint64 now_us = rub_device_get_now_us (life->device);
  GDate today;

  touch (life);
  rub_wall_get_date (rub_device_get_zone (life->device), now_us, &today);
  quiet.paused_us = quiet.paused_us == 0 ? now_us : 0;
  quiet.pause_end = RUB_QUIET_NO_END;
  if (chance (life, 0.7))
    quiet.pause_end
      = g_date_get_julian (&today) + (guint32) g_rand_int_range (life->rand, 1, 6);
  rub_change_set_quiet (change, &quiet);
  commit (life, change);
  tell (life);
}

static void
set_rules (Life *life, RubChange *change)
{
  static const char *const checks[] = { "check-next-day", "check-second-day" };
  RubRuleSetting easy = { "easy", TRUE, g_rand_int_range (life->rand, 0, 300), 0 };

  if (chance (life, 0.7))
    rub_change_set_rule (change, &easy);
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      /* Half of them at night, where clocks change. */
      int hours = chance (life, 0.5) ? 4 : 24;
      RubRuleSetting setting
        = { checks[i], TRUE, 0, 15 * g_rand_int_range (life->rand, 0, 4 * hours) };

      rub_change_set_rule (change, &setting);
    }
}

static void
set_quiet (Life *life, RubChange *change)
{
  static const int repeats_min[] = { 0, 30, 180, 180, 720 };
  static const char *const rules[] = { "easy", "long", "hard", "check-next-day" };
  RubQuiet quiet
    = { .repeat_min = repeats_min[g_rand_int_range (life->rand, 0, G_N_ELEMENTS (repeats_min))] };

  if (chance (life, 0.5))
    {
      quiet.from_min = 60 * g_rand_int_range (life->rand, 20, 24);
      quiet.to_min = 60 * g_rand_int_range (life->rand, 5, 9);
    }
  rub_change_set_quiet (change, &quiet);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      RubQuietRule rule
        = { rules[i], (RubQuietPolicy) g_rand_int_range (life->rand, 0, RUB_QUIET_N_POLICIES) };

      rub_change_set_quiet_rule (change, &rule);
    }
}

/* Lets time pass, and what was to happen by itself until then. */
static void
pass (Life *life, gint64 until_us)
{
  while (TRUE)
    {
      gint64 next_us = MIN (MIN (life->wake_us, life->restart_us), life->clock_us);

      if (next_us > until_us)
        break;

      rub_device_pass (life->device, MAX (next_us, rub_device_get_true_us (life->device)));
      if (next_us == life->wake_us)
        touch (life);
      else if (next_us == life->clock_us)
        {
          life->clock_us = NEVER_US;
          rub_judge_excuse (life->judge);
          rub_device_set_skew (life->device, 0);
        }
      else if (rub_device_is_awake (life->device))
        tell (life);
      else
        /* Once it wakes. */
        life->restart_us = life->wake_us;
    }

  rub_device_pass (life->device, until_us);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  gint64 first_us = ((const Event *) a)->at_us;
  gint64 second_us = ((const Event *) b)->at_us;

  return (first_us > second_us) - (first_us < second_us);
}

static void
live_day (Life *life, gint64 day_us)
{
  const struct
  {
    const char *name;
    void (*happen) (Life *life);
    double per_day;
  } kinds[] = {
    { "run", run, life->runner->runs_per_day },
    { "flight", fly, life->runner->flights_per_day },
    { "answer", answer, 1.5 },
    { "undo", undo, 0.1 },
    { "check", save_check, 0.3 },
    { "massage", log_massage, 0.2 },
    { "sleep", sleep_a_while, 1.5 },
    { "crash", crash, 0.3 },
    { "clock", set_clock, 0.05 },
    { "server", restart_server, 0.05 },
    { "pause", turn_pause, 0.02 },
  };
  Event events[MAX_EVENTS];
  gsize n_events = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (double left = kinds[i].per_day; n_events < MAX_EVENTS && left > 0; left--)
      if (chance (life, MIN (left, 1)))
        events[n_events++] = (Event){
          kinds[i].name, kinds[i].happen,
          day_us + g_rand_int_range (life->rand, 0, 86400) * G_TIME_SPAN_SECOND
        };
  qsort (events, n_events, sizeof *events, compare_events);

  for (gsize i = 0; i < n_events && rub_judge_get_fault (life->judge) == NULL; i++)
    {
      pass (life, MAX (events[i].at_us, rub_device_get_true_us (life->device)));
      g_debug ("%s", events[i].name);
      events[i].happen (life);
    }
}

static void
begin (Life *life, const char *folder)
{
  g_autoptr (RubChange) change = rub_change_new ();

  life->path = g_build_filename (folder, "rubdown.db", NULL);
  life->store = rub_store_open (life->path, NULL);
  g_assert_nonnull (life->store);
  life->begin_us = FIRST_US + g_rand_int_range (life->rand, 0, 365) * G_TIME_SPAN_DAY;
  life->keeps_popups = chance (life, 0.5);
  life->wake_us = life->restart_us = life->clock_us = NEVER_US;
  set_rules (life, change);
  set_quiet (life, change);
  commit (life, change);
  life->device
    = rub_device_new (life->path, life->begin_us,
                      zones[g_rand_int_range (life->rand, 0, G_N_ELEMENTS (zones))]);
  life->judge = rub_judge_new (life->device, life->store);
  tell (life);
}

static void
end (Life *life)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  g_clear_object (&life->last);
  g_clear_object (&life->judge);
  g_clear_object (&life->device);
  g_clear_object (&life->store);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (life->path, suffixes[i], NULL);

      g_remove (name);
    }
  g_clear_pointer (&life->path, g_free);
  g_clear_pointer (&life->rand, g_rand_free);
}

void
rub_year_live (guint32 seed, int n_days, const char *folder, RubYear *year)
{
  Life life = { .runner = &runners[seed % G_N_ELEMENTS (runners)],
                .rand = g_rand_new_with_seed (seed) };

  begin (&life, folder);
  for (int day = 0; day < n_days && rub_judge_get_fault (life.judge) == NULL; day++)
    live_day (&life, life.begin_us + day * G_TIME_SPAN_DAY);

  year->runner = life.runner->name;
  year->n_came = rub_judge_get_n_came (life.judge);
  year->n_again = rub_judge_get_n_again (life.judge);
  year->fault = g_strdup (rub_judge_get_fault (life.judge));
  end (&life);
}

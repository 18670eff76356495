/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills a new store with eight weeks of a runner who does not exist, to look at and to measure.
 * The same day and zone give the same weeks. */

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "rub-demo-shelf.h"
#include "rub-plan.h"
#include "rub-run-demand.h"
#include "rub-store.h"
#include "rub-units.h"
#include "rub-wall.h"

#define N_DAYS 56
#define N_REGIONS 12
/* The half marathon was on the long day of this week, counted back. */
#define RACE_WEEK 2
/* What is left of soreness a day later, and after a massage. */
#define LEFT_NEXT_DAY 0.58
#define LEFT_AFTER_MASSAGE 0.85
#define CHECK_AFTER_MIN 75
#define CHECK_MORNING_MIN (7 * 60 + 50)

typedef struct
{
  RubRunKind kind;
  int start_min;
  double distance_km;
  double pace_s_per_km;
  double ascent_m;
  int effort;
} Session;

/* By days back in the week; no distance: a day of rest. The long run was yesterday. */
static const Session week[7] = {
  { RUB_RUN_KIND_LONG, 9 * 60, 16, 352, 140, 6 },
  { .distance_km = 0 },
  { RUB_RUN_KIND_EASY, 18 * 60 + 10, 7.5, 348, 45, 3 },
  { RUB_RUN_KIND_TEMPO, 17 * 60 + 40, 9, 305, 50, 7 },
  { .distance_km = 0 },
  { RUB_RUN_KIND_INTERVALS, 18 * 60 + 20, 8, 312, 25, 8 },
  { RUB_RUN_KIND_EASY, 7 * 60 + 5, 6, 355, 35, 2 },
};
/* Every second week there are hills instead of the tempo run. */
static const Session hills = { RUB_RUN_KIND_HILLS, 17 * 60 + 40, 8.5, 342, 260, 7 };
static const Session race = { RUB_RUN_KIND_RACE, 10 * 60, 21.0975, 301, 95, 9 };

/* How much a session of each kind puts on a region; the left calf is this runner's weak place. */
static const struct
{
  const char *id;
  double from_long;
  double from_fast;
  double from_hills;
  RubSensation sensation;
} regions[N_REGIONS] = {
  { "soleus-left", 4.8, 4.2, 5.0, RUB_SENSATION_TIGHT },
  { "soleus-right", 2.2, 2.0, 2.6, RUB_SENSATION_DULL },
  { "gastroc-medial-left", 3.4, 3.8, 4.0, RUB_SENSATION_TIGHT },
  { "quad-rectus-left", 3.0, 1.4, 3.2, RUB_SENSATION_DULL },
  { "quad-rectus-right", 3.2, 1.6, 3.4, RUB_SENSATION_DULL },
  { "hamstring-medial-right", 1.8, 3.4, 1.6, RUB_SENSATION_DULL },
  { "hamstring-medial-left", 1.4, 2.8, 1.4, RUB_SENSATION_DULL },
  { "glute-medius-right", 2.6, 1.2, 2.8, RUB_SENSATION_DULL },
  { "tibialis-left", 0.8, 1.6, 2.0, RUB_SENSATION_DULL },
  { "arch-left", 2.4, 1.0, 0.8, RUB_SENSATION_DULL },
  { "hip-flexor-right", 1.4, 1.8, 1.6, RUB_SENSATION_TIGHT },
  { "lower-back-left", 1.6, 0.4, 1.0, RUB_SENSATION_DULL },
};

typedef struct
{
  gint64 now_us;
  GDate today;
  double soreness[N_REGIONS];

  /* Owned */
  GTimeZone *zone;
  GRand *rand;
  RubStore *store;
} Demo;

static gint64
get_instant (Demo *demo, int days_back, int wall_min)
{
  GDate date = demo->today;

  g_date_subtract_days (&date, (guint) days_back);

  return rub_wall_to_instant (demo->zone, &date, wall_min);
}

static gint64
commit (Demo *demo, RubChange *change)
{
  g_autoptr (GError) error = NULL;

  if (!rub_store_commit (demo->store, change, &error))
    g_error ("%s", error->message);

  return rub_change_get_row (change);
}

static const Session *
find_session (int days_back)
{
  int n_week = (days_back - 1) / 7;
  int day = (days_back - 1) % 7;

  if (day == 0 && n_week == RACE_WEEK)
    return &race;
  if (week[day].kind == RUB_RUN_KIND_TEMPO && n_week % 2 == 1)
    return &hills;

  return &week[day];
}

/* Training grows towards the race, is light in its week and starts again after it. */
static double
get_share (int days_back)
{
  static const double shares[] = { 0.95, 0.8, 0.7, 1.12, 1.08, 1.0, 0.92, 0.85 };

  return shares[(days_back - 1) / 7];
}

static RubRun *
make_run (Demo *demo, const Session *session, int days_back)
{
  double share = session->kind == RUB_RUN_KIND_RACE
                     ? 1
                     : get_share (days_back) * g_rand_double_range (demo->rand, 0.93, 1.07);
  double distance_km = session->distance_km * share;
  double elapsed_s
      = distance_km * session->pace_s_per_km * g_rand_double_range (demo->rand, 0.98, 1.03);
  int start_min = session->start_min + g_rand_int_range (demo->rand, 0, 14);
  gint64 start_us = get_instant (demo, days_back, start_min);
  RubRunFields fields = {
    .start_us = start_us,
    .added_us = start_us + ((gint64) elapsed_s + 240) * G_USEC_PER_SEC,
    .zone = g_time_zone_get_identifier (demo->zone),
    .elapsed_s = (int) lround (elapsed_s),
    .distance_m = round (distance_km * RUB_METRES_PER_KM),
    .ascent_m = round (session->ascent_m * share),
    .descent_m = round (session->ascent_m * share),
    .effort = session->effort,
    .kind = session->kind,
    .source = "gpx",
    .note = session->kind == RUB_RUN_KIND_RACE ? "Half marathon by the river" : NULL,
  };

  return rub_run_new (&fields);
}

static void
make_sore (Demo *demo, RubRun *run)
{
  double load = MIN (rub_run_get_load (run) / 500, 1.5);

  for (int i = 0; i < N_REGIONS; i++)
    {
      double weight = 0;

      switch (rub_run_get_kind (run))
        {
        case RUB_RUN_KIND_LONG:
        case RUB_RUN_KIND_RACE:
          weight = regions[i].from_long;
          break;
        case RUB_RUN_KIND_INTERVALS:
        case RUB_RUN_KIND_TEMPO:
          weight = regions[i].from_fast;
          break;
        case RUB_RUN_KIND_HILLS:
          weight = regions[i].from_hills;
          break;
        case RUB_RUN_KIND_EASY:
        case RUB_RUN_KIND_OTHER:
        case RUB_RUN_N_KINDS:
          break;
        }
      demo->soreness[i] += weight * load * g_rand_double_range (demo->rand, 0.7, 1.25);
      demo->soreness[i] = MIN (demo->soreness[i], RUB_SORENESS_MAX - 1);
    }
}

static void
ease (Demo *demo, double left)
{
  for (int i = 0; i < N_REGIONS; i++)
    demo->soreness[i] *= left;
}

static void
save_check (Demo *demo, gint64 made_us, gint64 run_id)
{
  RubSoreness sore[N_REGIONS];
  gsize n_sore = 0;
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (RubCheck) check = NULL;

  for (int i = 0; i < N_REGIONS; i++)
    {
      int level = (int) floor (demo->soreness[i]);

      /* Few people bother to mark every faint ache. */
      if (level > 2 || g_rand_double (demo->rand) < 0.3 * level)
        sore[n_sore++] = (RubSoreness){ regions[i].id, level, regions[i].sensation };
    }

  check = rub_check_new (0, made_us, run_id, sore, n_sore);
  rub_change_save_check (change, check);
  commit (demo, change);
}

/* The massages that rules ask for after @run, done or left out; those of today are still open. */
static void
answer_reminder (Demo *demo, RubRun *run, gboolean is_done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubRecords) records = rub_store_read (demo->store, &error);
  g_autoptr (GPtrArray) plan = NULL;

  g_assert_no_error (error);
  plan = rub_plan_make (records, rub_run_get_end_us (run), demo->zone);
  for (guint i = 0; i < plan->len; i++)
    {
      const RubReminderFields *reminder = rub_reminder_get_fields (plan->pdata[i]);
      gint64 answer_us
          = reminder->due_us + g_rand_int_range (demo->rand, 1, 40) * G_TIME_SPAN_MINUTE;
      RubReminderRecord record = { reminder->id, reminder->rule_id, rub_run_get_id (reminder->run),
                                   is_done ? RUB_REMINDER_DONE : RUB_REMINDER_SKIPPED,
                                   reminder->due_us, answer_us };
      RubMassage massage = { .start_us = answer_us,
                             .elapsed_s = reminder->minutes * 60
                                          + g_rand_int_range (demo->rand, -90, 150),
                             .reminder_id = reminder->id };
      g_autoptr (RubChange) change = rub_change_new ();

      if (reminder->task != RUB_TASK_MASSAGE || !rub_reminder_is_open (plan->pdata[i])
          || rub_run_get_id (reminder->run) != rub_run_get_id (run)
          || reminder->due_us >= get_instant (demo, 0, 0))
        continue;

      rub_change_move_reminder (change, &record, RUB_REMINDER_OPEN_STATES);
      if (is_done)
        rub_change_save_massage (change, &massage);
      commit (demo, change);
      if (is_done)
        ease (demo, LEFT_AFTER_MASSAGE);
    }
}

/* On the two mornings after hard runs; in the last week on each of them. */
static gboolean
checks_morning (Demo *demo, int days_back)
{
  gboolean was_hard = (days_back < N_DAYS && find_session (days_back + 1)->effort >= 6)
                      || (days_back < N_DAYS - 1 && find_session (days_back + 2)->effort >= 6);

  return was_hard && (days_back <= 8 || g_rand_double (demo->rand) < 0.7);
}

static void
live_day (Demo *demo, int days_back)
{
  const Session *session = find_session (days_back);
  g_autoptr (RubRun) run = NULL;
  g_autoptr (RubRun) stored = NULL;
  g_autoptr (RubChange) change = rub_change_new ();

  ease (demo, LEFT_NEXT_DAY);
  if (checks_morning (demo, days_back))
    save_check (demo, get_instant (demo, days_back, CHECK_MORNING_MIN), 0);
  if (session->distance_km <= 0)
    return;

  run = make_run (demo, session, days_back);
  rub_change_save_run (change, run);
  stored = rub_run_with_id (run, commit (demo, change));
  make_sore (demo, stored);
  if (session->effort >= 6)
    {
      save_check (demo, rub_run_get_end_us (run) + CHECK_AFTER_MIN * G_TIME_SPAN_MINUTE,
                  rub_run_get_id (stored));
      answer_reminder (demo, stored, days_back == 1 || g_rand_double (demo->rand) < 0.7);
    }
}

/* Returns: whether @demo is set up to fill the file @path as of @now (ISO 8601; NULL: now). */
static gboolean
begin (Demo *demo, const char *path, const char *now, GError **error)
{
  g_autoptr (GDateTime) instant = NULL;

  demo->zone = g_time_zone_new_local ();
  instant = now != NULL ? g_date_time_new_from_iso8601 (now, demo->zone)
                        : g_date_time_new_now (demo->zone);
  if (instant == NULL || g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s",
                   instant == NULL ? "The date must look like 2026-11-24T18:30:00"
                                   : "The file is there already: it may hold real weeks");
      return FALSE;
    }

  demo->now_us = g_date_time_to_unix (instant) * G_USEC_PER_SEC;
  rub_wall_get_date (demo->zone, demo->now_us, &demo->today);
  demo->rand = g_rand_new_with_seed (g_date_get_julian (&demo->today));
  demo->store = rub_store_open (path, error);

  return demo->store != NULL;
}

int
main (int argc, char **argv)
{
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE");
  const GOptionEntry entries[] = {
    { "now", 0, 0, G_OPTION_ARG_STRING, &now, "End the weeks at this time", "ISO-8601" },
    { NULL },
  };
  Demo demo = { 0 };
  gboolean is_set_up;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Say which file to make");
      return EXIT_FAILURE;
    }

  is_set_up = begin (&demo, argv[1], now, &error);
  if (is_set_up)
    for (int days_back = N_DAYS; days_back > 0; days_back--)
      live_day (&demo, days_back);
  if (is_set_up)
    is_set_up = rub_demo_shelf_fill (demo.store, demo.now_us, &error);
  if (!is_set_up)
    g_printerr ("%s\n", error->message);
  g_clear_object (&demo.store);
  g_clear_pointer (&demo.rand, g_rand_free);
  g_clear_pointer (&demo.zone, g_time_zone_unref);

  return is_set_up ? EXIT_SUCCESS : EXIT_FAILURE;
}

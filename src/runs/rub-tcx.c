/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-tcx.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "rub-markup.h"
#include "rub-number.h"
#include "rub-run-file.h"
#include "rub-sport.h"
#include "rub-timestamp.h"
#include "rub-track.h"

/* Two ways to measure a run agree within this share, or this many metres. */
#define AGREEMENT 0.1
#define AGREEMENT_M 200.0
/* How far the times of laps and points may be apart and still be of one run. */
#define SLACK_US (10 * G_TIME_SPAN_MINUTE)

/* What is known of the activity that is being read. */
typedef struct
{
  /* Owned */
  RubTrack *track;
  char *note;

  RubRunKind kind;
  gboolean is_on_foot;
  gint64 id_us;
  gint64 lap_start_us;
  gint64 laps_start_us;
  gint64 laps_end_us;
  double laps_s;
  double laps_m;
  double counted_m;
  double last_counted_m;
  double point_counted_m;
  RubPoint point;
} Activity;

typedef struct
{
  Activity activity;
  GPtrArray *runs;
  GError *failure;
  guint n_points;
} Tcx;

static void
activity_clear (Activity *activity)
{
  g_clear_pointer (&activity->track, rub_track_free);
  g_clear_pointer (&activity->note, g_free);
}

static void
tcx_clear (Tcx *tcx)
{
  activity_clear (&tcx->activity);
  g_clear_pointer (&tcx->runs, g_ptr_array_unref);
  g_clear_error (&tcx->failure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tcx, tcx_clear)

static gint64
earlier (gint64 a_us, gint64 b_us)
{
  return a_us == RUB_NO_TIME ? b_us : b_us == RUB_NO_TIME ? a_us : MIN (a_us, b_us);
}

static gint64
from_seconds (double seconds)
{
  return (gint64) (seconds * (double) G_USEC_PER_SEC);
}

static void
begin_activity (Tcx *tcx, RubMarkup *markup)
{
  Activity *activity = &tcx->activity;

  activity_clear (activity);
  *activity = (Activity){ .track = rub_track_new (),
                          .kind = RUB_RUN_KIND_OTHER,
                          .id_us = RUB_NO_TIME,
                          .lap_start_us = RUB_NO_TIME,
                          .laps_start_us = RUB_NO_TIME,
                          .laps_end_us = RUB_NO_TIME };
  activity->is_on_foot
    = rub_sport_parse (rub_markup_get_attribute (markup, "Sport"), &activity->kind);
}

static void
begin_lap (Activity *activity, RubMarkup *markup)
{
  const char *start = rub_markup_get_attribute (markup, "StartTime");

  activity->lap_start_us = start != NULL ? rub_timestamp_parse (start) : RUB_NO_TIME;
  activity->laps_start_us = earlier (activity->laps_start_us, activity->lap_start_us);
}

static void
begin_point (Activity *activity)
{
  activity->point = (RubPoint){ RUB_NO_TIME, (double) NAN, (double) NAN, (double) NAN };
  activity->point_counted_m = (double) NAN;
}

static void
add_lap_time (Activity *activity, double seconds)
{
  if (!(seconds > 0 && seconds <= RUB_RUN_MAX_ELAPSED_S))
    return;

  activity->laps_s += seconds;
  if (activity->lap_start_us != RUB_NO_TIME)
    activity->laps_end_us
      = MAX (activity->laps_end_us, activity->lap_start_us + from_seconds (seconds));
}

static void
add_lap_distance (Activity *activity, double distance_m)
{
  if (distance_m > 0 && distance_m <= RUB_RUN_MAX_DISTANCE_M)
    activity->laps_m += distance_m;
}

/* Points count on from the start of the activity; some makers begin anew with each lap. */
static void
count_distance (Activity *activity)
{
  double counted_m = activity->point_counted_m;

  if (!(counted_m >= 0 && counted_m <= RUB_RUN_MAX_DISTANCE_M))
    return;

  activity->counted_m
    += counted_m >= activity->last_counted_m ? counted_m - activity->last_counted_m : counted_m;
  activity->last_counted_m = counted_m;
}

static void
add_point (Tcx *tcx, RubMarkup *markup)
{
  Activity *activity = &tcx->activity;

  rub_track_add (activity->track, &activity->point);
  count_distance (activity);
  if (++tcx->n_points > RUB_TRACK_MAX_POINTS || rub_track_is_too_large (activity->track))
    rub_markup_stop (markup,
                     g_error_new_literal (RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_TOO_LARGE,
                                          _("The file has more points than any run.")));
}

/* Stray clocks make stray legs; the longest is the activity. */
static RubLeg
get_longest_leg (Activity *activity)
{
  RubLeg longest = { .start_us = RUB_NO_TIME,
                     .end_us = RUB_NO_TIME,
                     .ascent_m = (double) NAN,
                     .descent_m = (double) NAN };
  g_autoptr (GArray) legs = NULL;

  rub_track_end (activity->track, activity->kind, TRUE);
  legs = rub_track_get_legs (activity->track);
  for (guint i = 0; i < legs->len; i++)
    {
      const RubLeg *leg = &g_array_index (legs, RubLeg, i);

      if (i == 0 || leg->end_us - leg->start_us > longest.end_us - longest.start_us)
        longest = *leg;
    }
  longest.kind = activity->kind;

  return longest;
}

/* Laps without points, as of a treadmill, are all there is; otherwise they mend the ends. */
static void
fit_times (RubLeg *leg, const Activity *activity)
{
  gint64 start_us = activity->laps_start_us;
  gint64 end_us = activity->laps_end_us;

  if (start_us == RUB_NO_TIME)
    start_us = activity->id_us;
  if (start_us == RUB_NO_TIME)
    return;

  end_us = MAX (end_us, start_us + from_seconds (activity->laps_s));
  if (leg->start_us == RUB_NO_TIME || leg->end_us == leg->start_us)
    {
      leg->start_us = start_us;
      leg->end_us = end_us;
      return;
    }
  if (start_us < leg->start_us && leg->start_us - start_us <= SLACK_US)
    leg->start_us = start_us;
  if (end_us > leg->end_us && end_us - leg->end_us <= SLACK_US)
    leg->end_us = end_us;
}

static gboolean
do_agree (double a_m, double b_m)
{
  return b_m > 0 && fabs (a_m - b_m) <= MAX (AGREEMENT_M, AGREEMENT * MAX (a_m, b_m));
}

/* @walked_m is from positions. What two ways agree on is right; else what points say. */
static double
choose_distance (const Activity *activity, double walked_m)
{
  if (activity->laps_m > 0
      && (do_agree (activity->laps_m, activity->counted_m)
          || do_agree (activity->laps_m, walked_m)))
    return activity->laps_m;
  if (activity->counted_m > 0)
    return activity->counted_m;

  return walked_m > 0 ? walked_m : activity->laps_m;
}

static void
set_failure (Tcx *tcx, RubRunFileError code, const char *message)
{
  if (tcx->failure == NULL)
    tcx->failure = g_error_new_literal (RUB_RUN_FILE_ERROR, (int) code, message);
}

static void
end_activity (Tcx *tcx)
{
  Activity *activity = &tcx->activity;
  RubLeg leg = get_longest_leg (activity);
  RubRun *run;

  if (!activity->is_on_foot)
    {
      set_failure (tcx, RUB_RUN_FILE_ERROR_NOT_RUNNING,
                   _("The file says that it is another sport, not a run."));
      return;
    }

  fit_times (&leg, activity);
  if (leg.start_us == RUB_NO_TIME)
    {
      set_failure (tcx, RUB_RUN_FILE_ERROR_NO_TIMES,
                   _("The file does not say when the run was."));
      return;
    }

  leg.distance_m = choose_distance (activity, leg.distance_m);
  run = rub_leg_make_run (&leg, "tcx", activity->note, tcx->failure == NULL ? &tcx->failure : NULL);
  if (run != NULL)
    g_ptr_array_add (tcx->runs, run);
}

static void
on_start_cb (RubMarkup *markup, const char *path, gpointer user_data)
{
  Tcx *tcx = user_data;
  const char *part = strstr (path, "/Activity");

  if (part == NULL)
    return;
  if (g_str_equal (part, "/Activity"))
    begin_activity (tcx, markup);
  else if (g_str_equal (part, "/Activity/Lap"))
    begin_lap (&tcx->activity, markup);
  else if (g_str_equal (part, "/Activity/Lap/Track/Trackpoint"))
    begin_point (&tcx->activity);
}

static void
end_in_point (Activity *activity, const char *part, const char *text)
{
  if (g_str_equal (part, "/Time"))
    activity->point.time_us = rub_timestamp_parse (text);
  else if (g_str_equal (part, "/Position/LatitudeDegrees"))
    activity->point.latitude = rub_number_parse (text);
  else if (g_str_equal (part, "/Position/LongitudeDegrees"))
    activity->point.longitude = rub_number_parse (text);
  else if (g_str_equal (part, "/AltitudeMeters"))
    activity->point.elevation_m = rub_number_parse (text);
  else if (g_str_equal (part, "/DistanceMeters"))
    activity->point_counted_m = rub_number_parse (text);
}

static void
end_in_activity (Tcx *tcx, RubMarkup *markup, const char *part, const char *text)
{
  static const char point[] = "/Lap/Track/Trackpoint";
  Activity *activity = &tcx->activity;

  if (g_str_equal (part, point))
    add_point (tcx, markup);
  else if (g_str_has_prefix (part, point))
    end_in_point (activity, part + strlen (point), text);
  else if (g_str_equal (part, "/Lap/Track"))
    rub_track_pause (activity->track);
  else if (g_str_equal (part, "/Lap/TotalTimeSeconds"))
    add_lap_time (activity, rub_number_parse (text));
  else if (g_str_equal (part, "/Lap/DistanceMeters"))
    add_lap_distance (activity, rub_number_parse (text));
  else if (g_str_equal (part, "/Id"))
    activity->id_us = rub_timestamp_parse (text);
  else if (g_str_equal (part, "/Notes"))
    {
      g_free (activity->note);
      activity->note = g_strdup (text);
    }
}

static void
on_end_cb (RubMarkup *markup, const char *path, const char *text, gpointer user_data)
{
  Tcx *tcx = user_data;
  const char *part = strstr (path, "/Activity");

  if (part == NULL)
    return;
  if (g_str_equal (part, "/Activity"))
    end_activity (tcx);
  else if (g_str_has_prefix (part, "/Activity/"))
    end_in_activity (tcx, markup, part + strlen ("/Activity"), text);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  gint64 start_a = rub_run_get_start_us (*(RubRun **) a);
  gint64 start_b = rub_run_get_start_us (*(RubRun **) b);

  return (start_a > start_b) - (start_a < start_b);
}

GPtrArray *
rub_tcx_parse (GBytes *text, GCancellable *cancellable, GError **error)
{
  static const RubMarkupVisitor visitor = { .start = on_start_cb, .end = on_end_cb };
  g_auto (Tcx) tcx = { .runs = g_ptr_array_new_with_free_func (g_object_unref) };

  g_return_val_if_fail (text != NULL, NULL);

  if (!rub_markup_walk (text, &visitor, &tcx, cancellable, error))
    return NULL;

  if (tcx.runs->len > 0)
    {
      g_ptr_array_sort (tcx.runs, compare_starts);
      return g_steal_pointer (&tcx.runs);
    }

  set_failure (&tcx, RUB_RUN_FILE_ERROR_NO_RUN,
               _("The file holds no recorded run, only a plan or a course."));
  g_propagate_error (error, g_steal_pointer (&tcx.failure));

  return NULL;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-gpx.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rub-markup.h"
#include "rub-number.h"
#include "rub-run-file.h"
#include "rub-sport.h"
#include "rub-timestamp.h"
#include "rub-track.h"

#define TRACK "gpx/trk"
#define SEGMENT TRACK "/trkseg"
#define POINT SEGMENT "/trkpt"

typedef struct
{
  RubTrack *track;
  char *type;
  RubPoint point;
} Gpx;

static void
gpx_clear (Gpx *gpx)
{
  g_clear_pointer (&gpx->track, rub_track_free);
  g_clear_pointer (&gpx->type, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gpx, gpx_clear)

static void
add_point (Gpx *gpx, RubMarkup *markup)
{
  rub_track_add (gpx->track, &gpx->point);
  if (rub_track_is_too_large (gpx->track))
    rub_markup_stop (markup,
                     g_error_new_literal (RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_TOO_LARGE,
                                          _("The file has more points than any run.")));
}

static void
end_track (Gpx *gpx)
{
  RubRunKind kind = RUB_RUN_KIND_OTHER;
  gboolean is_on_foot = rub_sport_parse (gpx->type, &kind);

  rub_track_end (gpx->track, kind, is_on_foot);
  g_clear_pointer (&gpx->type, g_free);
}

static void
on_start_cb (RubMarkup *markup, const char *path, gpointer user_data)
{
  Gpx *gpx = user_data;

  if (!g_str_equal (path, POINT))
    return;

  gpx->point.time_us = RUB_NO_TIME;
  gpx->point.elevation_m = (double) NAN;
  gpx->point.latitude = rub_number_parse (rub_markup_get_attribute (markup, "lat"));
  gpx->point.longitude = rub_number_parse (rub_markup_get_attribute (markup, "lon"));
}

static void
on_end_cb (RubMarkup *markup, const char *path, const char *text, gpointer user_data)
{
  Gpx *gpx = user_data;

  if (g_str_equal (path, POINT "/ele"))
    gpx->point.elevation_m = rub_number_parse (text);
  else if (g_str_equal (path, POINT "/time"))
    gpx->point.time_us = rub_timestamp_parse (text);
  else if (g_str_equal (path, POINT))
    add_point (gpx, markup);
  else if (g_str_equal (path, SEGMENT))
    rub_track_pause (gpx->track);
  else if (g_str_equal (path, TRACK "/type"))
    {
      g_free (gpx->type);
      gpx->type = g_strdup (text);
    }
  else if (g_str_equal (path, TRACK))
    end_track (gpx);
}

/* Why there is no leg at all. */
static void
set_no_leg (RubTrack *track, GError **error)
{
  if (rub_track_get_n_forgotten (track) > 0)
    g_set_error_literal (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_NOT_RUNNING,
                         _("The file says that it is another sport, not a run."));
  else if (rub_track_get_n_points (track) == 0)
    g_set_error_literal (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_NO_RUN,
                         _("The file holds no recorded track, only a plan or places."));
  else
    g_set_error_literal (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_NO_TIMES,
                         _("The track has no times, so it is a plan and not a run."));
}

static GPtrArray *
make_runs (RubTrack *track, GError **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) legs = rub_track_get_legs (track);
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < legs->len; i++)
    {
      const RubLeg *leg = &g_array_index (legs, RubLeg, i);
      RubRun *run = rub_leg_make_run (leg, "gpx", NULL, failure == NULL ? &failure : NULL);

      if (run != NULL)
        g_ptr_array_add (runs, run);
    }

  if (runs->len > 0)
    return g_steal_pointer (&runs);

  if (rub_track_get_n_points (track) == 1)
    g_set_error_literal (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_NO_RUN,
                         _("The track is a single point, so there is no run in it."));
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    set_no_leg (track, error);

  return NULL;
}

GPtrArray *
rub_gpx_parse (GBytes *text, GCancellable *cancellable, GError **error)
{
  static const RubMarkupVisitor visitor = { .start = on_start_cb, .end = on_end_cb };
  g_auto (Gpx) gpx = { .track = rub_track_new () };

  g_return_val_if_fail (text != NULL, NULL);

  if (!rub_markup_walk (text, &visitor, &gpx, cancellable, error))
    return NULL;

  return make_runs (gpx.track, error);
}

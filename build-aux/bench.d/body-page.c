/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* body-page click|pick|scrub [EVERY]: Rubdown's window on the body page, of a runner who made a
 * check on each of 3,650 days.
 * click: stays, prints where click-paint is to click, and takes back what a click marked.
 * pick: prints the median and the 99th percentile of what it takes to find the region under a
 *   random point of the map, in microseconds.
 * scrub: looks at every EVERYth check, and prints the median, the 99th percentile and the maximum
 *   of what a step and its frame take, in milliseconds. */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <adwaita.h>
#include <glib/gstdio.h>

#include "point.h"
#include "rub-body-loader.h"
#include "rub-body-map.h"
#include "rub-check-scale.h"
#include "rub-icon-resources.h"
#include "rub-map-view.h"
#include "rub-ui-resources.h"
#include "rub-window.h"

#define N_DAYS 3650
#define N_SORE 6
#define N_PICKS 100000
#define SETTLE_MS 1500
/* After a click. */
#define TAKE_BACK_MS 600

typedef struct
{
  const char *mode;
  guint every;

  char *folder;
  GSettings *settings;
  RubLibrary *library;
  GtkWidget *window;

  /* Of scrubbing, in microseconds. */
  GArray *times;
  gint64 set_us;
  gint64 frame_us;
  guint index;
} Bench;

static gint64
get_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static int
compare_times (const void *a, const void *b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static RubCheck *
make_check (RubBody *body, GRand *random, gint64 made_us)
{
  GPtrArray *regions = rub_body_get_regions (body);
  RubSoreness sore[N_SORE];

  for (int i = 0; i < N_SORE; i++)
    {
      int at = g_rand_int_range (random, 0, (int) regions->len);

      sore[i] = (RubSoreness){ rub_region_get_id (regions->pdata[at]),
                               g_rand_int_range (random, 1, RUB_SORENESS_MAX + 1),
                               RUB_SENSATION_TIGHT, NULL };
    }

  return rub_check_new (0, made_us, 0, sore, N_SORE);
}

/* The same each time, but for the day it is. */
static void
fill_store (const char *path)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  g_autoptr (GRand) random = g_rand_new_with_seed (3650);
  g_autoptr (GError) error = NULL;
  g_autoptr (RubStore) store = rub_store_open (path, &error);
  g_autoptr (RubChange) change = rub_change_new ();

  if (store == NULL)
    g_error ("%s", error->message);
  for (int i = N_DAYS; i > 0; i--)
    {
      g_autoptr (RubCheck) check
        = make_check (body, random, g_get_real_time () - i * G_TIME_SPAN_DAY);

      rub_change_save_check (change, check);
    }
  if (!rub_store_commit (store, change, &error))
    g_error ("%s", error->message);
}

static gpointer
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
quit (Bench *bench)
{
  gtk_window_destroy (GTK_WINDOW (bench->window));
  g_application_quit (g_application_get_default ());
}

static gboolean
take_back (gpointer draft)
{
  rub_check_draft_undo (draft);

  return G_SOURCE_REMOVE;
}

static void
on_region_changed_cb (RubCheckDraft *draft, RubRegion *region)
{
  if (rub_check_draft_get_soreness (draft, region) > 0)
    g_timeout_add (TAKE_BACK_MS, take_back, draft);
}

static void
tell_place (Bench *bench)
{
  g_autoptr (RubCheckDraft) draft = NULL;
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  RubMapView *view = find_widget (bench->window, RUB_TYPE_MAP_VIEW);
  RubPoint label = rub_map_view_get_label (view, rub_body_find (body, CLICKED_REGION));

  g_object_get (find_widget (bench->window, RUB_TYPE_BODY_MAP), "draft", &draft, NULL);
  g_signal_connect (draft, "region-changed", G_CALLBACK (on_region_changed_cb), NULL);
  point_print (GTK_WIDGET (view), label.x, label.y);
}

static void
time_picks (Bench *bench)
{
  RubBodyMap *map = find_widget (bench->window, RUB_TYPE_BODY_MAP);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree gint64 *times_ns = g_new (gint64, N_PICKS);
  double width = gtk_widget_get_width (GTK_WIDGET (map));
  double height = gtk_widget_get_height (GTK_WIDGET (map));
  int n_found = 0;

  for (int i = 0; i < N_PICKS; i++)
    {
      double x = g_rand_double_range (random, 0, width);
      double y = g_rand_double_range (random, 0, height);
      gint64 start_ns = get_ns ();

      n_found += rub_body_map_pick (map, x, y) != NULL;
      times_ns[i] = get_ns () - start_ns;
    }

  qsort (times_ns, N_PICKS, sizeof *times_ns, compare_times);
  printf ("%.2f %.2f %d\n", (double) times_ns[N_PICKS / 2] / 1000,
          (double) times_ns[N_PICKS / 100 * 99] / 1000, n_found * 100 / N_PICKS);
  quit (bench);
}

static void
finish_scrub (Bench *bench)
{
  gint64 *times_us = (gint64 *) (gpointer) bench->times->data;
  guint n_times = bench->times->len;

  qsort (times_us, n_times, sizeof *times_us, compare_times);
  printf ("%.2f %.2f %.2f\n", (double) times_us[n_times / 2] / 1000,
          (double) times_us[n_times * 99 / 100] / 1000, (double) times_us[n_times - 1] / 1000);
  quit (bench);
}

static gboolean
step (gpointer data)
{
  Bench *bench = data;
  gint64 start_us = g_get_monotonic_time ();

  if (bench->index < bench->every)
    {
      finish_scrub (bench);
      return G_SOURCE_REMOVE;
    }

  bench->index -= bench->every;
  bench->frame_us = 0;
  rub_check_scale_set_index (find_widget (bench->window, RUB_TYPE_CHECK_SCALE), bench->index);
  bench->set_us = g_get_monotonic_time () - start_us;

  return G_SOURCE_REMOVE;
}

static void
on_before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->frame_us = g_get_monotonic_time ();
}

/* A frame is over when the X server has done what it was told. */
static void
on_after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  gint64 time_us;

  gdk_display_sync (gtk_widget_get_display (bench->window));
  if (bench->set_us == 0 || bench->frame_us == 0)
    return;

  time_us = bench->set_us + g_get_monotonic_time () - bench->frame_us;
  g_array_append_val (bench->times, time_us);
  bench->set_us = 0;
  g_idle_add (step, bench);
}

static void
start_scrub (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench->window);

  bench->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench->index
    = rub_check_scale_get_n_checks (find_widget (bench->window, RUB_TYPE_CHECK_SCALE));
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint_cb), bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_after_paint_cb), bench);
  step (bench);
}

static gboolean
on_settled_cb (gpointer data)
{
  Bench *bench = data;

  if (g_str_equal (bench->mode, "click"))
    tell_place (bench);
  else if (g_str_equal (bench->mode, "pick"))
    time_picks (bench);
  else
    start_scrub (bench);

  return G_SOURCE_REMOVE;
}

static void
on_activate_cb (GtkApplication *application, Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "rubdown.db", NULL);

  fill_store (path);
  bench->settings = g_settings_new (RUB_APP_ID);
  g_settings_set_string (bench->settings, "page", "body");
  bench->library = rub_library_new (path, bench->settings);
  bench->window = GTK_WIDGET (rub_window_new (application, bench->library, bench->settings));
  gtk_window_present (GTK_WINDOW (bench->window));
  while (rub_library_get_records (bench->library) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_timeout_add (SETTLE_MS, on_settled_cb, bench);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  Bench bench = { .mode = argc > 1 ? argv[1] : "", .every = argc > 2 ? (guint) atoi (argv[2]) : 1 };
  int status;

  if (argc < 2)
    return EXIT_FAILURE;

  g_resources_register (rub_ui_get_resource ());
  g_resources_register (rub_icons_get_resource ());
  bench.folder = g_dir_make_tmp ("rub-bench-XXXXXX", NULL);
  application = adw_application_new (RUB_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate_cb), &bench);
  status = g_application_run (G_APPLICATION (application), 1, argv);

  g_clear_object (&bench.library);
  g_clear_object (&bench.settings);
  g_clear_pointer (&bench.times, g_array_unref);
  remove_folder (bench.folder);
  g_free (bench.folder);

  return status;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "rub-timer-clock.h"

typedef struct
{
  GMainLoop *loop;
  RubClock *clock;
  char *zone_file;
  int n_woke;
} Fixture;

static void
on_clock_woke_cb (RubClock *clock, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_woke++;
  g_main_loop_quit (fixture->loop);
}

static gboolean
on_timeout_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_CONTINUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->zone_file = g_build_filename (g_get_user_config_dir (), "localtime", NULL);
  g_assert_no_errno (g_mkdir_with_parents (g_get_user_config_dir (), 0700));
  g_assert_true (g_file_set_contents (fixture->zone_file, "one", -1, NULL));
  fixture->clock = RUB_CLOCK (rub_timer_clock_new (fixture->zone_file));
  g_signal_connect (fixture->clock, "woke", G_CALLBACK (on_clock_woke_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->clock);
  g_main_loop_unref (fixture->loop);
  g_free (fixture->zone_file);
}

/* Runs until the clock wakes, or for @limit_ms. */
static void
wait (Fixture *fixture, guint limit_ms)
{
  guint source = g_timeout_add (limit_ms, on_timeout_cb, fixture->loop);

  fixture->n_woke = 0;
  g_main_loop_run (fixture->loop);
  g_source_remove (source);
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
  gint64 due_us = rub_clock_get_now_us (fixture->clock) + 100 * G_TIME_SPAN_MILLISECOND;

  rub_clock_arm (fixture->clock, due_us);
  wait (fixture, 5000);
  g_assert_cmpint (fixture->n_woke, ==, 1);
  g_assert_cmpint (rub_clock_get_now_us (fixture->clock), >=, due_us);
  g_assert_cmpint (rub_clock_get_now_us (fixture->clock), <, due_us + 2 * G_TIME_SPAN_SECOND);

  /* Once. */
  wait (fixture, 50);
  g_assert_cmpint (fixture->n_woke, ==, 0);
}

static void
test_past (Fixture *fixture, gconstpointer data)
{
  static const gint64 instants[] = { G_MININT64, 0, 1, 1000000000 };

  for (gsize i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      rub_clock_arm (fixture->clock, instants[i]);
      wait (fixture, 5000);
      g_assert_cmpint (fixture->n_woke, ==, 1);
    }
}

static void
test_never (Fixture *fixture, gconstpointer data)
{
  rub_clock_arm (fixture->clock, rub_clock_get_now_us (fixture->clock));
  rub_clock_arm (fixture->clock, RUB_CLOCK_NEVER);
  wait (fixture, 50);
  g_assert_cmpint (fixture->n_woke, ==, 0);
}

static void
test_zone_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_strconcat (fixture->zone_file, ".new", NULL);

  /* As timedated does it: a link, put in the place of the other. */
  g_assert_cmpint (symlink ("/usr/share/zoneinfo/Asia/Tokyo", other), ==, 0);
  g_assert_no_errno (g_rename (other, fixture->zone_file));
  wait (fixture, 5000);
  /* One rename can be told as several changes. */
  g_assert_cmpint (fixture->n_woke, >=, 1);
}

static void
test_zone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) before = rub_clock_get_zone (fixture->clock);
  g_autoptr (GTimeZone) after = NULL;

  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  after = rub_clock_get_zone (fixture->clock);
  g_setenv ("TZ", "UTC", TRUE);

  g_assert_cmpstr (g_time_zone_get_identifier (before), ==, "UTC");
  g_assert_cmpstr (g_time_zone_get_identifier (after), ==, "Asia/Tokyo");
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/timer-clock/due", test_due);
  ADD ("/timer-clock/past", test_past);
  ADD ("/timer-clock/never", test_never);
  ADD ("/timer-clock/zone-file", test_zone_file);
  ADD ("/timer-clock/zone", test_zone);

  return g_test_run ();
}

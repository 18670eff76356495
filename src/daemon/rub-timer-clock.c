/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-timer-clock.h"

#include <errno.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gstdio.h>

/* A timer that is not set is not told of changes of the clock; one far away is. */
#define FAR_AWAY_S (10 * G_GINT64_CONSTANT (365) * 24 * 3600)

struct _RubTimerClock
{
  GObject parent_instance;

  int fd;
  guint fd_source;
  guint idle_source;

  /* Owned */
  GFileMonitor *zone_monitor;
};

static void rub_timer_clock_clock_init (RubClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RubTimerClock, rub_timer_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RUB_TYPE_CLOCK, rub_timer_clock_clock_init))

static gboolean
on_timer_readable_cb (int fd, GIOCondition condition, gpointer user_data)
{
  RubTimerClock *self = user_data;
  guint64 n_expirations;

  g_assert (RUB_IS_TIMER_CLOCK (self));

  /* Expired, or ECANCELED after the clock was set or the device resumed, or a spurious wake: it
   * is all the same, since everything is worked out anew. It has to be read in each case. */
  if (read (fd, &n_expirations, sizeof n_expirations) < 0 && errno != ECANCELED
      && errno != EAGAIN && errno != EINTR)
    {
      g_critical ("The timer cannot be read: %s", g_strerror (errno));
      self->fd_source = 0;
      return G_SOURCE_REMOVE;
    }

  rub_clock_wake (RUB_CLOCK (self));

  return G_SOURCE_CONTINUE;
}

static gboolean
on_idle_cb (gpointer user_data)
{
  RubTimerClock *self = user_data;

  g_assert (RUB_IS_TIMER_CLOCK (self));

  self->idle_source = 0;
  rub_clock_wake (RUB_CLOCK (self));

  return G_SOURCE_REMOVE;
}

static void
on_zone_changed_cb (GFileMonitor *monitor,
                    GFile *file,
                    GFile *other_file,
                    GFileMonitorEvent event,
                    gpointer user_data)
{
  g_assert (RUB_IS_TIMER_CLOCK (user_data));

  rub_clock_wake (user_data);
}

static gint64
rub_timer_clock_get_now_us (RubClock *clock)
{
  return g_get_real_time ();
}

static GTimeZone *
rub_timer_clock_get_zone (RubClock *clock)
{
  return g_time_zone_new_local ();
}

static void
rub_timer_clock_arm (RubClock *clock, gint64 due_us)
{
  RubTimerClock *self = RUB_TIMER_CLOCK (clock);
  gint64 far_s = g_get_real_time () / G_TIME_SPAN_SECOND + FAR_AWAY_S;
  /* Rounded up, so that it is due when the timer fires. */
  gint64 due_s = due_us / G_TIME_SPAN_SECOND + (due_us % G_TIME_SPAN_SECOND > 0 ? 1 : 0);
  struct itimerspec spec = { .it_value.tv_sec = CLAMP (due_s, 1, far_s) };

  if (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) == 0)
    return;

  /* The clock was set since the last time. The timer is set all the same, but @due_us may have
   * been worked out before that. */
  if (errno != ECANCELED)
    g_critical ("The timer cannot be set: %s", g_strerror (errno));
  else if (self->idle_source == 0)
    self->idle_source = g_idle_add (on_idle_cb, self);
}

static void
rub_timer_clock_clock_init (RubClockInterface *iface)
{
  iface->get_now_us = rub_timer_clock_get_now_us;
  iface->get_zone = rub_timer_clock_get_zone;
  iface->arm = rub_timer_clock_arm;
}

static void
rub_timer_clock_finalize (GObject *object)
{
  RubTimerClock *self = RUB_TIMER_CLOCK (object);

  g_clear_handle_id (&self->fd_source, g_source_remove);
  g_clear_handle_id (&self->idle_source, g_source_remove);
  g_clear_object (&self->zone_monitor);
  if (self->fd >= 0)
    g_close (self->fd, NULL);

  G_OBJECT_CLASS (rub_timer_clock_parent_class)->finalize (object);
}

static void
rub_timer_clock_class_init (RubTimerClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_timer_clock_finalize;
}

static void
rub_timer_clock_init (RubTimerClock *self)
{
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd < 0)
    g_error ("No timer: %s", g_strerror (errno));

  self->fd_source = g_unix_fd_add (self->fd, G_IO_IN, on_timer_readable_cb, self);
}

RubTimerClock *
rub_timer_clock_new (const char *zone_file)
{
  RubTimerClock *self;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (zone_file != NULL, NULL);

  self = g_object_new (RUB_TYPE_TIMER_CLOCK, NULL);
  file = g_file_new_for_path (zone_file);
  self->zone_monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->zone_monitor != NULL)
    g_signal_connect_object (self->zone_monitor, "changed", G_CALLBACK (on_zone_changed_cb), self,
                             0);
  rub_clock_arm (RUB_CLOCK (self), RUB_CLOCK_NEVER);

  return self;
}

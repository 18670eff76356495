/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-device.h"

#include "rub-fake-clock.h"
#include "rub-scheduler.h"

struct _RubDevice
{
  GObject parent_instance;

  gint64 true_us;
  gint64 skew_us;
  gboolean is_asleep;
  guint n_settled;

  /* Owned */
  char *store_path;
  char *zone_name;
  GTimeZone *zone;
  RubFakeClock *clock;
  RubScreen *screen;
  RubScheduler *scheduler;
};

enum
{
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Commits that the dying program still does; -1 for all. */
static int n_commits_left = -1;
static RubScreen *dying_screen;

G_DEFINE_FINAL_TYPE (RubDevice, rub_device, G_TYPE_OBJECT)

gboolean __real_rub_store_commit (RubStore *self, RubChange *change, GError **error);
gboolean __wrap_rub_store_commit (RubStore *self, RubChange *change, GError **error);

/* The linker puts this in the place of the store's own. */
gboolean
__wrap_rub_store_commit (RubStore *self, RubChange *change, GError **error)
{
  if (n_commits_left == 0)
    {
      /* The dead send nothing. */
      rub_screen_set_hearing (dying_screen, 0);
      g_set_error_literal (error, RUB_STORE_ERROR, RUB_STORE_ERROR_FAILED, "dead");
      return FALSE;
    }
  if (n_commits_left > 0)
    n_commits_left--;

  return __real_rub_store_commit (self, change, error);
}

static void
on_scheduler_settled_cb (RubScheduler *scheduler, gboolean has_changed, gpointer user_data)
{
  RUB_DEVICE (user_data)->n_settled++;
}

static void
show_time (RubDevice *self)
{
  rub_fake_clock_set_now_us (self->clock, self->true_us + self->skew_us);
}

/* Waits for one round. */
static void
settle (RubDevice *self, RubCause cause)
{
  while (self->n_settled == 0)
    g_main_context_iteration (NULL, TRUE);
  self->n_settled = 0;
  g_signal_emit (self, signals[SETTLED], 0, cause);
}

static void
wake (RubDevice *self, RubCause cause)
{
  if (self->is_asleep || self->scheduler == NULL)
    return;

  rub_clock_wake (RUB_CLOCK (self->clock));
  settle (self, cause);
}

static void
start (RubDevice *self)
{
  self->scheduler = rub_scheduler_new (self->store_path, RUB_CLOCK (self->clock),
                                       RUB_NOTIFIER (self->screen));
  g_signal_connect (self->scheduler, "settled", G_CALLBACK (on_scheduler_settled_cb), self);
  rub_scheduler_set_enabled (self->scheduler, TRUE);
  settle (self, RUB_CAUSE_START);
}

/* Its thread may hold it for a moment longer, and the dead are not woken. */
static void
drop_scheduler (RubDevice *self)
{
  gpointer remains = self->scheduler;

  g_object_add_weak_pointer (remains, &remains);
  g_clear_object (&self->scheduler);
  while (remains != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
}

static void
rub_device_finalize (GObject *object)
{
  RubDevice *self = RUB_DEVICE (object);

  g_clear_object (&self->scheduler);
  g_clear_object (&self->clock);
  g_clear_object (&self->screen);
  g_time_zone_unref (self->zone);
  g_free (self->zone_name);
  g_free (self->store_path);

  G_OBJECT_CLASS (rub_device_parent_class)->finalize (object);
}

static void
rub_device_class_init (RubDeviceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_device_finalize;

  signals[SETTLED] = g_signal_new ("settled", RUB_TYPE_DEVICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
rub_device_init (RubDevice *self)
{
  self->screen = rub_screen_new ();
}

RubDevice *
rub_device_new (const char *store_path, gint64 true_us, const char *zone)
{
  RubDevice *self = g_object_new (RUB_TYPE_DEVICE, NULL);

  self->store_path = g_strdup (store_path);
  self->true_us = true_us;
  self->zone_name = g_strdup (zone);
  self->zone = g_time_zone_new_identifier (zone);
  g_assert_nonnull (self->zone);
  self->clock = rub_fake_clock_new (true_us, self->zone);

  return self;
}

gint64
rub_device_get_true_us (RubDevice *self)
{
  return self->true_us;
}

gint64
rub_device_get_now_us (RubDevice *self)
{
  return self->true_us + self->skew_us;
}

gint64
rub_device_get_armed_us (RubDevice *self)
{
  return rub_fake_clock_get_armed_us (self->clock);
}

GTimeZone *
rub_device_get_zone (RubDevice *self)
{
  return self->zone;
}

const char *
rub_device_get_zone_name (RubDevice *self)
{
  return self->zone_name;
}

RubScreen *
rub_device_get_screen (RubDevice *self)
{
  return self->screen;
}

gboolean
rub_device_is_awake (RubDevice *self)
{
  return !self->is_asleep;
}

void
rub_device_pass (RubDevice *self, gint64 true_us)
{
  g_assert (true_us >= self->true_us);

  while (!self->is_asleep && self->scheduler != NULL
         && rub_device_get_armed_us (self) <= true_us + self->skew_us)
    {
      self->true_us = MAX (self->true_us, rub_device_get_armed_us (self) - self->skew_us);
      show_time (self);
      wake (self, RUB_CAUSE_ALARM);
    }

  self->true_us = true_us;
  show_time (self);
}

void
rub_device_suspend (RubDevice *self)
{
  self->is_asleep = TRUE;
}

void
rub_device_resume (RubDevice *self)
{
  if (!self->is_asleep)
    return;

  self->is_asleep = FALSE;
  wake (self, RUB_CAUSE_EVENT);
}

void
rub_device_set_skew (RubDevice *self, gint64 skew_us)
{
  self->skew_us = skew_us;
  show_time (self);
  wake (self, RUB_CAUSE_EVENT);
}

void
rub_device_set_zone (RubDevice *self, const char *zone)
{
  g_free (self->zone_name);
  self->zone_name = g_strdup (zone);
  g_time_zone_unref (self->zone);
  self->zone = g_time_zone_new_identifier (zone);
  g_assert_nonnull (self->zone);
  rub_fake_clock_set_zone (self->clock, self->zone);
  wake (self, RUB_CAUSE_EVENT);
}

void
rub_device_recheck (RubDevice *self)
{
  g_assert (!self->is_asleep);

  if (self->scheduler == NULL)
    {
      start (self);
      return;
    }

  rub_scheduler_recheck (self->scheduler);
  settle (self, RUB_CAUSE_EVENT);
}

void
rub_device_restart_server (RubDevice *self)
{
  if (self->is_asleep)
    return;
  rub_screen_clear (self->screen);
  if (self->scheduler == NULL)
    return;

  rub_notifier_report_ready (RUB_NOTIFIER (self->screen));
  settle (self, RUB_CAUSE_READY);
}

void
rub_device_kill (RubDevice *self, int n_commits, int n_calls)
{
  if (self->scheduler == NULL)
    return;

  n_commits_left = n_commits;
  dying_screen = self->screen;
  rub_screen_set_hearing (self->screen, n_calls);
  if (!self->is_asleep)
    {
      rub_scheduler_recheck (self->scheduler);
      while (self->n_settled == 0)
        g_main_context_iteration (NULL, TRUE);
    }
  drop_scheduler (self);
  self->n_settled = 0;
  n_commits_left = -1;
  rub_screen_set_hearing (self->screen, -1);
}

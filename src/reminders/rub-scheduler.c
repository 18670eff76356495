/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-scheduler.h"

#include "rub-outbox.h"
#include "rub-round.h"

/* Rounds in a row that may each call for another at once. */
#define MAX_ROUNDS_AT_ONCE 3

struct _RubScheduler
{
  GObject parent_instance;

  /* Owned */
  char *store_path;
  RubClock *clock;
  RubNotifier *notifier;
  RubOutbox *outbox;
  char *fault;       /* what was last logged, so that each fault is logged once */

  gboolean is_enabled;
  gboolean is_busy;  /* a round is being made */
  gboolean is_stale; /* and another has to follow it */
  int n_at_once;
};

G_DEFINE_FINAL_TYPE (RubScheduler, rub_scheduler, G_TYPE_OBJECT)

enum
{
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the thread works with. */
typedef struct
{
  char *store_path;
  GTimeZone *zone;
  gint64 now_us;
} RoundArgs;

static void start_round (RubScheduler *self);

static void
round_args_free (RoundArgs *args)
{
  g_free (args->store_path);
  g_time_zone_unref (args->zone);
  g_free (args);
}

static void
log_fault (RubScheduler *self, const GError *fault)
{
  const char *message = fault != NULL ? fault->message : NULL;

  if (g_strcmp0 (self->fault, message) == 0)
    return;

  g_free (self->fault);
  self->fault = g_strdup (message);
  if (message != NULL)
    g_warning ("Reminders wait until the store can be used: %s", message);
}

/* Arms the clock for the round after @round. */
static void
arm (RubScheduler *self, RubRound *round)
{
  gint64 now_us = rub_clock_get_now_us (self->clock);
  gint64 next_us = round->next_us;

  self->n_at_once = next_us <= now_us ? self->n_at_once + 1 : 0;
  if (self->n_at_once > MAX_ROUNDS_AT_ONCE)
    next_us = now_us + RUB_ROUND_BUSY_RETRY_US;

  rub_clock_arm (self->clock, next_us);
}

static void
finish_round (RubScheduler *self, RubRound *round)
{
  log_fault (self, round->fault);
  if (round->was_read)
    rub_outbox_update (self->outbox, round, rub_clock_get_now_us (self->clock));
  arm (self, round);
}

static void
make_round_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  RoundArgs *args = task_data;

  g_task_return_pointer (task, rub_round_make (args->store_path, args->now_us, args->zone),
                         (GDestroyNotify) rub_round_free);
}

static void
on_round_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RubScheduler *self = RUB_SCHEDULER (source);
  g_autoptr (RubRound) round = g_task_propagate_pointer (G_TASK (result), NULL);

  g_assert (round != NULL);

  self->is_busy = FALSE;
  if (self->is_enabled)
    finish_round (self, round);
  g_signal_emit (self, signals[SETTLED], 0, round->has_changed);

  if (self->is_stale)
    start_round (self);
}

static void
start_round (RubScheduler *self)
{
  g_autoptr (GTask) task = NULL;
  RoundArgs *args;

  g_assert (RUB_IS_SCHEDULER (self));

  /* A round under way may have read the store before what this call is about. */
  self->is_stale = self->is_busy;
  if (self->is_busy || !self->is_enabled)
    return;

  args = g_new0 (RoundArgs, 1);
  args->store_path = g_strdup (self->store_path);
  args->zone = rub_clock_get_zone (self->clock);
  args->now_us = rub_clock_get_now_us (self->clock);

  self->is_busy = TRUE;
  task = g_task_new (self, NULL, on_round_made_cb, NULL);
  g_task_set_source_tag (task, start_round);
  g_task_set_task_data (task, args, (GDestroyNotify) round_args_free);
  g_task_run_in_thread (task, make_round_in_thread);
}

static void
on_clock_woke_cb (RubClock *clock, gpointer user_data)
{
  g_assert (RUB_IS_SCHEDULER (user_data));

  start_round (user_data);
}

static void
on_notifier_ready_cb (RubNotifier *notifier, gpointer user_data)
{
  RubScheduler *self = user_data;

  g_assert (RUB_IS_SCHEDULER (self));

  rub_outbox_forget (self->outbox);
  start_round (self);
}

static void
rub_scheduler_dispose (GObject *object)
{
  RubScheduler *self = RUB_SCHEDULER (object);

  g_clear_object (&self->outbox);
  g_clear_object (&self->clock);
  g_clear_object (&self->notifier);

  G_OBJECT_CLASS (rub_scheduler_parent_class)->dispose (object);
}

static void
rub_scheduler_finalize (GObject *object)
{
  RubScheduler *self = RUB_SCHEDULER (object);

  g_free (self->store_path);
  g_free (self->fault);

  G_OBJECT_CLASS (rub_scheduler_parent_class)->finalize (object);
}

static void
rub_scheduler_class_init (RubSchedulerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rub_scheduler_dispose;
  object_class->finalize = rub_scheduler_finalize;

  signals[SETTLED] = g_signal_new ("settled", RUB_TYPE_SCHEDULER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
rub_scheduler_init (RubScheduler *self)
{
}

RubScheduler *
rub_scheduler_new (const char *store_path, RubClock *clock, RubNotifier *notifier)
{
  RubScheduler *self;

  g_return_val_if_fail (store_path != NULL, NULL);
  g_return_val_if_fail (RUB_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (RUB_IS_NOTIFIER (notifier), NULL);

  self = g_object_new (RUB_TYPE_SCHEDULER, NULL);
  self->store_path = g_strdup (store_path);
  self->clock = g_object_ref (clock);
  self->notifier = g_object_ref (notifier);
  self->outbox = rub_outbox_new (notifier);
  g_signal_connect_object (clock, "woke", G_CALLBACK (on_clock_woke_cb), self, 0);
  g_signal_connect_object (notifier, "ready", G_CALLBACK (on_notifier_ready_cb), self, 0);

  return self;
}

void
rub_scheduler_recheck (RubScheduler *self)
{
  g_return_if_fail (RUB_IS_SCHEDULER (self));

  start_round (self);
}

void
rub_scheduler_set_enabled (RubScheduler *self, gboolean is_enabled)
{
  g_return_if_fail (RUB_IS_SCHEDULER (self));

  is_enabled = !!is_enabled;
  if (self->is_enabled == is_enabled)
    return;

  self->is_enabled = is_enabled;
  if (is_enabled)
    {
      start_round (self);
      return;
    }

  rub_outbox_withdraw_all (self->outbox);
  rub_clock_arm (self->clock, RUB_CLOCK_NEVER);
}

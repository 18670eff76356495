/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-outbox.h"

#include "rub-plan.h"

struct _RubOutbox
{
  GObject parent_instance;

  /* Owned */
  RubNotifier *notifier;
  GHashTable *sent;   /* ids of reminders with a notification of their own */
  GHashTable *shared; /* ids of reminders in the notification for several */

  gboolean is_fresh;  /* what an earlier process left behind is still to be cleared */
};

G_DEFINE_FINAL_TYPE (RubOutbox, rub_outbox, G_TYPE_OBJECT)

static void
forget_answered (GHashTable *ids, RubRound *round)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (rub_round_find_waiting (round, id) == NULL)
      g_hash_table_iter_remove (&iter);
}

static void
withdraw_one (RubOutbox *self, const char *id)
{
  rub_notifier_withdraw (self->notifier, id);
  g_hash_table_remove (self->sent, id);
}

/* Withdraws the notifications of reminders that no longer wait. */
static void
withdraw_answered (RubOutbox *self, RubRound *round)
{
  gboolean had_shared = g_hash_table_size (self->shared) > 0;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->sent);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (rub_round_find_waiting (round, id) == NULL)
      rub_notifier_withdraw (self->notifier, id);

  forget_answered (self->sent, round);
  forget_answered (self->shared, round);
  if (had_shared && g_hash_table_size (self->shared) == 0)
    rub_notifier_withdraw (self->notifier, RUB_NOTIFICATION_WAITING);
}

static void
send_one (RubOutbox *self, RubReminder *reminder)
{
  g_autoptr (GPtrArray) reminders = g_ptr_array_new ();
  const char *id = rub_reminder_get_id (reminder);

  /* One that is only replaced is not always shown again. */
  if (g_hash_table_contains (self->sent, id))
    rub_notifier_withdraw (self->notifier, id);
  g_ptr_array_add (reminders, reminder);
  rub_notifier_send (self->notifier, id, reminders);
  g_hash_table_add (self->sent, g_strdup (id));
}

/* Sends the notification for what came late: @late, and what was in it before. */
static void
send_shared (RubOutbox *self, RubRound *round, GPtrArray *late)
{
  g_autoptr (GPtrArray) reminders = g_ptr_array_new ();
  gboolean is_again = FALSE;

  for (guint i = 0; i < late->len; i++)
    {
      const char *id = rub_reminder_get_id (g_ptr_array_index (late, i));

      is_again |= g_hash_table_contains (self->shared, id);
      /* An earlier process may have sent one for it alone; twice is once too often. */
      if (self->is_fresh || g_hash_table_contains (self->sent, id))
        withdraw_one (self, id);
      g_hash_table_add (self->shared, g_strdup (id));
    }

  for (guint i = 0; i < round->waiting->len; i++)
    {
      const RubWaiting *waiting = g_ptr_array_index (round->waiting, i);

      /* One that is held now comes by itself, when it may. */
      if (waiting->is_held)
        g_hash_table_remove (self->shared, rub_reminder_get_id (waiting->reminder));
      else if (g_hash_table_contains (self->shared, rub_reminder_get_id (waiting->reminder)))
        g_ptr_array_add (reminders, waiting->reminder);
    }

  /* One that is only replaced is not always shown again. */
  if (is_again)
    rub_notifier_withdraw (self->notifier, RUB_NOTIFICATION_WAITING);
  rub_notifier_send (self->notifier, RUB_NOTIFICATION_WAITING, reminders);
}

static void
send_new (RubOutbox *self, RubRound *round, gint64 now_us)
{
  g_autoptr (GPtrArray) late = g_ptr_array_new ();

  for (guint i = 0; i < round->waiting->len; i++)
    {
      const RubWaiting *waiting = g_ptr_array_index (round->waiting, i);
      const char *id = rub_reminder_get_id (waiting->reminder);
      gboolean is_shared = g_hash_table_contains (self->shared, id);

      if (waiting->is_held)
        {
          /* An earlier process may have sent it; answered now, it would stay. */
          if (self->is_fresh)
            rub_notifier_withdraw (self->notifier, id);
          continue;
        }
      if ((is_shared || g_hash_table_contains (self->sent, id)) && !waiting->is_again)
        continue;
      /* Those that came together come again together. */
      if (is_shared || now_us - waiting->came_us > RUB_LATE_US)
        g_ptr_array_add (late, waiting->reminder);
      else
        send_one (self, waiting->reminder);
    }

  if (late->len > 0)
    send_shared (self, round, late);
}

static void
clear_leftovers (RubOutbox *self, GPtrArray *closed)
{
  for (guint i = 0; i < closed->len; i++)
    rub_notifier_withdraw (self->notifier, g_ptr_array_index (closed, i));

  if (g_hash_table_size (self->shared) == 0)
    rub_notifier_withdraw (self->notifier, RUB_NOTIFICATION_WAITING);
}

static void
rub_outbox_finalize (GObject *object)
{
  RubOutbox *self = RUB_OUTBOX (object);

  g_clear_object (&self->notifier);
  g_clear_pointer (&self->sent, g_hash_table_unref);
  g_clear_pointer (&self->shared, g_hash_table_unref);

  G_OBJECT_CLASS (rub_outbox_parent_class)->finalize (object);
}

static void
rub_outbox_class_init (RubOutboxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_outbox_finalize;
}

static void
rub_outbox_init (RubOutbox *self)
{
  self->sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->is_fresh = TRUE;
}

RubOutbox *
rub_outbox_new (RubNotifier *notifier)
{
  RubOutbox *self;

  g_return_val_if_fail (RUB_IS_NOTIFIER (notifier), NULL);

  self = g_object_new (RUB_TYPE_OUTBOX, NULL);
  self->notifier = g_object_ref (notifier);

  return self;
}

void
rub_outbox_update (RubOutbox *self, RubRound *round, gint64 now_us)
{
  g_return_if_fail (RUB_IS_OUTBOX (self));
  g_return_if_fail (round != NULL && round->was_read);

  withdraw_answered (self, round);
  send_new (self, round, now_us);
  if (self->is_fresh)
    clear_leftovers (self, round->closed);
  self->is_fresh = FALSE;
}

void
rub_outbox_forget (RubOutbox *self)
{
  g_return_if_fail (RUB_IS_OUTBOX (self));

  g_hash_table_remove_all (self->sent);
  g_hash_table_remove_all (self->shared);
  self->is_fresh = TRUE;
}

void
rub_outbox_withdraw_all (RubOutbox *self)
{
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (RUB_IS_OUTBOX (self));

  g_hash_table_iter_init (&iter, self->sent);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    rub_notifier_withdraw (self->notifier, id);
  if (g_hash_table_size (self->shared) > 0)
    rub_notifier_withdraw (self->notifier, RUB_NOTIFICATION_WAITING);
  g_hash_table_remove_all (self->sent);
  g_hash_table_remove_all (self->shared);
}

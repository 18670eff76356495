/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-fake-notifier.h"

#include "rub-store.h"

struct _RubFakeNotifier
{
  GObject parent_instance;

  /* Owned */
  char *store_path;
  GPtrArray *log;
};

static void rub_fake_notifier_notifier_init (RubNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RubFakeNotifier, rub_fake_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RUB_TYPE_NOTIFIER,
                                                      rub_fake_notifier_notifier_init))

static void
assert_shown (RubFakeNotifier *self, const char *id)
{
  g_autoptr (RubStore) store = rub_store_open (self->store_path, NULL);
  g_autoptr (RubRecords) records = rub_store_read (store, NULL);
  const RubReminderRecord *record = rub_records_find_reminder (records, id);

  g_assert_nonnull (record);
  g_assert_cmpint (record->state, ==, RUB_REMINDER_SHOWN);
}

static void
rub_fake_notifier_send (RubNotifier *notifier, const char *id, GPtrArray *reminders)
{
  RubFakeNotifier *self = RUB_FAKE_NOTIFIER (notifier);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (reminders->len, NULL, TRUE);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < reminders->len; i++)
    {
      const char *reminder_id = rub_reminder_get_id (g_ptr_array_index (reminders, i));

      assert_shown (self, reminder_id);
      g_ptr_array_add (ids, (char *) reminder_id);
    }

  joined = g_strjoinv (",", (char **) ids->pdata);
  if (g_str_equal (id, RUB_NOTIFICATION_WAITING))
    g_ptr_array_add (self->log, g_strdup_printf ("+%s(%s)", id, joined));
  else
    g_ptr_array_add (self->log, g_strdup_printf ("+%s", id));
}

static void
rub_fake_notifier_withdraw (RubNotifier *notifier, const char *id)
{
  g_ptr_array_add (RUB_FAKE_NOTIFIER (notifier)->log, g_strdup_printf ("-%s", id));
}

static void
rub_fake_notifier_notifier_init (RubNotifierInterface *iface)
{
  iface->send = rub_fake_notifier_send;
  iface->withdraw = rub_fake_notifier_withdraw;
}

static void
rub_fake_notifier_finalize (GObject *object)
{
  RubFakeNotifier *self = RUB_FAKE_NOTIFIER (object);

  g_free (self->store_path);
  g_ptr_array_unref (self->log);

  G_OBJECT_CLASS (rub_fake_notifier_parent_class)->finalize (object);
}

static void
rub_fake_notifier_class_init (RubFakeNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_fake_notifier_finalize;
}

static void
rub_fake_notifier_init (RubFakeNotifier *self)
{
  self->log = g_ptr_array_new_null_terminated (0, g_free, TRUE);
}

RubFakeNotifier *
rub_fake_notifier_new (const char *store_path)
{
  RubFakeNotifier *self = g_object_new (RUB_TYPE_FAKE_NOTIFIER, NULL);

  self->store_path = g_strdup (store_path);

  return self;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

char *
rub_fake_notifier_take_log (RubFakeNotifier *self)
{
  char *log;

  g_ptr_array_sort (self->log, compare_entries);
  log = g_strjoinv (" ", (char **) self->log->pdata);
  g_ptr_array_set_size (self->log, 0);

  return log;
}

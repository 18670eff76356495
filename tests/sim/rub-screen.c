/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-screen.h"

struct _RubScreen
{
  GObject parent_instance;

  int hearing;

  /* Owned */
  GHashTable *own;    /* ids of reminders with a notification of their own */
  GHashTable *shared; /* ids of those in the one for late ones */
  GPtrArray *news;
};

static void rub_screen_notifier_init (RubNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RubScreen, rub_screen, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RUB_TYPE_NOTIFIER,
                                                      rub_screen_notifier_init))

static gboolean
hears (RubScreen *self)
{
  if (self->hearing > 0)
    self->hearing--;

  return self->hearing != 0;
}

static void
rub_screen_send (RubNotifier *notifier, const char *id, GPtrArray *reminders)
{
  RubScreen *self = RUB_SCREEN (notifier);
  g_autoptr (GHashTable) before = NULL;

  if (!hears (self))
    return;

  g_debug ("  + %s (%u)", id, reminders->len);
  if (!g_str_equal (id, RUB_NOTIFICATION_WAITING))
    {
      g_hash_table_add (self->own, g_strdup (id));
      g_ptr_array_add (self->news, g_strdup (id));
      return;
    }

  before = g_steal_pointer (&self->shared);
  self->shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < reminders->len; i++)
    {
      const char *reminder_id = rub_reminder_get_id (g_ptr_array_index (reminders, i));

      if (!g_hash_table_contains (before, reminder_id))
        g_ptr_array_add (self->news, g_strdup (reminder_id));
      g_hash_table_add (self->shared, g_strdup (reminder_id));
    }
}

static void
rub_screen_withdraw (RubNotifier *notifier, const char *id)
{
  RubScreen *self = RUB_SCREEN (notifier);

  if (!hears (self))
    return;

  g_debug ("  - %s", id);
  if (g_str_equal (id, RUB_NOTIFICATION_WAITING))
    g_hash_table_remove_all (self->shared);
  else
    g_hash_table_remove (self->own, id);
}

static void
rub_screen_notifier_init (RubNotifierInterface *iface)
{
  iface->send = rub_screen_send;
  iface->withdraw = rub_screen_withdraw;
}

static void
rub_screen_finalize (GObject *object)
{
  RubScreen *self = RUB_SCREEN (object);

  g_hash_table_unref (self->own);
  g_hash_table_unref (self->shared);
  g_ptr_array_unref (self->news);

  G_OBJECT_CLASS (rub_screen_parent_class)->finalize (object);
}

static void
rub_screen_class_init (RubScreenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_screen_finalize;
}

static void
rub_screen_init (RubScreen *self)
{
  self->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->news = g_ptr_array_new_with_free_func (g_free);
  self->hearing = -1;
}

RubScreen *
rub_screen_new (void)
{
  return g_object_new (RUB_TYPE_SCREEN, NULL);
}

void
rub_screen_clear (RubScreen *self)
{
  g_hash_table_remove_all (self->own);
  g_hash_table_remove_all (self->shared);
}

void
rub_screen_set_hearing (RubScreen *self, int n_calls)
{
  self->hearing = n_calls >= 0 ? n_calls + 1 : -1;
}

guint
rub_screen_count (RubScreen *self, const char *id, gboolean is_shared)
{
  return g_hash_table_contains (is_shared ? self->shared : self->own, id) ? 1 : 0;
}

void
rub_screen_forget_shared (RubScreen *self, const char *id)
{
  g_hash_table_remove (self->shared, id);
}

static void
add_keys (GHashTable *table, GPtrArray *list)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (list, g_strdup (key));
}

GPtrArray *
rub_screen_list (RubScreen *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  add_keys (self->own, list);
  add_keys (self->shared, list);

  return list;
}

GPtrArray *
rub_screen_take_news (RubScreen *self)
{
  GPtrArray *news = g_steal_pointer (&self->news);

  self->news = g_ptr_array_new_with_free_func (g_free);

  return news;
}

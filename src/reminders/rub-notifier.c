/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-notifier.h"

G_DEFINE_INTERFACE (RubNotifier, rub_notifier, G_TYPE_OBJECT)

static guint ready_signal;

static void
rub_notifier_default_init (RubNotifierInterface *iface)
{
  ready_signal = g_signal_new ("ready", RUB_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

void
rub_notifier_send (RubNotifier *self, const char *id, GPtrArray *reminders)
{
  g_return_if_fail (RUB_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (reminders != NULL && reminders->len > 0);

  RUB_NOTIFIER_GET_IFACE (self)->send (self, id, reminders);
}

void
rub_notifier_withdraw (RubNotifier *self, const char *id)
{
  g_return_if_fail (RUB_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);

  RUB_NOTIFIER_GET_IFACE (self)->withdraw (self, id);
}

void
rub_notifier_report_ready (RubNotifier *self)
{
  g_return_if_fail (RUB_IS_NOTIFIER (self));

  g_signal_emit (self, ready_signal, 0);
}

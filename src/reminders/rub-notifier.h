/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-reminder.h"

G_BEGIN_DECLS

#define RUB_TYPE_NOTIFIER (rub_notifier_get_type ())
/**
 * Where notifications go. Nothing is known of what became of one: that it was sent does not mean
 * that it was seen. Emits "ready" when something that shows notifications has come up, with
 * nothing on it: then all that should be on it has to be sent again.
 */
G_DECLARE_INTERFACE (RubNotifier, rub_notifier, RUB, NOTIFIER, GObject)

/** Id of the one notification for all reminders that came late. No reminder has it. */
#define RUB_NOTIFICATION_WAITING "waiting"

struct _RubNotifierInterface
{
  /*< private >*/
  GTypeInterface parent_iface;

  /*< public >*/
  void (*send) (RubNotifier *self, const char *id, GPtrArray *reminders);
  void (*withdraw) (RubNotifier *self, const char *id);
};

/**
 * Shows a notification, in place of an earlier one with the same @id.
 *
 * @id: the reminder's own id, or RUB_NOTIFICATION_WAITING for those that came late
 * @reminders: (element-type RubReminder): what it is about
 */
void rub_notifier_send (RubNotifier *self, const char *id, GPtrArray *reminders);

/** Takes away the notification with @id, if there is one. */
void rub_notifier_withdraw (RubNotifier *self, const char *id);

/** Emits "ready"; for implementations. */
void rub_notifier_report_ready (RubNotifier *self);

G_END_DECLS

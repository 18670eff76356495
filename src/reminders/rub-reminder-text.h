/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-reminder.h"
#include "rub-units.h"

G_BEGIN_DECLS

/*
 * A reminder in words, the same in a notification and in the window. Notifications can be read on
 * a locked screen and some servers take their text for markup: so there is nothing of soreness in
 * it, no text of the runner's, and none of the characters <, > and &.
 */

/** Returns: (transfer full): what to do, such as "10 min light massage". */
char *rub_reminder_text_get_title (RubReminder *reminder);

/**
 * Returns: (transfer full) (nullable): why, such as "Suggested because: long run, 24 km, effort 7";
 *   NULL when nothing is known of it.
 */
char *rub_reminder_text_get_reason (RubReminder *reminder, RubUnits units);

/** Returns: (transfer full): title for @n_reminders at once, such as "3 reminders are waiting". */
char *rub_reminder_text_get_waiting_title (guint n_reminders);

/**
 * @reminders: (element-type RubReminder): at least one
 *
 * Returns: (transfer full): the text below the title of a notification: the reason of a single
 *   reminder, or the titles of several, each once.
 */
char *rub_reminder_text_get_body (GPtrArray *reminders, RubUnits units);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_REMINDER_ROW (rub_reminder_row_get_type ())
/** One reminder: what, why and when, with Done and Snooze while it waits for an answer. */
G_DECLARE_FINAL_TYPE (RubReminderRow, rub_reminder_row, RUB, REMINDER_ROW, AdwActionRow)

/** Returns: (transfer floating): a row for @reminder of the plan of @library. */
GtkWidget *rub_reminder_row_new (RubReminder *reminder, RubLibrary *library);

/** Returns: (transfer full): all that such a row says of @reminder but when. */
char *rub_reminder_row_describe (RubReminder *reminder, RubLibrary *library);

G_END_DECLS

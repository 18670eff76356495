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

/**
 * Returns: (transfer full): the title of its notification: as rub_reminder_text_get_title(), but
 *   never with a part of the body in it.
 */
char *rub_reminder_text_get_notice_title (RubReminder *reminder);

/** Returns: (transfer full): what its notification says below the title; may be empty. */
char *rub_reminder_text_get_notice (RubReminder *reminder, RubUnits units);

/** Returns: (transfer none): the title of the one notification for all that came late. */
const char *rub_reminder_text_get_away_title (void);

/**
 * @reminders: (element-type RubReminder): those that came late
 * @now_us: UTC microseconds since the epoch
 *
 * Returns: (transfer full): a line for each of them with when it was due, or for the first few.
 */
char *rub_reminder_text_get_away (GPtrArray *reminders, gint64 now_us, GTimeZone *zone);

/** More characters than this are cut off by rub_reminder_text_make_plain(). */
#define RUB_REMINDER_TEXT_MAX 500

/**
 * The last thing that is done to the text of a notification: whatever a runner or a file had a
 * say in, no server finds markup in it.
 *
 * Returns: (transfer full): @text as valid UTF-8 of a bounded length, with spaces for markup and
 *   for characters that control how text is shown; lines stay lines.
 */
char *rub_reminder_text_make_plain (const char *text);

G_END_DECLS

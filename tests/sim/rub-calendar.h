/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-records.h"

G_BEGIN_DECLS

/**
 * Holds the instant at which a planned reminder is due against the calendar: minutes after the run,
 * or the first instant at which a clock on the wall in @zone shows its day and time or more, looked
 * for by reading that clock over and over.
 *
 * @now_us: UTC microseconds since the epoch
 *
 * Returns: (transfer full) (nullable): what is wrong with it.
 */
char *rub_calendar_find_fault (const RubReminderFields *fields,
                               RubRecords *records,
                               gint64 now_us,
                               const char *zone);

G_END_DECLS

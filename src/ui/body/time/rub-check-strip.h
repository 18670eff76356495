/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-past.h"

G_BEGIN_DECLS

#define RUB_TYPE_CHECK_STRIP (rub_check_strip_get_type ())
/**
 * The past checks in time, to move through, to compare, to sum up. All properties but "look" are
 * read only: "shown" (RubCheck, nullable): the check looked at; NULL: now. "compared" (RubCheck,
 * nullable): the one it is compared with. "marks" (RubBodyMarks, nullable): what a map is to show;
 * NULL: what is said now. "words": what is looked at, such as "Looking at 7 March"; empty at now.
 *
 * Actions: "strip.play" (plays or stops), "strip.now", "strip.look" (i: RubLook),
 * "strip.compare-from-here".
 */
G_DECLARE_FINAL_TYPE (RubCheckStrip, rub_check_strip, RUB, CHECK_STRIP, AdwBin)

/**
 * Shows the checks of @records as of @now_us (UTC microseconds since the epoch), with the days of
 * @zone. What was looked at stays, if it is still there.
 */
void rub_check_strip_set_records (RubCheckStrip *self, RubRecords *records, gint64 now_us,
                                  GTimeZone *zone);

/** What is said now: a check of @records, or one that is not saved; NULL: nothing yet. */
void rub_check_strip_set_current (RubCheckStrip *self, RubCheck *current);

/** Returns: (transfer none) (nullable): see "shown". */
RubCheck *rub_check_strip_get_shown (RubCheckStrip *self);
/** Returns: (transfer none) (nullable): see "compared". */
RubCheck *rub_check_strip_get_compared (RubCheckStrip *self);
/** Returns: (transfer none) (nullable): see "marks". */
RubBodyMarks *rub_check_strip_get_marks (RubCheckStrip *self);
/** Returns: (transfer none): see "words". */
const char *rub_check_strip_get_words (RubCheckStrip *self);

void rub_check_strip_set_look (RubCheckStrip *self, RubLook look);

/** Looks at now and at nothing else. */
void rub_check_strip_return (RubCheckStrip *self);

/** Has room for the words below each other (or not). */
void rub_check_strip_set_narrow (RubCheckStrip *self, gboolean is_narrow);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-records.h"

G_BEGIN_DECLS

/** How long after a run Today asks how the legs feel. */
#define RUB_ASK_AFTER_RUN_US (24 * G_TIME_SPAN_HOUR)

/** The one thing to do now, the most pressing first. */
typedef enum
{
  RUB_SUGGESTION_FIRST_RUN,
  RUB_SUGGESTION_MASSAGE,
  RUB_SUGGESTION_FOLLOW_UP,
  RUB_SUGGESTION_ERRAND,
  RUB_SUGGESTION_CHECK,
  RUB_SUGGESTION_WAIT,
  RUB_SUGGESTION_REST,
} RubSuggestionKind;

/**
 * @kind: what to do: add the first run; the massage that is due; say how it feels today, a reminder
 *   asks; do what is done elsewhere, such as booking a therapist; say how the legs feel after the
 *   last run; wait for @reminder; nothing
 * @reminder: (nullable): for MASSAGE, FOLLOW_UP, ERRAND and WAIT
 * @run: (nullable): for CHECK
 */
typedef struct
{
  RubSuggestionKind kind;
  RubReminder *reminder;
  RubRun *run;
} RubSuggestion;

/**
 * Chooses the one thing to do at @now_us. A due massage comes first, since it has its time; then
 * questions; then what is to come.
 *
 * @plan: (element-type RubReminder): see rub_plan_make()
 *
 * Returns: the suggestion; its pointers are those of @records and @plan.
 */
RubSuggestion rub_suggestion_choose (RubRecords *records, GPtrArray *plan, gint64 now_us);

G_END_DECLS

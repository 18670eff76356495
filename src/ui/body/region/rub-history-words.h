/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-region-history.h"

G_BEGIN_DECLS

/**
 * @is_last: whether it is the week that ends today
 *
 * Returns: (transfer full): one week: "Week from 2 March: sore in 2 of 5 checks, 6 at worst, 4.5
 *   on average".
 */
char *rub_history_words_for_week (const RubRegionWeek *week, gboolean is_last);

/** Returns: (transfer full): all weeks of @history, for somebody who cannot see the chart. */
char *rub_history_words_for_weeks (const RubRegionHistory *history);

/** Returns: (transfer none): what there is instead of a chart when it was never sore. */
const char *rub_history_words_for_quiet (const RubRegionHistory *history);

/**
 * Returns: (transfer full): after which kind of run it comes back so far, with both counts; or
 *   that nothing can be told yet.
 */
char *rub_history_words_for_after (const RubRegionHistory *history);

G_END_DECLS

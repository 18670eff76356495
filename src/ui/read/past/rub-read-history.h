/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-records.h"

G_BEGIN_DECLS

/** How many places are remembered. */
#define RUB_READ_HISTORY_MAX 100

#define RUB_TYPE_READ_HISTORY (rub_read_history_get_type ())
/**
 * Where the runner was while reading, as in a browser: links lead to new places, and there is a
 * way back, and forward again. "changed": the places, or the one of them that is current, are other
 * than before.
 */
G_DECLARE_FINAL_TYPE (RubReadHistory, rub_read_history, RUB, READ_HISTORY, GObject)

/** Returns: (transfer full): a history without a place. */
RubReadHistory *rub_read_history_new (void);

/**
 * Makes @place the current one, the last of all. The same article and block as the current place
 * is no new place.
 */
void rub_read_history_visit (RubReadHistory *self, const RubPlace *place);

/** The current place is now at @block of its article. Does nothing when there is none. */
void rub_read_history_move (RubReadHistory *self, int block);

/** Returns: whether there is a place behind the current one for -1, ahead of it for 1. */
gboolean rub_read_history_can_go (RubReadHistory *self, int direction);

/**
 * Makes the place in @direction, -1 or 1, the current one.
 *
 * Returns: (transfer none) (nullable): that place, until the history changes; NULL when there is
 *   none.
 */
const RubPlace *rub_read_history_go (RubReadHistory *self, int direction);

G_END_DECLS

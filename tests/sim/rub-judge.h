/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-device.h"

G_BEGIN_DECLS

#define RUB_TYPE_JUDGE (rub_judge_get_type ())
/**
 * Watches a device and says what is wrong. After all that the program dealt with:
 * what is due is on the screen, once; what is not due, or is answered, is not;
 * what the alarm woke the program for came at its instant, and the alarm is set for the next one;
 * each reminder came once, and once more where it was not answered;
 * and wall time is what a calendar says, worked out here in another way than in the program.
 */
G_DECLARE_FINAL_TYPE (RubJudge, rub_judge, RUB, JUDGE, GObject)

/**
 * @store: over the store of @device, a connection of its own
 *
 * Returns: (transfer full): a judge of what @device does from now on.
 */
RubJudge *rub_judge_new (RubDevice *device, RubStore *store);

/** The clock was set, or what was answered was taken back: what came may come again. */
void rub_judge_excuse (RubJudge *self);

/** Returns: (transfer none) (nullable): the first thing that was wrong. */
const char *rub_judge_get_fault (RubJudge *self);

/** Returns: how many reminders came, and how many came once more. */
guint rub_judge_get_n_came (RubJudge *self);
guint rub_judge_get_n_again (RubJudge *self);

G_END_DECLS

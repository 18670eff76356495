/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-check-draft.h"
#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_CHECK_KEEPER (rub_check_keeper_get_type ())
/**
 * Keeps a draft in step with a library: shows the check that was just made, saves a new one, and
 * loses nothing of what was said when a save fails. Signal "changed": what can be done, or the
 * last check, is other than before.
 */
G_DECLARE_FINAL_TYPE (RubCheckKeeper, rub_check_keeper, RUB, CHECK_KEEPER, GObject)

/** Returns: (transfer full): a keeper of @draft that knows no library yet. */
RubCheckKeeper *rub_check_keeper_new (RubCheckDraft *draft);

/** Follows @library as it is now: a check made within the last hours is shown again. */
void rub_check_keeper_refresh (RubCheckKeeper *self, RubLibrary *library);

/** Returns: (transfer none) (nullable): the newest check in the library. */
RubCheck *rub_check_keeper_get_last (RubCheckKeeper *self);

/** Returns: whether the draft says something that could be saved as a new check. */
gboolean rub_check_keeper_can_save (RubCheckKeeper *self);
/** Saves the draft as a check of now, about the run that is nearest before it. */
void rub_check_keeper_save (RubCheckKeeper *self);

/** Returns: whether it could be saved that nothing is sore: nothing is marked. */
gboolean rub_check_keeper_can_save_nothing (RubCheckKeeper *self);

/** Returns: whether the last check says something that the draft could start from. */
gboolean rub_check_keeper_can_start_from_last (RubCheckKeeper *self);
/** Says in the draft what the last check says, to be changed from there. */
void rub_check_keeper_start_from_last (RubCheckKeeper *self);

G_END_DECLS

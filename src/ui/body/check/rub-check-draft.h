/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-body.h"
#include "rub-sore-region.h"

G_BEGIN_DECLS

#define RUB_TYPE_CHECK_DRAFT (rub_check_draft_get_type ())
/**
 * A check while it is filled in: a list model of RubSoreRegion, in the order they were marked.
 * Property "edited": whether it says something that was not loaded. Signal "region-changed"
 * (RubRegion *region): something else is now said of that region.
 */
G_DECLARE_FINAL_TYPE (RubCheckDraft, rub_check_draft, RUB, CHECK_DRAFT, GObject)

/** Returns: (transfer full): a draft in which nothing is sore. */
RubCheckDraft *rub_check_draft_new (RubBody *body);

RubBody *rub_check_draft_get_body (RubCheckDraft *self);

/** Returns: (transfer none) (nullable): what is said of @region; NULL when it is not sore. */
RubSoreRegion *rub_check_draft_find (RubCheckDraft *self, RubRegion *region);

/** Says that @region is sore: @soreness 0-10, where 0 takes it off the list. */
void rub_check_draft_set (RubCheckDraft *self,
                          RubRegion *region,
                          int soreness,
                          RubSensation sensation);

/** Takes every region off the list. */
void rub_check_draft_clear (RubCheckDraft *self);

/** Says what @check (nullable: nothing is sore) says, after which nothing is edited. */
void rub_check_draft_load (RubCheckDraft *self, RubCheck *check);

gboolean rub_check_draft_get_edited (RubCheckDraft *self);

/** Returns: (transfer full): what it says, as a check that is not stored yet. */
RubCheck *rub_check_draft_create_check (RubCheckDraft *self, gint64 made_us, gint64 run_id);

G_END_DECLS

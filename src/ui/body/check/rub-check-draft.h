/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-body.h"
#include "rub-sore-region.h"

G_BEGIN_DECLS

/** The soreness that a region is marked with before any other was chosen. */
#define RUB_FIRST_LEVEL 4

/**
 * After how many milliseconds a change is told to other places than where it was made, which are
 * painted first: longer than until the next frame, too short to be noticed.
 */
#define RUB_CHECK_DRAFT_SETTLE_MS 24

#define RUB_TYPE_CHECK_DRAFT (rub_check_draft_get_type ())
/**
 * A check while it is filled in: a list model of RubSoreRegion, in the order they were marked.
 * Property "edited": whether something was done that is not undone. Properties "can-undo" and
 * "can-redo". Property "last" (RubCheck, nullable): the check that was saved last. Signal
 * "region-changed" (RubRegion *region): something else is now said of that region. Signal
 * "region-settled" (RubRegion *region): the same, once that has been painted where it was done;
 * for all other places, so that a mark is seen at once.
 *
 * Everything that is done is a step of its own to undo, unless a step is open.
 */
G_DECLARE_FINAL_TYPE (RubCheckDraft, rub_check_draft, RUB, CHECK_DRAFT, GObject)

/** Returns: (transfer full): a draft in which nothing is sore. */
RubCheckDraft *rub_check_draft_new (RubBody *body);

RubBody *rub_check_draft_get_body (RubCheckDraft *self);

/** Returns: (transfer none) (nullable): what is said of @region; NULL when it is not sore. */
RubSoreRegion *rub_check_draft_find (RubCheckDraft *self, RubRegion *region);
/** Returns: how sore @region is said to be, 0-10. */
int rub_check_draft_get_soreness (RubCheckDraft *self, RubRegion *region);

/** Says that @region is sore: @soreness 0-10, where 0 takes it off the list. Its note stays. */
void rub_check_draft_set (RubCheckDraft *self,
                          RubRegion *region,
                          int soreness,
                          RubSensation sensation);
/** Says how sore @region is, 0-10; how it feels and its note stay. */
void rub_check_draft_set_soreness (RubCheckDraft *self, RubRegion *region, int soreness);
/** Says that @region, unless it is marked already, is as sore as was said last of any. */
void rub_check_draft_mark (RubCheckDraft *self, RubRegion *region);
/** Says that @region is sorer by @delta, as far as the scale goes; 0 takes it off the list. */
void rub_check_draft_adjust (RubCheckDraft *self, RubRegion *region, int delta);
/** Notes @note (nullable) at @region, as by rub_note_clean(); nothing when it is not marked. */
void rub_check_draft_set_note (RubCheckDraft *self, RubRegion *region, const char *note);
/**
 * Says of the same part of the other side how sore @region is and how it feels; the note, which
 * may tell of one side only, stays as it is there. Nothing when @region is in the middle.
 */
void rub_check_draft_copy_to_other_side (RubCheckDraft *self, RubRegion *region);

/** Returns: the soreness, 1-10, that was set last. */
int rub_check_draft_get_last_level (RubCheckDraft *self);

/** Takes every region off the list, in one step. */
void rub_check_draft_clear (RubCheckDraft *self);
/** Says what @check says and nothing else, in one step. */
void rub_check_draft_fill_from (RubCheckDraft *self, RubCheck *check);

/** Says what @check (nullable: nothing is sore) says, after which nothing is to be undone. */
void rub_check_draft_load (RubCheckDraft *self, RubCheck *check);

/** Opens a step: what is done until its end is undone as one. Steps may be within each other. */
void rub_check_draft_begin_step (RubCheckDraft *self);
/** Like rub_check_draft_begin_step(), but joins the newest step if that is of @region alone. */
void rub_check_draft_resume_step (RubCheckDraft *self, RubRegion *region);
/** Takes back what was done in the step that is open, which stays open. */
void rub_check_draft_reset_step (RubCheckDraft *self);
void rub_check_draft_end_step (RubCheckDraft *self);

/** Takes back the newest step; nothing while one is open. */
void rub_check_draft_undo (RubCheckDraft *self);
/** Does again what was undone last; nothing while a step is open. */
void rub_check_draft_redo (RubCheckDraft *self);
gboolean rub_check_draft_get_can_undo (RubCheckDraft *self);
gboolean rub_check_draft_get_can_redo (RubCheckDraft *self);

/** @last: (nullable): the check that was saved last */
void rub_check_draft_set_last (RubCheckDraft *self, RubCheck *last);
/** Returns: (transfer none) (nullable): the check that was saved last. */
RubCheck *rub_check_draft_get_last (RubCheckDraft *self);

gboolean rub_check_draft_get_edited (RubCheckDraft *self);

/** Returns: (transfer full): what it says, as a check that is not stored yet. */
RubCheck *rub_check_draft_create_check (RubCheckDraft *self, gint64 made_us, gint64 run_id);

G_END_DECLS

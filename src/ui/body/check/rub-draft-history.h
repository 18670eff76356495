/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-sore-region.h"

G_BEGIN_DECLS

/**
 * One change of a list of sore regions.
 *
 * @position: where in the list
 * @before: (nullable): what was there, or NULL when something was put in
 * @after: (nullable): what is there now, or NULL when something was taken out
 */
typedef struct
{
  guint position;
  RubSoreRegion *before;
  RubSoreRegion *after;
} RubDraftChange;

/** What was done to a list of sore regions, in steps that are undone and redone as one. */
typedef struct _RubDraftHistory RubDraftHistory;

RubDraftHistory *rub_draft_history_new (void);
void rub_draft_history_free (RubDraftHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubDraftHistory, rub_draft_history_free)

/** Forgets everything, a step that is open included. */
void rub_draft_history_clear (RubDraftHistory *self);

/** Opens a step; within one that is open already, only counts. */
void rub_draft_history_begin (RubDraftHistory *self);
/** Like rub_draft_history_begin(), but what follows joins the newest step if that is of @region. */
void rub_draft_history_resume (RubDraftHistory *self, RubRegion *region);
/** Closes what was opened last; a step in which nothing changed in the end is forgotten. */
void rub_draft_history_end (RubDraftHistory *self);

/**
 * Returns: (transfer full) (element-type RubDraftChange) (nullable): what was done so far in the
 *   step that is open, to be gone through backwards; the step stays open and is empty then.
 */
GArray *rub_draft_history_reset (RubDraftHistory *self);

/** Remembers a change, in a step of its own when none is open; nothing can be redone then. */
void rub_draft_history_add (RubDraftHistory *self,
                            guint position,
                            RubSoreRegion *before,
                            RubSoreRegion *after);

/** Returns: whether a step is open. */
gboolean rub_draft_history_is_open (RubDraftHistory *self);
/** Returns: whether anything was done that is not undone, in an open step too. */
gboolean rub_draft_history_has_changes (RubDraftHistory *self);
gboolean rub_draft_history_can_undo (RubDraftHistory *self);
gboolean rub_draft_history_can_redo (RubDraftHistory *self);

/**
 * Returns: (transfer full) (element-type RubDraftChange) (nullable): the step that is undone now,
 *   to be gone through backwards; NULL when there is none, or one is open.
 */
GArray *rub_draft_history_undo (RubDraftHistory *self);
/** Like rub_draft_history_undo(): the step that is redone now, to be gone through forwards. */
GArray *rub_draft_history_redo (RubDraftHistory *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-highlight.h"
#include "rub-records.h"

G_BEGIN_DECLS

#define RUB_TYPE_CHANGE (rub_change_get_type ())
/**
 * One thing the runner did, as steps that are committed in one transaction, see
 * rub_store_commit(). After the commit it knows the rows that were made and how to take it back.
 */
G_DECLARE_FINAL_TYPE (RubChange, rub_change, RUB, CHANGE, GObject)

/** Returns: (transfer full): a change without steps. */
RubChange *rub_change_new (void);

/** Inserts @run when its id is 0, otherwise replaces the row with its id. */
void rub_change_save_run (RubChange *self, RubRun *run);
/** Hides or shows the run with row @id; a hidden one is deleted for good a day later. */
void rub_change_set_run_removed (RubChange *self, gint64 id, gboolean is_removed);

/** Inserts @check when its id is 0, otherwise replaces the row with its id. */
void rub_change_save_check (RubChange *self, RubCheck *check);
/** Hides or shows the check with row @id; a hidden one is deleted for good a day later. */
void rub_change_set_check_removed (RubChange *self, gint64 id, gboolean is_removed);

/** Inserts @massage; its id must be 0. */
void rub_change_save_massage (RubChange *self, const RubMassage *massage);
/** Hides or shows the massage with row @id; a hidden one is deleted for good a day later. */
void rub_change_set_massage_removed (RubChange *self, gint64 id, gboolean is_removed);

/** Keeps what the runner chose for a rule. */
void rub_change_set_rule (RubChange *self, const RubRuleSetting *setting);

/** Keeps when reminders do not come, brought into its bounds. */
void rub_change_set_quiet (RubChange *self, const RubQuiet *quiet);
/** Keeps what quiet hours mean to the reminders of a rule. */
void rub_change_set_quiet_rule (RubChange *self, const RubQuietRule *rule);

/**
 * Keeps @rule whole, in place of what is kept under its id: one of the runner's own, or one that
 * everybody starts with and whose settings then no longer count. A @since_us of 0 becomes now.
 */
void rub_change_save_rule (RubChange *self, RubRule *rule);
/** Forgets the rule that is kept whole under @id; one that everybody starts with is as it was. */
void rub_change_remove_rule (RubChange *self, const char *id);

/**
 * Inserts @planned when its id is 0, otherwise replaces the row with its id. An @added_us of 0
 * becomes now: give that when the day or the time is another.
 */
void rub_change_save_planned_run (RubChange *self, RubPlannedRun *planned);
/** Hides or shows the planned run with row @id; a hidden one is deleted for good a day later. */
void rub_change_set_planned_run_removed (RubChange *self, gint64 id, gboolean is_removed);

/**
 * Inserts @article with its content when its id is 0, otherwise replaces both in the row with its
 * id; its key must then be the same. Keeps of the fields what it is given, but makes up
 * @added_us and @refreshed_us that are 0. Highlights stay where they are: when the text changed,
 * save in the same change each that rub_highlight_follow() moves.
 *
 * @content: the text; its title, author and so on are taken from @article
 * @pictures: (nullable) (element-type utf8 GBytes): the bytes of pictures by their address, see
 *   RubBlockFields. A picture that was there stays while @content shows it, given again or not.
 */
void rub_change_save_article (RubChange *self,
                              RubSavedArticle *article,
                              RubArticle *content,
                              GHashTable *pictures);
/** Replaces all that is known of the article in the row of its id, but its key and content. */
void rub_change_edit_article (RubChange *self, RubSavedArticle *article);
/** Hides or shows the article with row @id; a hidden one is deleted for good, with its highlights
 * and pictures, a day later. */
void rub_change_set_article_removed (RubChange *self, gint64 id, gboolean is_removed);

/** Inserts @highlight when its id is 0, otherwise replaces the row with its id. */
void rub_change_save_highlight (RubChange *self, RubHighlight *highlight);
/** Hides or shows the highlight with row @id; a hidden one is deleted for good a day later. */
void rub_change_set_highlight_removed (RubChange *self, gint64 id, gboolean is_removed);

/** Keeps how far an article was read. */
void rub_change_set_place (RubChange *self, const RubPlace *place);

/**
 * Moves a reminder to @record, provided that its state is now one of @from (a reminder without a
 * row is PLANNED). If it is not, nothing of the whole change is applied. To move it back to
 * PLANNED forgets the row.
 */
void rub_change_move_reminder (RubChange *self,
                               const RubReminderRecord *record,
                               RubReminderStates from);

/** Returns: whether the last commit changed the store; FALSE when a reminder had moved already. */
gboolean rub_change_was_applied (RubChange *self);

/** Returns: the row that was inserted first; 0 before the commit. */
gint64 rub_change_get_row (RubChange *self);

/** Returns: (transfer full): a change that takes back @self, which must have been applied. */
RubChange *rub_change_new_undo (RubChange *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "rub-change.h"
#include "rub-content.h"

G_BEGIN_DECLS

typedef struct _RubStep RubStep;

/**
 * Does one step in the transaction that is open on @db, and puts what takes it back into @undo.
 * Sets @was_applied to FALSE when the condition of the step no longer holds.
 *
 * Returns: FALSE with a RUB_STORE_ERROR.
 */
typedef gboolean (*RubStepFunc) (RubStep *step,
                                 sqlite3 *db,
                                 RubChange *undo,
                                 gboolean *was_applied,
                                 GError **error);

struct _RubStep
{
  RubStepFunc apply;
  gint64 id;
  gint64 now_us;
  gboolean is_removed;
  RubReminderStates from;

  /* Owned: a RubRun, RubPlannedRun, RubCheck, RubRule, RubSavedArticle or RubHighlight */
  GObject *object;
  RubContent *content;

  /* Strings in these are interned. */
  union
  {
    RubMassage massage;
    RubRuleSetting rule;
    RubQuiet quiet;
    RubQuietRule quiet_rule;
    RubPlace place;
    RubReminderRecord reminder;
  } value;
};

/** Returns: (transfer none): a new last step, to be filled in. */
RubStep *rub_change_add_step (RubChange *self, RubStepFunc apply);

/**
 * Applies the steps in the transaction that is open on @db, and learns how to take them back.
 *
 * @now_us: when rows are hidden
 *
 * Returns: FALSE with a RUB_STORE_ERROR. When it is FALSE, or rub_change_was_applied() is, the
 *   caller rolls back.
 */
gboolean rub_change_apply (RubChange *self, sqlite3 *db, gint64 now_us, GError **error);

/** Runs @sql, which takes whether and since when to hide the row, and its id. */
gboolean rub_step_set_removed (RubStep *step,
                               sqlite3 *db,
                               const char *sql,
                               gboolean *was_applied,
                               GError **error);

gboolean rub_step_article (RubStep *step,
                           sqlite3 *db,
                           RubChange *undo,
                           gboolean *was_applied,
                           GError **error);
gboolean rub_step_article_edit (RubStep *step,
                                sqlite3 *db,
                                RubChange *undo,
                                gboolean *was_applied,
                                GError **error);
gboolean rub_step_article_removed (RubStep *step,
                                   sqlite3 *db,
                                   RubChange *undo,
                                   gboolean *was_applied,
                                   GError **error);
gboolean rub_step_check (RubStep *step,
                         sqlite3 *db,
                         RubChange *undo,
                         gboolean *was_applied,
                         GError **error);
gboolean rub_step_check_removed (RubStep *step,
                                 sqlite3 *db,
                                 RubChange *undo,
                                 gboolean *was_applied,
                                 GError **error);
gboolean rub_step_highlight (RubStep *step,
                             sqlite3 *db,
                             RubChange *undo,
                             gboolean *was_applied,
                             GError **error);
gboolean rub_step_highlight_removed (RubStep *step,
                                     sqlite3 *db,
                                     RubChange *undo,
                                     gboolean *was_applied,
                                     GError **error);
gboolean rub_step_massage (RubStep *step,
                           sqlite3 *db,
                           RubChange *undo,
                           gboolean *was_applied,
                           GError **error);
gboolean rub_step_massage_removed (RubStep *step,
                                   sqlite3 *db,
                                   RubChange *undo,
                                   gboolean *was_applied,
                                   GError **error);
gboolean rub_step_place (RubStep *step,
                         sqlite3 *db,
                         RubChange *undo,
                         gboolean *was_applied,
                         GError **error);
gboolean rub_step_quiet (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                         GError **error);
gboolean rub_step_quiet_rule (RubStep *step, sqlite3 *db, RubChange *undo, gboolean *was_applied,
                              GError **error);
gboolean rub_step_reminder (RubStep *step,
                            sqlite3 *db,
                            RubChange *undo,
                            gboolean *was_applied,
                            GError **error);
gboolean rub_step_rule (RubStep *step,
                        sqlite3 *db,
                        RubChange *undo,
                        gboolean *was_applied,
                        GError **error);
gboolean rub_step_run (RubStep *step,
                       sqlite3 *db,
                       RubChange *undo,
                       gboolean *was_applied,
                       GError **error);
gboolean rub_step_run_removed (RubStep *step,
                               sqlite3 *db,
                               RubChange *undo,
                               gboolean *was_applied,
                               GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-check.h"
#include "rub-planned-run.h"
#include "rub-quiet.h"
#include "rub-reminder.h"
#include "rub-run.h"
#include "rub-saved-article.h"

G_BEGIN_DECLS

/**
 * What the runner changed about a rule.
 *
 * @rule_id: the rule; interned
 * @is_enabled: whether it makes reminders
 * @delay_min, @wall_min: as in RubRuleFields
 */
typedef struct
{
  const char *rule_id;
  gboolean is_enabled;
  int delay_min;
  int wall_min;
} RubRuleSetting;

/**
 * What happened to a reminder.
 *
 * @id, @rule_id: as in RubReminderFields; interned
 * @run_id: the run it follows
 * @state: never RUB_REMINDER_PLANNED
 * @due_us: when it was or is due; the moved time after a snooze
 * @changed_us: when @state was set
 * @repeated_us: when it came once more, SHOWN and not answered; 0 when it did not
 */
typedef struct
{
  const char *id;
  const char *rule_id;
  gint64 run_id;
  RubReminderState state;
  gint64 due_us;
  gint64 changed_us;
  gint64 repeated_us;
} RubReminderRecord;

/**
 * One massage.
 *
 * @id: row in the store; 0 while not stored
 * @start_us: UTC microseconds since the epoch
 * @elapsed_s: seconds
 * @reminder_id: (nullable): the reminder it answered; interned
 */
typedef struct
{
  gint64 id;
  gint64 start_us;
  int elapsed_s;
  const char *reminder_id;
} RubMassage;

/**
 * How far an article was read.
 *
 * @article_id: the article; interned
 * @block: index of the first block in view
 */
typedef struct
{
  const char *article_id;
  int block;
} RubPlace;

#define RUB_TYPE_RECORDS (rub_records_get_type ())
/**
 * Everything remembered, as it was at one instant. Filled once by the store (or a test), then
 * shared between threads and never changed.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;

  /*< public >*/
  GPtrArray *runs;      /* of RubRun, newest start first */
  GPtrArray *checks;    /* of RubCheck, newest first */
  GArray *rules;        /* of RubRuleSetting */
  GPtrArray *own_rules; /* of RubRule, by id: the runner's own, and default ones stored whole */
  GPtrArray *planned;   /* of RubPlannedRun, by day */
  RubQuiet quiet;       /* when reminders do not come */
  GArray *quiet_rules;  /* of RubQuietRule, for the rules that the runner set it for */
  GArray *reminders;    /* of RubReminderRecord, newest due first */
  GArray *massages;     /* of RubMassage, newest first */
  GArray *places;       /* of RubPlace */
  GPtrArray *articles;  /* of RubSavedArticle, newest first; content: see rub-store-library.h */
} RubRecords;

GType rub_records_get_type (void);

/** Returns: (transfer full): empty records. */
RubRecords *rub_records_new (void);
RubRecords *rub_records_ref (RubRecords *self);
void rub_records_unref (RubRecords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubRecords, rub_records_unref)

/** Returns: (transfer none) (nullable): the run with row @id. */
RubRun *rub_records_find_run (RubRecords *self, gint64 id);

/** Returns: (transfer none) (nullable): the rule with @id that is stored whole. */
RubRule *rub_records_find_own_rule (RubRecords *self, const char *id);

/** Returns: (transfer none) (nullable): what happened to reminder @id, or NULL: nothing yet. */
const RubReminderRecord *rub_records_find_reminder (RubRecords *self, const char *id);

/** Returns: what quiet hours mean to the reminders of @rule_id. */
RubQuietPolicy rub_records_get_quiet_policy (RubRecords *self, const char *rule_id);

/** Returns: the block to open @article_id at; 0 when it was never read. */
int rub_records_get_place (RubRecords *self, const char *article_id);

/** Returns: how many checks were made after @instant_us: where the first one before it stands. */
guint rub_records_count_checks_after (RubRecords *self, gint64 instant_us);
/** Returns: (transfer none) (nullable): the saved article with @key. */
RubSavedArticle *rub_records_find_article (RubRecords *self, const char *key);

/** Returns: (transfer none) (nullable): the newest saved article that came from @address. */
RubSavedArticle *rub_records_find_article_at (RubRecords *self, const char *address);

/** Returns: (transfer none) (nullable): a run that @run is the same as, see rub_run_is_same(). */
RubRun *rub_records_find_same_run (RubRecords *self, RubRun *run);

G_END_DECLS

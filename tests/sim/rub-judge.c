/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-judge.h"

#include "rub-calendar.h"
#include "rub-clock.h"
#include "rub-plan.h"
#include "rub-quiet-hours.h"
#include "rub-round.h"

/* What was seen of a reminder since it was last answered or excused. */
typedef struct
{
  gboolean has_come;
  gboolean has_come_again;
} Seen;

struct _RubJudge
{
  GObject parent_instance;

  guint n_came;
  guint n_again;
  gboolean is_unfinished;

  /* Owned */
  RubDevice *device;
  RubStore *store;
  GHashTable *seen;
  GHashTable *checked; /* zone and id of what was held against the calendar */
  char *fault;

  /* While judging */
  RubRecords *records;
  GPtrArray *plan;
  gint64 now_us;
  RubCause cause;
};

G_DEFINE_FINAL_TYPE (RubJudge, rub_judge, G_TYPE_OBJECT)

static void G_GNUC_PRINTF (3, 4)
blame (RubJudge *self, const char *id, const char *format, ...)
{
  g_autofree char *what = NULL;
  g_autofree char *when = NULL;
  g_autoptr (GDateTime) time = NULL;
  va_list args;

  if (self->fault != NULL)
    return;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  time = g_date_time_new_from_unix_utc (self->now_us / G_TIME_SPAN_SECOND);
  when = time != NULL ? g_date_time_format_iso8601 (time) : g_strdup ("?");
  self->fault = g_strdup_printf ("%s %s (cause %d): %s: %s", when,
                                 rub_device_get_zone_name (self->device), self->cause, id, what);
}

static Seen *
get_seen (RubJudge *self, const char *id)
{
  Seen *seen = g_hash_table_lookup (self->seen, id);

  if (seen == NULL)
    {
      seen = g_new0 (Seen, 1);
      g_hash_table_insert (self->seen, g_strdup (id), seen);
    }

  return seen;
}

/* When it may be shown that could be at @instant_us. */
static gint64
get_open_us (RubJudge *self, const RubReminderFields *fields, gint64 instant_us)
{
  return rub_quiet_get_open_us (&self->records->quiet,
                                rub_records_get_quiet_policy (self->records, fields->rule_id),
                                instant_us, rub_device_get_zone (self->device));
}

/* The notification for late ones goes when the last of them is answered, so it may still name one
 * that is. */
static guint
count_on_screen (RubJudge *self, const RubReminderFields *fields)
{
  RubScreen *screen = rub_device_get_screen (self->device);
  guint n_own = rub_screen_count (screen, fields->id, FALSE);

  if (fields->state != RUB_REMINDER_SHOWN)
    return n_own;

  return n_own + rub_screen_count (screen, fields->id, TRUE);
}

/* What is planned is due when the calendar says. */
static void
judge_due (RubJudge *self, const RubReminderFields *fields)
{
  g_autofree char *key = NULL;
  g_autofree char *wrong = NULL;

  if (fields->state != RUB_REMINDER_PLANNED)
    return;
  key = g_strdup_printf ("%s %s %" G_GINT64_FORMAT, fields->id,
                         rub_device_get_zone_name (self->device), fields->due_us);
  if (!g_hash_table_add (self->checked, g_steal_pointer (&key)))
    return;

  wrong = rub_calendar_find_fault (fields, self->records, self->now_us,
                                   rub_device_get_zone_name (self->device));
  if (wrong != NULL)
    blame (self, fields->id, "%s", wrong);
}

static void
judge_open (RubJudge *self, const RubReminderFields *fields)
{
  gboolean is_due = fields->due_us <= self->now_us;
  guint n_shown = count_on_screen (self, fields);

  if (n_shown > 1)
    blame (self, fields->id, "is shown %u times", n_shown);
  else if (is_due && n_shown == 0 && get_open_us (self, fields, self->now_us) == self->now_us)
    blame (self, fields->id, "is due and not shown");
  else if (is_due && n_shown == 1 && fields->state != RUB_REMINDER_SHOWN)
    blame (self, fields->id, "is shown, but not in the store");
  else if (!is_due && n_shown == 1 && fields->state != RUB_REMINDER_SHOWN)
    blame (self, fields->id, "is shown before it is due");
  else if (!is_due && rub_device_get_armed_us (self->device)
                         > get_open_us (self, fields, fields->due_us))
    blame (self, fields->id, "is %s, and due %.3f h before the alarm",
           rub_reminder_state_to_id (fields->state),
           (double) (rub_device_get_armed_us (self->device) - fields->due_us) / G_TIME_SPAN_HOUR);
}

static void
judge_plan (RubJudge *self)
{
  for (guint i = 0; i < self->plan->len; i++)
    {
      RubReminder *reminder = g_ptr_array_index (self->plan, i);
      const RubReminderFields *fields = rub_reminder_get_fields (reminder);

      judge_due (self, fields);
      if (rub_reminder_is_open (reminder))
        judge_open (self, fields);
      if (fields->state != RUB_REMINDER_SHOWN)
        g_hash_table_remove (self->seen, fields->id);
    }
}

/* Whatever is on the screen waits for an answer, or something in it does. */
static void
judge_screen (RubJudge *self)
{
  RubScreen *screen = rub_device_get_screen (self->device);
  g_autoptr (GPtrArray) shown = rub_screen_list (screen);
  guint n_shared = 0, n_live = 0;

  for (guint i = 0; i < shown->len; i++)
    {
      const char *id = g_ptr_array_index (shown, i);
      RubReminder *reminder = rub_plan_find (self->plan, id);
      gboolean waits
        = reminder != NULL && rub_reminder_get_state (reminder) == RUB_REMINDER_SHOWN;

      if (!waits && rub_screen_count (screen, id, FALSE) > 0)
        blame (self, id, "is shown and %s",
               reminder == NULL
                 ? "not planned"
                 : rub_reminder_state_to_id (rub_reminder_get_state (reminder)));
      n_shared += rub_screen_count (screen, id, TRUE);
      n_live += waits ? rub_screen_count (screen, id, TRUE) : 0;
      if (!waits)
        rub_screen_forget_shared (screen, id);
    }

  if (n_shared > 0 && n_live == 0)
    blame (self, "the notification for late ones", "is shown, and nothing in it waits");
}

static void
judge_first (RubJudge *self, const RubReminderRecord *record)
{
  Seen *seen = get_seen (self, record->id);
  gboolean has_been_quiet
    = rub_quiet_get_open_us (&self->records->quiet, RUB_QUIET_WAIT, self->now_us - 1,
                             rub_device_get_zone (self->device))
      >= self->now_us;

  if (seen->has_come)
    blame (self, record->id, "comes as if for the first time, but had come");
  if (self->cause == RUB_CAUSE_ALARM && record->due_us != self->now_us && !has_been_quiet)
    blame (self, record->id, "comes %.3f s after it was due",
           (double) (self->now_us - record->due_us) / G_TIME_SPAN_SECOND);
  seen->has_come = TRUE;
  self->n_came++;
}

static void
judge_again (RubJudge *self, const RubReminderRecord *record)
{
  Seen *seen = get_seen (self, record->id);
  int repeat_min = self->records->quiet.repeat_min;

  if (seen->has_come_again)
    blame (self, record->id, "comes for the third time");
  if (repeat_min == 0
      || self->now_us - record->changed_us < repeat_min * G_TIME_SPAN_MINUTE)
    blame (self, record->id, "comes again too soon");
  seen->has_come_again = TRUE;
  self->n_again++;
}

static void
judge_news (RubJudge *self)
{
  g_autoptr (GPtrArray) news = rub_screen_take_news (rub_device_get_screen (self->device));
  gboolean may_resend = self->cause == RUB_CAUSE_START || self->cause == RUB_CAUSE_READY;

  for (guint i = 0; i < news->len; i++)
    {
      const char *id = g_ptr_array_index (news, i);
      const RubReminderRecord *record = rub_records_find_reminder (self->records, id);

      g_debug ("  %s came", id);
      if (record == NULL || record->state != RUB_REMINDER_SHOWN)
        blame (self, id, "came, but not in the store");
      else if (record->due_us > self->now_us && !may_resend)
        blame (self, id, "came too soon");
      else if (record->repeated_us == self->now_us)
        judge_again (self, record);
      else if (record->changed_us == self->now_us)
        judge_first (self, record);
      else if (!may_resend && get_seen (self, id)->has_come
               && rub_screen_count (rub_device_get_screen (self->device), id, FALSE) == 1)
        blame (self, id, "came although it had come");
    }
}

/* A clock that was never set says nothing of what is due. */
static void
judge_unset (RubJudge *self)
{
  g_autoptr (GPtrArray) news = rub_screen_take_news (rub_device_get_screen (self->device));

  if (news->len > 0)
    blame (self, news->pdata[0], "came by a clock that is not set");
  if (rub_device_get_armed_us (self->device) != RUB_CLOCK_NEVER)
    blame (self, "the alarm", "goes by a clock that is not set");
}

static void
on_device_settled_cb (RubDevice *device, int cause, gpointer user_data)
{
  RubJudge *self = user_data;

  /* A round that asks for another one at once is judged with that. */
  self->cause = self->is_unfinished ? self->cause : (RubCause) cause;
  self->is_unfinished = rub_device_get_armed_us (device) <= rub_device_get_now_us (device);
  self->now_us = rub_device_get_now_us (device);
  g_debug ("%s, cause %d, armed in %.3f h", rub_device_get_zone_name (device), cause,
           ((double) rub_device_get_armed_us (device) - (double) self->now_us) / G_TIME_SPAN_HOUR);
  if (self->fault != NULL || self->is_unfinished)
    return;
  if (self->now_us < RUB_ROUND_UNSET_US)
    {
      judge_unset (self);
      return;
    }

  self->records = rub_store_read_without_articles (self->store, NULL);
  g_assert_nonnull (self->records);
  self->plan = rub_plan_make (self->records, self->now_us, rub_device_get_zone (device));

  judge_news (self);
  judge_plan (self);
  judge_screen (self);

  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_clear_pointer (&self->records, rub_records_unref);
}

static void
rub_judge_finalize (GObject *object)
{
  RubJudge *self = RUB_JUDGE (object);

  g_clear_object (&self->device);
  g_clear_object (&self->store);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->checked);
  g_free (self->fault);

  G_OBJECT_CLASS (rub_judge_parent_class)->finalize (object);
}

static void
rub_judge_class_init (RubJudgeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_judge_finalize;
}

static void
rub_judge_init (RubJudge *self)
{
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->checked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

RubJudge *
rub_judge_new (RubDevice *device, RubStore *store)
{
  RubJudge *self = g_object_new (RUB_TYPE_JUDGE, NULL);

  self->device = g_object_ref (device);
  self->store = g_object_ref (store);
  g_signal_connect_object (device, "settled", G_CALLBACK (on_device_settled_cb), self, 0);

  return self;
}

void
rub_judge_excuse (RubJudge *self)
{
  g_hash_table_remove_all (self->seen);
}

const char *
rub_judge_get_fault (RubJudge *self)
{
  return self->fault;
}

guint
rub_judge_get_n_came (RubJudge *self)
{
  return self->n_came;
}

guint
rub_judge_get_n_again (RubJudge *self)
{
  return self->n_again;
}

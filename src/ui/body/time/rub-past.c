/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-past.h"

#include <glib/gi18n.h>

#include "rub-check-likeness.h"
#include "rub-check-words.h"

struct _RubPast
{
  RubLook look;
  guint index;
  gint64 now_us;

  /* Owned */
  RubRecords *records;
  GTimeZone *zone;
  RubTimeline *timeline;
  RubCheck *current;
  RubCheck *picked;
  RubCheck *compared;
  RubBodyMarks *marks;
  char *title;
};

static gboolean
is_at_now (RubPast *self)
{
  return rub_past_get_shown (self) == NULL;
}

/* What is looked at: a past check, what is said now, or while nothing is, the newest check. */
static RubCheck *
get_subject (RubPast *self)
{
  RubCheck *shown = rub_past_get_shown (self);
  guint n_checks = rub_timeline_get_n_checks (self->timeline);

  if (shown != NULL)
    return shown;
  if (self->current != NULL || n_checks == 0)
    return self->current;

  return rub_timeline_get_check (self->timeline, n_checks - 1);
}

/* Where the subject lies; what is said now may be the newest check, still unchanged. */
static guint
get_subject_index (RubPast *self)
{
  return rub_timeline_find_check (self->timeline, get_subject (self));
}

static RubCheck *
find_week_before (RubPast *self)
{
  RubCheck *subject = get_subject (self);

  return rub_check_find_week_before (self->records->checks, subject != NULL
                                                              ? rub_check_get_made_us (subject)
                                                              : self->now_us);
}

static RubCheck *
find_compared (RubPast *self)
{
  guint index;

  switch (self->look)
    {
    case RUB_LOOK_SINCE_PREVIOUS:
      index = get_subject_index (self);
      return index > 0 ? rub_timeline_get_check (self->timeline, index - 1) : NULL;
    case RUB_LOOK_SINCE_WEEK:
      return find_week_before (self);
    case RUB_LOOK_SINCE_PICKED:
      return self->picked;
    case RUB_LOOK_CHECK:
    case RUB_LOOK_FOUR_WEEKS:
    case RUB_N_LOOKS:
      break;
    }

  return NULL;
}

static gint64
get_subject_us (RubPast *self)
{
  RubCheck *shown = rub_past_get_shown (self);

  return shown != NULL ? rub_check_get_made_us (shown) : self->now_us;
}

/* From the earlier to the later, whichever handle is which. */
static void
order (RubPast *self, RubCheck **before, RubCheck **after)
{
  RubCheck *subject = get_subject (self);
  gboolean is_earlier
    = rub_check_get_made_us (self->compared) <= rub_check_get_made_us (subject);

  *before = is_earlier ? self->compared : subject;
  *after = is_earlier ? subject : self->compared;
}

static RubBodyMarks *
make_marks (RubPast *self)
{
  RubCheck *subject = get_subject (self);
  RubCheck *before, *after;

  if (self->look == RUB_LOOK_FOUR_WEEKS)
    {
      gint64 end_us = get_subject_us (self) + 1;

      return rub_body_marks_new_for_summary (self->records->checks,
                                             end_us - RUB_SUMMARY_DAYS * G_TIME_SPAN_DAY, end_us);
    }
  if (self->compared != NULL && subject != NULL)
    {
      order (self, &before, &after);
      return rub_body_marks_new_for_change (before, after);
    }

  return is_at_now (self) ? NULL : rub_body_marks_new_for_check (subject);
}

static char *
describe_day (RubPast *self, guint index, RubDayWords how)
{
  RubCheck *check = rub_timeline_get_check (self->timeline, index);

  return check != NULL
           ? rub_check_words_for_day (rub_check_get_made_us (check), self->now_us, self->zone, how,
                                      rub_timeline_has_day_mates (self->timeline, index))
           : g_strdup (_("Now"));
}

static char *
describe_check (RubPast *self, RubCheck *check)
{
  /* Said now, though it may be the newest check, which nothing was changed of. */
  if (check == self->current && is_at_now (self))
    return g_strdup (C_ ("check", "now"));

  return describe_day (self, rub_timeline_find_check (self->timeline, check), RUB_DAY_WORDS_SHORT);
}

static gboolean
has_change (RubPast *self)
{
  return self->marks != NULL && rub_body_marks_get_kind (self->marks) == RUB_BODY_MARKS_CHANGE;
}

/* Returns: what is seen, such as "Looking at 7 March"; empty when it is what is said now. */
static char *
make_title (RubPast *self)
{
  g_autofree char *day
    = describe_day (self, self->index, RUB_DAY_WORDS_SHORT);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  RubCheck *before, *after;

  if (self->look == RUB_LOOK_FOUR_WEEKS)
    return is_at_now (self) ? g_strdup (_("Looking at the last 4 weeks"))
                            : g_strdup_printf (_("Looking at 4 weeks up to %s"), day);
  if (has_change (self))
    {
      order (self, &before, &after);
      from = describe_check (self, before);
      to = describe_check (self, after);
      return g_strdup_printf (_("From %s to %s"), from, to);
    }

  return is_at_now (self) ? g_strdup ("") : g_strdup_printf (_("Looking at %s"), day);
}

/* All that follows from what is looked at and what the checks say. */
static void
update (RubPast *self)
{
  if (self->timeline == NULL)
    return;

  g_set_object (&self->compared, find_compared (self));
  g_clear_pointer (&self->marks, rub_body_marks_unref);
  self->marks = make_marks (self);
  g_free (self->title);
  self->title = make_title (self);
}

/* The same check among other records, which were read anew. */
static void
find_again (RubTimeline *timeline, RubCheck **check)
{
  if (*check != NULL)
    g_set_object (check, rub_timeline_get_check (timeline,
                                                 rub_timeline_find_check (timeline, *check)));
}

RubPast *
rub_past_new (void)
{
  return g_new0 (RubPast, 1);
}

void
rub_past_free (RubPast *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->timeline, rub_timeline_unref);
  g_clear_pointer (&self->records, rub_records_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->marks, rub_body_marks_unref);
  g_clear_object (&self->current);
  g_clear_object (&self->picked);
  g_clear_object (&self->compared);
  g_free (self->title);
  g_free (self);
}

void
rub_past_set_records (RubPast *self, RubRecords *records, gint64 now_us, GTimeZone *zone)
{
  RubTimeline *timeline;
  g_autoptr (RubCheck) shown = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (records != NULL);
  g_return_if_fail (zone != NULL);

  timeline = rub_timeline_new (records->checks, now_us, zone);
  g_set_object (&shown, rub_past_get_shown (self));
  find_again (timeline, &shown);
  find_again (timeline, &self->picked);
  if (self->look == RUB_LOOK_SINCE_PICKED && self->picked == NULL)
    self->look = RUB_LOOK_CHECK;

  rub_records_ref (records);
  g_clear_pointer (&self->records, rub_records_unref);
  self->records = records;
  g_time_zone_ref (zone);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone;
  self->now_us = now_us;
  g_clear_pointer (&self->timeline, rub_timeline_unref);
  self->timeline = timeline;
  self->index = rub_timeline_find_check (timeline, shown);
  update (self);
}

void
rub_past_set_current (RubPast *self, RubCheck *current)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (current == NULL || RUB_IS_CHECK (current));

  if (g_set_object (&self->current, current))
    update (self);
}

void
rub_past_set_look (RubPast *self, RubLook look)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((int) look >= 0 && look < RUB_N_LOOKS);

  self->look = look;
  if (look == RUB_LOOK_SINCE_PICKED && self->picked == NULL && self->timeline != NULL)
    rub_past_pick (self, NULL);
  update (self);
}

void
rub_past_set_index (RubPast *self, guint index)
{
  g_return_if_fail (self != NULL);

  self->index = index;
  update (self);
}

void
rub_past_pick (RubPast *self, RubCheck *check)
{
  g_return_if_fail (self != NULL && self->timeline != NULL);
  g_return_if_fail (check == NULL || RUB_IS_CHECK (check));

  if (check == NULL)
    check = rub_past_get_shown (self);
  /* From now nothing has changed yet: then from the newest check. */
  if (check == NULL && rub_timeline_get_n_checks (self->timeline) > 0)
    check = rub_timeline_get_check (self->timeline, rub_timeline_get_n_checks (self->timeline) - 1);
  g_set_object (&self->picked, check);
  self->look = RUB_LOOK_SINCE_PICKED;
  update (self);
}

RubTimeline *
rub_past_get_timeline (RubPast *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->timeline;
}

RubLook
rub_past_get_look (RubPast *self)
{
  g_return_val_if_fail (self != NULL, RUB_LOOK_CHECK);

  return self->look;
}

guint
rub_past_get_index (RubPast *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->index;
}

RubCheck *
rub_past_get_shown (RubPast *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->timeline != NULL ? rub_timeline_get_check (self->timeline, self->index) : NULL;
}

RubCheck *
rub_past_get_compared (RubPast *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->compared;
}

int
rub_past_get_compared_index (RubPast *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->compared != NULL ? (int) rub_timeline_find_check (self->timeline, self->compared)
                                : -1;
}

RubBodyMarks *
rub_past_get_marks (RubPast *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->marks;
}

RubBodyMarks *
rub_past_make_marks_seen (RubPast *self)
{
  RubCheck *subject;

  g_return_val_if_fail (self != NULL && self->timeline != NULL, NULL);

  if (self->marks != NULL)
    return rub_body_marks_ref (self->marks);
  subject = get_subject (self);

  return subject != NULL ? rub_body_marks_new_for_check (subject) : NULL;
}

const char *
rub_past_get_title (RubPast *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->title != NULL ? self->title : "";
}

char *
rub_past_make_heading (RubPast *self)
{
  g_autofree char *day = NULL;
  RubCheck *subject;

  g_return_val_if_fail (self != NULL && self->timeline != NULL, NULL);

  if (*rub_past_get_title (self) != '\0')
    return g_strdup (self->title);
  subject = get_subject (self);
  if (subject == NULL || subject == self->current)
    return g_strdup (_("Now"));
  day = describe_check (self, subject);

  /* Translators: the day of the check that was saved last: "Last check, 7 March". */
  return g_strdup_printf (_("Last check, %s"), day);
}

char *
rub_past_make_line (RubPast *self)
{
  RubCheck *subject;
  g_autofree char *what = NULL;
  g_autofree char *facts = NULL;

  g_return_val_if_fail (self != NULL && self->timeline != NULL, NULL);

  if (self->look == RUB_LOOK_FOUR_WEEKS)
    return rub_check_words_for_summary (self->marks);

  subject = get_subject (self);
  if (has_change (self))
    facts = rub_check_words_for_change (self->marks);
  else if (subject != NULL)
    facts = rub_check_words_for_check (subject);
  what = has_change (self) || is_at_now (self)
           ? rub_past_make_heading (self)
           : describe_day (self, self->index, RUB_DAY_WORDS_SHORT);
  if (facts == NULL)
    return g_steal_pointer (&what);

  /* Translators: what is looked at and what is seen: "From 7 March to 9 March: 3 better, 1 new". */
  return g_strdup_printf (C_ ("check", "%s: %s"), what, facts);
}

char *
rub_past_make_second_line (RubPast *self, gboolean *is_likeness)
{
  RubCheck *subject, *other;
  g_autofree char *likeness = NULL;

  g_return_val_if_fail (self != NULL && self->timeline != NULL, NULL);
  g_return_val_if_fail (is_likeness != NULL, NULL);

  subject = get_subject (self);
  other = self->compared;
  *is_likeness = FALSE;
  if (self->look == RUB_LOOK_FOUR_WEEKS)
    return g_strdup (self->title);
  if (other == NULL && self->look == RUB_LOOK_SINCE_PREVIOUS)
    return g_strdup (_("No check before this one"));
  if (other == NULL)
    other = find_week_before (self);
  if (subject == NULL || other == NULL)
    return g_strdup (_("No check about a week before"));

  *is_likeness = TRUE;
  likeness = rub_check_words_for_likeness (subject, other);
  if (self->compared != NULL)
    /* Translators: how alike the two checks are: "Likeness: 64 %, partly alike". */
    return g_strdup_printf (_("Likeness: %s"), likeness);

  /* Translators: how alike this and the check a week before are: "64 %, partly alike". */
  return g_strdup_printf (subject == self->current ? _("Like last week: %s")
                                                   : _("Like the week before: %s"),
                          likeness);
}

char *
rub_past_describe_index (RubPast *self, guint index)
{
  RubCheck *check;
  g_autofree char *day = NULL;
  g_autofree char *levels = NULL;

  g_return_val_if_fail (self != NULL && self->timeline != NULL, NULL);

  check = rub_timeline_get_check (self->timeline, index);
  day = describe_day (self, index, RUB_DAY_WORDS_FULL);
  if (check == NULL)
    check = self->current;
  if (check == NULL)
    return g_steal_pointer (&day);
  levels = rub_check_words_for_levels (check);

  return g_strdup_printf (C_ ("check", "%s, %s"), day, levels);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-reminder-text.h"

#include <glib/gi18n-lib.h>

/* Servers cut a text off after a few lines. */
#define MAX_AWAY_LINES 5

/* What a hard run is called: in the runner's own word for it where there is one. */
static const char *
hard_run_name (RubRunKind kind)
{
  switch (kind)
    {
    case RUB_RUN_KIND_INTERVALS:
      return C_ ("reason of a reminder", "intervals");
    case RUB_RUN_KIND_HILLS:
      return C_ ("reason of a reminder", "hills");
    case RUB_RUN_KIND_TEMPO:
      return C_ ("reason of a reminder", "tempo run");
    case RUB_RUN_KIND_EASY:
    case RUB_RUN_KIND_LONG:
    case RUB_RUN_KIND_RACE:
    case RUB_RUN_KIND_OTHER:
    case RUB_RUN_N_KINDS:
    default:
      return C_ ("reason of a reminder", "hard run");
    }
}

static const char *
run_name (const RubReminderFields *fields)
{
  switch (fields->demand)
    {
    case RUB_RUN_DEMAND_HARD:
      return hard_run_name (rub_run_get_kind (fields->run));
    case RUB_RUN_DEMAND_LONG:
      return C_ ("reason of a reminder", "long run");
    case RUB_RUN_DEMAND_RACE:
    case RUB_RUN_DEMAND_BIG_RACE:
      return C_ ("reason of a reminder", "race");
    case RUB_RUN_DEMAND_FARTHEST:
      return C_ ("reason of a reminder", "farthest run so far");
    case RUB_RUN_DEMAND_EASY:
    case RUB_RUN_N_DEMANDS:
    default:
      return C_ ("reason of a reminder", "easy run");
    }
}

char *
rub_reminder_text_get_title (RubReminder *reminder)
{
  const RubReminderFields *fields = rub_reminder_get_fields (reminder);

  g_return_val_if_fail (fields != NULL, g_strdup (""));

  if (fields->task == RUB_TASK_CHECK)
    return g_strdup (_("How do your legs feel?"));
  if (fields->task == RUB_TASK_MEASURE)
    return g_strdup (_("Measure your range of motion"));
  if (fields->task == RUB_TASK_THERAPIST)
    return g_strdup (_("Book a massage therapist"));

  switch (fields->intensity)
    {
    case RUB_INTENSITY_MODERATE:
      /* Translators: how long and how firm a massage to give yourself. */
      return g_strdup_printf (_("%d min moderate massage"), fields->minutes);
    case RUB_INTENSITY_DEEP:
      /* Translators: how long and how firm a massage to give yourself. */
      return g_strdup_printf (_("%d min deep massage"), fields->minutes);
    case RUB_INTENSITY_LIGHT:
    case RUB_N_INTENSITIES:
    default:
      /* Translators: how long and how firm a massage to give yourself. */
      return g_strdup_printf (_("%d min light massage"), fields->minutes);
    }
}

static void
add_run_facts (GPtrArray *facts, const RubReminderFields *fields, RubUnits units)
{
  const RubRunFields *run = rub_run_get_fields (fields->run);

  g_ptr_array_add (facts, g_strdup (run_name (fields)));
  if (run->distance_m > 0)
    g_ptr_array_add (facts, rub_format_distance (run->distance_m, units));
  if (run->effort != RUB_EFFORT_UNKNOWN)
    /* Translators: how hard a run was, from 0 to 10. */
    g_ptr_array_add (facts,
                     g_strdup_printf (C_ ("reason of a reminder", "effort %d"), run->effort));
}

static void
add_race_fact (GPtrArray *facts, int days)
{
  char *fact;

  if (days == 0)
    fact = g_strdup (C_ ("reason of a reminder", "race on that day"));
  else if (days > 0)
    /* Translators: one of the reasons of a reminder. */
    fact = g_strdup_printf (ngettext ("race %d day later", "race %d days later", (gulong) days),
                            days);
  else
    /* Translators: one of the reasons of a reminder. */
    fact = g_strdup_printf (ngettext ("race %d day before", "race %d days before",
                                      (gulong) -days),
                            -days);

  g_ptr_array_add (facts, fact);
}

static void
add_calendar_fact (GPtrArray *facts, const RubReminderFields *fields)
{
  if (fields->task == RUB_TASK_MASSAGE || fields->task == RUB_TASK_CHECK)
    g_ptr_array_add (facts, g_strdup (C_ ("reason of a reminder", "your own rule")));
  else if (fields->every_weeks <= 1)
    g_ptr_array_add (facts, g_strdup (C_ ("reason of a reminder", "once a week")));
  else
    /* Translators: one of the reasons of a reminder. */
    g_ptr_array_add (facts, g_strdup_printf (ngettext ("every %d week", "every %d weeks",
                                                       (gulong) fields->every_weeks),
                                             fields->every_weeks));
}

char *
rub_reminder_text_get_reason (RubReminder *reminder, RubUnits units)
{
  const RubReminderFields *fields = rub_reminder_get_fields (reminder);
  g_autoptr (GPtrArray) facts = NULL;
  g_autofree char *joined = NULL;

  g_return_val_if_fail (fields != NULL, NULL);

  facts = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  if (fields->run != NULL)
    add_run_facts (facts, fields, units);
  else if (fields->trigger == RUB_TRIGGER_WEEKDAYS)
    add_calendar_fact (facts, fields);
  if (fields->trigger == RUB_TRIGGER_RACE || fields->ease == RUB_EASE_RACE)
    add_race_fact (facts, fields->days_to_race);
  if (facts->len == 0)
    return NULL;

  joined = g_strjoinv (C_ ("between facts", ", "), (char **) facts->pdata);

  /* Translators: why there is a reminder: "Suggested because: long run, 24 km, effort 7". */
  return g_strdup_printf (_("Suggested because: %s"), joined);
}

char *
rub_reminder_text_get_notice_title (RubReminder *reminder)
{
  const RubReminderFields *fields = rub_reminder_get_fields (reminder);

  g_return_val_if_fail (fields != NULL, g_strdup (""));

  return fields->task == RUB_TASK_CHECK
           /* Translators: title of a notification, which may be seen on a locked screen. */
           ? g_strdup (_("How do you feel today?"))
           : rub_reminder_text_get_title (reminder);
}

char *
rub_reminder_text_get_notice (RubReminder *reminder, RubUnits units)
{
  char *reason = rub_reminder_text_get_reason (reminder, units);

  return reason != NULL ? reason : g_strdup ("");
}

const char *
rub_reminder_text_get_away_title (void)
{
  return _("While you were away");
}

static char *
make_away_line (RubReminder *reminder, gint64 now_us, GTimeZone *zone)
{
  gint64 due_us = rub_reminder_get_due_us (reminder);
  g_autofree char *title = rub_reminder_text_get_notice_title (reminder);
  g_autofree char *day = rub_format_day (due_us, now_us, zone);
  g_autofree char *time = rub_format_time (due_us, zone);

  /* Translators: a reminder that came late, and the day and time at which it was due, such as
   * "10 min light massage: Yesterday, 18:00". */
  return g_strdup_printf (C_ ("late reminder", "%s: %s, %s"), title, day, time);
}

char *
rub_reminder_text_get_away (GPtrArray *reminders, gint64 now_us, GTimeZone *zone)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_shown;

  g_return_val_if_fail (reminders != NULL, g_strdup (""));
  g_return_val_if_fail (zone != NULL, g_strdup (""));

  n_shown = reminders->len > MAX_AWAY_LINES ? MAX_AWAY_LINES - 1 : reminders->len;
  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *line = make_away_line (g_ptr_array_index (reminders, i), now_us, zone);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (n_shown < reminders->len)
    {
      guint n_more = reminders->len - n_shown;

      g_string_append_c (text, '\n');
      /* Translators: below a list of reminders that came late. */
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_more), n_more);
    }

  return g_strdup (text->str);
}

/* What a server may take for markup, what breaks the line, and what turns the text around. */
static gboolean
is_unsafe (gunichar character)
{
  return character == '<' || character == '>' || character == '&'
         || (character != '\n' && g_unichar_iscntrl (character))
         || (character >= 0x2028 && character <= 0x202e)
         || (character >= 0x2066 && character <= 0x2069);
}

char *
rub_reminder_text_make_plain (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) plain = g_string_new (NULL);
  glong n_characters = 0;

  g_return_val_if_fail (text != NULL, g_strdup (""));

  valid = g_utf8_make_valid (text, -1);
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (++n_characters > RUB_REMINDER_TEXT_MAX)
        {
          g_string_append (plain, "…");
          break;
        }
      g_string_append_unichar (plain, is_unsafe (character) ? ' ' : character);
    }

  return g_strdup (plain->str);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-shot.h"

#include <adwaita.h>

/* What it is of, and when that was. */
typedef struct
{
  RubBodyMarks *marks; /* owned */
  RubCheck *check;     /* owned; nullable */
  gint64 from_us;
  gint64 to_us;
} Subject;

/* What is said now: what was saved last, as long as nothing else was said since. */
static RubCheck *
create_current (RubCheckDraft *draft, gint64 now_us)
{
  RubCheck *last = rub_check_draft_get_last (draft);
  gboolean is_saved = last != NULL && !rub_check_draft_get_edited (draft)
                      && g_list_model_get_n_items (G_LIST_MODEL (draft)) > 0;

  return is_saved ? g_object_ref (last) : rub_check_draft_create_check (draft, now_us, 0);
}

static void
find_past (Subject *subject, RubCheckStrip *strip, gint64 now_us)
{
  RubCheck *shown = rub_check_strip_get_shown (strip);
  RubCheck *compared = rub_check_strip_get_compared (strip);
  gint64 shown_us = shown != NULL ? rub_check_get_made_us (shown) : now_us;
  gint64 other_us = compared != NULL ? rub_check_get_made_us (compared) : shown_us;

  subject->from_us = subject->to_us = shown_us;
  switch (rub_body_marks_get_kind (subject->marks))
    {
    case RUB_BODY_MARKS_CHANGE:
      subject->from_us = MIN (shown_us, other_us);
      subject->to_us = MAX (shown_us, other_us);
      break;
    case RUB_BODY_MARKS_SUMMARY:
      subject->to_us = shown_us + 1;
      subject->from_us = subject->to_us - RUB_SUMMARY_DAYS * G_TIME_SPAN_DAY;
      break;
    case RUB_BODY_MARKS_CHECK:
    default:
      g_set_object (&subject->check, shown);
    }
}

static void
find_subject (Subject *subject, RubCheckDraft *draft, RubCheckStrip *strip, gint64 now_us)
{
  RubBodyMarks *marks = rub_check_strip_get_marks (strip);
  g_autoptr (RubCheck) current = create_current (draft, now_us);

  if (marks != NULL)
    {
      subject->marks = rub_body_marks_ref (marks);
      find_past (subject, strip, rub_check_get_made_us (current));
      return;
    }

  subject->check = g_object_ref (current);
  subject->from_us = subject->to_us = rub_check_get_made_us (subject->check);
  subject->marks = rub_body_marks_new_for_check (subject->check);
}

RubBodyPicture *
rub_body_shot_take (GtkWidget *screen, RubCheckDraft *draft, RubCheckStrip *strip, gint64 now_us,
                    GTimeZone *zone)
{
  g_autoptr (GSettings) settings = NULL;
  Subject subject = { 0 };
  RubBodyPictureFields fields = { 0 };
  RubBodyPicture *picture;

  g_return_val_if_fail (GTK_IS_WIDGET (screen), NULL);
  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (draft), NULL);
  g_return_val_if_fail (RUB_IS_CHECK_STRIP (strip), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  settings = g_settings_new (RUB_APP_ID);
  find_subject (&subject, draft, strip, now_us);
  fields.body = rub_check_draft_get_body (draft);
  fields.marks = subject.marks;
  fields.check = subject.check;
  fields.is_mirrored = g_settings_get_boolean (settings, "body-mirrored");
  fields.has_patterns = adw_style_manager_get_high_contrast (adw_style_manager_get_default ())
                        || g_settings_get_boolean (settings, "body-patterns");
  fields.is_right_to_left = gtk_widget_get_direction (screen) == GTK_TEXT_DIR_RTL;
  rub_body_picture_fields_set_words (&fields, subject.from_us, subject.to_us, zone);

  picture = rub_body_picture_new (&fields);
  rub_body_picture_fields_clear_words (&fields);
  rub_body_marks_unref (subject.marks);
  g_clear_object (&subject.check);

  return picture;
}

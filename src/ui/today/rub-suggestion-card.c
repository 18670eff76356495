/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-suggestion-card.h"

#include <glib/gi18n.h>

#include "rub-reminder-answer.h"
#include "rub-reminder-text.h"
#include "rub-run-line.h"
#include "rub-suggestion.h"

struct _RubSuggestionCard
{
  AdwBin parent_instance;

  /* Owned */
  RubLibrary *library;
  RubReminder *reminder;

  /* Template */
  GtkLabel *title;
  GtkLabel *detail;
  GtkBox *buttons;
  GtkWidget *done_button;
  GtkWidget *snooze_button;
  GtkWidget *check_button;
  GtkWidget *add_button;
  GtkWidget *import_button;
};

G_DEFINE_FINAL_TYPE (RubSuggestionCard, rub_suggestion_card, ADW_TYPE_BIN)

static void
answer (RubSuggestionCard *self, RubAnswer kind, const char *title)
{
  g_autoptr (RubChange) change = NULL;

  if (self->reminder == NULL)
    return;

  change = rub_reminder_answer (self->reminder, kind, rub_library_get_now_us (self->library));
  rub_library_commit (self->library, change, title);
}

static void
on_done_clicked_cb (RubSuggestionCard *self)
{
  answer (self, RUB_ANSWER_DONE, _("Reminder done"));
}

static void
on_snooze_clicked_cb (RubSuggestionCard *self)
{
  answer (self, RUB_ANSWER_SNOOZE, _("Reminder put off for an hour"));
}

static char *
format_next (RubSuggestionCard *self, RubReminder *reminder)
{
  gint64 due_us = rub_reminder_get_due_us (reminder);
  GTimeZone *zone = rub_library_get_zone (self->library);
  g_autofree char *day = rub_format_day (due_us, rub_library_get_now_us (self->library), zone);
  g_autofree char *time = rub_format_time (due_us, zone);
  g_autofree char *title = rub_reminder_text_get_title (reminder);

  /* Translators: day, time and what comes next: "Tomorrow, 18:00: 10 min light massage". */
  return g_strdup_printf (_("%s, %s: %s"), day, time, title);
}

static void
show_words (RubSuggestionCard *self, const char *title, const char *detail)
{
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
}

static void
show_reminder (RubSuggestionCard *self, RubReminder *reminder)
{
  g_autofree char *title = rub_reminder_text_get_title (reminder);
  g_autofree char *reason
    = rub_reminder_text_get_reason (reminder, rub_library_get_units (self->library));

  show_words (self, title, reason);
}

static void
show_suggestion (RubSuggestionCard *self, const RubSuggestion *suggestion)
{
  g_autofree char *words = NULL;

  switch (suggestion->kind)
    {
    case RUB_SUGGESTION_FIRST_RUN:
      show_words (self, _("Add your first run"),
                  _("Rubdown then reminds you when a massage may feel good, asks what is sore, and "
                    "in time shows whether it helps you."));
      break;
    case RUB_SUGGESTION_MASSAGE:
    case RUB_SUGGESTION_FOLLOW_UP:
    case RUB_SUGGESTION_ERRAND:
      show_reminder (self, suggestion->reminder);
      break;
    case RUB_SUGGESTION_CHECK:
      words = rub_run_line_format (suggestion->run, rub_library_get_units (self->library));
      show_words (self, _("How do your legs feel?"), words);
      break;
    case RUB_SUGGESTION_WAIT:
      words = format_next (self, suggestion->reminder);
      show_words (self, _("Nothing to do now"), words);
      break;
    case RUB_SUGGESTION_REST:
    default:
      show_words (self, _("Nothing to do now"),
                  _("After your next hard or long run, a reminder comes here."));
    }
}

static void
show_buttons (RubSuggestionCard *self, RubSuggestionKind kind)
{
  gboolean can_write = rub_library_can_write (self->library);
  gboolean is_doable = kind == RUB_SUGGESTION_MASSAGE || kind == RUB_SUGGESTION_ERRAND;
  gboolean is_follow_up = kind == RUB_SUGGESTION_FOLLOW_UP;

  gtk_widget_set_visible (self->done_button, is_doable);
  gtk_widget_set_visible (self->snooze_button, is_doable || is_follow_up);
  gtk_widget_set_visible (self->check_button, is_follow_up || kind == RUB_SUGGESTION_CHECK);
  gtk_widget_set_visible (self->add_button, kind == RUB_SUGGESTION_FIRST_RUN);
  gtk_widget_set_visible (self->import_button, kind == RUB_SUGGESTION_FIRST_RUN);
  gtk_widget_set_sensitive (self->done_button, can_write);
  gtk_widget_set_sensitive (self->snooze_button, can_write);
}

static void
rub_suggestion_card_finalize (GObject *object)
{
  RubSuggestionCard *self = RUB_SUGGESTION_CARD (object);

  g_clear_object (&self->library);
  g_clear_object (&self->reminder);

  G_OBJECT_CLASS (rub_suggestion_card_parent_class)->finalize (object);
}

static void
rub_suggestion_card_class_init (RubSuggestionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rub_suggestion_card_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-suggestion-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RubSuggestionCard, title);
  gtk_widget_class_bind_template_child (widget_class, RubSuggestionCard, detail);
  gtk_widget_class_bind_template_child (widget_class, RubSuggestionCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, RubSuggestionCard, done_button);
  gtk_widget_class_bind_template_child (widget_class, RubSuggestionCard, snooze_button);
  gtk_widget_class_bind_template_child (widget_class, RubSuggestionCard, check_button);
  gtk_widget_class_bind_template_child (widget_class, RubSuggestionCard, add_button);
  gtk_widget_class_bind_template_child (widget_class, RubSuggestionCard, import_button);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_snooze_clicked_cb);
}

static void
rub_suggestion_card_init (RubSuggestionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_suggestion_card_update (RubSuggestionCard *self, RubLibrary *library)
{
  RubSuggestion suggestion;

  g_return_if_fail (RUB_IS_SUGGESTION_CARD (self));
  g_return_if_fail (RUB_IS_LIBRARY (library));

  g_set_object (&self->library, library);
  suggestion = rub_suggestion_choose (rub_library_get_records (library),
                                      rub_library_get_plan (library),
                                      rub_library_get_now_us (library));
  g_set_object (&self->reminder, suggestion.reminder);
  show_suggestion (self, &suggestion);
  show_buttons (self, suggestion.kind);
}

void
rub_suggestion_card_set_narrow (RubSuggestionCard *self, gboolean is_narrow)
{
  g_return_if_fail (RUB_IS_SUGGESTION_CARD (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons), is_narrow
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-reminder-row.h"

#include <glib/gi18n.h>

#include "rub-body-loader.h"
#include "rub-plan-group.h"
#include "rub-plan.h"
#include "rub-reminder-answer.h"
#include "rub-reminder-text.h"
#include "rub-stem-names.h"

/* So many regions fit below the title in a narrow window. */
#define MAX_NAMED 3

struct _RubReminderRow
{
  AdwActionRow parent_instance;

  /* Owned */
  RubReminder *reminder;
  RubLibrary *library;

  /* Template */
  GtkImage *icon;
  GtkLabel *when;
  GtkButton *snooze_button;
  GtkButton *done_button;
};

G_DEFINE_FINAL_TYPE (RubReminderRow, rub_reminder_row, ADW_TYPE_ACTION_ROW)

static void
answer (RubReminderRow *self, RubAnswer kind, const char *title)
{
  g_autoptr (RubChange) change
    = rub_reminder_answer (self->reminder, kind, rub_library_get_now_us (self->library));

  rub_library_commit (self->library, change, title);
}

static void
on_done_clicked_cb (RubReminderRow *self)
{
  answer (self, RUB_ANSWER_DONE, _("Reminder done"));
}

static void
on_snooze_clicked_cb (RubReminderRow *self)
{
  answer (self, RUB_ANSWER_SNOOZE, _("Reminder put off for an hour"));
}

static char *
format_when (RubReminderRow *self)
{
  gint64 due_us = rub_reminder_get_due_us (self->reminder);
  gint64 now_us = rub_library_get_now_us (self->library);
  GTimeZone *zone = rub_library_get_zone (self->library);
  gboolean is_due = rub_plan_group_of (self->reminder, now_us, zone) == RUB_PLAN_GROUP_TODAY
                    && due_us <= now_us;
  g_autofree char *time = rub_format_time (due_us, zone);
  g_autofree char *day = NULL;

  if (is_due && now_us - due_us <= RUB_LATE_US)
    return g_strdup (C_ ("time of a reminder", "Now"));
  if (rub_plan_group_says_day (self->reminder, now_us, zone))
    return g_steal_pointer (&time);

  day = rub_format_day (due_us, now_us, zone);

  /* Translators: a day and a time, such as "Tomorrow, 18:00". */
  return g_strdup_printf (C_ ("day and time", "%s, %s"), day, time);
}

/* Nobody is sent to massage what is not to be massaged, however sore it is. */
static gboolean
may_name (const RubReminderFields *fields, const char *stem)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  g_autoptr (GPtrArray) regions = rub_body_find_all (body, stem);

  return regions->len > 0
         && (fields->task == RUB_TASK_CHECK
             || rub_region_get_care (regions->pdata[0]) != RUB_REGION_CARE_NONE);
}

/* Where to begin: "First: Inner calf, Soleus"; NULL when nothing is to be named. */
static char *
describe_places (const RubReminderFields *fields)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  g_autofree char *joined = NULL;

  for (const char *const *stem = fields->stems; stem != NULL && *stem != NULL; stem++)
    {
      const char *name = rub_stem_names_get (*stem);

      if (name != NULL && names->len < MAX_NAMED && may_name (fields, *stem))
        g_ptr_array_add (names, (gpointer) name);
    }
  if (names->len == 0)
    return NULL;

  joined = g_strjoinv (C_ ("between facts", ", "), (char **) names->pdata);

  /* Translators: regions of the body to massage, or to be asked about, before others. */
  return g_strdup_printf (_("First: %s"), joined);
}

/* Why, and where to begin. */
static char *
describe_reason (RubReminder *reminder, RubUnits units)
{
  const RubReminderFields *fields = rub_reminder_get_fields (reminder);
  g_autofree char *reason = rub_reminder_text_get_reason (reminder, units);
  g_autofree char *places = rub_reminder_is_open (reminder) ? describe_places (fields) : NULL;

  if (reason == NULL || places == NULL)
    return g_strdup (reason != NULL ? reason : places != NULL ? places : "");

  return g_strconcat (reason, "\n", places, NULL);
}

/* A massage may have been given all the same; how it felt on a day gone by is not asked. */
static gboolean
is_late_massage (const RubReminderFields *fields)
{
  return fields->state == RUB_REMINDER_MISSED && fields->task == RUB_TASK_MASSAGE;
}

static void
show_reminder (RubReminderRow *self)
{
  const RubReminderFields *fields = rub_reminder_get_fields (self->reminder);
  g_autofree char *title = rub_reminder_text_get_title (self->reminder);
  g_autofree char *reason
    = describe_reason (self->reminder, rub_library_get_units (self->library));
  g_autofree char *when = format_when (self);
  gboolean can_write = rub_library_can_write (self->library);
  gboolean is_open = rub_reminder_is_open (self->reminder);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), reason);
  gtk_image_set_from_icon_name (
    self->icon, fields->task == RUB_TASK_CHECK || fields->task == RUB_TASK_MEASURE
                  ? "rub-check-symbolic"
                  : "rub-massage-symbolic");
  gtk_label_set_label (self->when, when);
  gtk_widget_set_visible (GTK_WIDGET (self->snooze_button), is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->done_button),
                          is_open || is_late_massage (fields));
  gtk_widget_set_sensitive (GTK_WIDGET (self->snooze_button), can_write);
  gtk_widget_set_sensitive (GTK_WIDGET (self->done_button), can_write);
}

static void
rub_reminder_row_finalize (GObject *object)
{
  RubReminderRow *self = RUB_REMINDER_ROW (object);

  g_clear_object (&self->reminder);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (rub_reminder_row_parent_class)->finalize (object);
}

static void
rub_reminder_row_class_init (RubReminderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rub_reminder_row_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-reminder-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RubReminderRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RubReminderRow, when);
  gtk_widget_class_bind_template_child (widget_class, RubReminderRow, snooze_button);
  gtk_widget_class_bind_template_child (widget_class, RubReminderRow, done_button);
  gtk_widget_class_bind_template_callback (widget_class, on_snooze_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked_cb);
}

static void
rub_reminder_row_init (RubReminderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rub_reminder_row_new (RubReminder *reminder, RubLibrary *library)
{
  RubReminderRow *self;

  g_return_val_if_fail (RUB_IS_REMINDER (reminder), NULL);
  g_return_val_if_fail (RUB_IS_LIBRARY (library), NULL);

  self = g_object_new (RUB_TYPE_REMINDER_ROW, NULL);
  self->reminder = g_object_ref (reminder);
  self->library = g_object_ref (library);
  show_reminder (self);

  return GTK_WIDGET (self);
}

char *
rub_reminder_row_describe (RubReminder *reminder, RubLibrary *library)
{
  g_autofree char *title = rub_reminder_text_get_title (reminder);
  g_autofree char *reason = describe_reason (reminder, rub_library_get_units (library));

  return g_strconcat (title, "\n", reason, NULL);
}

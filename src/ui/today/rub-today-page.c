/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-today-page.h"

#include <glib/gi18n.h>

#include "rub-body-figure.h"
#include "rub-body-loader.h"
#include "rub-day-strip.h"
#include "rub-reminder-text.h"
#include "rub-run-line.h"
#include "rub-suggestion-card.h"

/* How many of the last runs are shown. */
#define N_RUNS 3

struct _RubTodayPage
{
  RubPage parent_instance;

  guint figure_source;

  /* Borrowed */
  RubBodyFigure *figure;

  /* Template */
  GtkStack *states;
  RubSuggestionCard *card;
  GtkWidget *next_group;
  AdwActionRow *next_row;
  GtkWidget *check_group;
  AdwActionRow *check_row;
  GtkWidget *strip_group;
  RubDayStrip *strip;
  GtkWidget *runs_group;
  AdwActionRow *run_row_1;
  AdwActionRow *run_row_2;
  AdwActionRow *run_row_3;
};

G_DEFINE_FINAL_TYPE (RubTodayPage, rub_today_page, RUB_TYPE_PAGE)

/* What is due stands on the card above; this is what comes after. */
static RubReminder *
find_next (RubLibrary *library)
{
  GPtrArray *plan = rub_library_get_plan (library);
  gint64 now_us = rub_library_get_now_us (library);

  for (guint i = 0; i < plan->len; i++)
    if (rub_reminder_is_open (plan->pdata[i]) && rub_reminder_get_due_us (plan->pdata[i]) > now_us)
      return plan->pdata[i];

  return NULL;
}

static void
show_next (RubTodayPage *self, RubLibrary *library)
{
  RubReminder *next = find_next (library);
  g_autofree char *title = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *subtitle = NULL;

  gtk_widget_set_visible (self->next_group, next != NULL);
  if (next == NULL)
    return;

  title = rub_reminder_text_get_title (next);
  reason = rub_reminder_text_get_reason (next, rub_library_get_units (library));
  day = rub_format_day (rub_reminder_get_due_us (next), rub_library_get_now_us (library),
                        rub_library_get_zone (library));
  time = rub_format_time (rub_reminder_get_due_us (next), rub_library_get_zone (library));
  /* Translators: day, time and reason of a reminder. */
  subtitle = g_strdup_printf (C_ ("reminder", "%s, %s, %s"), day, time,
                              reason != NULL ? reason : "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->next_row), title);
  adw_action_row_set_subtitle (self->next_row, subtitle);
}

static void
describe_check (RubTodayPage *self, RubCheck *check)
{
  RubLibrary *library = rub_page_get_library (RUB_PAGE (self));
  RubBody *body = rub_body_loader_get_bundled (rub_library_get_body_build (library));
  g_autofree char *words = rub_body_figure_describe (body, check);

  rub_body_figure_set_body (self->figure, body, rub_library_is_body_mirrored (library));
  rub_body_figure_set_check (self->figure, check);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->check_row), words);
}

static gboolean
on_figure_due_cb (gpointer data)
{
  RubTodayPage *self = RUB_TODAY_PAGE (data);
  RubRecords *records = rub_library_get_records (rub_page_get_library (RUB_PAGE (self)));

  self->figure_source = 0;
  self->figure = RUB_BODY_FIGURE (rub_body_figure_new ());
  adw_action_row_add_prefix (self->check_row, GTK_WIDGET (self->figure));
  if (records->checks->len > 0)
    describe_check (self, records->checks->pdata[0]);

  return G_SOURCE_REMOVE;
}

/* To read the body from its drawing takes longer than all else here, so the first frame does not
 * wait for it; the row keeps the room. */
static void
show_check (RubTodayPage *self, RubLibrary *library)
{
  GPtrArray *checks = rub_library_get_records (library)->checks;
  g_autofree char *age = NULL;

  gtk_widget_set_visible (self->check_group, checks->len > 0);
  if (checks->len == 0)
    return;

  age = rub_format_age (rub_check_get_made_us (checks->pdata[0]), rub_library_get_now_us (library));
  adw_action_row_set_subtitle (self->check_row, age);
  if (self->figure != NULL)
    describe_check (self, checks->pdata[0]);
  else if (self->figure_source == 0)
    self->figure_source = g_idle_add_full (G_PRIORITY_LOW, on_figure_due_cb, self, NULL);
}

static void
show_strip (RubTodayPage *self, RubLibrary *library)
{
  gtk_widget_set_visible (self->strip_group, rub_library_get_records (library)->runs->len > 0);
  rub_day_strip_update (self->strip, library);
}

static void
show_run (AdwActionRow *row, RubRun *run, RubLibrary *library)
{
  g_autofree char *line = rub_run_line_format (run, rub_library_get_units (library));
  g_autofree char *day = rub_format_day (rub_run_get_start_us (run),
                                         rub_library_get_now_us (library),
                                         rub_library_get_zone (library));
  g_autofree char *time
    = rub_format_time (rub_run_get_start_us (run), rub_library_get_zone (library));
  /* Translators: a day and a time, such as "Tomorrow, 18:00". */
  g_autofree char *when = g_strdup_printf (C_ ("day and time", "%s, %s"), day, time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line);
  adw_action_row_set_subtitle (row, when);
}

static void
show_runs (RubTodayPage *self, RubLibrary *library)
{
  AdwActionRow *rows[N_RUNS] = { self->run_row_1, self->run_row_2, self->run_row_3 };
  GPtrArray *runs = rub_library_get_records (library)->runs;

  gtk_widget_set_visible (self->runs_group, runs->len > 0);
  for (guint i = 0; i < N_RUNS; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (rows[i]), i < runs->len);
      if (i < runs->len)
        show_run (rows[i], runs->pdata[i], library);
    }
}

static void
rub_today_page_refresh (RubPage *page)
{
  RubTodayPage *self = RUB_TODAY_PAGE (page);
  RubLibrary *library = rub_page_get_library (page);

  rub_suggestion_card_update (self->card, library);
  show_next (self, library);
  show_check (self, library);
  show_strip (self, library);
  show_runs (self, library);
  gtk_stack_set_visible_child_name (self->states, "full");
}

static void
rub_today_page_set_narrow (RubPage *page, gboolean is_narrow)
{
  rub_suggestion_card_set_narrow (RUB_TODAY_PAGE (page)->card, is_narrow);
}

static void
rub_today_page_dispose (GObject *object)
{
  RubTodayPage *self = RUB_TODAY_PAGE (object);

  g_clear_handle_id (&self->figure_source, g_source_remove);

  G_OBJECT_CLASS (rub_today_page_parent_class)->dispose (object);
}

static void
rub_today_page_class_init (RubTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_today_page_dispose;
  RUB_PAGE_CLASS (klass)->refresh = rub_today_page_refresh;
  RUB_PAGE_CLASS (klass)->set_narrow = rub_today_page_set_narrow;

  g_type_ensure (RUB_TYPE_DAY_STRIP);
  g_type_ensure (RUB_TYPE_SUGGESTION_CARD);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RubTodayPage, states);
  gtk_widget_class_bind_template_child (widget_class, RubTodayPage, card);
  gtk_widget_class_bind_template_child (widget_class, RubTodayPage, next_group);
  gtk_widget_class_bind_template_child (widget_class, RubTodayPage, next_row);
  gtk_widget_class_bind_template_child (widget_class, RubTodayPage, check_group);
  gtk_widget_class_bind_template_child (widget_class, RubTodayPage, check_row);
  gtk_widget_class_bind_template_child (widget_class, RubTodayPage, strip_group);
  gtk_widget_class_bind_template_child (widget_class, RubTodayPage, strip);
  gtk_widget_class_bind_template_child (widget_class, RubTodayPage, runs_group);
  gtk_widget_class_bind_template_child (widget_class, RubTodayPage, run_row_1);
  gtk_widget_class_bind_template_child (widget_class, RubTodayPage, run_row_2);
  gtk_widget_class_bind_template_child (widget_class, RubTodayPage, run_row_3);
}

static void
rub_today_page_init (RubTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

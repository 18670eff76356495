/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-plan-page.h"

#include <glib/gi18n.h>

#include "rub-plan-group.h"
#include "rub-reminder-row.h"
#include "rub-rule-row.h"

struct _RubPlanPage
{
  RubPage parent_instance;

  /* Owned */
  GPtrArray *reminder_rows;
  char *shown;

  /* Borrowed */
  GPtrArray *rule_rows;
  AdwPreferencesGroup *groups[RUB_PLAN_N_GROUPS];

  /* Template */
  GtkBox *agenda;
  GtkBox *history;
  GtkWidget *empty;
  AdwPreferencesGroup *rules;
};

/* A row and the group it stands in. */
typedef struct
{
  GtkWidget *row;
  AdwPreferencesGroup *group;
} Placed;

G_DEFINE_FINAL_TYPE (RubPlanPage, rub_plan_page, RUB_TYPE_PAGE)

static void
remove_placed (gpointer data)
{
  Placed *placed = data;

  adw_preferences_group_remove (placed->group, placed->row);
  g_free (placed);
}

static void
add_reminder (RubPlanPage *self, RubReminder *reminder)
{
  RubLibrary *library = rub_page_get_library (RUB_PAGE (self));
  RubPlanGroup group = rub_plan_group_of (reminder, rub_library_get_now_us (library),
                                          rub_library_get_zone (library));
  Placed *placed = g_new0 (Placed, 1);

  placed->group = self->groups[group];
  placed->row = rub_reminder_row_new (reminder, library);
  adw_preferences_group_add (placed->group, placed->row);
  gtk_widget_set_visible (GTK_WIDGET (placed->group), TRUE);
  g_ptr_array_add (self->reminder_rows, placed);
}

/* All that the rows say. Rows are made anew only when it changes, so that time passing does not
 * take the keyboard's focus away. */
static char *
describe (RubLibrary *library, GPtrArray *plan)
{
  GString *text = g_string_new (NULL);
  gint64 now_us = rub_library_get_now_us (library);

  g_string_printf (text, "%d %d", rub_library_get_units (library),
                   rub_library_can_write (library));
  for (guint i = 0; i < plan->len; i++)
    {
      RubReminder *reminder = g_ptr_array_index (plan, i);
      gint64 due_us = rub_reminder_get_due_us (reminder);
      g_autofree char *words = rub_reminder_row_describe (reminder, library);

      g_string_append_printf (
        text, " %s %d %" G_GINT64_FORMAT " %d %d %p %s", rub_reminder_get_id (reminder),
        rub_reminder_get_state (reminder), due_us, due_us <= now_us,
        rub_plan_group_of (reminder, now_us, rub_library_get_zone (library)),
        (gpointer) rub_reminder_get_fields (reminder)->run, words);
    }

  return g_string_free (text, FALSE);
}

static gboolean
is_missed (RubReminder *reminder)
{
  return rub_reminder_get_state (reminder) == RUB_REMINDER_MISSED;
}

/* What is to come is listed forwards, what is over backwards. */
static void
show_agenda (RubPlanPage *self)
{
  RubLibrary *library = rub_page_get_library (RUB_PAGE (self));
  GPtrArray *plan = rub_library_get_plan (library);
  g_autofree char *shown = describe (library, plan);

  if (g_strcmp0 (shown, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  g_ptr_array_set_size (self->reminder_rows, 0);
  for (int i = 0; i < RUB_PLAN_N_GROUPS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), FALSE);
  for (guint i = 0; i < plan->len; i++)
    if (rub_reminder_is_open (plan->pdata[i]) || is_missed (plan->pdata[i]))
      add_reminder (self, plan->pdata[i]);
  for (guint i = plan->len; i > 0; i--)
    if (!rub_reminder_is_open (plan->pdata[i - 1]) && !is_missed (plan->pdata[i - 1]))
      add_reminder (self, plan->pdata[i - 1]);

  gtk_widget_set_visible (self->empty, rub_plan_get_next (plan) == NULL);
}

static void
show_rules (RubPlanPage *self)
{
  RubLibrary *library = rub_page_get_library (RUB_PAGE (self));
  g_autoptr (GPtrArray) rules
    = rub_plan_get_all_rules (rub_timing_get_bundled (), rub_library_get_records (library));

  for (guint i = 0; i < rules->len; i++)
    {
      if (i == self->rule_rows->len)
        {
          GtkWidget *row = rub_rule_row_new (library);

          adw_preferences_group_add (self->rules, row);
          g_ptr_array_add (self->rule_rows, row);
        }
      rub_rule_row_set_rule (g_ptr_array_index (self->rule_rows, i), g_ptr_array_index (rules, i));
    }

  while (self->rule_rows->len > rules->len)
    adw_preferences_group_remove (
      self->rules, g_ptr_array_steal_index (self->rule_rows, self->rule_rows->len - 1));
}

static void
rub_plan_page_refresh (RubPage *page)
{
  RubPlanPage *self = RUB_PLAN_PAGE (page);

  show_agenda (self);
  show_rules (self);
}

static void
rub_plan_page_dispose (GObject *object)
{
  RubPlanPage *self = RUB_PLAN_PAGE (object);

  g_clear_pointer (&self->reminder_rows, g_ptr_array_unref);
  g_clear_pointer (&self->rule_rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (rub_plan_page_parent_class)->dispose (object);
}

static void
rub_plan_page_class_init (RubPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_plan_page_dispose;
  RUB_PAGE_CLASS (klass)->refresh = rub_plan_page_refresh;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RubPlanPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, RubPlanPage, history);
  gtk_widget_class_bind_template_child (widget_class, RubPlanPage, empty);
  gtk_widget_class_bind_template_child (widget_class, RubPlanPage, rules);
}

static void
rub_plan_page_init (RubPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->reminder_rows = g_ptr_array_new_with_free_func (remove_placed);
  self->rule_rows = g_ptr_array_new ();
  for (int i = 0; i < RUB_PLAN_N_GROUPS; i++)
    {
      self->groups[i] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (self->groups[i], rub_plan_group_get_title (i));
      gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), FALSE);
      /* What is over stands below all else. */
      gtk_box_append (i == RUB_PLAN_GROUP_ANSWERED ? self->history : self->agenda,
                      GTK_WIDGET (self->groups[i]));
    }
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-preferences.h"

#include <glib/gi18n.h>

/* A value that is being typed or stepped is saved once it has been left alone for a moment. */
#define SETTLE_MS 600

/* In the order of the choice shown, which is that of the enum in the schema. */
static const char *const units[] = { "auto", "metric", "imperial", NULL };
static const char *const builds[] = { "standard", "narrower", NULL };

struct _RubPreferences
{
  AdwPreferencesWindow parent_instance;

  gboolean is_showing;
  guint settle_source;

  /* Owned */
  GSettings *settings;
  RubLibrary *library;

  /* Template */
  AdwComboRow *units_row;
  AdwComboRow *build_row;
  GtkSwitch *mirrored_switch;
  GtkSwitch *patterns_switch;
  GtkSwitch *reminders_switch;
  GtkSwitch *session_switch;
  GtkSpinButton *hour_spin;
};

G_DEFINE_FINAL_TYPE (RubPreferences, rub_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static gboolean
get_choice (GValue *value, GVariant *variant, gpointer data)
{
  const char *const *words = data;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
set_choice (const GValue *value, const GVariantType *type, gpointer data)
{
  const char *const *words = data;
  guint i = g_value_get_uint (value);

  return i < g_strv_length ((char **) words) ? g_variant_new_string (words[i]) : NULL;
}

static void
on_test_clicked_cb (RubPreferences *self)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GNotification) notification = g_notification_new (_("Reminders Look Like This"));

  g_assert (RUB_IS_PREFERENCES (self));

  g_notification_set_body (notification, _("This one is only a test."));
  g_application_send_notification (application, "test", notification);
}

/* The hour of all questions is one preference; each can be set apart on the Plan page. */
static void
set_hour (RubPreferences *self, int hour)
{
  g_autoptr (GPtrArray) rules = rub_plan_get_rules (rub_library_get_records (self->library)->rules);
  g_autoptr (RubChange) change = rub_change_new ();
  gboolean is_changed = FALSE;

  for (guint i = 0; i < rules->len; i++)
    {
      const RubRuleFields *rule = rub_rule_get_fields (rules->pdata[i]);
      RubRuleSetting setting = { rule->id, rule->is_enabled, rule->delay_min, hour * 60 };

      if (rule->task != RUB_TASK_CHECK || rule->wall_min == setting.wall_min)
        continue;
      rub_change_set_rule (change, &setting);
      is_changed = TRUE;
    }

  if (is_changed)
    rub_library_commit (self->library, change, _("Hour changed"));
}

static gboolean
on_settled_cb (gpointer data)
{
  RubPreferences *self = RUB_PREFERENCES (data);

  self->settle_source = 0;
  set_hour (self, gtk_spin_button_get_value_as_int (self->hour_spin));

  return G_SOURCE_REMOVE;
}

static void
on_hour_changed_cb (RubPreferences *self)
{
  if (self->is_showing)
    return;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (SETTLE_MS, on_settled_cb, self);
}

static void
show_hour (RubPreferences *self)
{
  RubRecords *records = rub_library_get_records (self->library);
  g_autoptr (GPtrArray) rules = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->hour_spin), rub_library_can_write (self->library));
  if (records == NULL || self->settle_source != 0)
    return;

  rules = rub_plan_get_rules (records->rules);
  self->is_showing = TRUE;
  for (guint i = rules->len; i > 0; i--)
    {
      const RubRuleFields *rule = rub_rule_get_fields (rules->pdata[i - 1]);

      if (rule->task == RUB_TASK_CHECK)
        gtk_spin_button_set_value (self->hour_spin, rule->wall_min / 60);
    }
  self->is_showing = FALSE;
}

static void
bind_choice (RubPreferences *self, const char *key, AdwComboRow *row, const char *const *words)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_choice, set_choice, (gpointer) words, NULL);
}

static void
bind_settings (RubPreferences *self)
{
  const struct
  {
    const char *key;
    GtkSwitch *toggle;
  } rows[] = {
    { "body-mirrored", self->mirrored_switch },
    { "body-patterns", self->patterns_switch },
    { "reminders-enabled", self->reminders_switch },
    { "start-with-session", self->session_switch },
  };

  bind_choice (self, "units", self->units_row, units);
  bind_choice (self, "body-build", self->build_row, builds);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_settings_bind (self->settings, rows[i].key, rows[i].toggle, "active",
                     G_SETTINGS_BIND_DEFAULT);
}

/* What was typed last counts, also when the window is closed at once. */
static void
rub_preferences_dispose (GObject *object)
{
  RubPreferences *self = RUB_PREFERENCES (object);

  if (self->settle_source != 0)
    {
      g_clear_handle_id (&self->settle_source, g_source_remove);
      set_hour (self, gtk_spin_button_get_value_as_int (self->hour_spin));
    }

  G_OBJECT_CLASS (rub_preferences_parent_class)->dispose (object);
}

static void
rub_preferences_finalize (GObject *object)
{
  RubPreferences *self = RUB_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (rub_preferences_parent_class)->finalize (object);
}

static void
rub_preferences_class_init (RubPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = rub_preferences_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, RubPreferences, units_row);
  gtk_widget_class_bind_template_child (widget_class, RubPreferences, build_row);
  gtk_widget_class_bind_template_child (widget_class, RubPreferences, mirrored_switch);
  gtk_widget_class_bind_template_child (widget_class, RubPreferences, patterns_switch);
  gtk_widget_class_bind_template_child (widget_class, RubPreferences, reminders_switch);
  gtk_widget_class_bind_template_child (widget_class, RubPreferences, session_switch);
  gtk_widget_class_bind_template_child (widget_class, RubPreferences, hour_spin);
  gtk_widget_class_bind_template_callback (widget_class, on_hour_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_test_clicked_cb);
}

static void
rub_preferences_init (RubPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_preferences_present (GtkWindow *parent, GSettings *settings, RubLibrary *library)
{
  RubPreferences *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (RUB_IS_LIBRARY (library));

  self = g_object_new (RUB_TYPE_PREFERENCES, "transient-for", parent, NULL);
  self->settings = g_object_ref (settings);
  self->library = g_object_ref (library);
  bind_settings (self);
  g_signal_connect_object (library, "changed", G_CALLBACK (show_hour), self, G_CONNECT_SWAPPED);
  show_hour (self);
  gtk_window_present (GTK_WINDOW (self));
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-preferences.h"

#include <glib/gi18n.h>

/* In the order of the choice shown, which is that of the enum in the schema. */
static const char *const units[] = { "auto", "metric", "imperial" };

struct _RubPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Owned */
  GSettings *settings;

  /* Template */
  AdwComboRow *units_row;
  GtkSwitch *reminders_switch;
  GtkSwitch *session_switch;
};

G_DEFINE_FINAL_TYPE (RubPreferences, rub_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static gboolean
get_units (GValue *value, GVariant *variant, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
set_units (const GValue *value, const GVariantType *type, gpointer data)
{
  guint i = g_value_get_uint (value);

  return i < G_N_ELEMENTS (units) ? g_variant_new_string (units[i]) : NULL;
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

static void
bind_settings (RubPreferences *self)
{
  g_settings_bind_with_mapping (self->settings, "units", self->units_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_units, set_units, NULL, NULL);
  g_settings_bind (self->settings, "reminders-enabled", self->reminders_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "start-with-session", self->session_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
rub_preferences_finalize (GObject *object)
{
  RubPreferences *self = RUB_PREFERENCES (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rub_preferences_parent_class)->finalize (object);
}

static void
rub_preferences_class_init (RubPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rub_preferences_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, RubPreferences, units_row);
  gtk_widget_class_bind_template_child (widget_class, RubPreferences, reminders_switch);
  gtk_widget_class_bind_template_child (widget_class, RubPreferences, session_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_test_clicked_cb);
}

static void
rub_preferences_init (RubPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_preferences_present (GtkWindow *parent, GSettings *settings)
{
  RubPreferences *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_SETTINGS (settings));

  self = g_object_new (RUB_TYPE_PREFERENCES, "transient-for", parent, NULL);
  self->settings = g_object_ref (settings);
  bind_settings (self);
  gtk_window_present (GTK_WINDOW (self));
}

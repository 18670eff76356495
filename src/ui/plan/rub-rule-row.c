/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-rule-row.h"

#include <glib/gi18n.h>

#include "rub-rule-text.h"

/* A value that is being typed or stepped is saved once it has been left alone for a moment. */
#define SETTLE_MS 600

struct _RubRuleRow
{
  AdwExpanderRow parent_instance;

  gboolean is_showing;
  guint settle_source;

  /* Owned */
  RubLibrary *library;
  RubRule *rule;

  /* Template */
  AdwActionRow *delay_row;
  AdwActionRow *time_row;
  GtkSpinButton *delay_spin;
  GtkSpinButton *hour_spin;
  GtkSpinButton *minute_spin;
};

G_DEFINE_FINAL_TYPE (RubRuleRow, rub_rule_row, ADW_TYPE_EXPANDER_ROW)

/* A rule that does not follow runs starts to count when it is changed, so it is kept whole. */
static void
add_to_change (RubChange *change, const RubRuleFields *fields, const RubRuleSetting *setting)
{
  RubRuleFields whole = *fields;
  g_autoptr (RubRule) rule = NULL;

  if (fields->trigger == RUB_TRIGGER_RUN && !fields->is_own)
    {
      rub_change_set_rule (change, setting);
      return;
    }

  whole.is_enabled = setting->is_enabled;
  whole.delay_min = setting->delay_min;
  whole.wall_min = setting->wall_min;
  whole.since_us = 0;
  rule = rub_rule_new (&whole);
  rub_change_save_rule (change, rule);
}

static void
commit_setting (RubRuleRow *self)
{
  const RubRuleFields *fields = rub_rule_get_fields (self->rule);
  RubRuleSetting setting = {
    .rule_id = fields->id,
    .is_enabled = adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self)),
    .delay_min = gtk_spin_button_get_value_as_int (self->delay_spin),
    .wall_min = gtk_spin_button_get_value_as_int (self->hour_spin) * 60
                + gtk_spin_button_get_value_as_int (self->minute_spin),
  };
  g_autoptr (RubChange) change = NULL;

  if (setting.is_enabled == fields->is_enabled && setting.delay_min == fields->delay_min
      && setting.wall_min == fields->wall_min)
    return;

  change = rub_change_new ();
  add_to_change (change, fields, &setting);
  rub_library_commit (self->library, change, _("Rule changed"));
}

static gboolean
on_settled_cb (gpointer data)
{
  RubRuleRow *self = RUB_RULE_ROW (data);

  self->settle_source = 0;
  commit_setting (self);

  return G_SOURCE_REMOVE;
}

static void
on_value_changed_cb (RubRuleRow *self)
{
  if (self->is_showing)
    return;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (SETTLE_MS, on_settled_cb, self);
}

static void
on_enabled_changed_cb (RubRuleRow *self)
{
  if (!self->is_showing && self->rule != NULL)
    commit_setting (self);
}

/* Two digits, so that 8:05 does not read 8:5. */
static gboolean
on_minute_output_cb (GtkSpinButton *spin, gpointer data)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

static void
rub_rule_row_dispose (GObject *object)
{
  RubRuleRow *self = RUB_RULE_ROW (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);

  G_OBJECT_CLASS (rub_rule_row_parent_class)->dispose (object);
}

static void
rub_rule_row_finalize (GObject *object)
{
  RubRuleRow *self = RUB_RULE_ROW (object);

  g_clear_object (&self->library);
  g_clear_object (&self->rule);

  G_OBJECT_CLASS (rub_rule_row_parent_class)->finalize (object);
}

static void
rub_rule_row_class_init (RubRuleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_rule_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = rub_rule_row_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-rule-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RubRuleRow, delay_row);
  gtk_widget_class_bind_template_child (widget_class, RubRuleRow, time_row);
  gtk_widget_class_bind_template_child (widget_class, RubRuleRow, delay_spin);
  gtk_widget_class_bind_template_child (widget_class, RubRuleRow, hour_spin);
  gtk_widget_class_bind_template_child (widget_class, RubRuleRow, minute_spin);
  gtk_widget_class_bind_template_callback (widget_class, on_value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_enabled_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_minute_output_cb);
}

static void
rub_rule_row_init (RubRuleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rub_rule_row_new (RubLibrary *library)
{
  RubRuleRow *self;

  g_return_val_if_fail (RUB_IS_LIBRARY (library), NULL);

  self = g_object_new (RUB_TYPE_RULE_ROW, NULL);
  self->library = g_object_ref (library);

  return GTK_WIDGET (self);
}

void
rub_rule_row_set_rule (RubRuleRow *self, RubRule *rule)
{
  const RubRuleFields *fields;
  g_autofree char *detail = NULL;
  gboolean has_delay;

  g_return_if_fail (RUB_IS_RULE_ROW (self));
  g_return_if_fail (RUB_IS_RULE (rule));

  g_set_object (&self->rule, rule);
  gtk_widget_set_sensitive (GTK_WIDGET (self), rub_library_can_write (self->library));
  if (self->settle_source != 0)
    return;

  fields = rub_rule_get_fields (rule);
  has_delay = fields->trigger == RUB_TRIGGER_RUN && fields->day == 0;
  detail = rub_rule_text_get_detail (rule);
  self->is_showing = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), rub_rule_text_get_title (rule));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), detail);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), fields->is_enabled);
  gtk_spin_button_set_value (self->delay_spin, fields->delay_min);
  gtk_spin_button_set_value (self->hour_spin, fields->wall_min / 60);
  gtk_spin_button_set_value (self->minute_spin, fields->wall_min % 60);
  gtk_widget_set_visible (GTK_WIDGET (self->delay_row), has_delay);
  gtk_widget_set_visible (GTK_WIDGET (self->time_row), !has_delay);
  self->is_showing = FALSE;
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sore-row.h"

#include <glib/gi18n-lib.h>

#include "rub-level-chip.h"

struct _RubSoreRow
{
  AdwActionRow parent_instance;

  /* Owned */
  RubRegion *region;

  /* Template */
  RubLevelChip *chip;
  GtkButton *remove_button;
};

G_DEFINE_FINAL_TYPE (RubSoreRow, rub_sore_row, ADW_TYPE_ACTION_ROW)

static void
rub_sore_row_dispose (GObject *object)
{
  RubSoreRow *self = RUB_SORE_ROW (object);

  g_clear_object (&self->region);

  G_OBJECT_CLASS (rub_sore_row_parent_class)->dispose (object);
}

static void
rub_sore_row_class_init (RubSoreRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_sore_row_dispose;

  g_type_ensure (RUB_TYPE_LEVEL_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-sore-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RubSoreRow, chip);
  gtk_widget_class_bind_template_child (widget_class, RubSoreRow, remove_button);
}

static void
rub_sore_row_init (RubSoreRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
describe (RubSoreRow *self, int soreness)
{
  const char *name = rub_region_get_name (self->region);
  /* Translators: a region of the body and its soreness: "Left outer calf, soreness 6 of 10". */
  g_autofree char *row = g_strdup_printf (_("%s, soreness %d of 10"), name, soreness);
  /* Translators: a region of the body. */
  g_autofree char *button = g_strdup_printf (_("Remove %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, button, -1);
}

GtkWidget *
rub_sore_row_new (RubSoreRegion *sore)
{
  RubSoreRow *self;
  RubRegion *region;
  RubSensation sensation;

  g_return_val_if_fail (RUB_IS_SORE_REGION (sore), NULL);

  region = rub_sore_region_get_region (sore);
  sensation = rub_sore_region_get_sensation (sore);
  self = g_object_new (RUB_TYPE_SORE_ROW, "title", rub_region_get_name (region), NULL);
  self->region = g_object_ref (region);
  adw_action_row_set_subtitle (
    ADW_ACTION_ROW (self),
    sensation != RUB_SENSATION_NONE ? rub_sensation_get_name (sensation) : "");
  rub_level_chip_set_soreness (self->chip, rub_sore_region_get_soreness (sore));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "s",
                                    rub_region_get_id (region));
  describe (self, rub_sore_region_get_soreness (sore));

  return GTK_WIDGET (self);
}

RubRegion *
rub_sore_row_get_region (RubSoreRow *self)
{
  g_return_val_if_fail (RUB_IS_SORE_ROW (self), NULL);

  return self->region;
}

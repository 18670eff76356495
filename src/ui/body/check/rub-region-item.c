/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-item.h"

G_DEFINE_INTERFACE (RubRegionItem, rub_region_item, GTK_TYPE_WIDGET)

static void
rub_region_item_default_init (RubRegionItemInterface *iface)
{
}

static void
mark (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubRegion *region = rub_region_item_get_region (RUB_REGION_ITEM (widget));
  RubCheckDraft *draft = rub_region_item_get_draft (RUB_REGION_ITEM (widget));

  if (draft == NULL)
    return;

  if (rub_check_draft_find (draft, region) == NULL)
    rub_check_draft_mark (draft, region);
  else
    rub_check_draft_set_soreness (draft, region, 0);
}

static void
adjust (GtkWidget *widget, int delta)
{
  RubRegionItem *self = RUB_REGION_ITEM (widget);
  RubCheckDraft *draft = rub_region_item_get_draft (self);

  if (draft != NULL)
    rub_check_draft_adjust (draft, rub_region_item_get_region (self), delta);
}

static void
more (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adjust (widget, 1);
}

static void
less (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adjust (widget, -1);
}

static void
clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adjust (widget, -RUB_SORENESS_MAX);
}

static void
set_soreness (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubRegionItem *self = RUB_REGION_ITEM (widget);
  RubCheckDraft *draft = rub_region_item_get_draft (self);
  int soreness = g_variant_get_int32 (parameter);

  if (draft != NULL && soreness >= 0 && soreness <= RUB_SORENESS_MAX)
    rub_check_draft_set_soreness (draft, rub_region_item_get_region (self), soreness);
}

static void
about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubRegion *region = rub_region_item_get_region (RUB_REGION_ITEM (widget));

  gtk_widget_activate_action (widget, "body.about", "s", rub_region_get_id (region));
}

static void
ask (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubRegionItem *self = RUB_REGION_ITEM (widget);

  if (rub_region_item_get_draft (self) != NULL)
    RUB_REGION_ITEM_GET_IFACE (self)->ask (self);
  else
    about (widget, action, parameter);
}

RubRegion *
rub_region_item_get_region (RubRegionItem *self)
{
  g_return_val_if_fail (RUB_IS_REGION_ITEM (self), NULL);

  return RUB_REGION_ITEM_GET_IFACE (self)->get_region (self);
}

RubCheckDraft *
rub_region_item_get_draft (RubRegionItem *self)
{
  g_return_val_if_fail (RUB_IS_REGION_ITEM (self), NULL);

  return RUB_REGION_ITEM_GET_IFACE (self)->get_draft (self);
}

void
rub_region_item_install_actions (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_install_action (widget_class, "region.mark", NULL, mark);
  gtk_widget_class_install_action (widget_class, "region.more", NULL, more);
  gtk_widget_class_install_action (widget_class, "region.less", NULL, less);
  gtk_widget_class_install_action (widget_class, "region.clear", NULL, clear);
  gtk_widget_class_install_action (widget_class, "region.ask", NULL, ask);
  gtk_widget_class_install_action (widget_class, "region.about", NULL, about);
  gtk_widget_class_install_action (widget_class, "region.set-soreness", "i", set_soreness);
}

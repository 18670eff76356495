/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-shelf-row.h"

#include <glib/gi18n.h>

#include "rub-name-popover.h"

struct _RubShelfRow
{
  AdwBin parent_instance;

  /* Owned */
  RubShelfItem *item;
  GtkWidget *name_popover;

  /* Template */
  GtkLabel *title;
  GtkLabel *snippet;
  GtkLabel *details;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (RubShelfRow, rub_shelf_row, ADW_TYPE_BIN)

static void
append_action (GMenu *menu, const char *label, const char *action, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", key);
  g_menu_append_item (menu, item);
}

/* Returns: (transfer full): what can be done to @saved. */
static GMenuModel *
make_menu (RubSavedArticle *saved)
{
  const RubSavedArticleFields *fields = rub_saved_article_get_fields (saved);
  g_autoptr (GMenu) from = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  GMenu *menu = g_menu_new ();

  if (fields->address != NULL)
    {
      append_action (from, _("_Refresh"), "shelf.refresh", fields->key);
      append_action (from, _("_Open in Browser"), "shelf.browse", fields->key);
      append_action (from, _("_Copy Address"), "shelf.copy-address", fields->key);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (from));
    }
  append_action (own, _("Re_name…"), "shelf.ask-name", fields->key);
  append_action (own, fields->is_archived ? _("Move to _Library") : _("_Archive"), "shelf.archive",
                 fields->key);
  append_action (own, _("_Delete"), "shelf.delete", fields->key);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));

  return G_MENU_MODEL (menu);
}

static void
set_line (GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_label (label, text != NULL ? text : "");
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_menu (RubShelfRow *self, const RubShelfItemFields *fields)
{
  g_autoptr (GMenuModel) menu = fields->saved != NULL ? make_menu (fields->saved) : NULL;
  g_autofree char *name = NULL;

  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), menu != NULL);
  /* Translators: the menu of an article; %s is its title. */
  name = g_strdup_printf (_("More for “%s”"), fields->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_secondary_click_cb (RubShelfRow *self)
{
  g_assert (RUB_IS_SHELF_ROW (self));

  rub_shelf_row_open_menu (self);
}

static void
on_long_press_cb (RubShelfRow *self)
{
  g_assert (RUB_IS_SHELF_ROW (self));

  rub_shelf_row_open_menu (self);
}

static void
on_name_chosen_cb (RubShelfRow *self, const char *name)
{
  g_assert (RUB_IS_SHELF_ROW (self));

  if (self->item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "shelf.rename", "(ss)",
                                rub_shelf_item_get_fields (self->item)->id, name);
}

static void
rub_shelf_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RubShelfRow *self = RUB_SHELF_ROW (widget);

  GTK_WIDGET_CLASS (rub_shelf_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->name_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->name_popover));
}

static void
rub_shelf_row_dispose (GObject *object)
{
  RubShelfRow *self = RUB_SHELF_ROW (object);

  g_clear_pointer (&self->name_popover, gtk_widget_unparent);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (rub_shelf_row_parent_class)->dispose (object);
}

static void
rub_shelf_row_class_init (RubShelfRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_shelf_row_dispose;
  widget_class->size_allocate = rub_shelf_row_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-shelf-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RubShelfRow, title);
  gtk_widget_class_bind_template_child (widget_class, RubShelfRow, snippet);
  gtk_widget_class_bind_template_child (widget_class, RubShelfRow, details);
  gtk_widget_class_bind_template_child (widget_class, RubShelfRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_click_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_long_press_cb);
}

static void
rub_shelf_row_init (RubShelfRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rub_shelf_row_new (void)
{
  return g_object_new (RUB_TYPE_SHELF_ROW, NULL);
}

void
rub_shelf_row_set_item (RubShelfRow *self, RubShelfItem *item)
{
  const RubShelfItemFields *fields;

  g_return_if_fail (RUB_IS_SHELF_ROW (self));
  g_return_if_fail (item == NULL || RUB_IS_SHELF_ITEM (item));

  g_set_object (&self->item, item);
  g_clear_pointer (&self->name_popover, gtk_widget_unparent);
  if (item == NULL)
    return;

  fields = rub_shelf_item_get_fields (item);
  gtk_label_set_label (self->title, fields->title);
  set_line (self->snippet, NULL);
  gtk_label_set_markup (self->snippet, fields->snippet != NULL ? fields->snippet : "");
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), fields->snippet != NULL);
  set_line (self->details, fields->details);
  set_class (GTK_WIDGET (self->title), "heading", fields->kind == RUB_SHELF_ROW_HEADER);
  set_class (GTK_WIDGET (self->title), "dim-label", fields->kind == RUB_SHELF_ROW_HINT);
  set_class (GTK_WIDGET (self), "shelf-header", fields->kind == RUB_SHELF_ROW_HEADER);
  show_menu (self, fields);
}

void
rub_shelf_row_open_menu (RubShelfRow *self)
{
  g_return_if_fail (RUB_IS_SHELF_ROW (self));

  if (gtk_menu_button_get_menu_model (self->menu_button) != NULL)
    gtk_menu_button_popup (self->menu_button);
}

void
rub_shelf_row_ask_name (RubShelfRow *self)
{
  g_return_if_fail (RUB_IS_SHELF_ROW (self));
  g_return_if_fail (self->item != NULL);

  if (self->name_popover == NULL)
    {
      self->name_popover = rub_name_popover_new ();
      gtk_widget_set_parent (self->name_popover, GTK_WIDGET (self));
      g_signal_connect_object (self->name_popover, "chosen", G_CALLBACK (on_name_chosen_cb), self,
                               G_CONNECT_SWAPPED);
    }
  rub_name_popover_ask (RUB_NAME_POPOVER (self->name_popover),
                        rub_shelf_item_get_fields (self->item)->title);
}

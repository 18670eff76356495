/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-tools.h"

struct _RubBodyTools
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *zoom;
  GtkMenuButton *more;
  GMenuModel *menu;
};

G_DEFINE_FINAL_TYPE (RubBodyTools, rub_body_tools, GTK_TYPE_WIDGET)

/* A menu is as many widgets as all the tools; most days nobody opens it. */
static void
create_menu (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, RUB_BODY_TOOLS (data)->menu);
}

static void
rub_body_tools_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (rub_body_tools_parent_class)->dispose (object);
}

static void
rub_body_tools_class_init (RubBodyToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_body_tools_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bodytools");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-body-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, RubBodyTools, zoom);
  gtk_widget_class_bind_template_child (widget_class, RubBodyTools, more);
  gtk_widget_class_bind_template_child (widget_class, RubBodyTools, menu);
}

static void
rub_body_tools_init (RubBodyTools *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->more, create_menu, self, NULL);
}

void
rub_body_tools_set_narrow (RubBodyTools *self, gboolean is_narrow)
{
  g_return_if_fail (RUB_IS_BODY_TOOLS (self));

  gtk_widget_set_visible (self->zoom, !is_narrow);
}

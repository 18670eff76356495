/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-tools.h"

#include <adwaita.h>

#include "rub-ui-resources.h"

static void
settle (void)
{
  for (int i = 0; i < 5; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (10000);
    }
}

/* The menu is made when it first pops up, and no more than once; before, it can be opened too. */
static void
test_menu (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *tools = g_object_new (RUB_TYPE_BODY_TOOLS, NULL);
  GtkMenuButton *more
    = GTK_MENU_BUTTON (gtk_widget_get_template_child (tools, RUB_TYPE_BODY_TOOLS, "more"));
  GtkPopover *popover = NULL;

  gtk_window_set_child (GTK_WINDOW (window), tools);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_null (gtk_menu_button_get_popover (more));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (more)));
  for (int i = 0; i < 2; i++)
    {
      gtk_menu_button_popup (more);
      settle ();
      g_assert_true (i == 0 || gtk_menu_button_get_popover (more) == popover);
      popover = gtk_menu_button_get_popover (more);
      g_assert_true (GTK_IS_POPOVER_MENU (popover));
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (popover)));
      gtk_menu_button_popdown (more);
      settle ();
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());
  g_test_add_func ("/body-tools/menu", test_menu);

  return g_test_run ();
}

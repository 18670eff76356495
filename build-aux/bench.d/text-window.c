/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "text-window.h"

#define SETTLE_MS 1500

typedef struct
{
  TextWindowCreate create;
  TextWindowSettled settled;
  gpointer data;
  GtkWidget *view;
} TextWindow;

static gboolean
on_settled_cb (gpointer data)
{
  TextWindow *self = data;

  self->settled (self->view, self->data);

  return G_SOURCE_REMOVE;
}

static void
on_activate_cb (GtkApplication *application, TextWindow *self)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = self->create ();
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1040, 720);
  gtk_window_present (GTK_WINDOW (window));
  if (self->settled != NULL)
    g_timeout_add (SETTLE_MS, on_settled_cb, self);
}

int
text_window_run (TextWindowCreate create, TextWindowSettled settled, gpointer data)
{
  g_autoptr (AdwApplication) application
    = adw_application_new (RUB_APP_ID, G_APPLICATION_NON_UNIQUE);
  TextWindow self = { create, settled, data, NULL };

  g_signal_connect (application, "activate", G_CALLBACK (on_activate_cb), &self);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

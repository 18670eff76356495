/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-drop.h"

/* What comes with addresses, even a link, is for who takes files. */
static gboolean
on_accept_cb (GtkDropTarget *target, GdkDrop *drop)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);

  return gdk_content_formats_match (formats, gtk_drop_target_get_formats (target))
         && !gdk_content_formats_contain_mime_type (formats, "text/uri-list")
         && !gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST);
}

static gboolean
on_drop_cb (RubArticleIntake *intake, const GValue *value)
{
  g_assert (RUB_IS_ARTICLE_INTAKE (intake));

  rub_article_intake_add_text (intake, g_value_get_string (value), NULL);

  return TRUE;
}

void
rub_article_drop_add (GtkWidget *widget, RubArticleIntake *intake)
{
  GtkDropTarget *target;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (RUB_IS_ARTICLE_INTAKE (intake));

  target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);
  g_signal_connect (target, "accept", G_CALLBACK (on_accept_cb), NULL);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), intake, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-compat.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
rub_compat_open_uri (GtkWidget *widget, const char *uri)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (uri != NULL);

#if GTK_CHECK_VERSION (4, 10, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, find_window (widget), NULL, NULL, NULL);
  G_GNUC_END_IGNORE_DEPRECATIONS
#else
  gtk_show_uri (find_window (widget), uri, GDK_CURRENT_TIME);
#endif
}

void
rub_compat_get_color (GtkWidget *widget, GdkRGBA *color)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (color != NULL);

#if GTK_CHECK_VERSION (4, 10, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_widget_get_color (widget, color);
  G_GNUC_END_IGNORE_DEPRECATIONS
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

gboolean
rub_compat_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (color != NULL, FALSE);

  /* Deprecated at 4.10 without a successor; the pinned version keeps it quiet. */
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, color))
    return TRUE;
  rub_compat_get_color (widget, color);

  return FALSE;
}

static void
on_chooser_response_cb (GtkWindow *parent, int response, GtkNativeDialog *chooser)
{
  RubCompatFilesFunc callback;
  g_autoptr (GListModel) files = NULL;

  g_assert (GTK_IS_WINDOW (parent));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      callback = (RubCompatFilesFunc) g_object_get_data (G_OBJECT (chooser), "rub-callback");
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      callback (parent, files);
    }
  g_object_set_data (G_OBJECT (parent), "rub-chooser", NULL);
}

/* Deprecated at 4.10; the pinned version keeps it quiet. */
void
rub_compat_choose_files (GtkWindow *parent,
                         const char *title,
                         GtkFileFilter *filter,
                         RubCompatFilesFunc callback)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (GTK_IS_FILE_FILTER (filter));
  g_return_if_fail (callback != NULL);

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data (G_OBJECT (chooser), "rub-callback", (gpointer) callback);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chooser_response_cb), parent,
                           G_CONNECT_SWAPPED);
  /* Nothing else holds a native dialog while it is open. */
  g_object_set_data_full (G_OBJECT (parent), "rub-chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_file_response_cb (GtkWindow *parent, int response, GtkNativeDialog *chooser)
{
  RubCompatFileFunc callback;
  g_autoptr (GFile) file = NULL;

  g_assert (GTK_IS_WINDOW (parent));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      callback = (RubCompatFileFunc) g_object_get_data (G_OBJECT (chooser), "rub-callback");
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      if (file != NULL)
        callback (file, g_object_get_data (G_OBJECT (chooser), "rub-data"));
    }
  g_object_set_data (G_OBJECT (parent), "rub-chooser", NULL);
}

/* A name follows the kind that is chosen, where the dialog lets us know. */
static void
on_saver_filter_changed_cb (GtkFileChooser *chooser, GParamSpec *pspec, gpointer data)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const char *ending = filter != NULL ? g_object_get_data (G_OBJECT (filter), "rub-ending") : NULL;
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);
  g_autofree char *changed = NULL;
  char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (ending == NULL || dot == NULL)
    return;

  *dot = '\0';
  changed = g_strconcat (name, ending, NULL);
  gtk_file_chooser_set_current_name (chooser, changed);
}

/* Takes @chooser. Calls @callback with the one file that is chosen. */
static void
show_chooser (GtkFileChooserNative *chooser, GtkWindow *parent, RubCompatFileFunc callback,
              gpointer data, GDestroyNotify free_data)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data (G_OBJECT (chooser), "rub-callback", (gpointer) callback);
  g_object_set_data_full (G_OBJECT (chooser), "rub-data", data, free_data);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_response_cb), parent,
                           G_CONNECT_SWAPPED);
  /* Nothing else holds a native dialog while it is open. */
  g_object_set_data_full (G_OBJECT (parent), "rub-chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Deprecated at 4.10; the pinned version keeps it quiet. */
void
rub_compat_choose_file (GtkWindow *parent, const char *title, GtkFileFilter *filter,
                        RubCompatFileFunc callback, gpointer data, GDestroyNotify free_data)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (GTK_IS_FILE_FILTER (filter));
  g_return_if_fail (callback != NULL);

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  show_chooser (chooser, parent, callback, data, free_data);
}

/* Deprecated at 4.10; the pinned version keeps it quiet. */
void
rub_compat_choose_new_file (GtkWindow *parent,
                            const char *title,
                            const char *name,
                            GListModel *filters,
                            RubCompatFileFunc callback,
                            gpointer data,
                            GDestroyNotify free_data)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (G_IS_LIST_MODEL (filters));
  g_return_if_fail (callback != NULL);

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
    }
  g_signal_connect (chooser, "notify::filter", G_CALLBACK (on_saver_filter_changed_cb), NULL);
  show_chooser (chooser, parent, callback, data, free_data);
}

/* Deprecated at libadwaita 1.6; the pinned version keeps it quiet. */
void
rub_compat_tell (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (heading != NULL);
  g_return_if_fail (body != NULL);

  dialog = adw_message_dialog_new (parent, heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
rub_compat_set_mnemonic_label (GtkButton *button, const char *label)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_BUTTON (button));
  g_return_if_fail (label != NULL);

  parts = g_strsplit (label, "_", 2);
  name = g_strjoinv ("", parts);
  gtk_button_set_label (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

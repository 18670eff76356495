/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-add-popover.h"

#include <glib/gi18n.h>

#include "rub-compat.h"

#define PULSE_MS 120

struct _RubAddPopover
{
  GtkPopover parent_instance;

  guint pulse_source;

  /* Owned */
  RubArticleIntake *intake;
  GCancellable *pasting;

  /* Template */
  GtkEditable *entry;
  GtkWidget *add_button;
  GtkWidget *progress_row;
  GtkProgressBar *progress;
  GtkWidget *fault_row;
  GtkLabel *fault;
};

G_DEFINE_FINAL_TYPE (RubAddPopover, rub_add_popover, GTK_TYPE_POPOVER)

static void
show_fault (RubAddPopover *self, const char *words)
{
  gtk_label_set_label (self->fault, words != NULL ? words : "");
  gtk_widget_set_visible (self->fault_row, words != NULL);
}

static void
update_button (RubAddPopover *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  gtk_widget_set_sensitive (self->add_button, typed[0] != '\0'
                                                && !rub_article_intake_get_busy (self->intake));
}

static gboolean
on_pulse_cb (gpointer data)
{
  RubAddPopover *self = RUB_ADD_POPOVER (data);

  gtk_progress_bar_pulse (self->progress);

  return G_SOURCE_CONTINUE;
}

static void
on_intake_changed_cb (RubAddPopover *self)
{
  gboolean is_busy = rub_article_intake_get_busy (self->intake);
  double fraction;

  g_assert (RUB_IS_ADD_POPOVER (self));

  g_object_get (self->intake, "fraction", &fraction, NULL);
  gtk_widget_set_visible (self->progress_row, is_busy);
  update_button (self);
  if (is_busy)
    show_fault (self, NULL);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);

  if (!is_busy || fraction >= 0)
    g_clear_handle_id (&self->pulse_source, g_source_remove);
  else if (self->pulse_source == 0)
    self->pulse_source = g_timeout_add (PULSE_MS, on_pulse_cb, self);
}

static void
on_added_cb (RubAddPopover *self)
{
  g_assert (RUB_IS_ADD_POPOVER (self));

  gtk_editable_set_text (self->entry, "");
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* It may have been asked for from elsewhere: here is where it is told. */
static void
on_failed_cb (RubAddPopover *self, const GError *error)
{
  g_assert (RUB_IS_ADD_POPOVER (self));

  show_fault (self, error->message);
  if (gtk_widget_get_mapped (gtk_widget_get_parent (GTK_WIDGET (self))))
    gtk_popover_popup (GTK_POPOVER (self));
}

static void
on_shown_cb (RubAddPopover *self)
{
  g_assert (RUB_IS_ADD_POPOVER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_typed_cb (RubAddPopover *self)
{
  g_assert (RUB_IS_ADD_POPOVER (self));

  show_fault (self, NULL);
  if (self->intake != NULL)
    update_button (self);
}

static void
on_add_cb (RubAddPopover *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  g_assert (RUB_IS_ADD_POPOVER (self));

  if (typed[0] != '\0')
    rub_article_intake_add_address (self->intake, typed);
}

static void
on_cancel_cb (RubAddPopover *self)
{
  g_assert (RUB_IS_ADD_POPOVER (self));

  rub_article_intake_cancel (self->intake);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_file_chosen_cb (GFile *file, gpointer data)
{
  rub_article_intake_add_file (RUB_ARTICLE_INTAKE (data), file);
}

static void
on_text_pasted_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (RubAddPopover) self = RUB_ADD_POPOVER (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (text == NULL)
    show_fault (self, _("There is no text in the clipboard."));
  else
    rub_article_intake_add_text (self->intake, text, NULL);
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubAddPopover *self = RUB_ADD_POPOVER (widget);

  if (g_str_equal (action, "add.file"))
    rub_add_popover_choose_file (self);
  else
    rub_add_popover_paste (self);
}

static void
rub_add_popover_dispose (GObject *object)
{
  RubAddPopover *self = RUB_ADD_POPOVER (object);

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_cancellable_cancel (self->pasting);
  if (self->intake != NULL)
    rub_article_intake_cancel (self->intake);
  g_clear_object (&self->intake);

  G_OBJECT_CLASS (rub_add_popover_parent_class)->dispose (object);
}

static void
rub_add_popover_finalize (GObject *object)
{
  g_clear_object (&RUB_ADD_POPOVER (object)->pasting);

  G_OBJECT_CLASS (rub_add_popover_parent_class)->finalize (object);
}

static void
rub_add_popover_class_init (RubAddPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_add_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = rub_add_popover_finalize;

  gtk_widget_class_install_action (widget_class, "add.file", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "add.paste", NULL, add_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-add-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RubAddPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, RubAddPopover, add_button);
  gtk_widget_class_bind_template_child (widget_class, RubAddPopover, progress_row);
  gtk_widget_class_bind_template_child (widget_class, RubAddPopover, progress);
  gtk_widget_class_bind_template_child (widget_class, RubAddPopover, fault_row);
  gtk_widget_class_bind_template_child (widget_class, RubAddPopover, fault);
  gtk_widget_class_bind_template_callback (widget_class, on_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
}

static void
rub_add_popover_init (RubAddPopover *self)
{
  self->pasting = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_add_popover_set_intake (RubAddPopover *self, RubArticleIntake *intake)
{
  g_return_if_fail (RUB_IS_ADD_POPOVER (self));
  g_return_if_fail (RUB_IS_ARTICLE_INTAKE (intake));
  g_return_if_fail (self->intake == NULL);

  self->intake = g_object_ref (intake);
  g_signal_connect_object (intake, "notify", G_CALLBACK (on_intake_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (intake, "added", G_CALLBACK (on_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (intake, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_SWAPPED);
}

void
rub_add_popover_choose_file (RubAddPopover *self)
{
  static const char *const suffixes[] = { "html", "htm", "xhtml", "md", "markdown", "txt" };
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkRoot *root;

  g_return_if_fail (RUB_IS_ADD_POPOVER (self));

  root = gtk_widget_get_root (gtk_widget_get_parent (GTK_WIDGET (self)));
  if (!GTK_IS_WINDOW (root) || self->intake == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_file_filter_set_name (filter, _("Articles (HTML, Markdown, Text)"));
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  rub_compat_choose_file (GTK_WINDOW (root), _("Open Article"), filter, on_file_chosen_cb,
                          g_object_ref (self->intake), g_object_unref);
}

void
rub_add_popover_paste (RubAddPopover *self)
{
  g_return_if_fail (RUB_IS_ADD_POPOVER (self));

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->pasting,
                                 on_text_pasted_cb, g_object_ref (self));
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-name-popover.h"

struct _RubNamePopover
{
  GtkPopover parent_instance;

  /* Template */
  GtkEditable *entry;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubNamePopover, rub_name_popover, GTK_TYPE_POPOVER)

static void
on_chosen_cb (RubNamePopover *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  g_assert (RUB_IS_NAME_POPOVER (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, name);
}

static void
rub_name_popover_class_init (RubNamePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", RUB_TYPE_NAME_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-name-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RubNamePopover, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
}

static void
rub_name_popover_init (RubNamePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rub_name_popover_new (void)
{
  return g_object_new (RUB_TYPE_NAME_POPOVER, NULL);
}

void
rub_name_popover_ask (RubNamePopover *self, const char *name)
{
  g_return_if_fail (RUB_IS_NAME_POPOVER (self));
  g_return_if_fail (name != NULL);

  gtk_editable_set_text (self->entry, name);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

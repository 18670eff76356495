/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-contents-row.h"

#include <glib/gi18n.h>

struct _RubContentsRow
{
  GtkListBoxRow parent_instance;

  int block;

  /* Template */
  GtkLabel *title;
  GtkLabel *verdict;
};

G_DEFINE_FINAL_TYPE (RubContentsRow, rub_contents_row, GTK_TYPE_LIST_BOX_ROW)

static void
rub_contents_row_class_init (RubContentsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-contents-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RubContentsRow, title);
  gtk_widget_class_bind_template_child (widget_class, RubContentsRow, verdict);
}

static void
rub_contents_row_init (RubContentsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

RubContentsRow *
rub_contents_row_new (int block, const char *title, const char *verdict)
{
  RubContentsRow *self = g_object_new (RUB_TYPE_CONTENTS_ROW, NULL);
  g_autofree char *name = NULL;

  g_return_val_if_fail (title != NULL, self);

  self->block = block;
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), verdict != NULL);
  if (verdict != NULL)
    gtk_label_set_label (self->verdict, verdict);

  /* Translators: a section and how far the evidence bears it out, such as "Soreness: Partly". */
  name = verdict != NULL ? g_strdup_printf (C_ ("contents", "%s: %s"), title, verdict)
                         : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return self;
}

int
rub_contents_row_get_block (RubContentsRow *self)
{
  g_return_val_if_fail (RUB_IS_CONTENTS_ROW (self), 0);

  return self->block;
}

const char *
rub_contents_row_get_title (RubContentsRow *self)
{
  g_return_val_if_fail (RUB_IS_CONTENTS_ROW (self), NULL);

  return gtk_label_get_label (self->title);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-caption.h"

#include <glib/gi18n-lib.h>

#include "rub-region-words.h"

struct _RubMapCaption
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (RubMapCaption, rub_map_caption, GTK_TYPE_WIDGET)

static void
rub_map_caption_dispose (GObject *object)
{
  RubMapCaption *self = RUB_MAP_CAPTION (object);

  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;

  G_OBJECT_CLASS (rub_map_caption_parent_class)->dispose (object);
}

static void
rub_map_caption_class_init (RubMapCaptionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_map_caption_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mapcaption");
}

static void
rub_map_caption_init (RubMapCaption *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  rub_map_caption_set_region (self, NULL, 0);
}

GtkWidget *
rub_map_caption_new (void)
{
  return g_object_new (RUB_TYPE_MAP_CAPTION, NULL);
}

void
rub_map_caption_set_region (RubMapCaption *self, RubRegion *region, int soreness)
{
  g_autofree char *words = NULL;

  g_return_if_fail (RUB_IS_MAP_CAPTION (self));
  g_return_if_fail (region == NULL || RUB_IS_REGION (region));

  words = region != NULL ? rub_region_words_for_line (region, soreness)
                         : g_strdup (_("Point at a region to see its name"));
  gtk_label_set_label (self->label, words);
  if (region != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
}

const char *
rub_map_caption_get_text (RubMapCaption *self)
{
  g_return_val_if_fail (RUB_IS_MAP_CAPTION (self), NULL);

  return gtk_label_get_label (self->label);
}

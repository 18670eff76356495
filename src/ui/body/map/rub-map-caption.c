/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-caption.h"

#include <glib/gi18n-lib.h>

#include "rub-compat.h"
#include "rub-region-words.h"

struct _RubMapCaption
{
  GtkWidget parent_instance;

  gboolean is_named;

  /* Owned */
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (RubMapCaption, rub_map_caption, GTK_TYPE_WIDGET)

/* One line of whatever letters, so that nothing jumps. */
static int
get_line_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics
    = pango_context_get_metrics (context, pango_context_get_font_description (context), NULL);
  int height
    = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics)
                         + pango_font_metrics_get_descent (metrics));

  pango_font_metrics_unref (metrics);

  return height;
}

static void
rub_map_caption_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = get_line_height (widget);
}

static void
rub_map_caption_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubMapCaption *self = RUB_MAP_CAPTION (widget);
  int width = gtk_widget_get_width (widget), text_width, text_height;
  GdkRGBA color;

  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &text_width, &text_height);
  rub_compat_get_color (widget, &color);
  if (!self->is_named)
    color.alpha *= 0.55f;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (0, (float) (gtk_widget_get_height (widget) - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
rub_map_caption_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rub_map_caption_parent_class)->css_changed (widget, change);

  /* Another font, or another size of it. */
  pango_layout_context_changed (RUB_MAP_CAPTION (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
rub_map_caption_finalize (GObject *object)
{
  g_clear_object (&RUB_MAP_CAPTION (object)->layout);

  G_OBJECT_CLASS (rub_map_caption_parent_class)->finalize (object);
}

static void
rub_map_caption_class_init (RubMapCaptionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rub_map_caption_finalize;

  widget_class->css_changed = rub_map_caption_css_changed;
  widget_class->measure = rub_map_caption_measure;
  widget_class->snapshot = rub_map_caption_snapshot;

  gtk_widget_class_set_css_name (widget_class, "mapcaption");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
rub_map_caption_init (RubMapCaption *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
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
  self->is_named = region != NULL;
  /* Never another size: a label would have the whole window laid out anew. */
  pango_layout_set_text (self->layout, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
rub_map_caption_get_text (RubMapCaption *self)
{
  g_return_val_if_fail (RUB_IS_MAP_CAPTION (self), NULL);

  return pango_layout_get_text (self->layout);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-level-chip.h"

#include <adwaita.h>

#include "rub-body-theme.h"

#define RADIUS 6.0f

struct _RubLevelChip
{
  GtkWidget parent_instance;

  int soreness;

  /* Owned */
  PangoLayout *number;
};

enum
{
  PROP_0,
  PROP_SORENESS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubLevelChip, rub_level_chip, GTK_TYPE_WIDGET)

static PangoLayout *
get_number (RubLevelChip *self)
{
  if (self->number == NULL)
    {
      g_autofree char *text = g_strdup_printf ("%d", self->soreness);

      self->number = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
    }

  return self->number;
}

static void
rub_level_chip_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int width, height;

  pango_layout_get_pixel_size (get_number (RUB_LEVEL_CHIP (widget)), &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width + 4 : height + 2;
}

static void
rub_level_chip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubLevelChip *self = RUB_LEVEL_CHIP (widget);
  const GdkRGBA *color = &rub_body_theme_get_current ()->levels[self->soreness];
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, width, height);
  PangoRectangle logical;
  GskRoundedRect field;

  gsk_rounded_rect_init_from_rect (&field, &box, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &field);
  gtk_snapshot_append_color (snapshot, color, &box);
  gtk_snapshot_pop (snapshot);

  pango_layout_get_pixel_extents (get_number (self), NULL, &logical);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((width - (float) logical.width) / 2,
                                                (height - (float) logical.height) / 2));
  gtk_snapshot_append_layout (snapshot, get_number (self), rub_body_theme_get_text (color));
}

static void
rub_level_chip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  g_clear_object (&RUB_LEVEL_CHIP (widget)->number);

  GTK_WIDGET_CLASS (rub_level_chip_parent_class)->css_changed (widget, change);
}

static void
rub_level_chip_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  g_clear_object (&RUB_LEVEL_CHIP (widget)->number);

  GTK_WIDGET_CLASS (rub_level_chip_parent_class)->system_setting_changed (widget, setting);
}

static void
rub_level_chip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SORENESS:
      g_value_set_int (value, RUB_LEVEL_CHIP (object)->soreness);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_level_chip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SORENESS:
      rub_level_chip_set_soreness (RUB_LEVEL_CHIP (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_level_chip_dispose (GObject *object)
{
  g_clear_object (&RUB_LEVEL_CHIP (object)->number);

  G_OBJECT_CLASS (rub_level_chip_parent_class)->dispose (object);
}

static void
rub_level_chip_class_init (RubLevelChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rub_level_chip_get_property;
  object_class->set_property = rub_level_chip_set_property;
  object_class->dispose = rub_level_chip_dispose;

  widget_class->css_changed = rub_level_chip_css_changed;
  widget_class->measure = rub_level_chip_measure;
  widget_class->snapshot = rub_level_chip_snapshot;
  widget_class->system_setting_changed = rub_level_chip_system_setting_changed;

  properties[PROP_SORENESS]
    = g_param_spec_int ("soreness", NULL, NULL, 0, RUB_SORENESS_MAX, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "levelchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rub_level_chip_init (RubLevelChip *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
rub_level_chip_new (int soreness)
{
  return g_object_new (RUB_TYPE_LEVEL_CHIP, "soreness", soreness, NULL);
}

void
rub_level_chip_set_soreness (RubLevelChip *self, int soreness)
{
  g_return_if_fail (RUB_IS_LEVEL_CHIP (self));
  g_return_if_fail (soreness >= 0 && soreness <= RUB_SORENESS_MAX);

  if (self->soreness == soreness)
    return;

  self->soreness = soreness;
  g_clear_object (&self->number);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORENESS]);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-widget.h"

#include <glib/gi18n-lib.h>

#include "rub-body-paint.h"

/* Fibres are noise in a figure that is lower than about 500 pixels. */
#define FIBRES_MIN_SCALE 0.48

struct _RubRegionWidget
{
  GtkWidget parent_instance;

  RubBodyView view;
  RubPoint origin;
  double scale;
  int soreness;
  RubSensation sensation;
  gboolean is_selected;

  /* Owned */
  RubBody *body;
  RubRegion *region;
};

G_DEFINE_FINAL_TYPE (RubRegionWidget, rub_region_widget, GTK_TYPE_WIDGET)

static void
update_description (RubRegionWidget *self)
{
  g_autofree char *words = NULL;
  const char *hint = rub_region_get_hint (self->region);

  if (self->soreness == 0)
    words = g_strdup (hint != NULL ? hint : "");
  else if (self->sensation == RUB_SENSATION_NONE)
    words = g_strdup_printf (_("Soreness %d of 10"), self->soreness);
  else
    /* Translators: the second is how it feels, such as "Dull ache". */
    words = g_strdup_printf (_("Soreness %d of 10, %s"), self->soreness,
                             rub_sensation_get_name (self->sensation));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

static void
update_checked (RubRegionWidget *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               self->soreness > 0 ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                  : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
open_region (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubRegionWidget *self = RUB_REGION_WIDGET (widget);

  gtk_widget_activate_action (widget, "map.open", "(si)", rub_region_get_id (self->region),
                              (int) self->view);
}

static void
set_soreness (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubRegionWidget *self = RUB_REGION_WIDGET (widget);

  gtk_widget_activate_action (widget, "map.set-soreness", "(si)",
                              rub_region_get_id (self->region), g_variant_get_int32 (parameter));
}

static void
adjust_soreness (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubRegionWidget *self = RUB_REGION_WIDGET (widget);
  int soreness = CLAMP (self->soreness + g_variant_get_int32 (parameter), 0, RUB_SORENESS_MAX);

  gtk_widget_activate_action (widget, "map.set-soreness", "(si)",
                              rub_region_get_id (self->region), soreness);
}

static gboolean
rub_region_widget_contains (GtkWidget *widget, double x, double y)
{
  RubRegionWidget *self = RUB_REGION_WIDGET (widget);

  if (x < 0 || y < 0 || x > gtk_widget_get_width (widget) || y > gtk_widget_get_height (widget))
    return FALSE;

  return rub_body_pick (self->body, self->view, self->origin.x + x / self->scale,
                        self->origin.y + y / self->scale, RUB_REGION_WIDGET_SLACK / self->scale)
         == self->region;
}

static void
rub_region_widget_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubRegionWidget *self = RUB_REGION_WIDGET (widget);
  GtkStateFlags flags = gtk_widget_get_state_flags (widget);
  RubRegionLook look = {
    .soreness = self->soreness,
    .is_pointed_at = (flags & GTK_STATE_FLAG_PRELIGHT) != 0,
    .is_selected = self->is_selected,
    .is_focused = gtk_widget_has_visible_focus (widget),
    .has_fibres = self->scale >= FIBRES_MIN_SCALE,
  };
  graphene_rect_t bounds
    = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                          (float) gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, -self->origin.x, -self->origin.y);
  rub_body_paint_region (cr, rub_body_get_shape (self->body, self->view, self->region),
                         rub_region_get_kind (self->region), &look,
                         rub_body_theme_get_current ());
  cairo_destroy (cr);
}

static void
rub_region_widget_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GtkStateFlags changed = previous ^ gtk_widget_get_state_flags (widget);

  if (changed & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE))
    gtk_widget_queue_draw (widget);
}

static void
rub_region_widget_dispose (GObject *object)
{
  RubRegionWidget *self = RUB_REGION_WIDGET (object);

  g_clear_object (&self->body);
  g_clear_object (&self->region);

  G_OBJECT_CLASS (rub_region_widget_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint open_keys[]
    = { GDK_KEY_space, GDK_KEY_KP_Space, GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter };
  static const guint clear_keys[] = { GDK_KEY_BackSpace, GDK_KEY_Delete, GDK_KEY_KP_Delete };
  static const guint more_keys[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint less_keys[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };

  for (gsize i = 0; i < G_N_ELEMENTS (open_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, open_keys[i], 0, "region.open", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (clear_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, clear_keys[i], 0, "region.set-soreness",
                                         "i", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (more_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, more_keys[i], 0, "region.adjust-soreness",
                                         "i", 1);
  for (gsize i = 0; i < G_N_ELEMENTS (less_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, less_keys[i], 0, "region.adjust-soreness",
                                         "i", -1);
  for (int i = 0; i <= 9; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + (guint) i, 0,
                                           "region.set-soreness", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + (guint) i, 0,
                                           "region.set-soreness", "i", i);
    }
}

static void
rub_region_widget_class_init (RubRegionWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rub_region_widget_dispose;

  widget_class->contains = rub_region_widget_contains;
  widget_class->snapshot = rub_region_widget_snapshot;
  widget_class->state_flags_changed = rub_region_widget_state_flags_changed;

  gtk_widget_class_set_css_name (widget_class, "region");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_widget_class_install_action (widget_class, "region.open", NULL, open_region);
  gtk_widget_class_install_action (widget_class, "region.set-soreness", "i", set_soreness);
  gtk_widget_class_install_action (widget_class, "region.adjust-soreness", "i", adjust_soreness);
  add_keys (widget_class);
}

static void
rub_region_widget_init (RubRegionWidget *self)
{
  self->scale = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
rub_region_widget_new (RubBody *body, RubRegion *region, RubBodyView view)
{
  RubRegionWidget *self;

  g_return_val_if_fail (RUB_IS_BODY (body), NULL);
  g_return_val_if_fail (RUB_IS_REGION (region), NULL);
  g_return_val_if_fail (rub_body_get_shape (body, view, region) != NULL, NULL);

  self = g_object_new (RUB_TYPE_REGION_WIDGET, NULL);
  self->body = g_object_ref (body);
  self->region = g_object_ref (region);
  self->view = view;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rub_region_get_name (region), -1);
  update_description (self);
  update_checked (self);

  return GTK_WIDGET (self);
}

RubRegion *
rub_region_widget_get_region (RubRegionWidget *self)
{
  g_return_val_if_fail (RUB_IS_REGION_WIDGET (self), NULL);

  return self->region;
}

RubBox
rub_region_widget_get_box (RubRegionWidget *self)
{
  const RubRegionShape *shape;
  RubBox box, hit;
  double right, bottom;

  g_return_val_if_fail (RUB_IS_REGION_WIDGET (self), ((RubBox){ 0 }));

  shape = rub_body_get_shape (self->body, self->view, self->region);
  box = *rub_outline_get_bounds (shape->outline);
  if (shape->hit == NULL)
    return box;

  hit = *rub_outline_get_bounds (shape->hit);
  right = MAX (box.x + box.width, hit.x + hit.width);
  bottom = MAX (box.y + box.height, hit.y + hit.height);
  box.x = MIN (box.x, hit.x);
  box.y = MIN (box.y, hit.y);
  box.width = right - box.x;
  box.height = bottom - box.y;

  return box;
}

void
rub_region_widget_set_placement (RubRegionWidget *self, RubPoint origin, double scale)
{
  g_return_if_fail (RUB_IS_REGION_WIDGET (self));
  g_return_if_fail (scale > 0);

  if (self->origin.x == origin.x && self->origin.y == origin.y && self->scale == scale)
    return;

  self->origin = origin;
  self->scale = scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
rub_region_widget_get_soreness (RubRegionWidget *self)
{
  g_return_val_if_fail (RUB_IS_REGION_WIDGET (self), 0);

  return self->soreness;
}

void
rub_region_widget_set_soreness (RubRegionWidget *self, int soreness, RubSensation sensation)
{
  g_return_if_fail (RUB_IS_REGION_WIDGET (self));
  g_return_if_fail (soreness >= 0 && soreness <= RUB_SORENESS_MAX);

  if (self->soreness == soreness && self->sensation == sensation)
    return;

  self->soreness = soreness;
  self->sensation = sensation;
  update_description (self);
  update_checked (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rub_region_widget_set_selected (RubRegionWidget *self, gboolean is_selected)
{
  g_return_if_fail (RUB_IS_REGION_WIDGET (self));

  if (self->is_selected == is_selected)
    return;

  self->is_selected = is_selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

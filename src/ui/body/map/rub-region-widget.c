/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-widget.h"

#include "rub-body-paint.h"
#include "rub-level-keys.h"
#include "rub-region-item.h"
#include "rub-region-words.h"

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
  gboolean has_pattern;

  /* Owned */
  RubBody *body;
  RubRegion *region;
  RubCheckDraft *draft;
};

static void rub_region_widget_region_item_init (RubRegionItemInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RubRegionWidget,
                               rub_region_widget,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RUB_TYPE_REGION_ITEM,
                                                      rub_region_widget_region_item_init))

static void
update_description (RubRegionWidget *self)
{
  g_autoptr (RubSoreRegion) shown = NULL;
  g_autofree char *words = NULL;
  RubSoreRegion *sore = NULL;

  if (self->draft != NULL)
    sore = rub_check_draft_find (self->draft, self->region);
  else if (self->soreness > 0)
    sore = shown = rub_sore_region_new (self->region, self->soreness, self->sensation, NULL);

  words = rub_region_words_describe (
    self->region, sore, self->draft != NULL ? rub_check_draft_get_last (self->draft) : NULL);
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

static RubRegion *
rub_region_widget_region_item_get_region (RubRegionItem *item)
{
  return RUB_REGION_WIDGET (item)->region;
}

static RubCheckDraft *
rub_region_widget_region_item_get_draft (RubRegionItem *item)
{
  return RUB_REGION_WIDGET (item)->draft;
}

static void
rub_region_widget_region_item_ask (RubRegionItem *item)
{
  RubRegionWidget *self = RUB_REGION_WIDGET (item);

  gtk_widget_activate_action (GTK_WIDGET (self), "map.open", "(si)",
                              rub_region_get_id (self->region), (int) self->view);
}

static void
rub_region_widget_region_item_init (RubRegionItemInterface *iface)
{
  iface->get_region = rub_region_widget_region_item_get_region;
  iface->get_draft = rub_region_widget_region_item_get_draft;
  iface->ask = rub_region_widget_region_item_ask;
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
  RubRegionLook look = rub_region_widget_get_look (self);
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
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (rub_region_widget_parent_class)->dispose (object);
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
  rub_region_item_install_actions (widget_class);
  rub_level_keys_bind (widget_class);
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

void
rub_region_widget_set_draft (RubRegionWidget *self, RubCheckDraft *draft)
{
  g_return_if_fail (RUB_IS_REGION_WIDGET (self));
  g_return_if_fail (draft == NULL || RUB_IS_CHECK_DRAFT (draft));

  g_set_object (&self->draft, draft);
  update_description (self);
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
  gboolean is_other;

  g_return_if_fail (RUB_IS_REGION_WIDGET (self));
  g_return_if_fail (soreness >= 0 && soreness <= RUB_SORENESS_MAX);

  is_other = self->soreness != soreness || self->sensation != sensation;
  self->soreness = soreness;
  self->sensation = sensation;
  /* The note, which is only told, may be another one. */
  update_description (self);
  if (!is_other)
    return;

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

void
rub_region_widget_set_has_pattern (RubRegionWidget *self, gboolean has_pattern)
{
  g_return_if_fail (RUB_IS_REGION_WIDGET (self));

  if (self->has_pattern == has_pattern)
    return;

  self->has_pattern = has_pattern;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

RubRegionLook
rub_region_widget_get_look (RubRegionWidget *self)
{
  GtkStateFlags flags;

  g_return_val_if_fail (RUB_IS_REGION_WIDGET (self), ((RubRegionLook){ 0 }));

  flags = gtk_widget_get_state_flags (GTK_WIDGET (self));

  return (RubRegionLook){
    .soreness = self->soreness,
    .care = rub_region_get_care (self->region),
    .is_pointed_at = (flags & GTK_STATE_FLAG_PRELIGHT) != 0,
    .is_selected = self->is_selected,
    .is_focused = gtk_widget_has_visible_focus (GTK_WIDGET (self)),
    .has_fibres = self->scale >= FIBRES_MIN_SCALE,
    .has_pattern = self->has_pattern,
  };
}

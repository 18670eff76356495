/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-widget.h"

#include "rub-body-paint.h"
#include "rub-map-view.h"
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
  gboolean is_mirrored;
  RubRegionLook look; /* as far as it tells what is said of the region */
  gboolean is_selected;
  gboolean is_lit;
  gboolean has_pattern;

  /* Owned */
  RubBody *body;
  RubRegion *region;
  RubBodyAttention *attention;
  RubCheckDraft *draft;
  RubBodyMarks *marks;
};

static void rub_region_widget_region_item_init (RubRegionItemInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RubRegionWidget,
                               rub_region_widget,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RUB_TYPE_REGION_ITEM,
                                                      rub_region_widget_region_item_init))

/* A region at rest is part of the view's picture and has none of its own, so that GTK takes it for
 * one that is about to be drawn already, and does not tell the view. */
static void
queue_draw (RubRegionWidget *self)
{
  GtkWidget *view = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (view != NULL)
    gtk_widget_queue_draw (view);
}

static void
update_description (RubRegionWidget *self)
{
  g_autofree char *words = NULL;

  if (self->marks != NULL)
    words = rub_region_words_describe_mark (self->region, self->marks);
  else
    words = rub_region_words_describe (
      self->region, self->draft != NULL ? rub_check_draft_find (self->draft, self->region) : NULL,
      self->draft != NULL ? rub_check_draft_get_last (self->draft) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

static void
update_checked (RubRegionWidget *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               self->look.soreness > 0 ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                       : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

/* What the marks say of the region, or else the draft. */
static RubRegionLook
find_look (RubRegionWidget *self)
{
  RubRegionLook look = rub_region_look_for_marks (self->marks, self->region);

  if (self->marks == NULL && self->draft != NULL)
    look.soreness = rub_check_draft_get_soreness (self->draft, self->region);

  return look;
}

static RubRegion *
rub_region_widget_region_item_get_region (RubRegionItem *item)
{
  return RUB_REGION_WIDGET (item)->region;
}

static RubCheckDraft *
rub_region_widget_region_item_get_draft (RubRegionItem *item)
{
  RubRegionWidget *self = RUB_REGION_WIDGET (item);

  return self->marks == NULL ? self->draft : NULL;
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
  RubPoint place;

  if (x < 0 || y < 0 || x > gtk_widget_get_width (widget) || y > gtk_widget_get_height (widget))
    return FALSE;

  place.x = self->origin.x + (self->is_mirrored ? -x : x) / self->scale;
  place.y = self->origin.y + y / self->scale;

  return rub_map_view_pick (RUB_MAP_VIEW (gtk_widget_get_parent (widget)), place) == self->region;
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

  cairo_scale (cr, self->is_mirrored ? -self->scale : self->scale, self->scale);
  cairo_translate (cr, -self->origin.x, -self->origin.y);
  rub_body_paint_region (cr, rub_body_get_shape (self->body, self->view, self->region),
                         rub_region_get_kind (self->region), &look,
                         rub_body_theme_get_current ());
  cairo_destroy (cr);
}

/* What is come to last is lit; what is left does not put out what was come to meanwhile. */
static void
update_attention (RubRegionWidget *self, GtkStateFlags now, GtkStateFlags changed)
{
  if (self->attention == NULL
      || !(changed & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED)))
    return;

  if (now & changed & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED))
    rub_body_attention_set_lit (self->attention, self->region);
  else if (!(now & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED)))
    rub_body_attention_unlight (self->attention, self->region);
}

static void
rub_region_widget_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GtkStateFlags now = gtk_widget_get_state_flags (widget), changed = previous ^ now;

  if (changed & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE))
    queue_draw (RUB_REGION_WIDGET (widget));
  update_attention (RUB_REGION_WIDGET (widget), now, changed);
}

static void
rub_region_widget_dispose (GObject *object)
{
  RubRegionWidget *self = RUB_REGION_WIDGET (object);

  g_clear_object (&self->body);
  g_clear_object (&self->region);
  g_clear_object (&self->attention);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->marks, rub_body_marks_unref);

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
}

static void
rub_region_widget_init (RubRegionWidget *self)
{
  self->scale = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
rub_region_widget_new (RubBody *body,
                       RubRegion *region,
                       RubBodyView view,
                       RubBodyAttention *attention)
{
  RubRegionWidget *self;

  g_return_val_if_fail (RUB_IS_BODY (body), NULL);
  g_return_val_if_fail (RUB_IS_REGION (region), NULL);
  g_return_val_if_fail (rub_body_get_shape (body, view, region) != NULL, NULL);

  self = g_object_new (RUB_TYPE_REGION_WIDGET, NULL);
  self->body = g_object_ref (body);
  self->region = g_object_ref (region);
  self->view = view;
  g_set_object (&self->attention, attention);
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
rub_region_widget_set_body (RubRegionWidget *self, RubBody *body)
{
  g_return_if_fail (RUB_IS_REGION_WIDGET (self));
  g_return_if_fail (RUB_IS_BODY (body));
  g_return_if_fail (rub_body_get_shape (body, self->view, self->region) != NULL);

  if (g_set_object (&self->body, body))
    queue_draw (self);
}

void
rub_region_widget_set_placement (RubRegionWidget *self,
                                 RubPoint origin,
                                 double scale,
                                 gboolean is_mirrored)
{
  g_return_if_fail (RUB_IS_REGION_WIDGET (self));
  g_return_if_fail (scale > 0);

  if (self->origin.x == origin.x && self->origin.y == origin.y && self->scale == scale
      && self->is_mirrored == is_mirrored)
    return;

  self->origin = origin;
  self->scale = scale;
  self->is_mirrored = is_mirrored;
  queue_draw (self);
}

void
rub_region_widget_show (RubRegionWidget *self, RubCheckDraft *draft, RubBodyMarks *marks)
{
  g_return_if_fail (RUB_IS_REGION_WIDGET (self));
  g_return_if_fail (draft == NULL || RUB_IS_CHECK_DRAFT (draft));

  g_set_object (&self->draft, draft);
  if (self->marks != marks)
    {
      g_clear_pointer (&self->marks, rub_body_marks_unref);
      self->marks = marks != NULL ? rub_body_marks_ref (marks) : NULL;
    }
  rub_region_widget_update (self);
}

void
rub_region_widget_update (RubRegionWidget *self)
{
  RubRegionLook look;
  gboolean is_same;

  g_return_if_fail (RUB_IS_REGION_WIDGET (self));

  look = find_look (self);
  is_same = look.kind == self->look.kind && look.soreness == self->look.soreness
            && look.trend == self->look.trend && look.share == self->look.share;
  self->look = look;
  /* The note and the last check, which are only told, may be others. */
  update_description (self);
  if (is_same)
    return;

  update_checked (self);
  queue_draw (self);
}

int
rub_region_widget_get_soreness (RubRegionWidget *self)
{
  g_return_val_if_fail (RUB_IS_REGION_WIDGET (self), 0);

  return self->look.soreness;
}

void
rub_region_widget_set_selected (RubRegionWidget *self, gboolean is_selected)
{
  g_return_if_fail (RUB_IS_REGION_WIDGET (self));

  if (self->is_selected == is_selected)
    return;

  self->is_selected = is_selected;
  queue_draw (self);
}

void
rub_region_widget_set_has_pattern (RubRegionWidget *self, gboolean has_pattern)
{
  g_return_if_fail (RUB_IS_REGION_WIDGET (self));

  if (self->has_pattern == has_pattern)
    return;

  self->has_pattern = has_pattern;
  queue_draw (self);
}

RubRegionLook
rub_region_widget_get_look (RubRegionWidget *self)
{
  GtkStateFlags flags;
  RubRegionLook look;

  g_return_val_if_fail (RUB_IS_REGION_WIDGET (self), ((RubRegionLook){ 0 }));

  flags = gtk_widget_get_state_flags (GTK_WIDGET (self));
  look = self->look;
  look.is_pointed_at = (flags & GTK_STATE_FLAG_PRELIGHT) != 0;
  look.is_lit = self->is_lit;
  look.is_selected = self->is_selected;
  look.is_focused = gtk_widget_has_visible_focus (GTK_WIDGET (self));
  look.has_fibres = self->scale >= FIBRES_MIN_SCALE;
  look.has_pattern = self->has_pattern;

  return look;
}

void
rub_region_widget_set_lit (RubRegionWidget *self, gboolean is_lit)
{
  g_return_if_fail (RUB_IS_REGION_WIDGET (self));

  if (self->is_lit == is_lit)
    return;

  self->is_lit = is_lit;
  queue_draw (self);
}

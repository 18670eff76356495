/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-asking.h"

#include "rub-map-view.h"
#include "rub-sore-popover.h"

/* How large the place is that is pointed to, in pixels. */
#define PLACE_SIZE 16

struct _RubMapAsking
{
  GObject parent_instance;

  gboolean is_below;
  gboolean is_narrow;

  /* Owned */
  RubCheckDraft *draft;

  /* Borrowed */
  GtkWidget *map;
  RubSorePopover *popover; /* NULL until it asks for the first time */
  RubRegionWidget *opened;
  GtkWidget *asker; /* what had the focus, when that is not in the map */
};

G_DEFINE_FINAL_TYPE (RubMapAsking, rub_map_asking, G_TYPE_OBJECT)

static void
set_opened (RubMapAsking *self, RubRegionWidget *opened)
{
  if (self->opened != NULL)
    {
      rub_region_widget_set_selected (self->opened, FALSE);
      g_object_remove_weak_pointer (G_OBJECT (self->opened), (gpointer *) &self->opened);
    }
  self->opened = opened;
  if (opened != NULL)
    {
      rub_region_widget_set_selected (opened, TRUE);
      g_object_add_weak_pointer (G_OBJECT (opened), (gpointer *) &self->opened);
    }
}

/* Beside the place, so that the rest of the limb stays in sight, towards the wider side. */
static GtkPositionType
get_position (RubMapAsking *self, double x)
{
  if (self->is_below)
    return GTK_POS_BOTTOM;

  return x < gtk_widget_get_width (self->map) / 2.0 ? GTK_POS_RIGHT : GTK_POS_LEFT;
}

/* What was moved out of sight is pointed at from the edge. */
static void
point (RubMapAsking *self)
{
  GtkWidget *view = gtk_widget_get_parent (GTK_WIDGET (self->opened));
  RubPoint label = rub_map_view_get_label (RUB_MAP_VIEW (view),
                                           rub_region_widget_get_region (self->opened));
  graphene_point_t place;
  int x, y;

  if (!gtk_widget_compute_point (view, self->map,
                                 &GRAPHENE_POINT_INIT ((float) label.x, (float) label.y), &place))
    return;

  x = CLAMP ((int) place.x, 0, gtk_widget_get_width (self->map));
  y = CLAMP ((int) place.y, 0, gtk_widget_get_height (self->map));
  gtk_popover_set_position (GTK_POPOVER (self->popover), get_position (self, x));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle){ x - PLACE_SIZE / 2, y - PLACE_SIZE / 2, PLACE_SIZE,
                                                PLACE_SIZE });
}

static void
on_closed_cb (GtkPopover *popover, RubMapAsking *self)
{
  GtkWidget *back;

  g_assert (RUB_IS_MAP_ASKING (self));

  back = self->asker != NULL ? self->asker : GTK_WIDGET (self->opened);
  set_opened (self, NULL);
  /* Back to where one came from, unless the focus has gone elsewhere by itself. */
  if (back != NULL && gtk_widget_get_focus_child (GTK_WIDGET (popover)) != NULL)
    gtk_widget_grab_focus (back);
  g_clear_weak_pointer (&self->asker);
}

static void
on_left_cb (GtkEventControllerFocus *controller, RubMapAsking *self)
{
  g_assert (RUB_IS_MAP_ASKING (self));

  rub_map_asking_close (self);
}

/* Only when there is something to ask: the map is to be there at once. */
static void
ensure_popover (RubMapAsking *self)
{
  GtkEventController *focus;

  if (self->popover != NULL)
    return;

  focus = gtk_event_controller_focus_new ();
  self->popover = RUB_SORE_POPOVER (rub_sore_popover_new ());
  rub_sore_popover_set_narrow (self->popover, self->is_narrow);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), self->map);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_closed_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->popover), focus);
}

static void
rub_map_asking_dispose (GObject *object)
{
  RubMapAsking *self = RUB_MAP_ASKING (object);

  set_opened (self, NULL);
  g_clear_weak_pointer (&self->asker);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (rub_map_asking_parent_class)->dispose (object);
}

static void
rub_map_asking_class_init (RubMapAskingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rub_map_asking_dispose;
}

static void
rub_map_asking_init (RubMapAsking *self)
{
}

RubMapAsking *
rub_map_asking_new (GtkWidget *map, RubCheckDraft *draft)
{
  RubMapAsking *self;

  g_return_val_if_fail (GTK_IS_WIDGET (map), NULL);
  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (draft), NULL);

  self = g_object_new (RUB_TYPE_MAP_ASKING, NULL);
  self->map = map;
  self->draft = g_object_ref (draft);

  return self;
}

void
rub_map_asking_open (RubMapAsking *self, RubRegionWidget *widget)
{
  GtkWidget *focus;

  g_return_if_fail (RUB_IS_MAP_ASKING (self));
  g_return_if_fail (RUB_IS_REGION_WIDGET (widget));

  focus = gtk_root_get_focus (gtk_widget_get_root (self->map));
  g_set_weak_pointer (&self->asker, focus != NULL && !gtk_widget_is_ancestor (focus, self->map)
                                      ? focus
                                      : NULL);

  ensure_popover (self);
  set_opened (self, widget);
  rub_sore_popover_set_region (self->popover, self->draft, rub_region_widget_get_region (widget));
  point (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  rub_sore_popover_focus_level (self->popover);
}

void
rub_map_asking_close (RubMapAsking *self)
{
  g_return_if_fail (RUB_IS_MAP_ASKING (self));

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

GtkWidget *
rub_map_asking_get_popover (RubMapAsking *self)
{
  g_return_val_if_fail (RUB_IS_MAP_ASKING (self), NULL);

  return self->popover != NULL ? GTK_WIDGET (self->popover) : NULL;
}

RubRegion *
rub_map_asking_get_region (RubMapAsking *self)
{
  g_return_val_if_fail (RUB_IS_MAP_ASKING (self), NULL);

  return self->opened != NULL ? rub_region_widget_get_region (self->opened) : NULL;
}

void
rub_map_asking_set_narrow (RubMapAsking *self, gboolean is_narrow)
{
  g_return_if_fail (RUB_IS_MAP_ASKING (self));

  self->is_narrow = is_narrow;
  if (self->popover != NULL)
    rub_sore_popover_set_narrow (self->popover, is_narrow);
}

void
rub_map_asking_set_below (RubMapAsking *self, gboolean is_below)
{
  g_return_if_fail (RUB_IS_MAP_ASKING (self));

  self->is_below = is_below;
}

void
rub_map_asking_place (RubMapAsking *self)
{
  g_return_if_fail (RUB_IS_MAP_ASKING (self));

  if (self->popover == NULL)
    return;

  if (self->opened != NULL)
    point (self);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

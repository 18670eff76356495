/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-view.h"

#include <math.h>

#include "rub-body-paint.h"
#include "rub-level-keys.h"
#include "rub-map-header.h"
#include "rub-map-labels.h"
#include "rub-map-walk.h"

/* Room around the figure, in units of the drawing. */
#define MARGIN 8.0
/* The largest picture of a figure that is kept, in pixels of the screen. */
#define MAX_BASE_AREA (1500 * 1000)
/* Places are the same that differ only by how they were rounded on the way. */
#define SAME 1e-6

struct _RubMapView
{
  GtkWidget parent_instance;

  RubBodyView view;
  RubBox extent; /* of what is drawn, in units of the drawing */
  gboolean is_mirrored;
  gboolean has_patterns;
  RubPoint offset; /* of the drawing's origin, in pixels */
  double scale;

  /* What was picked last: GTK asks one region after the other about the same place. */
  RubPoint picked_at;
  RubRegion *picked; /* not owned; NULL: none */

  /* Owned */
  RubBody *body;
  RubBodyAttention *attention;
  RubCheckDraft *draft;
  RubBodyMarks *marks;
  GHashTable *widgets; /* from RubRegion to RubRegionWidget, neither owned */
  double *rooms; /* around the labels of the regions, in units of the drawing; -1: not measured */
  GskRenderNode *base; /* the figure at rest */
  RubMapLabels *labels;

  /* Borrowed */
  GtkWidget *last_focus;
};

enum
{
  REGION_FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubMapView, rub_map_view, GTK_TYPE_WIDGET)

static RubPoint
to_pixels (RubMapView *self, RubPoint place)
{
  return (RubPoint){ self->offset.x + (self->is_mirrored ? -place.x : place.x) * self->scale,
                     self->offset.y + place.y * self->scale };
}

static RubPoint
from_pixels (RubMapView *self, RubPoint place)
{
  double x = (place.x - self->offset.x) / self->scale;

  return (RubPoint){ self->is_mirrored ? -x : x, (place.y - self->offset.y) / self->scale };
}

static void
update_title (RubMapView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rub_map_header_get_title (self->view, self->is_mirrored), -1);
}

/* Where @box of the drawing would be if the figure were at @place. */
static RubBox
put (RubMapView *self, RubBox box, const RubBox *place)
{
  double scale = place->width / self->extent.width;
  double left = self->is_mirrored ? self->extent.x + self->extent.width - box.x - box.width
                                  : box.x - self->extent.x;

  return (RubBox){ place->x + left * scale, place->y + (box.y - self->extent.y) * scale,
                   box.width * scale, box.height * scale };
}

static void
measure_drawing (RubMapView *self)
{
  const RubBodyDrawing *drawing = rub_body_get_drawing (self->body, self->view);
  RubBox box = *rub_outline_get_bounds (drawing->silhouette);

  g_clear_pointer (&self->rooms, g_free);
  self->rooms = g_new (double, drawing->regions->len);
  for (guint i = 0; i < drawing->regions->len; i++)
    self->rooms[i] = -1;
  self->extent = (RubBox){ box.x - MARGIN, box.y - MARGIN, box.width + 2 * MARGIN,
                           box.height + 2 * MARGIN };
}

/* Those that are there already take the shapes of the new body, and keep the focus. */
static void
update_regions (RubMapView *self)
{
  GPtrArray *regions = rub_body_get_drawing (self->body, self->view)->regions;
  GHashTableIter iter;
  gpointer region, child;

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &region, &child))
    if (rub_body_get_shape (self->body, self->view, region) == NULL)
      {
        g_hash_table_iter_remove (&iter);
        gtk_widget_unparent (child);
      }

  for (guint i = 0; i < regions->len; i++)
    {
      region = g_ptr_array_index (regions, i);
      child = g_hash_table_lookup (self->widgets, region);
      if (child != NULL)
        {
          rub_region_widget_set_body (child, self->body);
          continue;
        }
      child = rub_region_widget_new (self->body, region, self->view, self->attention);
      rub_region_widget_show (child, self->draft, self->marks);
      rub_region_widget_set_has_pattern (child, self->has_patterns);
      gtk_widget_set_parent (child, GTK_WIDGET (self));
      g_hash_table_insert (self->widgets, region, child);
    }
}

static void
allocate_region (RubMapView *self, RubRegionWidget *child)
{
  const int slack = RUB_REGION_WIDGET_SLACK;
  RubBox box = rub_region_widget_get_box (child);
  double left = self->is_mirrored ? box.x + box.width : box.x;
  RubPoint start = to_pixels (self, (RubPoint){ left, box.y });
  int x = (int) floor (start.x) - slack, y = (int) floor (start.y) - slack;
  int right = (int) ceil (start.x + box.width * self->scale) + slack;
  int bottom = (int) ceil (start.y + box.height * self->scale) + slack;
  RubPoint origin = from_pixels (self, (RubPoint){ x, y });
  int ignored;

  gtk_widget_measure (GTK_WIDGET (child), GTK_ORIENTATION_HORIZONTAL, -1, &ignored, NULL, NULL,
                      NULL);
  rub_region_widget_set_placement (child, origin, self->scale, self->is_mirrored);
  gtk_widget_size_allocate (GTK_WIDGET (child), &(GtkAllocation){ x, y, right - x, bottom - y },
                            -1);
}

static void
rub_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RubMapView *self = RUB_MAP_VIEW (widget);
  double scale = MIN (width / self->extent.width, height / self->extent.height);
  GHashTableIter iter;
  gpointer child;

  scale = MAX (scale, 0.01);
  self->offset.x = (width - self->extent.width * scale) / 2;
  if (self->is_mirrored)
    self->offset.x += (self->extent.x + self->extent.width) * scale;
  else
    self->offset.x -= self->extent.x * scale;
  self->offset.y = -self->extent.y * scale;
  self->picked_at.x = NAN;
  self->scale = scale;
  g_clear_pointer (&self->base, gsk_render_node_unref);

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    allocate_region (self, child);
}

static void
rub_map_view_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  RubMapView *self = RUB_MAP_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = (int) (self->extent.width / 4);
  else if (for_size > 0)
    *minimum = *natural = (int) ceil (for_size * self->extent.height / self->extent.width);
  else
    *minimum = *natural = (int) (self->extent.height / 4);
}

/* The whole figure: as it is at rest, or as it looks from far away. */
static void
paint_figure (RubMapView *self, cairo_t *cr, gboolean is_at_rest)
{
  const RubBodyTheme *theme = rub_body_theme_get_current ();
  const RubBodyDrawing *drawing = rub_body_get_drawing (self->body, self->view);

  rub_body_paint_silhouette (cr, drawing->silhouette, theme);
  for (guint i = 0; i < drawing->regions->len; i++)
    {
      RubRegion *region = g_ptr_array_index (drawing->regions, i);
      RubRegionLook look
        = rub_region_widget_get_look (g_hash_table_lookup (self->widgets, region));

      if (is_at_rest)
        look = (RubRegionLook){ .care = look.care, .has_fibres = look.has_fibres };
      else
        look = (RubRegionLook){ .kind = look.kind, .soreness = look.soreness,
                                .share = look.share };
      rub_body_paint_region (cr, &drawing->shapes[i], rub_region_get_kind (region), &look, theme);
    }
}

static void
paint_base (RubMapView *self, cairo_t *cr)
{
  cairo_translate (cr, self->offset.x, self->offset.y);
  cairo_scale (cr, self->is_mirrored ? -self->scale : self->scale, self->scale);
  paint_figure (self, cr, TRUE);
}

/* Pixels, unless they would be too many: then all lines are drawn again each time. */
static GskRenderNode *
create_base (RubMapView *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  GskRenderNode *node
    = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  if (width * height * factor * factor > MAX_BASE_AREA)
    paint_base (self, cr);
  else
    {
      cairo_surface_t *surface
        = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
      cairo_t *base = cairo_create (surface);

      cairo_surface_set_device_scale (surface, factor, factor);
      paint_base (self, base);
      cairo_destroy (base);
      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_paint (cr);
      cairo_surface_destroy (surface);
    }
  cairo_destroy (cr);

  return node;
}

/* What must not be painted over comes last: sore regions, then those with lines around them.
 * 0: at rest. */
static int
get_layer (GtkWidget *child)
{
  RubRegionLook look = rub_region_widget_get_look (RUB_REGION_WIDGET (child));

  if (look.is_focused)
    return 3;
  if (look.is_lit || look.is_selected || look.is_pointed_at)
    return 2;

  return rub_region_look_is_marked (&look) ? 1 : 0;
}

/* Measured only once there is something to say. */
static double
get_room (RubMapView *self, guint index)
{
  const RubRegionShape *shape = &rub_body_get_drawing (self->body, self->view)->shapes[index];

  if (self->rooms[index] < 0)
    self->rooms[index]
      = rub_outline_get_distance (shape->outline, shape->label.x, shape->label.y);

  return self->rooms[index];
}

static void
snapshot_labels (RubMapView *self, GtkSnapshot *snapshot)
{
  const RubBodyDrawing *drawing = rub_body_get_drawing (self->body, self->view);
  g_autofree RubMapLabel *labels = g_new (RubMapLabel, drawing->regions->len);

  for (guint i = 0; i < drawing->regions->len; i++)
    {
      RubRegion *region = g_ptr_array_index (drawing->regions, i);
      RubPoint place = drawing->shapes[i].label;

      labels[i] = (RubMapLabel){
        .place = to_pixels (self, place),
        .kind = rub_region_get_kind (region),
        .look = rub_region_widget_get_look (g_hash_table_lookup (self->widgets, region)),
      };
      if (labels[i].look.care == RUB_REGION_CARE_NONE
          || rub_region_look_is_marked (&labels[i].look))
        labels[i].room = get_room (self, i) * self->scale;
    }

  rub_map_labels_set (self->labels, labels, drawing->regions->len, rub_body_theme_get_current (),
                      RUB_MAP_LABELS_SIZE, self->scale);
  rub_map_labels_snapshot (self->labels, gtk_widget_get_pango_context (GTK_WIDGET (self)),
                           snapshot);
}

/*
 * What is at rest is one picture, painted once. Only a region of which there is more to show is
 * painted by itself, on top of it, so that a change takes no longer than what changes.
 */
static void
rub_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubMapView *self = RUB_MAP_VIEW (widget);

  if (self->base == NULL)
    self->base = create_base (self);
  gtk_snapshot_append_node (snapshot, self->base);

  for (int layer = 1; layer <= 3; layer++)
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (get_layer (child) == layer)
        gtk_widget_snapshot_child (widget, child, snapshot);

  snapshot_labels (self, snapshot);
}

static RubMapWalk
get_walk (GtkDirectionType direction)
{
  switch (direction)
    {
    case GTK_DIR_UP:
      return RUB_MAP_WALK_UP;
    case GTK_DIR_DOWN:
      return RUB_MAP_WALK_DOWN;
    case GTK_DIR_LEFT:
      return RUB_MAP_WALK_LEFT;
    case GTK_DIR_RIGHT:
      return RUB_MAP_WALK_RIGHT;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return RUB_N_MAP_WALKS;
    }
}

/* In reading order at first, then where one was last. */
static GtkWidget *
find_entrance (RubMapView *self)
{
  GPtrArray *regions = rub_body_get_drawing (self->body, self->view)->regions;

  return self->last_focus != NULL
           ? self->last_focus
           : g_hash_table_lookup (self->widgets, g_ptr_array_index (regions, 0));
}

static gboolean
rub_map_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RubMapView *self = RUB_MAP_VIEW (widget);
  GtkWidget *current = gtk_widget_get_focus_child (widget);
  RubMapWalk walk = get_walk (direction);
  RubRegion *next;

  if (current == NULL)
    return gtk_widget_grab_focus (find_entrance (self));
  if (walk == RUB_N_MAP_WALKS)
    return FALSE;

  next = rub_map_walk_find_next (self->body, self->view, self->is_mirrored,
                                 rub_region_widget_get_region (RUB_REGION_WIDGET (current)), walk);

  return next != NULL && gtk_widget_grab_focus (g_hash_table_lookup (self->widgets, next));
}

static void
rub_map_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  GTK_WIDGET_CLASS (rub_map_view_parent_class)->set_focus_child (widget, child);

  if (child == NULL)
    return;

  RUB_MAP_VIEW (widget)->last_focus = child;
  g_signal_emit (widget, signals[REGION_FOCUSED], 0, child);
}

static void
rub_map_view_dispose (GObject *object)
{
  RubMapView *self = RUB_MAP_VIEW (object);
  GtkWidget *child;

  self->last_focus = NULL;
  g_hash_table_remove_all (self->widgets);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->base, gsk_render_node_unref);
  g_clear_object (&self->body);
  g_clear_object (&self->attention);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->marks, rub_body_marks_unref);

  G_OBJECT_CLASS (rub_map_view_parent_class)->dispose (object);
}

static void
rub_map_view_finalize (GObject *object)
{
  RubMapView *self = RUB_MAP_VIEW (object);

  g_hash_table_unref (self->widgets);
  g_free (self->rooms);
  rub_map_labels_free (self->labels);

  G_OBJECT_CLASS (rub_map_view_parent_class)->finalize (object);
}

static void
rub_map_view_class_init (RubMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rub_map_view_dispose;
  object_class->finalize = rub_map_view_finalize;

  widget_class->focus = rub_map_view_focus;
  widget_class->measure = rub_map_view_measure;
  widget_class->set_focus_child = rub_map_view_set_focus_child;
  widget_class->size_allocate = rub_map_view_size_allocate;
  widget_class->snapshot = rub_map_view_snapshot;

  signals[REGION_FOCUSED]
    = g_signal_new ("region-focused", RUB_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, RUB_TYPE_REGION_WIDGET);

  rub_level_keys_bind (widget_class);
  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rub_map_view_init (RubMapView *self)
{
  self->widgets = g_hash_table_new (NULL, NULL);
  self->labels = rub_map_labels_new ();
  self->scale = 1;
  self->picked_at.x = NAN;
  /* Also spares GTK from looking for what is pointed at among the regions of other views. */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
rub_map_view_new (RubBody *body,
                  RubBodyView view,
                  RubBodyAttention *attention,
                  RubCheckDraft *draft)
{
  RubMapView *self;

  g_return_val_if_fail (RUB_IS_BODY (body), NULL);
  g_return_val_if_fail (attention == NULL || RUB_IS_BODY_ATTENTION (attention), NULL);
  g_return_val_if_fail (draft == NULL || RUB_IS_CHECK_DRAFT (draft), NULL);

  self = g_object_new (RUB_TYPE_MAP_VIEW, NULL);
  self->body = g_object_ref (body);
  self->view = view;
  g_set_object (&self->attention, attention);
  g_set_object (&self->draft, draft);
  measure_drawing (self);
  update_title (self);
  update_regions (self);

  return GTK_WIDGET (self);
}

gboolean
rub_map_view_set_body (RubMapView *self, RubBody *body)
{
  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), FALSE);
  g_return_val_if_fail (RUB_IS_BODY (body), FALSE);

  if (!g_set_object (&self->body, body))
    return FALSE;

  self->picked_at.x = NAN;

  measure_drawing (self);
  update_regions (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return TRUE;
}

gboolean
rub_map_view_set_mirrored (RubMapView *self, gboolean is_mirrored)
{
  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), FALSE);

  if (self->is_mirrored == is_mirrored)
    return FALSE;

  self->is_mirrored = is_mirrored;
  update_title (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return TRUE;
}

void
rub_map_view_show (RubMapView *self, RubBodyMarks *marks)
{
  GHashTableIter iter;
  gpointer child;

  g_return_if_fail (RUB_IS_MAP_VIEW (self));

  if (self->marks != marks)
    {
      g_clear_pointer (&self->marks, rub_body_marks_unref);
      self->marks = marks != NULL ? rub_body_marks_ref (marks) : NULL;
    }
  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    rub_region_widget_show (child, self->draft, marks);
}

RubBodyView
rub_map_view_get_view (RubMapView *self)
{
  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), RUB_BODY_VIEW_FRONT);

  return self->view;
}

RubPoint
rub_map_view_get_extent (RubMapView *self)
{
  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), ((RubPoint){ 1, 1 }));

  return (RubPoint){ self->extent.width, self->extent.height };
}

RubRegionWidget *
rub_map_view_find (RubMapView *self, RubRegion *region)
{
  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), NULL);

  return g_hash_table_lookup (self->widgets, region);
}

RubPoint
rub_map_view_get_label (RubMapView *self, RubRegion *region)
{
  const RubRegionShape *shape;

  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), ((RubPoint){ 0 }));

  shape = rub_body_get_shape (self->body, self->view, region);
  g_return_val_if_fail (shape != NULL, ((RubPoint){ 0 }));

  return to_pixels (self, shape->label);
}

RubBox
rub_map_view_get_box (RubMapView *self, RubRegion *region, const RubBox *place)
{
  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), ((RubBox){ 0 }));
  g_return_val_if_fail (rub_map_view_find (self, region) != NULL, ((RubBox){ 0 }));
  g_return_val_if_fail (place != NULL, ((RubBox){ 0 }));

  return put (self, rub_region_widget_get_box (rub_map_view_find (self, region)), place);
}

RubBox
rub_map_view_get_part (RubMapView *self, RubRegion *region, const RubBox *place)
{
  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), ((RubBox){ 0 }));
  g_return_val_if_fail (rub_map_view_find (self, region) != NULL, ((RubBox){ 0 }));
  g_return_val_if_fail (place != NULL, ((RubBox){ 0 }));

  return put (self, rub_map_walk_get_part (self->body, self->view, region), place);
}

RubRegion *
rub_map_view_pick (RubMapView *self, RubPoint place)
{
  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), NULL);

  if (fabs (place.x - self->picked_at.x) < SAME && fabs (place.y - self->picked_at.y) < SAME)
    return self->picked;

  self->picked = rub_body_pick (self->body, self->view, place.x, place.y,
                                RUB_REGION_WIDGET_SLACK / self->scale);
  self->picked_at = place;

  return self->picked;
}

RubRegionWidget *
rub_map_view_find_at (RubMapView *self, RubPoint point)
{
  RubRegion *region;

  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), NULL);

  region = rub_map_view_pick (self, from_pixels (self, point));

  return region != NULL ? g_hash_table_lookup (self->widgets, region) : NULL;
}

RubRegionWidget *
rub_map_view_find_near (RubMapView *self, RubPoint point)
{
  RubRegion *region;

  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), NULL);

  region = rub_map_walk_find_nearest (self->body, self->view, from_pixels (self, point));

  return g_hash_table_lookup (self->widgets, region);
}

RubRegionWidget *
rub_map_view_find_typed (RubMapView *self, RubRegion *from, const char *text)
{
  RubRegion *region;

  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), NULL);

  region = rub_map_walk_find_typed (self->body, self->view, from, text);

  return region != NULL ? g_hash_table_lookup (self->widgets, region) : NULL;
}

void
rub_map_view_paint (RubMapView *self, cairo_t *cr, const RubBox *place)
{
  double scale;

  g_return_if_fail (RUB_IS_MAP_VIEW (self));
  g_return_if_fail (place != NULL);

  scale = place->width / self->extent.width;
  cairo_save (cr);
  cairo_translate (cr, place->x + (self->is_mirrored ? place->width : 0), place->y);
  cairo_scale (cr, self->is_mirrored ? -scale : scale, scale);
  cairo_translate (cr, -self->extent.x, -self->extent.y);
  paint_figure (self, cr, FALSE);
  cairo_restore (cr);
}

void
rub_map_view_repaint (RubMapView *self)
{
  GHashTableIter iter;
  gpointer child;

  g_return_if_fail (RUB_IS_MAP_VIEW (self));

  g_clear_pointer (&self->base, gsk_render_node_unref);
  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    gtk_widget_queue_draw (child);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rub_map_view_set_has_patterns (RubMapView *self, gboolean has_patterns)
{
  GHashTableIter iter;
  gpointer child;

  g_return_if_fail (RUB_IS_MAP_VIEW (self));

  self->has_patterns = has_patterns;
  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    rub_region_widget_set_has_pattern (child, has_patterns);
}

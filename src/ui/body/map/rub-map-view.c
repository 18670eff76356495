/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rub-body-paint.h"
#include "rub-map-labels.h"

/* Room around the figure, in units of the drawing, and below the line of words, in pixels. */
#define MARGIN 8.0
#define HEADER_SPACING 6

struct _RubMapView
{
  GtkWidget parent_instance;

  RubBodyView view;
  RubBox extent; /* of what is drawn, in units of the drawing */
  gboolean is_mirrored;
  gboolean has_patterns;
  RubPoint offset; /* of the drawing's origin, in pixels */
  double scale;

  /* Owned */
  RubBody *body;
  RubBodyAttention *attention;
  RubCheckDraft *draft;
  RubBodyMarks *marks;
  GHashTable *widgets; /* from RubRegion to RubRegionWidget, neither owned */
  GskRenderNode *silhouette;
  RubMapLabels *labels;

  /* Borrowed */
  GtkWidget *title;
  GtkWidget *left_side; /* as one looks at it */
  GtkWidget *right_side;
  GtkWidget *last_focus;
};

G_DEFINE_FINAL_TYPE (RubMapView, rub_map_view, GTK_TYPE_WIDGET)

static RubPoint
to_pixels (RubMapView *self, RubPoint place)
{
  return (RubPoint){ self->offset.x + (self->is_mirrored ? -place.x : place.x) * self->scale,
                     self->offset.y + place.y * self->scale };
}

/* As it is seen, in units of the drawing. */
static RubPoint
get_label (RubMapView *self, GtkWidget *child)
{
  RubRegion *region = rub_region_widget_get_region (RUB_REGION_WIDGET (child));
  RubPoint label = rub_body_get_shape (self->body, self->view, region)->label;

  if (self->is_mirrored)
    label.x = -label.x;

  return label;
}

static int
get_natural (GtkWidget *widget, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static GtkWidget *
add_label (RubMapView *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
add_labels (RubMapView *self)
{
  self->title = add_label (self, "caption-heading");
  self->left_side = add_label (self, "caption");
  self->right_side = add_label (self, "caption");
}

static void
update_labels (RubMapView *self)
{
  gboolean is_short = self->view == RUB_BODY_VIEW_SOLES;
  /* Translators: the person's own side, written beside the figure. */
  const char *left = is_short ? C_ ("side of the body", "Left") : _("Your left");
  const char *right = is_short ? C_ ("side of the body", "Right") : _("Your right");
  /* One meets the front as one meets another person, whose left is on the right. */
  gboolean is_met = self->view == RUB_BODY_VIEW_FRONT && !self->is_mirrored;
  const char *title = self->is_mirrored ? C_ ("view of the body", "Front, as in a mirror")
                                        : rub_body_view_get_name (self->view);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->left_side), is_met ? right : left);
  gtk_label_set_label (GTK_LABEL (self->right_side), is_met ? left : right);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
update_extent (RubMapView *self)
{
  RubBox box = *rub_outline_get_bounds (rub_body_get_drawing (self->body, self->view)->silhouette);

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

/* Lower is nearer; negative: not in that direction at all. */
static double
get_effort (RubPoint from, RubPoint to, GtkDirectionType direction)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  gboolean is_across = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  double along = is_across ? dx : dy, aside = is_across ? dy : dx;

  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_UP)
    along = -along;

  return along < 1 ? -1 : along + 2 * fabs (aside);
}

static GtkWidget *
find_neighbour (RubMapView *self, GtkWidget *from, GtkDirectionType direction)
{
  GPtrArray *regions = rub_body_get_drawing (self->body, self->view)->regions;
  RubPoint start = get_label (self, from);
  GtkWidget *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < regions->len; i++)
    {
      GtkWidget *child = g_hash_table_lookup (self->widgets, g_ptr_array_index (regions, i));
      double effort = get_effort (start, get_label (self, child), direction);

      if (effort >= 0 && effort < least)
        {
          nearest = child;
          least = effort;
        }
    }

  return nearest;
}

static RubRegionWidget *
pick_region (RubMapView *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return RUB_IS_REGION_WIDGET (picked) ? RUB_REGION_WIDGET (picked) : NULL;
}

/* The sides are more important than the name of the view, which goes first when room is scarce. */
static void
allocate_header (RubMapView *self, int width)
{
  GtkWidget *labels[] = { self->left_side, self->title, self->right_side };
  int height = rub_map_view_get_header_height (self) - HEADER_SPACING;
  int widths[3], sum = 0, inset;

  for (int i = 0; i < 3; i++)
    sum += widths[i] = get_natural (labels[i], GTK_ORIENTATION_HORIZONTAL);

  /* Towards the shoulders, so that the words of neighbouring figures do not run together. */
  inset = MAX (0, MIN (width / 10, (width - sum) / 2 - 12));
  gtk_widget_set_child_visible (self->title, sum + 12 <= width);
  for (int i = 0; i < 3; i++)
    {
      int x = inset + i * (width - 2 * inset - widths[i]) / 2;

      gtk_widget_size_allocate (labels[i], &(GtkAllocation){ x, 0, widths[i], height }, -1);
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
  RubPoint origin = { (x - self->offset.x) / self->scale * (self->is_mirrored ? -1 : 1),
                      (y - self->offset.y) / self->scale };
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
  int header = rub_map_view_get_header_height (self);
  double scale = MIN (width / self->extent.width, (height - header) / self->extent.height);
  GHashTableIter iter;
  gpointer child;

  allocate_header (self, width);

  scale = MAX (scale, 0.01);
  self->offset.x = (width - self->extent.width * scale) / 2;
  if (self->is_mirrored)
    self->offset.x += (self->extent.x + self->extent.width) * scale;
  else
    self->offset.x -= self->extent.x * scale;
  self->offset.y = header - self->extent.y * scale;
  self->scale = scale;
  g_clear_pointer (&self->silhouette, gsk_render_node_unref);

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
  int header = rub_map_view_get_header_height (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = (int) (self->extent.width / 4);
  else if (for_size > 0)
    *minimum = *natural = header + (int) ceil (for_size * self->extent.height / self->extent.width);
  else
    *minimum = *natural = header + (int) (self->extent.height / 4);
}

static GskRenderNode *
create_silhouette (RubMapView *self)
{
  graphene_rect_t bounds
    = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                          (float) gtk_widget_get_height (GTK_WIDGET (self)));
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_translate (cr, self->offset.x, self->offset.y);
  cairo_scale (cr, self->is_mirrored ? -self->scale : self->scale, self->scale);
  rub_body_paint_silhouette (cr, rub_body_get_drawing (self->body, self->view)->silhouette,
                             rub_body_theme_get_current ());
  cairo_destroy (cr);

  return node;
}

/* What must not be painted over comes last: sore regions, then those with lines around them. */
static int
get_layer (GtkWidget *child)
{
  if (gtk_widget_has_visible_focus (child))
    return 2;

  return RUB_IS_REGION_WIDGET (child)
             && rub_region_widget_get_soreness (RUB_REGION_WIDGET (child)) > 0
           ? 1
           : 0;
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
        .room = rub_outline_get_distance (drawing->shapes[i].outline, place.x, place.y)
                * self->scale,
        .kind = rub_region_get_kind (region),
        .look = rub_region_widget_get_look (g_hash_table_lookup (self->widgets, region)),
      };
    }

  rub_map_labels_set (self->labels, labels, drawing->regions->len, rub_body_theme_get_current (),
                      RUB_MAP_LABELS_SIZE);
  rub_map_labels_snapshot (self->labels, gtk_widget_get_pango_context (GTK_WIDGET (self)),
                           snapshot);
}

static void
rub_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubMapView *self = RUB_MAP_VIEW (widget);

  if (self->silhouette == NULL)
    self->silhouette = create_silhouette (self);
  gtk_snapshot_append_node (snapshot, self->silhouette);

  for (int layer = 0; layer <= 2; layer++)
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (get_layer (child) == layer)
        gtk_widget_snapshot_child (widget, child, snapshot);

  snapshot_labels (self, snapshot);
}

static gboolean
rub_map_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RubMapView *self = RUB_MAP_VIEW (widget);
  GtkWidget *current = gtk_widget_get_focus_child (widget);
  GtkWidget *next = NULL;

  if (current == NULL)
    {
      GPtrArray *regions = rub_body_get_drawing (self->body, self->view)->regions;

      next = self->last_focus != NULL
               ? self->last_focus
               : g_hash_table_lookup (self->widgets, g_ptr_array_index (regions, 0));
    }
  else if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    next = find_neighbour (self, current, direction);

  return next != NULL && gtk_widget_grab_focus (next);
}

static void
rub_map_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  if (child != NULL)
    RUB_MAP_VIEW (widget)->last_focus = child;

  GTK_WIDGET_CLASS (rub_map_view_parent_class)->set_focus_child (widget, child);
}

static gboolean
rub_map_view_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  RubMapView *self = RUB_MAP_VIEW (widget);
  RubRegionWidget *child = is_keyboard ? NULL : pick_region (self, x, y);
  RubRegion *region;
  g_autofree char *words = NULL;
  graphene_rect_t bounds;

  if (child == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (child), widget, &bounds))
    return FALSE;

  region = rub_region_widget_get_region (child);
  words = rub_region_get_hint (region) != NULL
            ? g_strdup_printf ("%s\n%s", rub_region_get_name (region), rub_region_get_hint (region))
            : g_strdup (rub_region_get_name (region));
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                             (int) bounds.size.width, (int) bounds.size.height });

  return TRUE;
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
  g_clear_pointer (&self->silhouette, gsk_render_node_unref);
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
  widget_class->query_tooltip = rub_map_view_query_tooltip;
  widget_class->set_focus_child = rub_map_view_set_focus_child;
  widget_class->size_allocate = rub_map_view_size_allocate;
  widget_class->snapshot = rub_map_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rub_map_view_init (RubMapView *self)
{
  self->widgets = g_hash_table_new (NULL, NULL);
  self->labels = rub_map_labels_new ();
  self->scale = 1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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
  update_extent (self);
  add_labels (self);
  update_labels (self);
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

  update_extent (self);
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
  update_labels (self);
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

int
rub_map_view_get_header_height (RubMapView *self)
{
  int title, side;

  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), 0);

  title = get_natural (self->title, GTK_ORIENTATION_VERTICAL);
  side = get_natural (self->left_side, GTK_ORIENTATION_VERTICAL);

  return MAX (title, side) + HEADER_SPACING;
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

gboolean
rub_map_view_focus_near (RubMapView *self, RubPoint point)
{
  GtkWidget *nearest = NULL;
  double least = INFINITY;
  GHashTableIter iter;
  gpointer region, child;

  g_return_val_if_fail (RUB_IS_MAP_VIEW (self), FALSE);

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &region, &child))
    {
      RubPoint label = rub_map_view_get_label (self, region);
      double distance = hypot (label.x - point.x, label.y - point.y);

      if (distance < least)
        {
          nearest = child;
          least = distance;
        }
    }

  return nearest != NULL && gtk_widget_grab_focus (nearest);
}

void
rub_map_view_repaint (RubMapView *self)
{
  GHashTableIter iter;
  gpointer child;

  g_return_if_fail (RUB_IS_MAP_VIEW (self));

  g_clear_pointer (&self->silhouette, gsk_render_node_unref);
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

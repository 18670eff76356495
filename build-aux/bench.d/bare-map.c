/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bare-map children|whole: Rubdown's window with nothing on its body page but the body, where a
 * click marks a region or takes that back. children: a child widget for each region, filled and
 * outlined, and nothing else: the least that such a map can be. whole: all of it is one picture,
 * painted as in Rubdown and anew at each click. Prints where to click.
 *
 * The window is Rubdown's, since at each press GTK goes through all of a window, down to the widget
 * that is pressed and through the styles of all the others: what is to be compared are maps, and
 * not how much there is around them. */

#include "config.h"

#include <stdlib.h>

#include <adwaita.h>

#include "point.h"
#include "rub-body-loader.h"
#include "rub-body-page.h"
#include "rub-body-paint.h"
#include "rub-icon-resources.h"
#include "rub-ui-resources.h"
#include "rub-window.h"

/* As large as on the body page of a window of usual size. */
#define FIGURE_HEIGHT 560.0
#define LEVEL 4

static gboolean is_whole;
static RubBody *body;
static GHashTable *marked;
static double scale;

#define TYPE_BARE_REGION (bare_region_get_type ())
G_DECLARE_FINAL_TYPE (BareRegion, bare_region, BARE, REGION, GtkWidget)

struct _BareRegion
{
  GtkWidget parent_instance;

  RubRegion *region;
  const RubRegionShape *shape;
};

G_DEFINE_FINAL_TYPE (BareRegion, bare_region, GTK_TYPE_WIDGET)

static void
draw_outline (cairo_t *cr, RubOutline *outline)
{
  gsize n_segments;
  const RubSegment *segments = rub_outline_get_segments (outline, &n_segments);

  for (gsize i = 0; i < n_segments; i++)
    {
      const RubPoint *points = segments[i].points;

      switch (segments[i].kind)
        {
        case RUB_SEGMENT_MOVE:
          cairo_move_to (cr, points[0].x, points[0].y);
          break;
        case RUB_SEGMENT_LINE:
          cairo_line_to (cr, points[0].x, points[0].y);
          break;
        case RUB_SEGMENT_CURVE:
          cairo_curve_to (cr, points[0].x, points[0].y, points[1].x, points[1].y, points[2].x,
                          points[2].y);
          break;
        case RUB_SEGMENT_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
bare_region_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BareRegion *self = BARE_REGION (widget);
  const RubBox *box = rub_outline_get_bounds (self->shape->outline);
  graphene_rect_t bounds
    = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                          (float) gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -box->x, -box->y);
  draw_outline (cr, self->shape->outline);
  if (g_hash_table_contains (marked, self->region))
    cairo_set_source_rgb (cr, 0.8, 0.2, 0.1);
  else
    cairo_set_source_rgb (cr, 0.7, 0.7, 0.75);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.3, 0.3, 0.35);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static gboolean
bare_region_contains (GtkWidget *widget, double x, double y)
{
  BareRegion *self = BARE_REGION (widget);
  const RubBox *box = rub_outline_get_bounds (self->shape->outline);

  return rub_outline_contains (self->shape->outline, box->x + x / scale, box->y + y / scale);
}

static void
bare_region_class_init (BareRegionClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bare_region_snapshot;
  GTK_WIDGET_CLASS (klass)->contains = bare_region_contains;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
bare_region_init (BareRegion *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

#define TYPE_BARE_MAP (bare_map_get_type ())
G_DECLARE_FINAL_TYPE (BareMap, bare_map, BARE, MAP, GtkWidget)

struct _BareMap
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BareMap, bare_map, GTK_TYPE_WIDGET)

/* The views stand beside each other. Returns: how far @view is moved, in units of the drawing. */
static double
get_left (int view)
{
  double left = 0;

  for (int i = 0; i < view; i++)
    left += rub_body_get_drawing (body, i)->width;

  return left;
}

static void
add_regions (BareMap *self)
{
  for (int view = 0; view < RUB_N_BODY_VIEWS; view++)
    {
      const RubBodyDrawing *drawing = rub_body_get_drawing (body, view);

      for (guint i = 0; i < drawing->regions->len; i++)
        {
          BareRegion *child = g_object_new (TYPE_BARE_REGION, NULL);

          child->region = drawing->regions->pdata[i];
          child->shape = &drawing->shapes[i];
          g_object_set_data (G_OBJECT (child), "view", GINT_TO_POINTER (view));
          gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (self));
        }
    }
}

static void
bare_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const RubBox *box = rub_outline_get_bounds (BARE_REGION (child)->shape->outline);
      double left = get_left (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "view")));
      graphene_point_t place
        = GRAPHENE_POINT_INIT ((float) ((left + box->x) * scale), (float) (box->y * scale));

      gtk_widget_allocate (child, (int) (box->width * scale) + 1, (int) (box->height * scale) + 1,
                           -1, gsk_transform_translate (NULL, &place));
    }
}

static void
paint_view (cairo_t *cr, const RubBodyDrawing *drawing)
{
  const RubBodyTheme *theme = rub_body_theme_get_current ();

  rub_body_paint_silhouette (cr, drawing->silhouette, theme);
  for (guint i = 0; i < drawing->regions->len; i++)
    {
      RubRegion *region = drawing->regions->pdata[i];
      RubRegionLook look = { .soreness = g_hash_table_contains (marked, region) ? LEVEL : 0,
                             .has_fibres = TRUE };

      rub_body_paint_region (cr, &drawing->shapes[i], rub_region_get_kind (region), &look, theme);
    }
}

static void
bare_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds
    = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                          (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  if (!is_whole)
    {
      GTK_WIDGET_CLASS (bare_map_parent_class)->snapshot (widget, snapshot);
      return;
    }

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, scale, scale);
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      const RubBodyDrawing *drawing = rub_body_get_drawing (body, i);

      paint_view (cr, drawing);
      cairo_translate (cr, drawing->width, 0);
    }
  cairo_destroy (cr);
}

static void
bare_map_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  double size = orientation == GTK_ORIENTATION_HORIZONTAL
                  ? get_left (RUB_N_BODY_VIEWS)
                  : rub_body_get_drawing (body, RUB_BODY_VIEW_FRONT)->height;

  *minimum = *natural = (int) (size * scale);
}

static void
bare_map_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bare_map_parent_class)->dispose (object);
}

static void
bare_map_class_init (BareMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bare_map_dispose;
  widget_class->size_allocate = bare_map_size_allocate;
  widget_class->snapshot = bare_map_snapshot;
  widget_class->measure = bare_map_measure;
}

static void
bare_map_init (BareMap *self)
{
  if (!is_whole)
    add_regions (self);
}

static RubRegion *
find_whole (double x, double y)
{
  for (int i = RUB_N_BODY_VIEWS - 1; i >= 0; i--)
    if (x / scale >= get_left (i))
      return rub_body_pick (body, i, x / scale - get_left (i), y / scale, 0);

  return NULL;
}

static void
on_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkWidget *map)
{
  GtkWidget *child = gtk_widget_pick (map, x, y, GTK_PICK_DEFAULT);
  RubRegion *region = NULL;

  if (is_whole)
    region = find_whole (x, y);
  else if (BARE_IS_REGION (child))
    region = BARE_REGION (child)->region;
  if (region == NULL)
    return;

  if (!g_hash_table_remove (marked, region))
    g_hash_table_add (marked, region);
  gtk_widget_queue_draw (is_whole ? map : child);
}

static gboolean
tell_place (gpointer map)
{
  const RubRegionShape *shape = rub_body_get_shape (body, RUB_BODY_VIEW_FRONT,
                                                    rub_body_find (body, CLICKED_REGION));

  point_print (map, shape->label.x * scale, shape->label.y * scale);

  return G_SOURCE_REMOVE;
}

/* Linked into Rubdown in the place of its body page. */
struct _RubBodyPage
{
  RubPage parent_instance;
};

G_DEFINE_FINAL_TYPE (RubBodyPage, rub_body_page, RUB_TYPE_PAGE)

static void
rub_body_page_refresh (RubPage *page)
{
}

static void
rub_body_page_class_init (RubBodyPageClass *klass)
{
  RUB_PAGE_CLASS (klass)->refresh = rub_body_page_refresh;
}

static void
rub_body_page_init (RubBodyPage *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkWidget *map = g_object_new (TYPE_BARE_MAP, "halign", GTK_ALIGN_CENTER, "valign",
                                 GTK_ALIGN_CENTER, NULL);

  g_signal_connect (gesture, "released", G_CALLBACK (on_released_cb), map);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (gesture));
  adw_bin_set_child (ADW_BIN (self), map);
  g_timeout_add (1000, tell_place, map);
}

static void
on_activate_cb (GtkApplication *application)
{
  g_autofree char *path = rub_store_get_default_path ();
  g_autoptr (GSettings) settings = g_settings_new (RUB_APP_ID);
  g_autoptr (RubLibrary) library = rub_library_new (path, settings);

  body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  scale = FIGURE_HEIGHT / rub_body_get_drawing (body, RUB_BODY_VIEW_FRONT)->height;
  marked = g_hash_table_new (NULL, NULL);
  g_settings_set_string (settings, "page", "body");
  gtk_window_present (GTK_WINDOW (rub_window_new (application, library, settings)));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  if (argc != 2)
    return EXIT_FAILURE;

  is_whole = g_str_equal (argv[1], "whole");
  g_resources_register (rub_ui_get_resource ());
  g_resources_register (rub_icons_get_resource ());
  application = adw_application_new (RUB_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), 1, argv);
}

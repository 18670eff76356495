/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-stage.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rub-map-header.h"
#include "rub-map-layout.h"
#include "rub-map-overview.h"

/* Below this the small regions cannot be told apart: rather scroll. In pixels, as all here. */
#define MIN_FIGURE_HEIGHT 420
#define NATURAL_FIGURE_HEIGHT 640
/* On a phone: large enough to touch, small enough to be seen as one. */
#define NARROW_FIGURE_HEIGHT 620
/* Narrower than this, one view at a time is better than all of them small. */
#define ALL_VIEWS_WIDTH 560
#define MIN_WIDTH 180
/* Between a figure and its words; between the edge and what stands before the figures. */
#define HEADER_SPACING 6
#define INSET 6
/* Around a part of the body that is zoomed to, and a region that is brought into sight. */
#define PART_MARGIN 36
#define REVEAL_MARGIN 24

struct _RubMapStage
{
  GtkWidget parent_instance;

  RubBodyView current;
  gboolean is_narrow;
  gboolean is_single;
  guint single_source;
  RubMapLayout layout;
  RubBox figures[RUB_N_BODY_VIEWS]; /* where they are now, in pixels; empty: not shown */
  RubBox corner;                    /* where the overview is; empty: not shown */

  /* Owned */
  RubMapLens *lens;

  /* Borrowed */
  RubMapView *views[RUB_N_BODY_VIEWS];
  RubMapHeader *headers[RUB_N_BODY_VIEWS];
  RubMapOverview *overview;
};

enum
{
  PROP_SINGLE = 1,
  PROP_ZOOM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubMapStage, rub_map_stage, GTK_TYPE_WIDGET)

static gboolean
is_shown (RubMapStage *self, int view)
{
  return !self->is_single || view == (int) self->current;
}

static RubMapFigures
get_figures (RubMapStage *self, gboolean is_single)
{
  RubMapFigures figures = { .header = 0 };

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      int height = rub_map_header_get_height (self->headers[i]) + HEADER_SPACING;

      figures.extents[i] = rub_map_view_get_extent (self->views[i]);
      figures.is_shown[i] = !is_single || i == (int) self->current;
      figures.header = MAX (figures.header, height);
    }

  return figures;
}

static gboolean
notify_single (gpointer data)
{
  RubMapStage *self = RUB_MAP_STAGE (data);

  self->single_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINGLE]);

  return G_SOURCE_REMOVE;
}

/* Said after the allocation that is under way, during which nothing else may change. */
static void
set_single (RubMapStage *self, gboolean is_single)
{
  if (self->is_single == is_single)
    return;

  self->is_single = is_single;
  if (self->single_source == 0)
    self->single_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_single, self, NULL);
}

static gboolean
has_point (const RubBox *box, RubPoint point)
{
  return point.x >= box->x && point.x < box->x + box->width && point.y >= box->y
         && point.y < box->y + box->height;
}

static RubMapView *
find_next_view (RubMapStage *self, int from, int step)
{
  for (int i = from + step; i >= 0 && i < RUB_N_BODY_VIEWS; i += step)
    if (is_shown (self, i))
      return self->views[i];

  return NULL;
}

/* Across the gap between two views the focus keeps its height. */
static gboolean
focus_across (RubMapStage *self, RubMapView *from, int step)
{
  RubMapView *to = find_next_view (self, (int) rub_map_view_get_view (from), step);
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (from));
  RubPoint label;
  graphene_point_t point;

  if (to == NULL || focused == NULL)
    return FALSE;

  label = rub_map_view_get_label (
    from, rub_region_widget_get_region (RUB_REGION_WIDGET (focused)));
  if (!gtk_widget_compute_point (GTK_WIDGET (from), GTK_WIDGET (to),
                                 &GRAPHENE_POINT_INIT ((float) label.x, (float) label.y), &point))
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (
    rub_map_view_find_near (to, (RubPoint){ (double) point.x, (double) point.y })));
}

/* Where the part of the body of @widget is when all is seen. */
static RubBox
get_part (RubMapStage *self, RubRegionWidget *widget)
{
  RubMapView *view = RUB_MAP_VIEW (gtk_widget_get_parent (GTK_WIDGET (widget)));

  return rub_map_view_get_part (view, rub_region_widget_get_region (widget),
                                &self->layout.places[rub_map_view_get_view (view)]);
}

static void
on_lens_changed_cb (RubMapStage *self)
{
  g_assert (RUB_IS_MAP_STAGE (self));

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/* One who goes by keys sees where; one who points at a region sees it already. */
static void
on_region_focused_cb (RubMapStage *self, RubRegionWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_assert (RUB_IS_MAP_STAGE (self));

  if (GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root)))
    rub_map_stage_reveal (self, widget);
}

static GtkSizeRequestMode
rub_map_stage_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rub_map_stage_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  RubMapStage *self = RUB_MAP_STAGE (widget);
  gboolean is_single = orientation == GTK_ORIENTATION_VERTICAL && for_size > 0
                       && for_size < ALL_VIEWS_WIDTH;
  RubMapFigures figures = get_figures (self, is_single);
  RubPoint extent = rub_map_figures_get_extent (&figures);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = rub_map_figures_get_gaps (&figures)
                 + (int) (extent.x * NATURAL_FIGURE_HEIGHT / extent.y);
      return;
    }

  *natural = is_single ? (int) ceil (for_size * extent.y / extent.x) : NATURAL_FIGURE_HEIGHT;
  *natural
    = figures.header + MIN (*natural, self->is_narrow ? NARROW_FIGURE_HEIGHT : *natural);
  *minimum = self->is_narrow ? *natural : MIN (*natural, figures.header + MIN_FIGURE_HEIGHT);
}

static void
allocate_figure (RubMapStage *self, int view, const RubMapZoom *zoom)
{
  RubBox place = self->layout.places[view];
  RubPoint start = rub_map_zoom_to_screen (zoom, (RubPoint){ place.x, place.y });
  double width = place.width * zoom->factor;
  int header = rub_map_header_get_height (self->headers[view]);
  int over = (int) start.y - header - HEADER_SPACING;
  int y = MAX (over, zoom->factor > 1 ? INSET : 0);
  GtkAllocation at = { (int) floor (start.x), (int) floor (start.y), (int) round (width),
                       (int) round (place.height * zoom->factor) };

  self->figures[view] = (RubBox){ at.x, at.y, at.width, at.height };
  gtk_widget_measure (GTK_WIDGET (self->views[view]), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL,
                      NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->views[view]), &at, -1);
  rub_map_header_set_pinned (self->headers[view], y > over);
  rub_map_header_place (self->headers[view], start.x, width, y,
                        gtk_widget_get_width (GTK_WIDGET (self)));
}

/* In a corner where a figure has least to show. */
static void
allocate_overview (RubMapStage *self, const RubMapZoom *zoom, RubPoint size)
{
  GtkWidget *overview = GTK_WIDGET (self->overview);
  RubPoint own = rub_map_overview_get_size (size);
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = (int) own.x, height = (int) own.y;
  int x = is_rtl ? INSET : (int) size.x - width - INSET;

  gtk_widget_set_child_visible (overview, zoom->factor > 1);
  self->corner = (RubBox){ 0 };
  if (zoom->factor <= 1)
    return;

  self->corner = (RubBox){ x, size.y - height - INSET, width, height };
  gtk_widget_measure (overview, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (
    overview, &(GtkAllocation){ x, (int) size.y - height - INSET, width, height }, -1);
}

static void
rub_map_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RubMapStage *self = RUB_MAP_STAGE (widget);
  RubPoint size = { width, height };
  RubMapFigures figures;
  RubMapZoom zoom;

  set_single (self, width < ALL_VIEWS_WIDTH);
  figures = get_figures (self, self->is_single);
  self->layout = rub_map_layout_fit (&figures, size);
  rub_map_lens_set_size (self->lens, size);
  zoom = rub_map_lens_get_zoom (self->lens);

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      gtk_widget_set_child_visible (GTK_WIDGET (self->views[i]), is_shown (self, i));
      gtk_widget_set_child_visible (GTK_WIDGET (self->headers[i]), is_shown (self, i));
      self->figures[i] = (RubBox){ 0 };
      if (is_shown (self, i))
        allocate_figure (self, i, &zoom);
    }
  rub_map_overview_set_scene (self->overview, &self->layout, self->views);
  allocate_overview (self, &zoom, size);
}

/* Tab goes through the views in their order, wherever they stand. */
static gboolean
rub_map_stage_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RubMapStage *self = RUB_MAP_STAGE (widget);
  GtkWidget *current = gtk_widget_get_focus_child (widget);
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;
  RubMapView *next = NULL;

  if (!RUB_IS_MAP_VIEW (current))
    next = find_next_view (self, is_back ? RUB_N_BODY_VIEWS : -1, is_back ? -1 : 1);
  else if (gtk_widget_child_focus (current, direction))
    return TRUE;
  else if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    return focus_across (self, RUB_MAP_VIEW (current), direction == GTK_DIR_LEFT ? -1 : 1);
  else if (is_back || direction == GTK_DIR_TAB_FORWARD)
    next = find_next_view (self, (int) rub_map_view_get_view (RUB_MAP_VIEW (current)),
                           is_back ? -1 : 1);

  return next != NULL && gtk_widget_child_focus (GTK_WIDGET (next), direction);
}

static void
rub_map_stage_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubMapStage *self = RUB_MAP_STAGE (object);

  switch (id)
    {
    case PROP_SINGLE:
      g_value_set_boolean (value, self->is_single);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, rub_map_lens_get_zoom (self->lens).factor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_map_stage_dispose (GObject *object)
{
  RubMapStage *self = RUB_MAP_STAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->single_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  if (self->lens != NULL)
    g_object_run_dispose (G_OBJECT (self->lens));
  g_clear_object (&self->lens);

  G_OBJECT_CLASS (rub_map_stage_parent_class)->dispose (object);
}

static void
rub_map_stage_class_init (RubMapStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rub_map_stage_get_property;
  object_class->dispose = rub_map_stage_dispose;

  widget_class->focus = rub_map_stage_focus;
  widget_class->get_request_mode = rub_map_stage_get_request_mode;
  widget_class->measure = rub_map_stage_measure;
  widget_class->size_allocate = rub_map_stage_size_allocate;

  properties[PROP_SINGLE]
    = g_param_spec_boolean ("single", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM]
    = g_param_spec_double ("zoom", NULL, NULL, 1, RUB_MAP_ZOOM_MAX, 1,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "mapstage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
rub_map_stage_init (RubMapStage *self)
{
  self->lens = rub_map_lens_new (GTK_WIDGET (self));
  g_signal_connect_object (self->lens, "changed", G_CALLBACK (on_lens_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
rub_map_stage_new (RubCheckDraft *draft, RubBodyAttention *attention)
{
  RubMapStage *self;

  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (draft), NULL);

  self = g_object_new (RUB_TYPE_MAP_STAGE, NULL);
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      GtkWidget *view = rub_map_view_new (rub_check_draft_get_body (draft), i, attention, draft);

      self->views[i] = RUB_MAP_VIEW (view);
      gtk_widget_set_parent (view, GTK_WIDGET (self));
      g_signal_connect_object (view, "region-focused", G_CALLBACK (on_region_focused_cb), self,
                               G_CONNECT_SWAPPED);
    }
  /* What stands before the figures comes after them. */
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      GtkWidget *header = rub_map_header_new (i);

      self->headers[i] = RUB_MAP_HEADER (header);
      gtk_widget_set_parent (header, GTK_WIDGET (self));
    }
  self->overview = RUB_MAP_OVERVIEW (rub_map_overview_new (self->lens));
  gtk_widget_set_child_visible (GTK_WIDGET (self->overview), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->overview), GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

RubMapLens *
rub_map_stage_get_lens (RubMapStage *self)
{
  g_return_val_if_fail (RUB_IS_MAP_STAGE (self), NULL);

  return self->lens;
}

RubMapView *
rub_map_stage_get_map_view (RubMapStage *self, RubBodyView view)
{
  g_return_val_if_fail (RUB_IS_MAP_STAGE (self), NULL);
  g_return_val_if_fail ((int) view >= 0 && view < RUB_N_BODY_VIEWS, NULL);

  return self->views[view];
}

gboolean
rub_map_stage_set_body (RubMapStage *self, RubBody *body)
{
  gboolean is_changed = FALSE;

  g_return_val_if_fail (RUB_IS_MAP_STAGE (self), FALSE);
  g_return_val_if_fail (RUB_IS_BODY (body), FALSE);

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    is_changed |= rub_map_view_set_body (self->views[i], body);
  if (is_changed)
    {
      rub_map_overview_repaint (self->overview);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }

  return is_changed;
}

gboolean
rub_map_stage_set_mirrored (RubMapStage *self, gboolean is_mirrored)
{
  g_return_val_if_fail (RUB_IS_MAP_STAGE (self), FALSE);

  if (!rub_map_view_set_mirrored (self->views[RUB_BODY_VIEW_FRONT], is_mirrored))
    return FALSE;

  rub_map_header_set_mirrored (self->headers[RUB_BODY_VIEW_FRONT], is_mirrored);
  rub_map_overview_repaint (self->overview);

  return TRUE;
}

void
rub_map_stage_set_narrow (RubMapStage *self, gboolean is_narrow)
{
  g_return_if_fail (RUB_IS_MAP_STAGE (self));

  self->is_narrow = is_narrow;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
rub_map_stage_get_single (RubMapStage *self)
{
  g_return_val_if_fail (RUB_IS_MAP_STAGE (self), FALSE);

  return self->is_single;
}

RubBodyView
rub_map_stage_get_current (RubMapStage *self)
{
  g_return_val_if_fail (RUB_IS_MAP_STAGE (self), RUB_BODY_VIEW_FRONT);

  return self->current;
}

void
rub_map_stage_set_current (RubMapStage *self, RubBodyView view)
{
  g_return_if_fail (RUB_IS_MAP_STAGE (self));
  g_return_if_fail ((int) view >= 0 && view < RUB_N_BODY_VIEWS);

  self->current = view;
  /* A place in one figure is none in another. */
  if (self->is_single)
    rub_map_lens_move (self->lens, RUB_MAP_ZOOM_FIT, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* By what is known of where things are. GTK would find the same, but between a press and the frame
 * that follows it, each time it looks it has the styles of all around the map made anew. */
RubRegionWidget *
rub_map_stage_pick (RubMapStage *self, RubPoint point)
{
  RubBox all = { 0 };

  g_return_val_if_fail (RUB_IS_MAP_STAGE (self), NULL);

  all.width = gtk_widget_get_width (GTK_WIDGET (self));
  all.height = gtk_widget_get_height (GTK_WIDGET (self));
  if (!has_point (&all, point) || has_point (&self->corner, point))
    return NULL;

  for (int i = RUB_N_BODY_VIEWS - 1; i >= 0; i--)
    if (has_point (&self->figures[i], point))
      return rub_map_view_find_at (self->views[i], (RubPoint){ point.x - self->figures[i].x,
                                                               point.y - self->figures[i].y });

  return NULL;
}

RubRegionWidget *
rub_map_stage_find (RubMapStage *self, RubRegion *region)
{
  RubRegionWidget *found;

  g_return_val_if_fail (RUB_IS_MAP_STAGE (self), NULL);

  found = rub_map_view_find (self->views[self->current], region);
  for (int i = 0; i < RUB_N_BODY_VIEWS && found == NULL; i++)
    found = rub_map_view_find (self->views[i], region);

  return found;
}

void
rub_map_stage_reveal (RubMapStage *self, RubRegionWidget *widget)
{
  RubMapZoom aim;
  RubMapView *view;
  RubBox box;

  g_return_if_fail (RUB_IS_MAP_STAGE (self));
  g_return_if_fail (RUB_IS_REGION_WIDGET (widget));

  aim = rub_map_lens_get_aim (self->lens);
  if (aim.factor <= 1)
    return;

  view = RUB_MAP_VIEW (gtk_widget_get_parent (GTK_WIDGET (widget)));
  box = rub_map_view_get_box (view, rub_region_widget_get_region (widget),
                              &self->layout.places[rub_map_view_get_view (view)]);
  rub_map_lens_move (self->lens,
                     rub_map_zoom_reveal (aim, &box, REVEAL_MARGIN,
                                          rub_map_lens_get_size (self->lens)),
                     TRUE);
}

void
rub_map_stage_zoom_to_part (RubMapStage *self, RubRegionWidget *widget)
{
  RubBox part;

  g_return_if_fail (RUB_IS_MAP_STAGE (self));
  g_return_if_fail (RUB_IS_REGION_WIDGET (widget));

  part = get_part (self, widget);
  rub_map_lens_move (
    self->lens, rub_map_zoom_to_box (&part, PART_MARGIN, rub_map_lens_get_size (self->lens)),
    TRUE);
}

void
rub_map_stage_repaint_overview (RubMapStage *self)
{
  g_return_if_fail (RUB_IS_MAP_STAGE (self));

  rub_map_overview_repaint (self->overview);
}

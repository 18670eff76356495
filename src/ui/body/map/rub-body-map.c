/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-map.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "rub-map-asking.h"
#include "rub-map-marking.h"
#include "rub-map-view.h"

/* Room between the views, in pixels. */
#define SPACING 18
/* Below this the small regions cannot be told apart: rather scroll. */
#define MIN_FIGURE_HEIGHT 420
#define NATURAL_FIGURE_HEIGHT 640
/* On a phone: large enough to touch, small enough to be seen as one. */
#define NARROW_FIGURE_HEIGHT 620
/* Narrower than this, one view at a time is better than all of them small. */
#define ALL_VIEWS_WIDTH 560
#define MIN_WIDTH 180

struct _RubBodyMap
{
  GtkWidget parent_instance;

  RubBodyView view;
  gboolean is_narrow;
  gboolean is_single;
  gboolean has_patterns;
  guint single_source;

  /* Owned */
  RubCheckDraft *draft;
  RubBodyAttention *attention;
  RubRegion *lit;
  RubBodyMarks *marks;
  RubMapMarking *marking;
  RubMapAsking *asking;

  /* Borrowed */
  RubMapView *views[RUB_N_BODY_VIEWS];
};

enum
{
  PROP_0,
  PROP_DRAFT,
  PROP_ATTENTION,
  PROP_VIEW,
  PROP_SINGLE,
  PROP_PAINTING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubBodyMap, rub_body_map, GTK_TYPE_WIDGET)

static int
get_header_height (RubBodyMap *self)
{
  return rub_map_view_get_header_height (self->views[self->view]);
}

static gboolean
is_shown (RubBodyMap *self, int view, gboolean is_single)
{
  return !is_single || view == (int) self->view;
}

/* Together, in the units of the drawings. */
static RubPoint
get_extent (RubBodyMap *self, gboolean is_single)
{
  RubPoint sum = { 0, 0 };

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    if (is_shown (self, i, is_single))
      {
        RubPoint extent = rub_map_view_get_extent (self->views[i]);

        sum.x += extent.x;
        sum.y = MAX (sum.y, extent.y);
      }

  return sum;
}

static int
get_gaps (gboolean is_single)
{
  return is_single ? 0 : SPACING * (RUB_N_BODY_VIEWS - 1);
}

static void
open_widget (RubBodyMap *self, RubRegionWidget *widget)
{
  if (self->marks == NULL)
    rub_map_asking_open (self->asking, widget);
}

static RubRegionWidget *
pick_widget (RubBodyMap *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return RUB_IS_REGION_WIDGET (picked) ? RUB_REGION_WIDGET (picked) : NULL;
}

/* The view to show @region in: the one that is shown, or else the first that has it. */
static RubMapView *
find_view (RubBodyMap *self, RubRegion *region)
{
  if (rub_map_view_find (self->views[self->view], region) != NULL)
    return self->views[self->view];

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    if (rub_map_view_find (self->views[i], region) != NULL)
      return self->views[i];

  return NULL;
}

static void
open_region (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubBodyMap *self = RUB_BODY_MAP (widget);
  RubRegionWidget *found;
  RubRegion *region;
  const char *id;
  int view;

  g_variant_get (parameter, "(&si)", &id, &view);
  region = rub_body_find (rub_check_draft_get_body (self->draft), id);
  if (region == NULL || view < 0 || view >= RUB_N_BODY_VIEWS)
    return;

  found = rub_map_view_find (self->views[view], region);
  if (found != NULL)
    open_widget (self, found);
}

static void
on_region_changed_cb (RubCheckDraft *draft, RubRegion *region, RubBodyMap *self)
{
  g_assert (RUB_IS_BODY_MAP (self));

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      RubRegionWidget *widget = rub_map_view_find (self->views[i], region);

      if (widget != NULL)
        rub_region_widget_update (widget);
    }
}

static void
on_last_changed_cb (RubBodyMap *self)
{
  g_assert (RUB_IS_BODY_MAP (self));

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    rub_map_view_show (self->views[i], self->marks);
}

static void
update_patterns (RubBodyMap *self)
{
  gboolean is_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    rub_map_view_set_has_patterns (self->views[i], self->has_patterns || is_contrast);
}

static void
set_lit (RubBodyMap *self, RubRegion *region, gboolean is_lit)
{
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      RubRegionWidget *widget = rub_map_view_find (self->views[i], region);

      if (widget != NULL)
        rub_region_widget_set_lit (widget, is_lit);
    }
}

static void
on_lit_changed_cb (RubBodyMap *self)
{
  g_assert (RUB_IS_BODY_MAP (self));

  if (self->lit != NULL)
    set_lit (self, self->lit, FALSE);
  g_set_object (&self->lit, rub_body_attention_get_shown (self->attention));
  if (self->lit != NULL)
    set_lit (self, self->lit, TRUE);
}

static void
on_style_changed_cb (AdwStyleManager *manager, GParamSpec *pspec, RubBodyMap *self)
{
  g_assert (RUB_IS_BODY_MAP (self));

  update_patterns (self);
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    rub_map_view_repaint (self->views[i]);
}

static gboolean
notify_single (gpointer data)
{
  RubBodyMap *self = RUB_BODY_MAP (data);

  self->single_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINGLE]);

  return G_SOURCE_REMOVE;
}

/* Said after the allocation that is under way, during which nothing else may change. */
static void
set_single (RubBodyMap *self, gboolean is_single)
{
  if (self->is_single == is_single)
    return;

  self->is_single = is_single;
  if (self->single_source == 0)
    self->single_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_single, self, NULL);
}

static GtkSizeRequestMode
rub_body_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rub_body_map_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  RubBodyMap *self = RUB_BODY_MAP (widget);
  gboolean is_single = for_size > 0 && for_size < ALL_VIEWS_WIDTH;
  RubPoint extent = get_extent (self, is_single);
  int header = get_header_height (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      extent = get_extent (self, FALSE);
      *minimum = MIN_WIDTH;
      *natural = get_gaps (FALSE) + (int) (extent.x * NATURAL_FIGURE_HEIGHT / extent.y);
      return;
    }

  *natural = is_single ? (int) ceil (for_size * extent.y / extent.x) : NATURAL_FIGURE_HEIGHT;
  *natural = header + MIN (*natural, self->is_narrow ? NARROW_FIGURE_HEIGHT : *natural);
  *minimum = self->is_narrow ? *natural : MIN (*natural, header + MIN_FIGURE_HEIGHT);
}

/* One scale for all; the figures stand on one ground, those of about one height under one line. */
static void
allocate_views (RubBodyMap *self, int width, int height)
{
  RubPoint extent = get_extent (self, self->is_single);
  int header = get_header_height (self), gaps = get_gaps (self->is_single);
  double scale = MIN ((width - gaps) / extent.x, (height - header) / extent.y);
  double left = (width - gaps - extent.x * scale) / 2;
  double ground = (height + header + extent.y * scale) / 2;

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      RubPoint own = rub_map_view_get_extent (self->views[i]);
      double own_height = (own.y > 0.9 * extent.y ? extent.y : own.y) * scale;
      GtkAllocation place = { (int) left, (int) (ground - own_height) - header,
                              (int) (own.x * scale), (int) own_height + header };

      gtk_widget_set_child_visible (GTK_WIDGET (self->views[i]),
                                    is_shown (self, i, self->is_single));
      if (!is_shown (self, i, self->is_single))
        continue;
      gtk_widget_size_allocate (GTK_WIDGET (self->views[i]), &place, -1);
      left += own.x * scale + SPACING;
    }
}

static void
rub_body_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RubBodyMap *self = RUB_BODY_MAP (widget);

  set_single (self, width < ALL_VIEWS_WIDTH);
  allocate_views (self, width, height);
  rub_map_asking_set_below (self->asking, self->is_single);
  rub_map_asking_place (self->asking);
}

static RubMapView *
find_next_view (RubBodyMap *self, int from, int step)
{
  for (int i = from + step; i >= 0 && i < RUB_N_BODY_VIEWS; i += step)
    if (is_shown (self, i, self->is_single))
      return self->views[i];

  return NULL;
}

/* Across the gap between two views the focus keeps its height. */
static gboolean
focus_across (RubBodyMap *self, RubMapView *from, int step)
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

  return rub_map_view_focus_near (to, (RubPoint){ (double) point.x, (double) point.y });
}

/* Tab goes through the views in their order, wherever they stand. */
static gboolean
rub_body_map_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RubBodyMap *self = RUB_BODY_MAP (widget);
  GtkWidget *current = gtk_widget_get_focus_child (widget);
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;
  RubMapView *next = NULL;

  if (current == rub_map_asking_get_popover (self->asking))
    return gtk_widget_child_focus (current, direction);

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
rub_body_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubBodyMap *self = RUB_BODY_MAP (object);

  switch (id)
    {
    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;
    case PROP_ATTENTION:
      g_value_set_object (value, self->attention);
      break;
    case PROP_VIEW:
      g_value_set_int (value, (int) self->view);
      break;
    case PROP_SINGLE:
      g_value_set_boolean (value, self->is_single);
      break;
    case PROP_PAINTING:
      g_value_set_boolean (value, rub_body_map_get_painting (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_body_map_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RubBodyMap *self = RUB_BODY_MAP (object);

  switch (id)
    {
    case PROP_DRAFT:
      self->draft = g_value_dup_object (value);
      break;
    case PROP_ATTENTION:
      self->attention = g_value_dup_object (value);
      break;
    case PROP_VIEW:
      rub_body_map_set_view (self, g_value_get_int (value));
      break;
    case PROP_PAINTING:
      rub_body_map_set_painting (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_body_map_constructed (GObject *object)
{
  RubBodyMap *self = RUB_BODY_MAP (object);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  G_OBJECT_CLASS (rub_body_map_parent_class)->constructed (object);

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      GtkWidget *view = rub_map_view_new (rub_check_draft_get_body (self->draft), i,
                                          self->attention, self->draft);

      gtk_widget_set_parent (view, GTK_WIDGET (self));
      self->views[i] = RUB_MAP_VIEW (view);
    }
  self->asking = rub_map_asking_new (GTK_WIDGET (self), self->draft);
  self->marking = rub_map_marking_new (self, self->draft);
  g_signal_connect_object (self->draft, "region-changed", G_CALLBACK (on_region_changed_cb), self,
                           0);
  g_signal_connect_object (self->draft, "notify::last", G_CALLBACK (on_last_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attention, "notify::shown", G_CALLBACK (on_lit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_lit_changed_cb (self);
  update_patterns (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (on_style_changed_cb), self, 0);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (on_style_changed_cb),
                           self, 0);
}

static void
rub_body_map_dispose (GObject *object)
{
  RubBodyMap *self = RUB_BODY_MAP (object);
  GtkWidget *child;

  g_clear_object (&self->marking);
  if (self->asking != NULL)
    g_object_run_dispose (G_OBJECT (self->asking));
  g_clear_object (&self->asking);
  g_clear_handle_id (&self->single_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->draft);
  g_clear_object (&self->attention);
  g_clear_object (&self->lit);
  g_clear_pointer (&self->marks, rub_body_marks_unref);

  G_OBJECT_CLASS (rub_body_map_parent_class)->dispose (object);
}

static void
rub_body_map_class_init (RubBodyMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rub_body_map_get_property;
  object_class->set_property = rub_body_map_set_property;
  object_class->constructed = rub_body_map_constructed;
  object_class->dispose = rub_body_map_dispose;

  widget_class->focus = rub_body_map_focus;
  widget_class->get_request_mode = rub_body_map_get_request_mode;
  widget_class->measure = rub_body_map_measure;
  widget_class->size_allocate = rub_body_map_size_allocate;

  properties[PROP_DRAFT]
    = g_param_spec_object ("draft", NULL, NULL, RUB_TYPE_CHECK_DRAFT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ATTENTION]
    = g_param_spec_object ("attention", NULL, NULL, RUB_TYPE_BODY_ATTENTION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW]
    = g_param_spec_int ("view", NULL, NULL, 0, RUB_N_BODY_VIEWS - 1, RUB_BODY_VIEW_FRONT,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SINGLE]
    = g_param_spec_boolean ("single", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAINTING]
    = g_param_spec_boolean ("painting", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "map.paint", "painting");
  gtk_widget_class_install_action (widget_class, "map.open", "(si)", open_region);

  gtk_widget_class_set_css_name (widget_class, "bodymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rub_body_map_init (RubBodyMap *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Body map"), -1);
}

GtkWidget *
rub_body_map_new (RubCheckDraft *draft, RubBodyAttention *attention)
{
  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (draft), NULL);
  g_return_val_if_fail (RUB_IS_BODY_ATTENTION (attention), NULL);

  return g_object_new (RUB_TYPE_BODY_MAP, "draft", draft, "attention", attention, NULL);
}

void
rub_body_map_set_body (RubBodyMap *self, RubBody *body)
{
  g_return_if_fail (RUB_IS_BODY_MAP (self));
  g_return_if_fail (RUB_IS_BODY (body));

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    if (rub_map_view_set_body (self->views[i], body))
      rub_body_map_close (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
rub_body_map_set_mirrored (RubBodyMap *self, gboolean is_mirrored)
{
  g_return_if_fail (RUB_IS_BODY_MAP (self));

  if (rub_map_view_set_mirrored (self->views[RUB_BODY_VIEW_FRONT], is_mirrored))
    rub_body_map_close (self);
}

void
rub_body_map_set_has_patterns (RubBodyMap *self, gboolean has_patterns)
{
  g_return_if_fail (RUB_IS_BODY_MAP (self));

  self->has_patterns = has_patterns;
  update_patterns (self);
}

void
rub_body_map_show (RubBodyMap *self, RubBodyMarks *marks)
{
  g_return_if_fail (RUB_IS_BODY_MAP (self));

  if (self->marks == marks)
    return;

  rub_body_map_close (self);
  g_clear_pointer (&self->marks, rub_body_marks_unref);
  self->marks = marks != NULL ? rub_body_marks_ref (marks) : NULL;
  rub_map_marking_set_active (self->marking, marks == NULL);
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    rub_map_view_show (self->views[i], marks);
}

gboolean
rub_body_map_get_single (RubBodyMap *self)
{
  g_return_val_if_fail (RUB_IS_BODY_MAP (self), FALSE);

  return self->is_single;
}

void
rub_body_map_set_narrow (RubBodyMap *self, gboolean is_narrow)
{
  g_return_if_fail (RUB_IS_BODY_MAP (self));

  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  rub_map_asking_set_narrow (self->asking, is_narrow);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

RubBodyView
rub_body_map_get_view (RubBodyMap *self)
{
  g_return_val_if_fail (RUB_IS_BODY_MAP (self), RUB_BODY_VIEW_FRONT);

  return self->view;
}

void
rub_body_map_set_view (RubBodyMap *self, RubBodyView view)
{
  g_return_if_fail (RUB_IS_BODY_MAP (self));
  g_return_if_fail ((int) view >= 0 && view < RUB_N_BODY_VIEWS);

  if (self->view == view)
    return;

  self->view = view;
  if (self->is_single)
    rub_body_map_close (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

void
rub_body_map_ask (RubBodyMap *self, RubRegion *region)
{
  RubMapView *view;

  g_return_if_fail (RUB_IS_BODY_MAP (self));
  g_return_if_fail (RUB_IS_REGION (region));

  view = find_view (self, region);
  if (view == NULL)
    return;
  if (self->is_single)
    rub_body_map_set_view (self, rub_map_view_get_view (view));
  open_widget (self, rub_map_view_find (view, region));
}

gboolean
rub_body_map_get_painting (RubBodyMap *self)
{
  g_return_val_if_fail (RUB_IS_BODY_MAP (self), FALSE);

  return rub_map_marking_get_painting (self->marking);
}

void
rub_body_map_set_painting (RubBodyMap *self, gboolean is_painting)
{
  g_return_if_fail (RUB_IS_BODY_MAP (self));

  if (rub_body_map_get_painting (self) == is_painting)
    return;

  rub_map_marking_set_painting (self->marking, is_painting);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAINTING]);
}

RubRegion *
rub_body_map_pick (RubBodyMap *self, double x, double y)
{
  RubRegionWidget *picked;

  g_return_val_if_fail (RUB_IS_BODY_MAP (self), NULL);

  picked = pick_widget (self, x, y);

  return picked != NULL ? rub_region_widget_get_region (picked) : NULL;
}

void
rub_body_map_open_at (RubBodyMap *self, double x, double y)
{
  RubRegionWidget *picked;

  g_return_if_fail (RUB_IS_BODY_MAP (self));

  picked = pick_widget (self, x, y);
  if (picked != NULL)
    open_widget (self, picked);
}

void
rub_body_map_focus_at (RubBodyMap *self, double x, double y)
{
  RubRegionWidget *picked;

  g_return_if_fail (RUB_IS_BODY_MAP (self));

  picked = pick_widget (self, x, y);
  if (picked != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (picked));
}

RubRegion *
rub_body_map_get_opened (RubBodyMap *self)
{
  g_return_val_if_fail (RUB_IS_BODY_MAP (self), NULL);

  return rub_map_asking_get_region (self->asking);
}

void
rub_body_map_close (RubBodyMap *self)
{
  g_return_if_fail (RUB_IS_BODY_MAP (self));

  rub_map_asking_close (self->asking);
}

/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-map.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rub-map-asking.h"
#include "rub-map-caption.h"
#include "rub-map-light.h"
#include "rub-map-marking.h"
#include "rub-map-motion.h"
#include "rub-map-stage.h"
#include "rub-map-typing.h"

/* How much nearer one goes by a key. */
#define KEY_RATIO 1.4

struct _RubBodyMap
{
  GtkWidget parent_instance;

  gboolean has_patterns;

  /* Owned */
  RubCheckDraft *draft;
  RubBodyAttention *attention;
  RubBodyMarks *marks;
  RubMapMarking *marking;
  RubMapAsking *asking;
  RubMapLight *light;
  RubMapMotion *motion;
  RubMapTyping *typing;

  /* Borrowed */
  RubMapStage *stage;
  RubMapCaption *caption;
};

enum
{
  PROP_0,
  PROP_DRAFT,
  PROP_ATTENTION,
  PROP_VIEW,
  PROP_SINGLE,
  PROP_PAINTING,
  PROP_ZOOM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubBodyMap, rub_body_map, GTK_TYPE_WIDGET)

static RubMapView *
get_view (RubBodyMap *self, int view)
{
  return rub_map_stage_get_map_view (self->stage, view);
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
  return rub_map_stage_pick (self->stage, (RubPoint){ x, y });
}

/* The region that one is at by the keys, when nothing is lit: what was pointed at was left. */
static RubRegion *
get_focused (RubBodyMap *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return RUB_IS_REGION_WIDGET (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
           ? rub_region_widget_get_region (RUB_REGION_WIDGET (focus))
           : NULL;
}

static void
update_caption (RubBodyMap *self)
{
  RubRegion *shown = rub_body_attention_get_shown (self->attention);
  RubRegion *region = shown != NULL ? shown : get_focused (self);
  RubRegionWidget *widget = region != NULL ? rub_map_stage_find (self->stage, region) : NULL;

  rub_map_caption_set_region (self->caption, widget != NULL ? region : NULL,
                              widget != NULL ? rub_region_widget_get_soreness (widget) : 0);
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

  found = rub_map_view_find (get_view (self, view), region);
  if (found != NULL)
    open_widget (self, found);
}

static void
zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rub_map_motion_zoom_by (RUB_BODY_MAP (widget)->motion, KEY_RATIO);
}

static void
zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rub_map_motion_zoom_by (RUB_BODY_MAP (widget)->motion, 1 / KEY_RATIO);
}

static void
zoom_fit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rub_map_lens_move (rub_map_stage_get_lens (RUB_BODY_MAP (widget)->stage), RUB_MAP_ZOOM_FIT,
                     TRUE);
}

static gboolean
step (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  int x, y;

  g_variant_get (arguments, "(ii)", &x, &y);
  rub_map_motion_step (RUB_BODY_MAP (widget)->motion, x, y);

  return TRUE;
}

static void
on_zoom_changed_cb (RubBodyMap *self)
{
  RubMapZoom aim;

  g_assert (RUB_IS_BODY_MAP (self));

  aim = rub_map_lens_get_aim (rub_map_stage_get_lens (self->stage));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-in", aim.factor < RUB_MAP_ZOOM_MAX);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-out", aim.factor > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-fit", aim.factor > 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
on_single_changed_cb (RubBodyMap *self)
{
  g_assert (RUB_IS_BODY_MAP (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINGLE]);
}

static void
on_region_changed_cb (RubCheckDraft *draft, RubRegion *region, RubBodyMap *self)
{
  g_assert (RUB_IS_BODY_MAP (self));

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      RubRegionWidget *widget = rub_map_view_find (get_view (self, i), region);

      if (widget != NULL)
        rub_region_widget_update (widget);
    }
  rub_map_stage_repaint_overview (self->stage);
}

static void
on_last_changed_cb (RubBodyMap *self)
{
  g_assert (RUB_IS_BODY_MAP (self));

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    rub_map_view_show (get_view (self, i), self->marks);
}

static void
update_patterns (RubBodyMap *self)
{
  gboolean is_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    rub_map_view_set_has_patterns (get_view (self, i), self->has_patterns || is_contrast);
}

static void
on_style_changed_cb (AdwStyleManager *manager, GParamSpec *pspec, RubBodyMap *self)
{
  g_assert (RUB_IS_BODY_MAP (self));

  update_patterns (self);
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    rub_map_view_repaint (get_view (self, i));
  rub_map_stage_repaint_overview (self->stage);
}

static int
get_caption_height (RubBodyMap *self)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (self->caption), GTK_ORIENTATION_VERTICAL, -1, NULL, &height,
                      NULL, NULL);

  return height;
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

  gtk_widget_measure (GTK_WIDGET (self->stage), orientation, for_size, minimum, natural, NULL,
                      NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += get_caption_height (self);
      *natural += get_caption_height (self);
    }
}

static void
rub_body_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RubBodyMap *self = RUB_BODY_MAP (widget);
  int caption = get_caption_height (self);

  gtk_widget_size_allocate (GTK_WIDGET (self->stage),
                            &(GtkAllocation){ 0, 0, width, height - caption }, -1);
  gtk_widget_size_allocate (GTK_WIDGET (self->caption),
                            &(GtkAllocation){ 0, height - caption, width, caption }, -1);
  rub_map_asking_set_below (self->asking, rub_map_stage_get_single (self->stage));
  rub_map_asking_place (self->asking);
}

/* There is nothing to come to but the regions, and what asks about one while it does. */
static gboolean
rub_body_map_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RubBodyMap *self = RUB_BODY_MAP (widget);
  GtkWidget *current = gtk_widget_get_focus_child (widget);

  if (current == NULL || current != rub_map_asking_get_popover (self->asking))
    current = GTK_WIDGET (self->stage);

  return gtk_widget_child_focus (current, direction);
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
      g_value_set_int (value, (int) rub_body_map_get_view (self));
      break;
    case PROP_SINGLE:
      g_value_set_boolean (value, rub_body_map_get_single (self));
      break;
    case PROP_PAINTING:
      g_value_set_boolean (value, rub_body_map_get_painting (self));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, rub_body_map_get_zoom (self));
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

  self->stage = RUB_MAP_STAGE (rub_map_stage_new (self->draft, self->attention));
  gtk_widget_insert_before (GTK_WIDGET (self->stage), GTK_WIDGET (self),
                            GTK_WIDGET (self->caption));
  self->light = rub_map_light_new (self->stage, self->attention);
  self->asking = rub_map_asking_new (GTK_WIDGET (self), self->draft);
  self->motion = rub_map_motion_new (self, self->stage);
  self->marking = rub_map_marking_new (self, self->draft);
  rub_map_marking_join (self->marking, rub_map_motion_get_drag (self->motion));
  self->typing = rub_map_typing_new (self, self->stage);
  g_signal_connect_object (self->stage, "notify::single", G_CALLBACK (on_single_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "notify::zoom", G_CALLBACK (on_zoom_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_zoom_changed_cb (self);
  g_signal_connect_object (self->draft, "region-changed", G_CALLBACK (on_region_changed_cb), self,
                           0);
  g_signal_connect_object (self->draft, "region-settled", G_CALLBACK (update_caption), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::last", G_CALLBACK (on_last_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attention, "notify::shown", G_CALLBACK (update_caption), self,
                           G_CONNECT_SWAPPED);
  update_caption (self);
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

  g_clear_object (&self->light);
  g_clear_object (&self->marking);
  g_clear_object (&self->motion);
  g_clear_object (&self->typing);
  if (self->asking != NULL)
    g_object_run_dispose (G_OBJECT (self->asking));
  g_clear_object (&self->asking);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->draft);
  g_clear_object (&self->attention);
  g_clear_pointer (&self->marks, rub_body_marks_unref);

  G_OBJECT_CLASS (rub_body_map_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  const GdkModifierType shift = GDK_SHIFT_MASK;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, shift, step, "(ii)", -1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, shift, step, "(ii)", 1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, shift, step, "(ii)", 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, shift, step, "(ii)", 0, 1);
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
  properties[PROP_ZOOM]
    = g_param_spec_double ("zoom", NULL, NULL, 1, RUB_MAP_ZOOM_MAX, 1,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "map.paint", "painting");
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "map.zoom-fit", NULL, zoom_fit);
  gtk_widget_class_install_action (widget_class, "map.open", "(si)", open_region);

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "bodymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rub_body_map_init (RubBodyMap *self)
{
  self->caption = RUB_MAP_CAPTION (rub_map_caption_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->caption), GTK_WIDGET (self));
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

  if (rub_map_stage_set_body (self->stage, body))
    rub_body_map_close (self);
}

void
rub_body_map_set_mirrored (RubBodyMap *self, gboolean is_mirrored)
{
  g_return_if_fail (RUB_IS_BODY_MAP (self));

  if (rub_map_stage_set_mirrored (self->stage, is_mirrored))
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
  on_last_changed_cb (self);
  update_caption (self);
  rub_map_stage_repaint_overview (self->stage);
}

gboolean
rub_body_map_get_single (RubBodyMap *self)
{
  g_return_val_if_fail (RUB_IS_BODY_MAP (self), FALSE);

  return rub_map_stage_get_single (self->stage);
}

void
rub_body_map_set_narrow (RubBodyMap *self, gboolean is_narrow)
{
  g_return_if_fail (RUB_IS_BODY_MAP (self));

  rub_map_asking_set_narrow (self->asking, is_narrow);
  rub_map_stage_set_narrow (self->stage, is_narrow);
}

RubBodyView
rub_body_map_get_view (RubBodyMap *self)
{
  g_return_val_if_fail (RUB_IS_BODY_MAP (self), RUB_BODY_VIEW_FRONT);

  return rub_map_stage_get_current (self->stage);
}

void
rub_body_map_set_view (RubBodyMap *self, RubBodyView view)
{
  g_return_if_fail (RUB_IS_BODY_MAP (self));
  g_return_if_fail ((int) view >= 0 && view < RUB_N_BODY_VIEWS);

  if (rub_map_stage_get_current (self->stage) == view)
    return;

  if (rub_map_stage_get_single (self->stage))
    rub_body_map_close (self);
  rub_map_stage_set_current (self->stage, view);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/* Returns: (nullable): @region, in sight, if need be in another view. */
static RubRegionWidget *
reveal (RubBodyMap *self, RubRegion *region)
{
  RubRegionWidget *found = rub_map_stage_find (self->stage, region);
  GtkWidget *view = found != NULL ? gtk_widget_get_parent (GTK_WIDGET (found)) : NULL;

  if (found == NULL)
    return NULL;
  /* Before its first layout a map does not know yet whether it shows only one. */
  if (rub_map_stage_get_single (self->stage) || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    rub_body_map_set_view (self, rub_map_view_get_view (RUB_MAP_VIEW (view)));
  rub_map_stage_reveal (self->stage, found);

  return found;
}

void
rub_body_map_ask (RubBodyMap *self, RubRegion *region)
{
  RubRegionWidget *found;

  g_return_if_fail (RUB_IS_BODY_MAP (self));
  g_return_if_fail (RUB_IS_REGION (region));

  found = reveal (self, region);
  if (found != NULL)
    open_widget (self, found);
}

void
rub_body_map_focus_region (RubBodyMap *self, RubRegion *region)
{
  RubRegionWidget *found;

  g_return_if_fail (RUB_IS_BODY_MAP (self));
  g_return_if_fail (RUB_IS_REGION (region));

  found = reveal (self, region);
  if (found != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (found));
}

double
rub_body_map_get_zoom (RubBodyMap *self)
{
  g_return_val_if_fail (RUB_IS_BODY_MAP (self), 1);

  return rub_map_lens_get_zoom (rub_map_stage_get_lens (self->stage)).factor;
}

void
rub_body_map_zoom_at (RubBodyMap *self, double x, double y)
{
  RubMapLens *lens;
  RubRegionWidget *picked;

  g_return_if_fail (RUB_IS_BODY_MAP (self));

  lens = rub_map_stage_get_lens (self->stage);
  picked = pick_widget (self, x, y);
  rub_body_map_close (self);
  if (rub_map_lens_get_aim (lens).factor > 1)
    rub_map_lens_move (lens, RUB_MAP_ZOOM_FIT, TRUE);
  else if (picked != NULL)
    rub_map_stage_zoom_to_part (self->stage, picked);
}

GtkWidget *
rub_body_map_find_widget (RubBodyMap *self, RubBodyView view, RubRegion *region)
{
  g_return_val_if_fail (RUB_IS_BODY_MAP (self), NULL);

  return GTK_WIDGET (rub_map_view_find (get_view (self, view), region));
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
